import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DocumentsFacade, type DocumentView } from '#modules/documents';
import { isShown, whyWithheld, type BlindDecision, type BlindFile } from '../domain/blind/blind-file.js';
import { BlindFileStore } from '../store/blind-file.store.js';
import { neutralName, PrepareBlindFiles } from './blind-files.js';
import { filesOf, type Judged } from './judged.js';
import type { JudgedFileView } from './judging.view.js';

export interface OpenedFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly content: Readable;
}

/** The files of an application as a panel may read them: as they are where judging is open, stripped and looked through where it is blind. */
@Injectable()
export class ShowFiles {
  constructor(
    private readonly documents: DocumentsFacade,
    private readonly preparing: PrepareBlindFiles,
    private readonly decisions: BlindFileStore,
  ) {}

  async list(place: Judged): Promise<ReadonlyMap<string, JudgedFileView>> {
    const found = await this.documents.many(filesOf(place));
    if (place.bloc.blind === 'open') return new Map(found.map((document) => [document.id, { ...plainOf(document), withheld: null }]));
    const [prepared, decided] = await Promise.all([this.preparing.of(place, found), this.decided(found)]);
    return new Map(found.map((document) => [document.id, blindOf(place, document, prepared.get(document.id), decided.get(document.id) ?? null)]));
  }

  /** Null for what is no file of the application, or may not be read in this panel. */
  async open(place: Judged, documentId: string): Promise<OpenedFile | null> {
    if (!filesOf(place).includes(documentId)) return null;
    if (place.bloc.blind === 'open') return this.send(documentId, ({ name }) => name);
    const found = await this.documents.many([documentId]);
    const [prepared, decided] = await Promise.all([this.preparing.of(place, found), this.decided(found)]);
    const file = prepared.get(documentId);
    if (!file?.copyId || !isShown(file, decided.get(documentId) ?? null)) return null;
    return this.send(file.copyId, () => neutralName(place, found[0]!));
  }

  private async send(id: string, nameOf: (document: DocumentView) => string): Promise<OpenedFile> {
    const { document, content } = await this.documents.open(id);
    return { name: nameOf(document), mediaType: document.mediaType, bytes: document.bytes, content };
  }

  private async decided(documents: readonly DocumentView[]): Promise<ReadonlyMap<string, BlindDecision>> {
    return new Map((await this.decisions.decisions(documents.map(({ id }) => id))).map((one) => [one.documentId, one]));
  }
}

const plainOf = ({ id, name, mediaType, bytes, openable, scanLabel }: DocumentView) => ({ id, name, mediaType, bytes, openable, scanLabel });

/** Its size is the copy's own business: what was hidden in it had a length too. */
function blindOf(place: Judged, document: DocumentView, file: BlindFile | undefined, decision: BlindDecision | null): JudgedFileView {
  const withheld = file ? whyWithheld(file, decision) : null;
  return { ...plainOf(document), name: neutralName(place, document), bytes: 0, openable: file !== undefined && withheld === null, withheld };
}
