import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { FileStore } from '#libs/files';
import { noSuchDocument } from '../documents.errors.js';
import type { Document } from '../domain/document.js';
import { DocumentStore } from '../store/document.store.js';

const STAFF = ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'auditor'];

/** Opens a file for whoever may read it; for everybody else it does not exist. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly documents: DocumentStore,
    private readonly files: FileStore,
  ) {}

  /** @throws DomainError `document_absent` */
  async run(id: string, actor: Actor | undefined): Promise<{ document: Document; content: Readable }> {
    const document = await this.documents.find(id);
    if (!document || !mayRead(document, actor)) throw noSuchDocument();
    return { document, content: await this.files.open(document.sha256) };
  }
}

function mayRead({ audience, nodePath, organisationId, madeBy }: Document, actor: Actor | undefined): boolean {
  if (audience === 'public') return true;
  if (!actor) return false;
  if (madeBy === actor.accountId) return true;
  if (nodePath !== null && actor.holdsAt(nodePath, ...STAFF)) return true;
  return audience === 'organisation' && organisationId !== null && actor.holdsFor(organisationId, 'applicant');
}
