import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { noSuchApplication } from './applications.errors.js';
import type { Application, Outcome } from './domain/application.js';
import type { ApplicationStatus } from './domain/application-status.js';
import type { BudgetSum } from './domain/figures.js';
import type { Answers } from './domain/form/answers.js';
import type { JudgedRule } from './domain/eligibility/judge-rules.js';
import { JudgeAtSigning } from './handlers/judge-at-signing.js';
import { RecordOutcomes, type SealedRanking, type StageResult } from './handlers/record-outcomes.js';
import { ApplicationStore } from './store/application.store.js';
import { ApplicationOutlines, type ApplicationOutline, type Partnership, type Wanted } from './store/application-outlines.js';
import { RankingStore, type StandingRanking } from './store/ranking.store.js';

/** An application as other modules see it. Amounts in fen. */
export interface ApplicationView {
  readonly id: string;
  readonly number: string | null;
  readonly callId: string;
  readonly nodePath: string;
  readonly organisationId: string;
  readonly organisationName: string;
  readonly coOrganisationIds: readonly string[];
  readonly projectName: string;
  readonly categoryKey: string;
  readonly status: ApplicationStatus;
  readonly requestedFen: number;
  /** The whole budget, matching money included. */
  readonly totalFen: number;
  readonly matchingFen: number;
  /** A first-timer's lower cap; null where none applies. */
  readonly ceilingFen: number | null;
  readonly budget: readonly BudgetSum[];
  readonly submittedAt: Date | null;
  readonly rulebookVersion: number;
  readonly answers: Answers;
  /** Keys of the preferences that are met. */
  readonly preferences: readonly string[];
  readonly score: string | null;
  readonly rank: number | null;
  readonly outcome: Outcome | null;
  readonly announcedAt: Date | null;
}

/** What is told of a submission by its hash: nobody's name. */
export interface IssuedReceipt {
  readonly callId: string;
  readonly number: string;
  readonly ordinal: number;
  readonly submittedAt: Date;
  /** What has become of it: `amended` by a later submission, `reopened` to be amended, or `withdrawn`. */
  readonly since: 'stands' | 'amended' | 'reopened' | 'withdrawn';
}

function sinceThen(status: ApplicationStatus, isLatest: boolean): IssuedReceipt['since'] {
  if (status === 'withdrawn') return 'withdrawn';
  if (!isLatest) return 'amended';
  return status === 'draft' ? 'reopened' : 'stands';
}

