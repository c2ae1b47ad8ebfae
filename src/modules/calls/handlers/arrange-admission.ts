import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { MailingPrepared, type ToBeTold } from '#modules/identity';
import { codeWrong, invitationEnded, noSuchCall, notYourOrganisation } from '../calls.errors.js';
import { mayChange, reads } from '../calls.permissions.js';
import { isAccessCode, newAccessCode } from '../domain/admission/access-code.js';
import { CallAdmission, CallInvitation } from '../domain/admission/admission.js';
import type { Call } from '../domain/call.js';
import { AdmissionStore } from '../store/admission.store.js';
import { CallStore } from '../store/call.store.js';
import { AdmissionView } from './admission.view.js';
import { PossibleView } from './possible.view.js';

export const CODE_CHOICES = ['none', 'keep', 'new'] as const;

export interface WantedAdmission {
  readonly listed: boolean;
  /** No code, the present one, or another in its place. */
  readonly code: (typeof CODE_CHOICES)[number];
}

/** Lets organisations into a call by invitation, and writes to their members once the call is public to them. */
@Injectable()
export class RecordInvitation {
  constructor(
    private readonly admissions: AdmissionStore,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly time: DatabaseTime,
  ) {}

  /** Answers whether it was not invited yet. */
  async run(call: Call, organisationId: string, way: CallInvitation['way'], actor: Actor): Promise<boolean> {
    const fresh = await this.admissions.invite(Object.assign(new CallInvitation(), { callId: call.id, organisationId, way, addedBy: actor.accountId, addedAt: await this.time.now(), endedAt: null }));
    if (fresh) await this.audit.record({ action: 'call.organisation_invited', subject: { kind: 'call', id: call.id }, actor, facts: { organisationId, way } });
    return fresh;
  }

  /** Told once for each call and organisation, however often it is asked. */
  async tell(call: Call, organisationIds: readonly string[], by: string): Promise<void> {
    const { id, nodePath, number } = call;
    if (organisationIds.length === 0) return;
    await this.events.tell(MailingPrepared, {
      by, nodePath, key: `call-invitations:${id}:${newId<string>()}`, about: say(`${number} 邀请 ${organisationIds.length} 家组织申报`, `${number}: ${organisationIds.length} organisations are invited to apply`),
      letters: organisationIds.map((organisationId) => letterTo(organisationId, call)),
    });
  }
}

const letterTo = (organisationId: string, { id, number, title, opensAt, closesAt }: Call): ToBeTold => ({
  to: { role: 'applicant', subjectId: organisationId }, kind: 'call-invitation', link: `/calls/${id}`, key: `call-invitation:${id}:${organisationId}`,
  title: say('{number} 邀请贵组织申报', '{number}: your organisation is invited to apply'),
  body: say('“{call}”邀请贵组织申报，{opens} 开放，{closes} 截止（北京时间）。', 'Your organisation is invited to apply to "{call}". It opens on {opens} and closes on {closes} (Beijing time).'),
  facts: { number, call: title, opens: opensAt?.toISOString() ?? '', closes: closesAt?.toISOString() ?? '' },
});

/** What an officer has set, on record. */
@Injectable()
export class RecordAdmission {
  constructor(
    private readonly admissions: AdmissionStore,
    private readonly audit: AuditTrail,
    private readonly time: DatabaseTime,
  ) {}

  async run(call: Call, { listed, code: choice }: WantedAdmission, actor: Actor): Promise<void> {
    const before = await this.admissions.find(call.id);
    const kept = choice === 'keep' ? (before?.code ?? null) : null;
    const code = choice === 'new' ? newAccessCode() : kept;
    await this.admissions.keep(Object.assign(new CallAdmission(), { callId: call.id, listed, code, changedBy: actor.accountId, changedAt: await this.time.now() }));
    await this.audit.record({ action: 'call.admission_set', subject: { kind: 'call', id: call.id }, actor, facts: { listed, code: choice } });
  }

  async uninvited(call: Call, organisationId: string, actor: Actor): Promise<void> {
    if (!(await this.admissions.uninvite(call.id, organisationId, await this.time.now()))) return;
    await this.audit.record({ action: 'call.organisation_uninvited', subject: { kind: 'call', id: call.id }, actor, facts: { organisationId } });
  }
}

/** An officer says who may apply in a call by invitation. */
@Injectable()
export class ArrangeAdmission {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly admissions: AdmissionStore,
    private readonly records: RecordInvitation,
    private readonly settings: RecordAdmission,
  ) {}

  /** @throws DomainError `call_absent` */
  async read(callId: string, actor: Actor): Promise<AdmissionView> {
    const call = await this.calls.find(callId);
    if (!call || !reads(actor, call)) throw noSuchCall();
    const [admission, invitations] = await Promise.all([this.admissions.find(call.id), this.admissions.invitations(call.id)]);
    return AdmissionView.of(call, admission, invitations, PossibleView.of(mayChange(actor, call)));
  }

  /** @throws DomainError `call_absent`, `not_the_officer` */
  set(callId: string, wanted: WantedAdmission, actor: Actor): Promise<void> {
    return this.tx.run(async () => this.settings.run(await this.changeable(callId, actor), wanted, actor));
  }

  /** @throws DomainError `call_absent`, `not_the_officer` */
  invite(callId: string, organisationIds: readonly string[], actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const call = await this.changeable(callId, actor);
      const fresh: string[] = [];
      for (const organisationId of new Set(organisationIds)) if (await this.records.run(call, organisationId, 'named', actor)) fresh.push(organisationId);
      if (call.publishedAt) await this.records.tell(call, fresh, actor.accountId);
    });
  }

  /** What the organisation has begun already stays its own. @throws DomainError `call_absent`, `not_the_officer` */
  uninvite(callId: string, organisationId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const call = await this.changeable(callId, actor);
      await this.settings.uninvited(call, organisationId, actor);
    });
  }

  private async changeable(callId: string, actor: Actor): Promise<Call> {
    const call = await this.calls.hold(callId);
    if (!call || !reads(actor, call)) throw noSuchCall();
    insist(mayChange(actor, call), 'forbidden');
    return call;
  }
}

/** A member lets her organisation in with the code that it was given; where an officer has taken its invitation back, only an officer lets it in again. */
@Injectable()
export class RedeemCode {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallStore,
    private readonly admissions: AdmissionStore,
    private readonly records: RecordInvitation,
  ) {}

  /** @throws DomainError `not_your_organisation`, `code_wrong` (also for a call that is not there), `invitation_ended` */
  run(callId: string, { code, organisationId }: { code: string; organisationId: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      if (!actor.holdsFor(organisationId, 'applicant')) throw notYourOrganisation();
      const call = await this.calls.hold(callId);
      if (!call || !isAccessCode(await this.codeOf(call), code)) throw codeWrong();
      if (await this.admissions.isUninvited(callId, organisationId)) throw invitationEnded();
      await this.records.run(call, organisationId, 'code', actor);
    });
  }

  private async codeOf({ id, publishedAt }: Call): Promise<string | null> {
    return publishedAt === null ? null : ((await this.admissions.find(id))?.code ?? null);
  }
}
