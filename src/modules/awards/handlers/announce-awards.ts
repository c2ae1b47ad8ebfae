import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail, canonicalJson } from '#libs/audit';
import { dayOf, endOfDay, type Day } from '#libs/calendar';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { Events } from '#libs/events';
import { Outbox } from '#libs/jobs';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade, type CallView } from '#modules/calls';
import { noSuchRound, nothingToAnnounce } from '../awards.errors.js';
import { AwardConfirmed } from '../awards.events.js';
import { awards as mayAwardThere } from '../awards.permissions.js';
import { newsOf } from './award-news.js';
import type { Award } from '../domain/award.js';
import { awardLifecycle } from '../domain/award.lifecycle.js';
import { AwardNotice, type NoticeColumn, type NoticeContent } from '../domain/notice.js';
import { printNoticeJob } from '../jobs/print-notice.job.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { AwardRow } from './award.view.js';
import { NoticeView } from './notice.view.js';

/** What both steps of the public notice write on. */
@Injectable()
export class NoticeDesk {
  constructor(
    readonly audit: AuditTrail,
    readonly events: Events,
    readonly outbox: Outbox,
    readonly time: DatabaseTime,
  ) {}
}

/** Puts every proposed award before the public, and confirms it once the term is over. */
@Injectable()
export class AnnounceAwards {
  constructor(
    private readonly tx: Transaction,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly awards: AwardStore,
    private readonly notices: NoticeStore,
    private readonly desk: NoticeDesk,
  ) {}

  /** @throws DomainError `nothing_to_announce`, `calendar.year-without-notice`, `wrong_state` */
  announce(callId: string, actor: Actor): Promise<NoticeView> {
    return this.tx.run(async () => {
      const call = await this.own(callId, actor);
      const proposed = (await this.awards.ofCall(callId)).filter(({ status }) => status === 'proposed');
      if (proposed.length === 0) throw nothingToAnnounce();
      const notice = await this.draw(call, proposed);
      await this.notices.insert(notice);
      const context = { actor, now: notice.publishedAt };
      for (const award of proposed) {
        awardLifecycle.move(award, 'announce', context);
        award.noticeId = notice.id;
        await this.awards.update(award);
      }
      if (call.status === 'decided') await this.calls.move(callId, 'in_publicity', actor, { noticeId: notice.id });
      await this.applications.announceOutcomes(callId, actor);
      await this.desk.audit.record({ action: 'notice.published', subject: { kind: 'call', id: callId }, actor, facts: { noticeId: notice.id, hash: notice.hash, firstDay: notice.firstDay, lastDay: notice.lastDay } });
      await this.desk.outbox.enqueue(printNoticeJob, { noticeId: notice.id }, { key: notice.id });
      return NoticeView.of(notice);
    });
  }

  /** Confirms what has stood its term; an award under objection waits. @throws DomainError with the reason when none can be confirmed */
  confirm(callId: string, actor: Actor): Promise<AwardRow[]> {
    return this.tx.run(async () => {
      const call = await this.own(callId, actor);
      const now = await this.desk.time.now();
      const open = (await this.notices.objections(callId)).filter((objection) => objection.open);
      const standing = (await this.awards.ofCall(callId)).filter(({ status }) => status === 'in_publicity');
      if (standing.length === 0) throw nothingToAnnounce();
      const { last } = (await this.calls.calendar()).period({ start: dayOf(now), ...call.rulebook.acceptance.term });
      for (const award of standing) {
        const noticeEndsAt = endOfDay((await this.notices.find(award.noticeId!))!.lastDay as Day);
        // An objection that names nobody is one against the whole list.
        const objectionOpen = open.some(({ awardId, noticeId }) => awardId === award.id || (awardId === null && noticeId === award.noticeId));
        const held = objectionOpen && now > noticeEndsAt && standing.length > 1 && open.every(({ awardId }) => awardId !== null);
        if (held) continue;
        awardLifecycle.move(award, 'confirm', { actor, now, noticeEndsAt, objectionOpen });
        Object.assign(award, { publicityEndedAt: noticeEndsAt, answerUntil: endOfDay(last) });
        await this.awards.update(award);
        await this.desk.audit.record({ action: 'award.confirmed', subject: { kind: 'award', id: award.id }, actor, facts: { amountFen: award.amountFen, answerUntil: last } });
        await this.desk.events.tell(AwardConfirmed, newsOf(award));
      }
      if (call.status === 'in_publicity') await this.calls.move(callId, 'confirmed', actor);
      return (await this.awards.ofCall(callId)).map((award) => AwardRow.of(award));
    });
  }

  private async own(callId: string, actor: Actor): Promise<CallView> {
    const round = await this.awards.lockRound(callId);
    if (!round || !mayAwardThere(actor, round)) throw noSuchRound();
    return this.calls.hold(callId);
  }

  private async draw(call: CallView, proposed: readonly Award[]): Promise<AwardNotice> {
    const { awards: terms, objection } = call.rulebook.publicity;
    const now = await this.desk.time.now();
    const { first, last } = (await this.calls.calendar()).period({ start: dayOf(now), ...terms.term });
    const rows: NoticeContent['rows'][number][] = [];
    for (const award of proposed) rows.push(await this.row(award, call, terms.columns));
    const content: NoticeContent = {
      callNumber: call.number, title: call.title, organisers: call.rulebook.organisers.map(({ name }) => name), columns: terms.columns, rows, channel: objection.channel,
    };
    return Object.assign(new AwardNotice(), {
      id: newId<string>(), callId: call.id, ordinal: (await this.notices.ofCall(call.id)).length + 1, publishedAt: now, firstDay: first, lastDay: last, content,
      hash: createHash('sha256').update(canonicalJson(content)).digest('hex'), documentId: null, withdrawnAt: null, withdrawnReason: null,
    });
  }

  private async row(award: Award, call: CallView, columns: readonly NoticeColumn[]): Promise<NoticeContent['rows'][number]> {
    const application = await this.applications.get(award.applicationId);
    const all: Record<NoticeColumn, string | number | null> = {
      rank: award.rank, organisation: application.organisationName, project: application.projectName, amount: award.amountFen, score: application.score,
      category: call.rulebook.categories.find(({ key }) => key === award.categoryKey)?.title.zh ?? award.categoryKey,
    };
    return Object.fromEntries(columns.map((column) => [column, all[column]]));
  }
}
