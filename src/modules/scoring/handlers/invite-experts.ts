import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, invalid, refused, say } from '#libs/errors';
import { CallsFacade, type CallView } from '#modules/calls';
import type { Panel } from '../store/assignment.store.js';
import { InvitationStore, type Invitation } from '../store/invitation.store.js';
import { HoldUnsealed } from './commit-assignment.js';
import type { PanelInCall } from './gather-plan.js';
import type { OwnInvitationView } from './invitation.view.js';
import { ReadPool } from './read-pool.js';
import { GiveSeat } from './seat-judges.js';
import { WriteInvitation } from './write-invitation.js';

const noSuchInvitation = () => absent('invitation_absent', say('没有找到这份邀请', 'There is no such invitation'));

/** Puts invitations on record and sends them. */
@Injectable()
export class RecordInvitations {
  constructor(
    private readonly invitations: InvitationStore,
    private readonly writing: WriteInvitation,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async run({ call, callId, stageKey, blocKey }: PanelInCall, accountIds: readonly string[], replyBy: Date, actor: Actor): Promise<number> {
    const now = await this.time.now();
    if (replyBy <= now) throw invalid('reply_by_past', say('答复期限须在现在以后', 'The answer must be due in the future'), { problems: [{ path: 'replyBy', code: 'reply_by_past', sentence: say('答复期限须在现在以后', 'The answer must be due in the future') }] });
    const sent: Invitation[] = [];
    for (const accountId of new Set(accountIds)) {
      const wanted: Invitation = { id: newId(), callId, stageKey, blocKey, accountId, status: 'invited', replyBy, invitedBy: actor.accountId, invitedAt: now, answeredAt: null, reason: null, remindedAt: null };
      const id = await this.invitations.invite(wanted);
      if (id !== null) sent.push({ ...wanted, id });
    }
    await this.writing.asked(sent, call, actor.accountId);
    const asked = sent.map(({ accountId }) => accountId);
    if (asked.length > 0) await this.audit.record({ action: 'panel.invited', subject: { kind: 'call', id: callId }, actor, facts: { stageKey, blocKey, asked, replyBy: replyBy.toISOString() } });
    return asked.length;
  }
}

/** An officer asks people of the pool to join a panel; whoever accepts is seated. */
@Injectable()
export class InviteExperts {
  constructor(
    private readonly tx: Transaction,
    private readonly holding: HoldUnsealed,
    private readonly pool: ReadPool,
    private readonly records: RecordInvitations,
  ) {}

  /** @throws DomainError `not_in_pool`, `reply_by_past`, `stage_sealed`. @returns how many were newly asked */
  run(panel: Panel, { accountIds, replyBy }: { accountIds: readonly string[]; replyBy: Date }, actor: Actor): Promise<number> {
    return this.tx.run(async () => {
      const held = await this.holding.of(panel, actor);
      const pool = new Set((await this.pool.of(held.call)).map(({ id }) => id));
      if (accountIds.some((id) => !pool.has(id))) throw refused('not_in_pool', say('此人不在本单位的评审专家库中', 'This person is not in the pool of judges'));
      return this.records.run(held, accountIds, replyBy, actor);
    });
  }
}

/** Gives whoever accepts the place that she was asked for. Joins the caller's transaction. */
@Injectable()
export class SeatInvited {
  constructor(
    private readonly giving: GiveSeat,
    private readonly calls: CallsFacade,
  ) {}

  /** @throws DomainError `barred_occupation` */
  async run({ callId, stageKey, blocKey, accountId }: Invitation): Promise<void> {
    const bloc = (await this.calls.get(callId)).rulebook.scoring.stages.find(({ key }) => key === stageKey)?.blocs.find(({ key }) => key === blocKey);
    await this.giving.run({ callId, stageKey, blocKey }, accountId, bloc?.panel.barred ?? []);
  }
}

/** Seats whoever accepts, and keeps the reason of whoever declines. Joins the caller's transaction. */
@Injectable()
export class RecordAnswer {
  constructor(
    private readonly invitations: InvitationStore,
    private readonly seating: SeatInvited,
    private readonly writing: WriteInvitation,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async run(invitation: Invitation, answer: 'accepted' | 'declined', reason: string | null, actor: Actor): Promise<void> {
    const { id, callId, stageKey, blocKey } = invitation;
    await this.invitations.settle(id, answer, { at: await this.time.now(), reason });
    if (answer === 'accepted') await this.seating.run(invitation);
    await this.writing.answered(invitation);
    await this.audit.record({ action: 'panel.answered', subject: { kind: 'call', id: callId }, actor, facts: { invitationId: id, stageKey, blocKey, answer, reason } });
  }
}

/** An expert accepts or declines. */
@Injectable()
export class AnswerInvitation {
  constructor(
    private readonly tx: Transaction,
    private readonly invitations: InvitationStore,
    private readonly calls: CallsFacade,
    private readonly records: RecordAnswer,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `invitation_absent`, `invitation_answered`, `invitation_over`, `reason_due`, `barred_occupation` */
  run(id: string, { answer, reason }: { answer: 'accepted' | 'declined'; reason?: string }, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      const invitation = await this.invitations.lock(id);
      if (invitation?.accountId !== actor.accountId || invitation.status === 'withdrawn') throw noSuchInvitation();
      refuseAnswered(invitation, await this.time.arrival());
      if (answer === 'declined' && !reason) throw invalid('reason_due', say('请写明不能参加的原因', 'Please give the reason'), { problems: [{ path: 'reason', code: 'reason_due', sentence: say('请写明不能参加的原因', 'Please give the reason') }] });
      await this.records.run(invitation, answer, reason ?? null, actor);
    });
  }

  /** Her own, the newest first. */
  async own(actor: Actor): Promise<OwnInvitationView[]> {
    const [invitations, now] = await Promise.all([this.invitations.ofAccount(actor.accountId), this.time.now()]);
    return Promise.all(invitations.map(async (invitation) => ownView(invitation, await this.calls.get(invitation.callId), now)));
  }
}

function refuseAnswered({ status, replyBy }: Invitation, now: Date): void {
  if (status !== 'invited') throw refused('invitation_answered', say('您已经答复过这份邀请；如有变化请联系工作人员', 'You have answered this invitation; tell staff if anything has changed'));
  if (replyBy < now) throw refused('invitation_over', say('答复期限已过，请联系工作人员', 'The time to answer is over; please contact staff'));
}

function ownView({ id, stageKey, blocKey, status, replyBy }: Invitation, { title, rulebook }: CallView, now: Date): OwnInvitationView {
  const stage = rulebook.scoring.stages.find(({ key }) => key === stageKey)!;
  const { opensAt = null, closesAt = null } = rulebook.stages.find(({ key }) => key === stage.stage) ?? {};
  return { id, callTitle: title, stageTitle: stage.title, blocTitle: stage.blocs.find(({ key }) => key === blocKey)!.title, status, replyBy, opensAt, closesAt, open: status === 'invited' && replyBy >= now };
}
