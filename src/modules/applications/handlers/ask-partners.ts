import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { refused, say, type Sentence } from '#libs/errors';
import { Events } from '#libs/events';
import { NothingLeftToDo, PeopleToBeTold } from '#modules/identity';
import { OrganisationsFacade } from '#modules/organisations';
import { noSuchApplication } from '../applications.errors.js';
import type { Application } from '../domain/application.js';
import { ApplicationStore } from '../store/application.store.js';

const keyOf = (id: string, organisationId: string): string => `partner-asked:${id}:${organisationId}:`;

/** A draft may have no name yet. */
const named = (projectName: string, more: Sentence): Sentence =>
  projectName === '' ? more : say(`申报项目“{project}”。${more.zh}`, `The application is "{project}". ${more.en}`);

/** Letters between the one in charge of a joint application and the organisations that are to take part in it. */
@Injectable()
export class PartnerLetters {
  constructor(
    private readonly events: Events,
    private readonly organisations: OrganisationsFacade,
  ) {}

  async ask({ id, projectName, organisationName }: Application, partnerId: string, at: Date): Promise<void> {
    await this.events.tell(PeopleToBeTold, {
      to: { role: 'applicant', subjectId: partnerId }, kind: 'partner-asked', title: say('{organisation}邀请贵单位联合申报', '{organisation} asks you to apply together with it'),
      body: named(projectName, say('贵单位同意后该申报才能提交；不参加也请说明。', 'It can be submitted only once your organisation agrees; if it does not take part, please say so.')),
      link: `/desk/my-applications/${id}`, key: `${keyOf(id, partnerId)}${at.toISOString()}`, facts: { organisation: organisationName, project: projectName },
    });
  }

  async answered({ id, projectName, ownerId }: Application, partnerId: string, { agreed, note, at }: { agreed: boolean; note: string | null; at: Date }): Promise<void> {
    const { name } = await this.organisations.get(partnerId);
    await this.forget(id, partnerId, at);
    await this.events.tell(PeopleToBeTold, {
      to: { accountIds: [ownerId] }, kind: 'partner-answered', title: agreed ? say('{partner}同意联合申报', '{partner} agrees to apply together') : say('{partner}不同意联合申报', '{partner} declines to apply together'),
      body: named(projectName, note === null ? say('打开申报查看。', 'Open the application to see.') : say('对方说明：{note}', 'It says: {note}')),
      link: `/desk/my-applications/${id}`, key: `partner-answered:${id}:${partnerId}:${at.toISOString()}`, facts: { partner: name, project: projectName, note: note ?? '' },
    });
  }

  /** Whoever was asked need not answer any more. */
  async forget(id: string, partnerId: string, at: Date): Promise<void> {
    await this.events.tell(NothingLeftToDo, { asked: [keyOf(id, partnerId)], until: at.toISOString() });
  }
}

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

/** A member of a partner says whether her organisation takes part. */
@Injectable()
export class AnswerAsPartner {
  constructor(
    private readonly tx: Transaction,
    private readonly applications: ApplicationStore,
    private readonly letters: PartnerLetters,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `application_absent`, `partner_not_asked`, `note_needed` */
  run(id: string, { organisationId, agreed, note = null }: { organisationId: string; agreed: boolean; note?: string | null }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const application = await this.asked(id, organisationId, actor);
      if (!agreed && note === null) throw refused('note_needed', say('请说明不参加的原因', 'Please say why your organisation does not take part'));
      const at = await this.time.now();
      await this.applications.answerAsPartner(id, { organisationId, state: agreed ? 'agreed' : 'declined', answeredAt: at, answeredBy: actor.accountId, note });
      await this.letters.answered(application, organisationId, { agreed, note, at });
      await this.audit.record({ action: agreed ? 'application.partner_agreed' : 'application.partner_declined', subject: { kind: 'application', id }, actor, facts: { organisation: organisationId, note } });
    });
  }

  private async asked(id: string, organisationId: string, actor: Actor): Promise<Application> {
    const application = await this.applications.lock(id);
    if (!application?.coOrganisationIds.includes(organisationId) || !actor.holdsFor(organisationId, 'applicant')) throw noSuchApplication();
    const asked = (await this.applications.consents([id])).some((one) => one.organisationId === organisationId);
    if (!asked || application.status !== 'draft') throw refused('partner_not_asked', say('申报已经提交或撤回，不能再答复；需要退出时请与牵头单位联系', 'It was submitted or withdrawn, so nothing can be answered any more; to leave it, talk to the leading organisation'));
    return application;
  }
}
