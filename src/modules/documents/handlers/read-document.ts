import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { insist, yes, type Actor, type Verdict } from '#libs/access';
import { say, tell, type Sentence } from '#libs/errors';
import { FileStore } from '#libs/files';
import { noSuchDocument } from '../documents.errors.js';
import { RELEASERS } from '../documents.permissions.js';
import type { Document } from '../domain/document.js';
import { mayBeReleased, mayLeaveQuarantine, shownScan } from '../domain/quarantine.js';
import { DocumentStore } from '../store/document.store.js';
import { DocumentView, type DocumentStateView } from './document.view.js';

const STAFF = [...RELEASERS, 'auditor'];

/** Opens a file for whoever may read it; for everybody else it does not exist. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly documents: DocumentStore,
    private readonly files: FileStore,
  ) {}

  /** @throws DomainError `document_absent`, `document_quarantined`, `document_infected`, `document_unscanned` */
  async run(id: string, actor: Actor | undefined): Promise<{ document: Document; content: Readable }> {
    const document = await this.documents.find(id);
    if (!document || !mayRead(document, actor)) throw noSuchDocument();
    insist(mayOpen(document, actor));
    return { document, content: await this.files.open(document.sha256) };
  }

  /** What is known of it, its bytes aside. @throws DomainError `document_absent` */
  async state(id: string, actor: Actor): Promise<DocumentStateView> {
    const document = await this.documents.find(id);
    if (!document || !mayRead(document, actor)) throw noSuchDocument();
    const verdict = mayOpen(document, actor);
    return {
      ...DocumentView.of(document), openable: verdict.allowed, ...(verdict.allowed ? {} : { whyNot: told(verdict) }),
      releasable: mayRelease(document, actor) && mayBeReleased(document).allowed, alike: await this.alike(document), releaseReason: document.releaseReason,
    };
  }

  private async alike({ id, ownerKind, ownerId, scan }: Document): Promise<string[]> {
    if (ownerKind === null || ownerId === null || scan !== 'unscanned') return [];
    return (await this.documents.listOf({ kind: ownerKind, id: ownerId })).filter((other) => other.id !== id && shownScan(other) === 'unscanned').map((other) => other.id);
  }
}

const told = ({ sentence, facts }: { sentence: Sentence; facts: Record<string, unknown> }): Sentence => say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en'));

/** What nobody could scan goes back to whoever handed it in: she has these bytes already. Others wait for staff. */
export const mayOpen = (document: Document, actor: Actor | undefined): Verdict =>
  shownScan(document) === 'unscanned' && document.madeBy === actor?.accountId ? yes : mayLeaveQuarantine(document);

/** Staff of the place who work with its files, not those who only audit. */
export const mayRelease = ({ nodePath }: Pick<Document, 'nodePath'>, actor: Actor): boolean => nodePath !== null && actor.holdsAt(nodePath, ...RELEASERS);

function mayRead(document: Document, actor: Actor | undefined): boolean {
  if (document.audience === 'public') return true;
  if (!actor) return false;
  return document.madeBy === actor.accountId || (document.audience !== 'held' && readsFor(document, actor));
}

/** Staff of the place, and where it is theirs the members of the organisation. */
const readsFor = ({ audience, nodePath, organisationId }: Document, actor: Actor): boolean =>
  (nodePath !== null && actor.holdsAt(nodePath, ...STAFF)) || (audience === 'organisation' && organisationId !== null && actor.holdsFor(organisationId, 'applicant'));
