import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { addDays, dayOf, endOfDay, isWeekend, startOfDay, type CalendarBook, type Day } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import { fen, toWords } from '#libs/money';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade, type CallView, type ObjectionTerms, type Term } from '#modules/calls';
import { noSuchNotice, noSuchRound, nothingToAnnounce } from '../awards.errors.js';
import { reads } from '../awards.permissions.js';
import type { AwardNotice } from '../domain/notice.js';
import { AwardStore } from '../store/award.store.js';
import { NoticeStore } from '../store/notice.store.js';
import { DrawNotice } from './announce-awards.js';
import { placeOf } from './award.view.js';
import { NoticeView, TermView, type NoticeDayView, type NoticePreviewView, type ObjectionTermsView, type PublicNoticeView, type SubjectView } from './notice.view.js';

type NoticeState = 'running' | 'over' | 'withdrawn' | 'coming';

const LABELS: Record<NoticeState, Sentence> = {
  running: say('公示中', 'On public notice'),
  over: say('公示期满', 'Its period is over'),
  withdrawn: say('已撤回', 'Withdrawn'),
  coming: say('尚未开始', 'Not begun yet'),
};

export function stateOf({ withdrawnAt, firstDay, lastDay }: AwardNotice, now: Date): NoticeState {
  if (withdrawnAt !== null) return 'withdrawn';
  if (now > endOfDay(lastDay as Day)) return 'over';
  return now < startOfDay(firstDay as Day) ? 'coming' : 'running';
}

/** Notices as everybody reads them. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly notices: NoticeStore,
    private readonly awards: AwardStore,
    private readonly calls: CallsFacade,
    private readonly applications: ApplicationsFacade,
    private readonly time: DatabaseTime,
  ) {}

  /** Newest first; withdrawn ones stay readable. */
  async newest(): Promise<PublicNoticeView[]> {
    return this.views(await this.notices.newest());
  }

  /** Newest first. @throws DomainError `notice_absent` */
  async ofCall(callId: string): Promise<PublicNoticeView[]> {
    const found = await this.notices.ofCall(callId);
    if (found.length === 0) throw noSuchNotice();
    return this.views(found);
  }

  private async views(notices: readonly AwardNotice[]): Promise<PublicNoticeView[]> {
    const now = await this.time.now();
    return Promise.all(notices.map((notice) => this.view(notice, now)));
  }

  private async view(notice: AwardNotice, now: Date): Promise<PublicNoticeView> {
    const call = await this.calls.get(notice.callId);
    const { publicity } = call.rulebook;
    const state = stateOf(notice, now);
    return {
      ...NoticeView.of(notice), state, label: LABELS[state], endsAt: endOfDay(notice.lastDay as Day), term: TermView.of(publicity.awards.term), ...totalOf(notice),
      subjects: state === 'running' ? await this.subjects(notice) : [], objection: termsOf(publicity.objection), ...namesOf(call),
    };
  }

  private async subjects({ id, callId }: AwardNotice): Promise<SubjectView[]> {
    const standing = (await this.awards.ofCall(callId)).filter(({ noticeId, status }) => noticeId === id && status === 'in_publicity');
    const found = await this.applications.many(standing.map(({ applicationId }) => applicationId));
    return found.map(({ id: applicationId, projectName, organisationName }) => ({ applicationId, projectName, organisationName }));
  }
}

/** The list as it would be published now, for an officer to read over. */
@Injectable()
export class PreviewNotice {
  constructor(
    private readonly awards: AwardStore,
    private readonly calls: CallsFacade,
    private readonly drawing: DrawNotice,
    private readonly time: DatabaseTime,
  ) {}

  /** @throws DomainError `call_absent`, `nothing_to_announce`, `calendar.year-without-notice` */
  async run(callId: string, actor: Actor): Promise<NoticePreviewView> {
    const round = await this.awards.round(callId);
    if (!round || !reads(actor, round)) throw noSuchRound();
    const proposed = (await this.awards.ofCall(callId)).filter(({ status }) => status === 'proposed');
    if (proposed.length === 0) throw nothingToAnnounce();
    const [call, now, calendar] = await Promise.all([this.calls.get(callId), this.time.now(), this.calls.calendar()]);
    const notice = await this.drawing.run(call, proposed, now);
    const { awards: { term }, objection } = call.rulebook.publicity;
    const { content } = NoticeView.of(notice);
    return {
      firstDay: notice.firstDay, lastDay: notice.lastDay, term: TermView.of(term), days: daysOf(term, dayOf(now), notice.lastDay as Day, calendar), content, ...totalOf(notice),
      objection: termsOf(objection), ...namesOf(call),
    };
  }
}

/** What the list names in Chinese, in both languages. */
const namesOf = (call: CallView): Pick<PublicNoticeView, 'categories' | 'boards'> =>
  ({ categories: call.rulebook.categories.map(({ key }) => placeOf(call, key)), boards: (call.rulebook.boards ?? []).map(({ title }) => title) });

function totalOf({ content }: AwardNotice): { totalFen: number; totalInWords: string } {
  const totalFen = content.rows.reduce((sum, { amount }) => sum + Number(amount ?? 0), 0);
  return { totalFen, totalInWords: toWords(fen(totalFen)) };
}

const termsOf = ({ realName, seal, anonymous, answer, escalation }: ObjectionTerms): ObjectionTermsView =>
  ({ realName, seal, anonymous, answer: TermView.of(answer), escalation: escalation?.to ?? null });

/** Every day from the publication to the last one, numbered where it counts. */
function daysOf({ unit, countFirstDay = false }: Term, published: Day, last: Day, calendar: CalendarBook): NoticeDayView[] {
  const days: NoticeDayView[] = [];
  let ordinal = 0;
  for (let day = published; day <= last; day = addDays(day, 1)) {
    const works = calendar.isWorkingDay(day);
    const counts = (day > published || countFirstDay) && (unit === 'calendar' || works);
    if (counts) ordinal += 1;
    days.push({ day, kind: kindOf(works, isWeekend(day)), ordinal: counts ? ordinal : null });
  }
  return days;
}

function kindOf(works: boolean, weekend: boolean): string {
  if (works) return weekend ? 'make_up' : 'working';
  return weekend ? 'weekend' : 'holiday';
}
