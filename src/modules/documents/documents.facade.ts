import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { insist, type Actor, type Scope } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { FileStore } from '#libs/files';
import type { Audience, Owner } from './domain/document.js';
import { documentTaken, noSuchDocument } from './documents.errors.js';
import { DocumentView } from './handlers/document.view.js';
import { RecordDocument } from './handlers/keep-document.js';
import { mayOpen } from './handlers/read-document.js';
import { DocumentStore } from './store/document.store.js';

/** A file that another module has made. */
export interface MadeFile {
  readonly name: string;
  readonly mediaType: string;
  readonly content: Buffer | Readable;
  readonly owner: Owner;
  readonly audience: Audience;
  readonly nodePath?: string;
  readonly organisationId?: string;
}

/** What other modules do with files. None of it asks who may read: the caller has judged. */
@Injectable()
export class DocumentsFacade {
  constructor(
    private readonly tx: Transaction,
    private readonly documents: DocumentStore,
    private readonly files: FileStore,
    private readonly records: RecordDocument,
    private readonly audit: AuditTrail,
  ) {}

  /** Keeps a generated file. The bytes are written before the record, so call it outside a transaction where they are many. */
  async store(file: MadeFile, actor: Actor): Promise<DocumentView> {
    const { sha256, size } = await this.files.put(file.content);
    const { name, mediaType, owner } = file;
    return this.records.run({ name, mediaType, bytes: size, sha256 }, actor, { scan: 'trusted', given: { owner, readers: file } });
  }

  /** @throws DomainError `document_absent` */
  async get(id: string): Promise<DocumentView> {
    const document = await this.documents.find(id);
    if (!document) throw noSuchDocument();
    return DocumentView.of(document);
  }

  async many(ids: readonly string[]): Promise<DocumentView[]> {
    return ids.length === 0 ? [] : (await this.documents.findMany(ids)).map((document) => DocumentView.of(document));
  }

  /** Those that may leave quarantine for this person. */
  async openable(ids: readonly string[], actor: Actor): Promise<ReadonlySet<string>> {
    return new Set((await this.documents.findMany(ids)).filter((document) => mayOpen(document, actor).allowed).map(({ id }) => id));
  }

  async listOf(owner: Owner): Promise<DocumentView[]> {
    return (await this.documents.listOf(owner)).map((document) => DocumentView.of(document));
  }

  /** Of the things of one kind in the scope: how many files nobody could scan and nobody has let through. */
  awaitingRelease(kind: string, scope: Scope): Promise<ReadonlyMap<string, number>> {
    return this.documents.awaitingRelease(kind, scope);
  }

  /** @throws DomainError `document_absent`, `file.absent`, and why it may not leave quarantine */
  async open(id: string, actor?: Actor): Promise<{ document: DocumentView; content: Readable }> {
    const document = await this.documents.find(id);
    if (!document) throw noSuchDocument();
    insist(mayOpen(document, actor));
    return { document: DocumentView.of(document), content: await this.files.open(document.sha256) };
  }

  /** The public documents with this hash: for verifying a copy. */
  async published(sha256: string): Promise<DocumentView[]> {
    return (await this.documents.withHash(sha256)).filter(({ audience }) => audience === 'public').map((document) => DocumentView.of(document));
  }

  /**
   * Gives uploaded files to what they were handed in for. Joins the caller's transaction; giving them again changes nothing.
   * @throws DomainError `document_absent` for a file that the actor did not upload, `document_taken` for one in use elsewhere
   */
  attach(ids: readonly string[], owner: Owner, readers: { audience: Audience; nodePath: string; organisationId?: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const found = await this.documents.lockMany(ids);
      if (found.length !== new Set(ids).size) throw noSuchDocument();
      const fresh = found.filter((document) => !document.belongsTo(owner));
      for (const document of fresh) {
        if (document.madeBy !== actor.accountId) throw noSuchDocument();
        if (document.ownerId !== null) throw documentTaken(document.name);
        document.give(owner, readers);
        await this.documents.update(document);
        await this.audit.record({ action: 'document.attached', subject: { kind: 'document', id: document.id }, actor, facts: { owner } });
      }
    });
  }
}
