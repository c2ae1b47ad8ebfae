import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import { SYSTEM } from '#libs/access';
import { DatabaseTime, Transaction } from '#libs/database';
import { FILE_KINDS, type FileKind } from '#libs/files';
import { stripFile, textOfFile } from '#libs/stripping';
import { DocumentsFacade, type DocumentView } from '#modules/documents';
import { BlindFile, masksIn, namesHashOf, type BlindFinding } from '../domain/blind/blind-file.js';
import type { Names } from '../domain/blind/redact.js';
import { BlindFileStore } from '../store/blind-file.store.js';
import { filesOf, type Judged } from './judged.js';
import { ReadNames } from './read-names.js';

interface Looked {
  readonly finding: BlindFinding;
  readonly masks: string[];
  readonly unreadPages: readonly number[];
  readonly content: Buffer | null;
}

const UNFIT: Looked = { finding: 'unfit', masks: [], unreadPages: [], content: null };

/** Takes the hidden properties out of a file and reads what is left of it for names. */
async function look(kind: FileKind, content: Buffer, names: Names): Promise<Looked> {
  try {
    const stripped = await stripFile(kind, content);
    const { text, unread, unreadPages } = await textOfFile(kind, stripped);
    const masks = masksIn(names, text);
    return { content: stripped, masks, unreadPages, finding: masks.length > 0 ? 'named' : unread ? 'unread' : 'clear' };
  } catch {
    // It cannot be stripped, or a reader gave up on it: then nobody can promise that nothing stands in it.
    return UNFIT;
  }
}

const kindOf = (mediaType: string): FileKind | null => (Object.keys(FILE_KINDS) as FileKind[]).find((kind) => FILE_KINDS[kind].mime === mediaType) ?? null;

/** Looks once at each file of an application for the blind panels that read it, and keeps the stripped copy. */
@Injectable()
export class PrepareBlindFiles {
  constructor(
    private readonly tx: Transaction,
    private readonly documents: DocumentsFacade,
    private readonly names: ReadNames,
    private readonly files: BlindFileStore,
    private readonly time: DatabaseTime,
  ) {}

  /** By document; what is still in quarantine is not looked at and not in it. */
  async of(place: Judged, documents: readonly DocumentView[]): Promise<ReadonlyMap<string, BlindFile>> {
    const names = await this.names.of(place);
    const namesHash = namesHashOf(names);
    const found = new Map((await this.files.files(documents.map(({ id }) => id), namesHash)).map((file) => [file.documentId, file]));
    for (const document of documents) {
      if (document.openable && !found.has(document.id)) found.set(document.id, await this.prepare(document, { names, namesHash, nodePath: place.call.nodePath }));
    }
    return found;
  }

  private async prepare(document: DocumentView, { names, namesHash, nodePath }: { names: Names; namesHash: string; nodePath: string }): Promise<BlindFile> {
    const kind = kindOf(document.mediaType);
    const { content } = await this.documents.open(document.id);
    const looked = await (kind ? look(kind, await buffer(content), names) : UNFIT);
    return this.tx.run(async () => {
      const copy = looked.content && (await this.documents.store({
        name: `copy.${FILE_KINDS[kind!].extension}`, mediaType: document.mediaType, content: looked.content, owner: { kind: 'blind_copy', id: document.id }, audience: 'staff', nodePath,
      }, SYSTEM));
      const { finding, masks, unreadPages } = looked;
      const file = Object.assign(new BlindFile(), { documentId: document.id, namesHash, finding, masks, unreadPages, copyId: copy?.id ?? null, checkedAt: await this.time.now() });
      await this.files.add(file);
      return file;
    });
  }
}

/** A name that tells nothing: the file's place among those of the application. */
export const neutralName = (place: Judged, { id, mediaType }: Pick<DocumentView, 'id' | 'mediaType'>): string => {
  const kind = kindOf(mediaType);
  return `附件${filesOf(place).indexOf(id) + 1}${kind ? `.${FILE_KINDS[kind].extension}` : ''}`;
};
