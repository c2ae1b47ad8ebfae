import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { Transaction } from '#libs/database';
import { Shown } from '#libs/http';
import { noSuchUpload, partMisplaced, tooManyUploads, uploadIncomplete, uploadTooLarge } from '../documents.errors.js';
import { DocumentStore } from '../store/document.store.js';
import { UploadStore, type Upload } from '../store/upload.store.js';
import { DocumentView } from './document.view.js';
import { MOST_BYTES, RecordUpload, UploadDocument } from './keep-document.js';

const MOST_AT_ONCE = 20;

/** How far an upload has come. */
export class UploadView {
  @Shown() id: string;
  @Shown({ type: 'integer', description: '已收到的字节数 bytes that have come: the next part begins here' }) received: number;
  @Shown({ type: 'integer' }) bytes: number;

  static of({ id, received, bytes }: Pick<Upload, 'id' | 'received' | 'bytes'>): UploadView {
    return { id, received, bytes };
  }
}

/** A file that comes in parts and goes on where a lost connection has left it. */
@Injectable()
export class ResumeUpload {
  constructor(
    private readonly tx: Transaction,
    private readonly uploads: UploadStore,
    private readonly documents: DocumentStore,
    private readonly taking: UploadDocument,
    private readonly records: RecordUpload,
  ) {}

  /** @throws DomainError `upload_too_large`, `uploads_too_many` */
  begin(file: { name: string; bytes: number }, actor: Actor): Promise<UploadView> {
    return this.tx.run(async () => {
      if (file.bytes > MOST_BYTES) throw uploadTooLarge(MOST_BYTES);
      if ((await this.uploads.open(actor.accountId)) >= MOST_AT_ONCE) throw tooManyUploads(MOST_AT_ONCE);
      return UploadView.of({ id: await this.uploads.begin(actor.accountId, file), received: 0, bytes: file.bytes });
    });
  }

  /** @throws DomainError `upload_absent` */
  async state(id: string, actor: Actor): Promise<UploadView> {
    const upload = await this.uploads.find(id, actor.accountId);
    if (!upload) throw noSuchUpload();
    return UploadView.of(upload.documentId === null ? upload : { ...upload, received: upload.bytes });
  }

  /** A part that came already is taken for granted: its answer was lost. @throws DomainError `upload_absent`, `part_misplaced` */
  addPart(id: string, start: number, content: Buffer, actor: Actor): Promise<UploadView> {
    return this.tx.run(async () => {
      const upload = await this.uploads.hold(id, actor.accountId);
      if (!upload || upload.documentId !== null) throw noSuchUpload();
      if (start + content.length <= upload.received) return UploadView.of(upload);
      if (start !== upload.received || content.length === 0 || start + content.length > upload.bytes) throw partMisplaced(upload.received);
      await this.uploads.addPart(id, start, content);
      return UploadView.of({ ...upload, received: start + content.length });
    });
  }

  /** Asked again after a lost answer it gives the same document. @throws DomainError `upload_absent`, `upload_incomplete`, what is found against the file */
  async complete(id: string, actor: Actor): Promise<DocumentView> {
    const upload = await this.uploads.find(id, actor.accountId);
    if (!upload) throw noSuchUpload();
    if (upload.documentId !== null) return DocumentView.of((await this.documents.find(upload.documentId))!);
    if (upload.received < upload.bytes) throw uploadIncomplete(upload.received);
    const { file, intakeId } = await this.taking.receive({ name: upload.name, content: Readable.from(this.uploads.parts(id)) });
    return this.tx.run(async () => {
      const held = await this.uploads.hold(id, actor.accountId);
      if (held?.documentId) return DocumentView.of((await this.documents.find(held.documentId))!);
      const document = await this.records.run(file, intakeId, actor);
      await this.uploads.finish(id, document.id);
      return document;
    });
  }
}
