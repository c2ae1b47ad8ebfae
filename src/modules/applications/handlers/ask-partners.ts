import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import { noSuchApplication } from '../applications.errors.js';
import type { Application } from '../domain/application.js';
import { mayAnswer, type PartnerConsent } from '../domain/partners.js';
import { ApplicationStore } from '../store/application.store.js';
import { PartnerLetters } from './partner-letters.js';

/** Asks the partners of an application whether they take part; whoever names an organisation of her own has its answer with it. Joins the caller's transaction. */
@Injectable()
export class AskPartners {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly letters: PartnerLetters,
    private readonly time: DatabaseTime,
  ) {}

  async run(application: Application, actor: Actor): Promise<void> {
    const { id, coOrganisationIds } = application;
    const [now, before] = [await this.time.now(), await this.applications.consents([id])];
    const asked = await this.applications.askPartners(id, coOrganisationIds, now);
    for (const { organisationId, state } of before) if (state === 'asked' && !coOrganisationIds.includes(organisationId)) await this.letters.forget(id, organisationId, now);
    for (const partnerId of asked) {
      if (actor.holdsFor(partnerId, 'applicant')) await this.applications.answerAsPartner(id, { organisationId: partnerId, state: 'agreed', answeredAt: now, answeredBy: actor.accountId, note: null });
      else await this.letters.ask(application, partnerId, now);
    }
  }
}

/** An application, locked, for a member of one of its partners. */
@Injectable()
export class HoldAsPartner {
  constructor(private readonly applications: ApplicationStore) {}

  /** @throws DomainError `application_absent` */
  async run(id: string, organisationId: string, actor: Actor): Promise<{ application: Application; consent: PartnerConsent | undefined }> {
    const application = await this.applications.lock(id);
    if (!application?.coOrganisationIds.includes(organisationId) || !actor.holdsFor(organisationId, 'applicant')) throw noSuchApplication();
    return { application, consent: (await this.applications.consents([id])).find((one) => one.organisationId === organisationId) };
  }

  async note(id: string, said: Omit<PartnerConsent, 'askedAt'>): Promise<void> {
    await this.applications.answerAsPartner(id, said);
  }
}

/** A member of a partner says whether her organisation takes part. */
@Injectable()
export class AnswerAsPartner {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldAsPartner,
    private readonly letters: PartnerLetters,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `application_absent`, `partner_not_asked`, `note_needed` */
  run(id: string, { organisationId, agreed, note = null }: { organisationId: string; agreed: boolean; note?: string | null }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { application, consent } = await this.asked(id, { organisationId, agreed }, actor);
      if (!agreed && note === null) throw refused('note_needed', say('请说明不参加的原因', 'Please say why your organisation does not take part'));
      const at = await this.time.now();
      await this.holding.note(id, { organisationId, state: agreed ? 'agreed' : 'declined', answeredAt: at, answeredBy: actor.accountId, note });
      await this.letters.answered(application, organisationId, { agreed, note, at });
      if (application.status !== 'draft' && consent.state === 'left') await this.letters.back(application, organisationId, at);
      await this.audit.record({ action: agreed ? 'application.partner_agreed' : 'application.partner_declined', subject: { kind: 'application', id }, actor, facts: { organisation: organisationId, note } });
    });
  }

  private async asked(id: string, { organisationId, agreed }: { organisationId: string; agreed: boolean }, actor: Actor): Promise<{ application: Application; consent: PartnerConsent }> {
    const { application, consent } = await this.holding.run(id, organisationId, actor);
    if (!consent || !mayAnswer(application, consent.state, agreed)) throw refused('partner_not_asked', say('申报已经提交或撤回，不能再答复；资格审查作出决定之前可以退出', 'It was submitted or withdrawn, so nothing can be answered any more; until the screening decides your organisation may leave it'));
    return { application, consent };
  }
}
