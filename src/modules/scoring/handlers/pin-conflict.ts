import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, Transaction } from '#libs/database';
import { absent, refused, say } from '#libs/errors';
import { ApplicationsFacade, type ApplicationView } from '#modules/applications';
import type { CallView } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { ConflictPin } from '../domain/conflicts/conflict-pin.js';
import type { ScoreStageRound } from '../domain/score-sheet.js';
import { ExpertStore } from '../store/expert.store.js';
import { PanelStore } from '../store/panel.store.js';
import { RecordDeclaration } from './declare-conflict.js';
import { DetectConflicts } from './detect-conflicts.js';
import { HoldStage } from './hold-stage.js';
import { ReadDuties } from './read-duties.js';
import { ReadPool } from './read-pool.js';

const noSuchPin = () => absent('pin_absent', say('没有这条认定', 'There is no such decision'));

/** When a stage begins, what the platform knows of keeps its judges out without their having to say so. Joins the caller's transaction. */
@Injectable()
export class BlockDetected {
  constructor(
    private readonly panels: PanelStore,
    private readonly owing: ReadDuties,
    private readonly identity: IdentityFacade,
    private readonly detecting: DetectConflicts,
    private readonly records: RecordDeclaration,
  ) {}

  async run(call: CallView, { stageKey, applicationIds }: ScoreStageRound, actor: Actor): Promise<void> {
    const seats = (await this.panels.seats(call.id, stageKey)).filter(({ status }) => status === 'seated');
    const [names, duties, declared] = await Promise.all([this.identity.names(seats.map(({ accountId }) => accountId)), this.owing.of(call.id), this.panels.declarations(applicationIds)]);
    const known = new Set(declared.map(({ accountId, applicationId }) => `${accountId} ${applicationId}`));
    const experts = [...new Map(seats.map(({ accountId, alias }) => [accountId, { id: accountId, name: names.get(accountId) ?? alias }])).values()];
    for (const { accountId, applicationId, level, why } of await this.detecting.run({ call, applicationIds, experts })) {
      const due = seats.some((seat) => seat.accountId === accountId && duties.includes(seat, applicationId));
      if (level === 'block' && due && !known.has(`${accountId} ${applicationId}`)) await this.records.run({ accountId, applicationId, verdict: 'has', note: why.zh, settledBy: null, detected: true }, actor);
    }
  }
}

/** Finds an application of a call for an officer of its place, and her word about one expert before it. */
@Injectable()
export class HoldPair {
  constructor(
    private readonly applications: ApplicationsFacade,
    private readonly holding: HoldStage,
    private readonly identity: IdentityFacade,
    private readonly experts: ExpertStore,
    private readonly pool: ReadPool,
  ) {}

  /** @throws DomainError `application_absent`, `own_conflict`, `expert_absent` also for somebody who could not judge here */
  async of(accountId: string, applicationId: string, actor: Actor): Promise<{ application: ApplicationView; pin: ConflictPin | null }> {
    const application = await this.applications.get(applicationId);
    const call = await this.holding.callOf(application, actor);
    if (accountId === actor.accountId) throw refused('own_conflict', say('不能由本人解除利益冲突', 'Nobody settles a conflict of her own'));
    if (!(await this.pool.knows(call, accountId))) throw absent('expert_absent', say('没有找到该专家', 'There is no such expert'));
    return { application, pin: await this.experts.lockPin(accountId, applicationId) };
  }

  /** A clearance never helps a member of an applicant. @throws DomainError `member_of_applicant` */
  async refuseMember(accountId: string, { organisationId, coOrganisationIds }: ApplicationView): Promise<void> {
    const own = (await this.identity.subjectsOf([accountId], 'applicant')).filter(({ until }) => until === null).map(({ subjectId }) => subjectId);
    if ([organisationId, ...coOrganisationIds].some((id) => own.includes(id))) throw refused('member_of_applicant', say('申报组织的成员不能排除冲突', 'A member of an applicant cannot be cleared'));
  }
}

/** Carries a decision into the stages in which the expert sits. */
@Injectable()
export class ApplyPin {
  constructor(
    private readonly panels: PanelStore,
    private readonly records: RecordDeclaration,
  ) {}

  async run({ accountId, applicationId, verdict, reason }: ConflictPin, callId: string, actor: Actor): Promise<void> {
    const open = (await this.panels.stages(callId)).filter(({ status, applicationIds }) => status === 'open' && applicationIds.includes(applicationId));
    const sits = (await this.panels.seatsOf(accountId)).some((seat) => open.some(({ stageKey }) => seat.callId === callId && seat.stageKey === stageKey));
    const declared = await this.panels.declaration(accountId, applicationId);
    if (verdict === 'conflict' ? sits : declared?.detected) await this.records.run({ accountId, applicationId, verdict: verdict === 'conflict' ? 'has' : 'none', note: reason, settledBy: actor.accountId }, actor);
  }
}

@Injectable()
export class RecordPin {
  constructor(
    private readonly experts: ExpertStore,
    private readonly applying: ApplyPin,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async set(pin: ConflictPin, callId: string, actor: Actor): Promise<void> {
    pin.setAt = await this.time.now();
    await this.experts.savePin(pin);
    if (pin.verdict === 'conflict') await this.applying.run(pin, callId, actor);
    await this.audit.record({ action: 'conflict.pinned', subject: { kind: 'application', id: pin.applicationId }, actor, facts: { accountId: pin.accountId, verdict: pin.verdict, reason: pin.reason } });
  }

  async confirm(pin: ConflictPin, callId: string, actor: Actor): Promise<void> {
    Object.assign(pin, { confirmedBy: actor.accountId, confirmedAt: await this.time.now() });
    await this.experts.savePin(pin);
    await this.applying.run(pin, callId, actor);
    await this.audit.record({ action: 'conflict.cleared', subject: { kind: 'application', id: pin.applicationId }, actor, facts: { accountId: pin.accountId, reason: pin.reason, setBy: pin.setBy } });
  }
}

/** An officer decides about one expert and one application. A conflict holds at once; a clearance waits for a second officer. */
@Injectable()
export class PinConflict {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldPair,
    private readonly records: RecordPin,
  ) {}

  /** @throws DomainError `application_absent`, `own_conflict`, `expert_absent`, `member_of_applicant` */
  run({ accountId, applicationId, verdict, reason }: { accountId: string; applicationId: string; verdict: 'conflict' | 'clear'; reason: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { application } = await this.holding.of(accountId, applicationId, actor);
      if (verdict === 'clear') await this.holding.refuseMember(accountId, application);
      const pin = Object.assign(new ConflictPin(), { accountId, applicationId, verdict, reason, setBy: actor.accountId, confirmedBy: null, confirmedAt: null });
      await this.records.set(pin, application.callId, actor);
    });
  }

  /** @throws DomainError `pin_absent`, `same_person` */
  confirm(accountId: string, applicationId: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const { application, pin } = await this.holding.of(accountId, applicationId, actor);
      if (!pin || pin.verdict !== 'clear' || pin.confirmedBy) throw noSuchPin();
      if (pin.setBy === actor.accountId) throw refused('same_person', say('须由提出人以外的工作人员确认', 'Somebody other than the proposer must confirm it'));
      await this.records.confirm(pin, application.callId, actor);
    });
  }
}
