import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { dayOf } from '#libs/calendar';
import { canonicalJson } from '#libs/canonical-json';
import { newId, Transaction } from '#libs/database';
import { Events } from '#libs/events';
import { Outbox } from '#libs/jobs';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade, type CallView } from '#modules/calls';
import { nothingToAnnounce } from '../awards.errors.js';
import { NoticePublished } from '../awards.events.js';
import type { Award } from '../domain/award.js';
import { AwardNotice, type NoticeColumn, type NoticeContent } from '../domain/notice.js';
import { printNoticeJob } from '../jobs/print-notice.job.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { HoldRound } from './hold-round.js';
import { NoticeView } from './notice.view.js';
import { placeOf } from './award.view.js';
import { RecordAward } from './record-award.js';

/** Makes the list that is put before the public: what the rulebook shows, for as long as it says. */
@Injectable()
export class DrawNotice {
  constructor(
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly notices: NoticeStore,
  ) {}

  /** @throws DomainError `calendar.year-without-notice` */
  async run(call: CallView, proposed: readonly Award[], now: Date): Promise<AwardNotice> {
    const { awards: terms, objection } = call.rulebook.publicity;
    const { first, last } = (await this.calls.calendar()).period({ start: dayOf(now), ...terms.term });
    const rows: NoticeContent['rows'][number][] = [];
    const columns = columnsOf(call, terms.columns);
    for (const award of boardByBoard(call, proposed)) rows.push(await this.row(award, call, columns));
    const content: NoticeContent = {
      callNumber: call.number, title: call.title, organisers: call.rulebook.organisers.map(({ name }) => name), columns, rows, channel: objection.channel,
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
      category: placeOf(call, award.categoryKey).zh,
    };
    return Object.fromEntries(columns.map((column) => [column, all[column]]));
  }
}

/** Ranks count within a board: where a call has boards each line names its own, whatever columns the rulebook shows. */
const columnsOf = ({ rulebook }: CallView, columns: readonly NoticeColumn[]): readonly NoticeColumn[] =>
  rulebook.boards && !columns.includes('category') ? [...columns, 'category'] : columns;

/** One board after the other, in the order of the rulebook. */
function boardByBoard({ rulebook }: CallView, awards: readonly Award[]): readonly Award[] {
  const { boards } = rulebook;
  if (!boards) return awards;
  const place = ({ categoryKey }: Award): number => boards.findIndex(({ categories }) => categories.includes(categoryKey));
  return [...awards].sort((a, b) => place(a) - place(b));
}

/** Puts a notice on record, has it printed, and tells the news. */
@Injectable()
export class RecordNotice {
  constructor(
    private readonly notices: NoticeStore,
    private readonly audit: AuditTrail,
    private readonly events: Events,
    private readonly outbox: Outbox,
  ) {}

  async run(notice: AwardNotice, actor: Actor): Promise<void> {
    const { id: noticeId, callId, hash, firstDay, lastDay } = notice;
    await this.notices.insert(notice);
    await this.audit.record({ action: 'notice.published', subject: { kind: 'call', id: callId }, actor, facts: { noticeId, hash, firstDay, lastDay } });
    await this.outbox.enqueue(printNoticeJob, { noticeId }, { key: noticeId });
    await this.events.tell(NoticePublished, { noticeId, callId });
  }
}

/** The call is on notice, and everybody who applied may know what became of it. */
@Injectable()
export class OpenNotice {
  constructor(
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
  ) {}

  async run(call: CallView, notice: AwardNotice, actor: Actor): Promise<void> {
    if (call.status === 'decided') await this.calls.move(call.id, 'in_publicity', actor, { noticeId: notice.id });
    await this.applications.announceOutcomes(call.id, actor);
  }
}

/** What a notice is made with. */
@Injectable()
export class NoticeDesk {
  constructor(
    readonly drawing: DrawNotice,
    readonly records: RecordNotice,
    readonly opening: OpenNotice,
  ) {}
}

/** Puts every proposed award before the public. */
@Injectable()
export class AnnounceAwards {
  constructor(
    private readonly tx: Transaction,
    private readonly rounds: HoldRound,
    private readonly awards: AwardStore,
    private readonly desk: NoticeDesk,
    private readonly records: RecordAward,
  ) {}

  /** @throws DomainError `nothing_to_announce`, `calendar.year-without-notice`, `call_stopped`, `wrong_state` */
  run(callId: string, actor: Actor): Promise<NoticeView> {
    return this.tx.run(async () => {
      const { call, now } = await this.rounds.own(callId, actor);
      const proposed = (await this.awards.ofCall(callId)).filter(({ status }) => status === 'proposed');
      if (proposed.length === 0) throw nothingToAnnounce();
      const notice = await this.desk.drawing.run(call, proposed, now);
      await this.desk.records.run(notice, actor);
      for (const award of proposed) await this.records.run(award, 'announce', { actor, now }, { noticeId: notice.id }, { noticeId: notice.id });
      await this.desk.opening.run(call, notice, actor);
      return NoticeView.of(notice);
    });
  }
}
