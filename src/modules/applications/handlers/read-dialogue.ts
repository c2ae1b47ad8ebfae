import { Injectable } from '@nestjs/common';
import { no, yes, type Actor, type Verdict } from '#libs/access';
import { dayOf, endOfDay } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import { say } from '#libs/errors';
import { CallsFacade, type CallView } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { noSuchApplication } from '../applications.errors.js';
import { checkable, isApplicant, isMember, readsAsStaff } from '../applications.permissions.js';
import type { Application, ApplicationHistory } from '../domain/application.js';
import { screeningRules } from '../domain/screening/consensus.js';
import type { Appeal, Supplement } from '../domain/screening/dialogue.js';
import { screeningClock, type Pause } from '../domain/screening/screening-clock.js';
import { ApplicationStore } from '../store/application.store.js';
import { ScreeningStore } from '../store/screening.store.js';
import { FindRefusal, mayAppeal, mayDecideAppeal, type Refusal } from './appeal-refusal.js';
import { AppealView, PermittedView, ScreeningClockView, SupplementView, type DialogueView, type RefusalView } from './dialogue.view.js';

/** What the reader of a dialogue needs of other modules. */
@Injectable()
export class DialogueSources {
  constructor(
    readonly calls: CallsFacade,
    readonly documents: DocumentsFacade,
    readonly identity: IdentityFacade,
    readonly time: DatabaseTime,
  ) {}
}

@Injectable()
export class ReadDialogue {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly screening: ScreeningStore,
    private readonly refusals: FindRefusal,
    private readonly sources: DialogueSources,
  ) {}

  /** For the applicant and for the staff of the place. @throws DomainError `application_absent` */
  async run(id: string, actor: Actor): Promise<DialogueView> {
    const application = await this.visible(id, actor);
    const [now, call, supplements, appeals, refusal, history] = await Promise.all([
      this.sources.time.now(), this.sources.calls.get(application.callId), this.screening.supplements(id), this.screening.appeals(id), this.refusals.run(application), this.applications.history(id),
    ]);
    const outside = isMember(actor, application);
    const [files, names] = await Promise.all([
      this.sources.documents.many([...supplements, ...appeals].flatMap(({ documentIds }) => documentIds)), this.sources.identity.names(outside ? [] : appeals.map(({ decidedBy }) => decidedBy)),
    ]);
    const byId = new Map(files.map((file) => [file.id as string, file]));
    return {
      supplements: supplements.map((supplement) => SupplementView.of(supplement, byId, now)), refusal: refusal && (await this.refusalView(application, call, refusal, { actor, now })),
      appeals: appeals.map((appeal) => AppealView.of(appeal, byId, names, decidable(actor, application, appeal))),
      clock: outside ? null : await this.clock(application, call, { supplements, history, now }), asking: PermittedView.of(outside ? no('not_a_screener', say('由审查员提出', 'A screener asks')) : askable(actor, application, supplements, now)),
    };
  }

  private async visible(id: string, actor: Actor): Promise<Application> {
    const application = await this.applications.find(id);
    const readable = application && (isMember(actor, application) || (application.status !== 'draft' && readsAsStaff(actor, application)));
    if (!readable) throw noSuchApplication();
    return application;
  }

  private async refusalView(application: Application, { rulebook }: CallView, refusal: Refusal, { actor, now }: { actor: Actor; now: Date }): Promise<RefusalView> {
    const failed = (await this.applications.checks(application.id)).filter(({ verdict }) => verdict === 'failed');
    const appealing = isApplicant(actor, application) ? mayAppeal(refusal, now) : no('not_the_applicant', say('由牵头申报单位提出', 'The leading organisation lodges it'));
    return {
      at: refusal.at, reason: application.reason ?? '', appealUntil: refusal.appealUntil, appealing: PermittedView.of(appealing),
      grounds: failed.flatMap(({ ruleId, note }) => rulebook.eligibility.filter(({ id }) => id === ruleId).map(({ text }) => ({ rule: text, found: note ?? '' }))),
    };
  }

  private async clock({ submittedAt, status }: Application, { rulebook, closesAt }: CallView, { supplements, history, now }: { supplements: readonly Supplement[]; history: readonly ApplicationHistory[]; now: Date }): Promise<ScreeningClockView | null> {
    const { decision } = screeningRules(rulebook);
    if (!decision || submittedAt === null || !['submitted', 'returned'].includes(status)) return null;
    const start = dayOf(submittedAt > closesAt ? submittedAt : closesAt);
    const { last } = (await this.sources.calls.calendar()).foreseen().period({ start, ...decision });
    return ScreeningClockView.of(screeningClock(endOfDay(last), [...supplements.map((one): Pause => ({ from: one.askedAt, until: one.endedBy(now) })), ...corrections(history)], now));
  }
}

/** From each return to what came of it. */
const corrections = (history: readonly ApplicationHistory[]): Pause[] =>
  history.flatMap(({ move, at }, index) => (move === 'return' ? [{ from: at, until: history[index + 1]?.at ?? null }] : []));

const decidable = (actor: Actor, application: Application, appeal: Appeal): Verdict =>
  appeal.status === 'lodged' ? mayDecideAppeal(actor, application, appeal.refusedBy) : no('appeal_decided', say('该申诉已经处理', 'This appeal is decided already'));

function askable(actor: Actor, application: Application, supplements: readonly Supplement[], now: Date): Verdict {
  const screener = checkable(actor, application);
  if (!screener.allowed) return screener;
  if (application.status !== 'submitted') return no('being_corrected', say('正在补正，不能另行要求补充', 'It is being corrected; nothing more can be asked for now'));
  return supplements.some((one) => one.isAwaited(now)) ? no('supplement_open', say('已有一项补充要求在等待答复', 'One request is awaited already')) : yes;
}
