import { Injectable } from '@nestjs/common';
import { no, yes, type Actor, type Verdict } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Transaction } from '#libs/database';
import { refused, say } from '#libs/errors';
import type { AwardNotice } from '../domain/notice.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { HoldRound } from './hold-round.js';
import { NoticeView } from './notice.view.js';
import { WithdrawNotice } from './take-down.js';

const NONE_STANDS = no('notice_none_standing', say('没有可以更正的公示', 'There is no notice that could be corrected'));
const STOOD = no('notice_stood', say('该公示已有项目确认立项，不能再撤回更正', 'Awards of this notice are confirmed already; it cannot be withdrawn'));

/** Which list an officer may still take down to put it right: the newest on which nothing is confirmed yet. */
@Injectable()
export class CorrectableNotice {
  constructor(
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
  ) {}

  async of(callId: string): Promise<{ notice: AwardNotice | null; verdict: Verdict }> {
    const listed = (await this.awards.ofCall(callId)).filter(({ status }) => status === 'in_publicity');
    const standing = (await this.notices.ofCall(callId)).filter(({ id, withdrawnAt }) => withdrawnAt === null && listed.some(({ noticeId }) => noticeId === id));
    const notice = standing.sort((a, b) => b.ordinal - a.ordinal)[0] ?? null;
    if (!notice) return { notice, verdict: NONE_STANDS };
    const confirmed = (await this.awards.ofCall(callId)).some(({ noticeId, publicityEndedAt }) => noticeId === notice.id && publicityEndedAt !== null);
    return { notice, verdict: confirmed ? STOOD : yes };
  }
}

/**
 * A published list is never altered: it is taken down with a reason that everybody reads, what stood on it is proposed again, and the
 * list put right is a new notice with a term of its own. Objections already made carry over to it.
 */
@Injectable()
export class CorrectNotice {
  constructor(
    private readonly tx: Transaction,
    private readonly rounds: HoldRound,
    private readonly correctable: CorrectableNotice,
    private readonly lists: WithdrawNotice,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `call_absent`, `call_stopped`, `notice_none_standing`, `notice_stood` */
  run(callId: string, reason: string, actor: Actor): Promise<NoticeView> {
    return this.tx.run(async () => {
      const { now } = await this.rounds.own(callId, actor);
      const { notice, verdict } = await this.correctable.of(callId);
      if (!verdict.allowed) throw refused(verdict.code, verdict.sentence);
      await this.lists.run({ noticeId: notice!.id, callId, reason, facts: {} }, { actor, now });
      await this.audit.record({ action: 'notice.withdrawn_for_correction', subject: { kind: 'call', id: callId }, actor, facts: { noticeId: notice!.id, hash: notice!.hash, reason } });
      return NoticeView.of(Object.assign(notice!, { withdrawnAt: now, withdrawnReason: reason }));
    });
  }
}
