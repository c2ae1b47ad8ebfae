import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { PdfRenderer } from '#libs/documents';
import { streamZip, zipLength, type ZippedFile } from '#libs/files';
import { DocumentsFacade, type DocumentView } from '#modules/documents';
import { copyOnPaper, type Copied } from '../domain/copy-on-paper.js';
import { COPY_TEMPLATE } from '../domain/copy-template.js';
import { safeName } from '../domain/safe-name.js';
import { GatherCopy } from './gather-copy.js';

/** A copy to keep: its name, its length to the byte, and its bytes. */
export interface Copy {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly content: Readable;
}

/** Who took a copy of what is written down: it leaves the platform with names and telephone numbers. */
@Injectable()
export class RecordCopy {
  constructor(
    private readonly tx: Transaction,
    private readonly audit: AuditTrail,
  ) {}

  run(id: string, format: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      await this.audit.record({ action: 'application.copied', subject: { kind: 'application', id }, actor, facts: { format } });
    });
  }
}

/** An application to take away, for its applicant or for one of the staff: on paper, or with everything that was handed in. */
@Injectable()
export class CopyApplication {
  constructor(
    private readonly gathering: GatherCopy,
    private readonly pdf: PdfRenderer,
    private readonly documents: DocumentsFacade,
    private readonly records: RecordCopy,
  ) {}

  /** @throws DomainError `application_absent`, `submission_absent` */
  async run(id: string, { format, ordinal }: { format: 'pdf' | 'zip'; ordinal?: number }, actor: Actor): Promise<Copy> {
    const copied = await this.gathering.run(id, ordinal, actor);
    const paper = await this.pdf.render({ source: COPY_TEMPLATE }, { issuedAt: copied.at, ...copyOnPaper(copied) });
    await this.records.run(id, format, actor);
    const name = safeName([copied.number, copied.projectName]);
    if (format === 'pdf') return { name: `${name}.pdf`, mediaType: 'application/pdf', bytes: paper.length, content: Readable.from([paper]) };
    const files = this.filesOf(copied, paper, actor, await this.documents.openable(copied.files.map((file) => file.id), actor));
    return { name: `${name}.zip`, mediaType: 'application/zip', bytes: zipLength(files), content: streamZip(files) };
  }

  private filesOf(copied: Copied, paper: Buffer, actor: Actor, openable: ReadonlySet<string>): ZippedFile[] {
    const given = copied.files.map((file, at) => ({ file, name: `附件/${String(at + 1).padStart(2, '0')}-${file.name}` }));
    const open = given.filter(({ file }) => openable.has(file.id));
    const made = [inMemory('申报书.pdf', paper)];
    const sums = [...made.map(({ name, content }) => `${sha256(content)}  ${name}`), ...open.map(({ name, file }) => `${file.sha256}  ${name}`)];
    const list = inMemory('清单.txt', Buffer.from(listOf(copied, given, openable)));
    const manifest = inMemory('SHA256SUMS', Buffer.from(`${[...sums, `${sha256(list.content)}  ${list.name}`].join('\n')}\n`));
    const attached = open.map(({ name, file }): ZippedFile => ({ name, bytes: file.bytes, open: async () => (await this.documents.open(file.id, actor)).content }));
    return [...made, ...attached, list, manifest];
  }
}

const sha256 = (content: Buffer): string => createHash('sha256').update(content).digest('hex');

const inMemory = (name: string, content: Buffer): ZippedFile & { content: Buffer } => ({ name, content, bytes: content.length, open: () => Readable.from([content]) });

/** What is in the archive and what is not, for people; the sums beside it are for `sha256sum -c`. */
function listOf(copied: Copied, given: readonly { file: DocumentView; name: string }[], openable: ReadonlySet<string>): string {
  const left = given.filter(({ file }) => !openable.has(file.id));
  return [
    ...copied.facts.map(([name, value]) => `${name}：${value}`), '',
    `附件 ${given.length} 份，本压缩包含 ${given.length - left.length} 份。核对方法：sha256sum -c SHA256SUMS`, '',
    ...given.map(({ file, name }) => `${name}  ${file.bytes} 字节  ${file.scanLabel.zh}  SHA-256 ${file.sha256}`),
    ...(left.length > 0 ? ['', '未包含的附件（未查毒且未放行，或已隔离）：', ...left.map(({ name }) => name)] : []), '',
  ].join('\r\n');
}
