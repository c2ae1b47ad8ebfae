import type { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { newId, Transaction } from '#libs/database';
import { downloadName, FILE_KINDS, FileStore, MalwareScanner, receiveFile, SPOOL_FOLDER, type FileKind } from '#libs/files';
import { Outbox } from '#libs/jobs';
import { Document, type DocumentId, type Owner, type Readers, type ScanState } from '../domain/document.js';
import { scanJob } from '../jobs/scan.job.js';
import { DocumentStore } from '../store/document.store.js';
import { IntakeStore } from '../store/intake.store.js';
import { DocumentView } from './document.view.js';
import { HoldQuota } from './hold-quota.js';

export const MOST_BYTES = 50 * 1024 * 1024;

interface KeptFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
}

interface IncomingFile {
  readonly name: string;
  readonly content: Readable;
}

/** Nobody has scanned it, nobody has let it through. */
const UNSEEN = { finding: null, scannedAt: null, releasedBy: null, releasedAt: null, releaseReason: null };

/** Writes down a file whose bytes are kept already. What was handed in starts in quarantine; what the platform has made needs none. */
@Injectable()
export class RecordDocument {
  constructor(
    private readonly tx: Transaction,
    private readonly documents: DocumentStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  run(file: KeptFile, actor: Actor, { scan, given }: { scan: ScanState; given?: { owner: Owner; readers: Readers } }): Promise<DocumentView> {
    return this.tx.run(async () => {
      const document = Object.assign(new Document(), {
        id: newId<DocumentId>(), ...file, ownerKind: null, ownerId: null, nodePath: null, organisationId: null, audience: 'staff',
        madeBy: actor.accountId, madeAt: this.clock.now(), scan, ...UNSEEN,
      });
      if (given) document.give(given.owner, given.readers);
      await this.documents.insert(document);
      const { sha256, bytes } = file;
      await this.audit.record({ action: 'document.kept', subject: { kind: 'document', id: document.id }, actor, facts: { sha256, bytes, owner: given?.owner ?? null } });
      if (scan === 'quarantined') await this.outbox.enqueue(scanJob, { documentId: document.id }, { key: document.id });
      return DocumentView.of(document);
    });
  }
}

/** Writes down what was handed in, within its quota; from then on its bytes are spoken of and stay. */
@Injectable()
export class RecordUpload {
  constructor(
    private readonly tx: Transaction,
    private readonly quota: HoldQuota,
    private readonly records: RecordDocument,
    private readonly intake: IntakeStore,
    private readonly scanner: MalwareScanner,
  ) {}

  /** @throws DomainError `quota_used_up` */
  run(file: KeptFile, intakeId: string, actor: Actor): Promise<DocumentView> {
    return this.tx.run(async () => {
      await this.quota.run(file.bytes, actor);
      const view = await this.records.run(file, actor, { scan: this.scanner.configured ? 'quarantined' : 'unscanned' });
      await this.intake.end(intakeId);
      return view;
    });
  }
}

/** Takes a file that somebody hands in. What it is follows from its content; so far it is its uploader's own. */
@Injectable()
export class UploadDocument {
  constructor(
    private readonly files: FileStore,
    private readonly records: RecordUpload,
    private readonly intake: IntakeStore,
    @Inject(SPOOL_FOLDER) private readonly spoolFolder: string,
  ) {}

  /**
   * The bytes are kept and read back before the record is written: a document never speaks of bytes that are not there.
   * @throws DomainError what `inspectFile` finds against it, such as `file.too-large`; `quota_used_up`
   */
  async run(upload: IncomingFile, actor: Actor): Promise<DocumentView> {
    const { file, intakeId } = await this.receive(upload);
    return this.records.run(file, intakeId, actor);
  }

  /** The first half: the bytes are kept, no document speaks of them yet. Reaches beyond the database, so it stands outside a transaction. */
  async receive(upload: IncomingFile): Promise<{ file: KeptFile; intakeId: string }> {
    const rules = { accept: Object.keys(FILE_KINDS) as FileKind[], maxBytes: MOST_BYTES };
    let intakeId = '';
    const kept = await receiveFile(upload.content, {
      store: this.files, rules, spoolFolder: this.spoolFolder,
      announce: async (sha256) => {
        intakeId = await this.intake.begin(sha256);
      },
    });
    const file = { name: downloadName(upload.name, kept.kind), mediaType: kept.mime, bytes: kept.size, sha256: kept.sha256 };
    return { file, intakeId };
  }
}