/** What other modules ask about applications, and how they write down what they have decided. Drafts are unknown here. */
@Injectable()
export class ApplicationsFacade {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly rankings: RankingStore,
    private readonly outcomes: RecordOutcomes,
    private readonly shortly: ApplicationOutlines,
    private readonly signing: JudgeAtSigning,
  ) {}

  /** Many applications without their answers, in the order of their numbers; `picks` names the answers that are wanted with them. */
  outlines(wanted: Wanted, picks: readonly (readonly [section: string, question: string])[] = []): Promise<ApplicationOutline[]> {
    return this.shortly.of(wanted, picks);
  }

  /** The category of one application, without reading it; null for a draft and for what is not there. */
  categoryOf(id: string): Promise<string | null> {
    return this.shortly.categoryOf(id);
  }

  /** Who has applied together with whom, in every call so far. */
  partnerships(organisationIds: readonly string[]): Promise<Partnership[]> {
    return this.shortly.partnerships(organisationIds);
  }

  /** @throws DomainError `application_absent`, also for a draft */
  async get(id: string): Promise<ApplicationView> {
    return view(await this.applications.find(id));
  }

  /** As `get`, locked until the caller's transaction ends. */
  async hold(id: string): Promise<ApplicationView> {
    return view(await this.applications.lock(id));
  }

  /** In the order of their numbers. */
  async ofCall(callId: string, statuses?: readonly ApplicationStatus[]): Promise<ApplicationView[]> {
    return (await this.applications.ofCall(callId, statuses)).filter(isSubmitted).map(view);
  }

  async many(ids: readonly string[]): Promise<ApplicationView[]> {
    return (await this.applications.findMany(ids)).filter(isSubmitted).map(view);
  }

  async ofOrganisation(organisationId: string): Promise<ApplicationView[]> {
    return (await this.applications.ofOrganisations([organisationId])).filter(isSubmitted).map(view);
  }

  /** The receipt that was issued under the hash. */
  async receipt(hash: string): Promise<IssuedReceipt | null> {
    const found = await this.applications.submissionWithHash(hash);
    const application = found && (await this.applications.find(found.applicationId));
    if (!application) return null;
    const latest = (await this.applications.submissions(application.id)).at(-1)!;
    return { callId: application.callId, number: found.number, ordinal: found.ordinal, submittedAt: found.submittedAt, since: sinceThen(application.status, latest.hash === hash) };
  }

  /** The newest sealed ranking of the call. */
  rankingOf(callId: string): Promise<StandingRanking | null> {
    return this.rankings.last(callId);
  }

  /** The same, held for a decision by it. Joins the caller's transaction. */
  holdRanking(callId: string): Promise<StandingRanking | null> {
    return this.outcomes.holdRanking(callId);
  }

  /** Something was reported about the scores behind the ranking, now or to come: nothing is decided by it until that is settled. Joins the caller's transaction. */
  doubtRanking(doubtId: string, callId: string, at: Date): Promise<void> {
    return this.rankings.doubt(doubtId, callId, at);
  }

  settleDoubt(doubtId: string, at: Date): Promise<void> {
    return this.rankings.settleDoubt(doubtId, at);
  }

  /** What is eligible, or shortlisted in the stage before, comes under review. Joins the caller's transaction. Answers the ids. */
  bringToReview(callId: string, stageKey: string, actor: Actor): Promise<string[]> {
    return this.outcomes.bringToReview(callId, stageKey, actor);
  }

  /** What a stage has parted comes under review again, before anything follows from it. Joins the caller's transaction. Answers the ids. */
  resumeReview(callId: string, applicationIds: readonly string[], actor: Actor): Promise<string[]> {
    return this.outcomes.resumeReview(callId, applicationIds, actor);
  }

  recordStageResult(callId: string, result: StageResult, actor: Actor): Promise<void> {
    return this.outcomes.recordStageResult(callId, result, actor);
  }

  recordRanking(callId: string, ranking: SealedRanking, actor: Actor): Promise<void> {
    return this.outcomes.recordRanking(callId, ranking, actor);
  }

  /** The last stage was opened again: until it is sealed anew the call has no ranking. Joins the caller's transaction. */
  withdrawRanking(callId: string, actor: Actor): Promise<void> {
    return this.outcomes.withdrawRanking(callId, actor);
  }

  /** Applicants learn of it from `announceOutcomes` on. */
  recordOutcome(applicationId: string, outcome: Outcome, actor: Actor): Promise<void> {
    return this.outcomes.recordOutcome(applicationId, outcome, actor);
  }

  /** The award stands: its notice is over and nothing is open against it. Joins the caller's transaction, which has the audit leaf. */
  recordConfirmed(applicationId: string): Promise<void> {
    return this.applications.recordConfirmed(applicationId);
  }

  /** Where the project of an award stands, for the rules that look back. Joins the caller's transaction, which has the audit leaf. */
  recordProject(applicationId: string, status: string, since: Date): Promise<void> {
    return this.applications.recordProject(applicationId, status, since);
  }

  /** The rules that are tested again before signing, each with its ground. */
  rulesAtSigning(applicationId: string, actor: Actor): Promise<JudgedRule[]> {
    return this.signing.run(applicationId, actor);
  }

  /** @throws DomainError `signing_rules_failed` naming every failed rule with its ground */
  insistAtSigning(applicationId: string, actor: Actor): Promise<void> {
    return this.signing.insist(applicationId, actor);
  }

  announceOutcomes(callId: string, actor: Actor): Promise<void> {
    return this.outcomes.announceOutcomes(callId, actor);
  }
}

const isSubmitted = ({ submittedAt, status }: Application): boolean => submittedAt !== null && status !== 'draft';

function view(application: Application | null): ApplicationView {
  if (!application || !isSubmitted(application)) throw noSuchApplication();
  return application;
}
