import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { Transaction } from '#libs/database';
import { noSuchDocument } from '../documents.errors.js';
import { mayBeReleased } from '../domain/quarantine.js';
import { DocumentStore } from '../store/document.store.js';
import { DocumentView } from './document.view.js';
import { mayRelease } from './read-document.js';

/** Staff let files through that nobody could scan, and say why: all of them or none. */
@Injectable()
export class ReleaseDocuments {
  constructor(
    private readonly tx: Transaction,
    private readonly documents: DocumentStore,
    private readonly audit: AuditTrail,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `document_absent`, `document_quarantined`, `document_infected`, `document_open_already` */
  run(ids: readonly string[], reason: string, actor: Actor): Promise<DocumentView[]> {
    return this.tx.run(async () => {
      const found = await this.documents.lockMany(ids);
      if (found.length !== new Set(ids).size || !found.every((document) => mayRelease(document, actor))) throw noSuchDocument();
      for (const document of found) {
        insist(mayBeReleased(document));
        Object.assign(document, { releasedBy: actor.accountId, releasedAt: this.clock.now(), releaseReason: reason.trim() });
        await this.documents.updateScan(document);
        await this.audit.record({ action: 'document.released', subject: { kind: 'document', id: document.id }, actor, facts: { reason: reason.trim(), sha256: document.sha256 } });
      }
      return found.map((document) => DocumentView.of(document));
    });
  }
}
