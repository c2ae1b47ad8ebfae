import { Injectable } from '@nestjs/common';
import { insist, type Actor } from '#libs/access';
import { dayOf } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import { say, type Problem } from '#libs/errors';
import { CallsFacade, closesFor, rulesFor, type CallSummary, type CallView, type EligibilityMoment } from '#modules/calls';
import { DocumentsFacade } from '#modules/documents';
import { OrganisationsFacade, standingOn, STOPPED, type Organisation, type OrganisationOnRecord, type Standing as OrganisationStanding } from '#modules/organisations';
import { mayKnowWhy } from '../applications.permissions.js';
import type { Application } from '../domain/application.js';
import type { ApplicationContext } from '../domain/application.lifecycle.js';
import type { ApplicantFacts } from '../domain/eligibility/applicant-facts.js';
import { pastAwards } from '../domain/eligibility/past-awards.js';
import { judgeRules, missesHost, missingParties, standsAgainstApplying, type JudgedRule } from '../domain/eligibility/judge-rules.js';
import { readFigures } from '../domain/figures.js';
import { answerTo, type Answers } from '../domain/form/answers.js';
import { checkForm } from '../domain/form/check-form.js';
import type { Fault } from '../domain/form/fault.js';
import { checkHandedIn, type HandedInFile } from '../domain/form/handed-in-files.js';
import { staying, unansweredBars, type PartnerConsent } from '../domain/partners.js';
import { siteBars, withoutPaper, type SiteRequest } from '../domain/sites/site-request.js';
import { mayBeOpened } from '../domain/sealed.js';
import { ApplicationStore, type CallTally } from '../store/application.store.js';

/** Where an application stands against the rules at one moment. */
export interface Standing {
  readonly call: CallView;
  readonly organisationName: string;
  readonly partners: readonly Organisation[];
  readonly facts: ApplicantFacts;
  /** Of the answers, in the order of the form. */
  readonly faults: readonly Fault[];
  readonly rules: readonly JudgedRule[];
  /** Of the applicant: its kind, its place, a ban, a missing party. */
  readonly bars: readonly Problem[];
  readonly context: ApplicationContext;
}

interface Parties {
  readonly organisationId: string;
  readonly coOrganisationIds: readonly string[];
}

interface Surroundings {
  readonly now: Date;
  readonly leader: OrganisationOnRecord;
  readonly partners: readonly OrganisationOnRecord[];
  /** What the organisation and what was merged into it have in hand in each call, and every award announced to them. */
  readonly tally: readonly CallTally[];
}

interface Around extends Surroundings {
  /** The files that the answers name. */
  readonly files: readonly HandedInFile[];
  /** Of the partners, once they are asked. */
  readonly consents: readonly PartnerConsent[];
  /** Of the places that are asked over links. */
  readonly sites: readonly SiteRequest[];
}

/** Asked ahead, as of the request. */
export interface Ahead {
  /** The one organisation that she applies for, if it is one. */
  readonly leader: OrganisationOnRecord | null;
  readonly files: readonly HandedInFile[];
}

interface Known extends Ahead {
  readonly tally: readonly CallTally[];
}

interface Draft extends Around {
  readonly answers: Answers;
  readonly ceilingFen: number | null;
  /** Whether the organisation's count of applications already includes this one. */
  readonly counted: boolean;
  /** Its own award is not its past. */
  readonly id: string | null;
  readonly siteRequests: number;
  readonly organisationName: string;
}

/** Gathers what the rules look at: the call, the organisations on record, earlier awards, the answers. */
@Injectable()
export class GatherFacts {
  constructor(
    private readonly applications: ApplicationStore,
    private readonly organisations: OrganisationsFacade,
    private readonly calls: CallsFacade,
    private readonly time: DatabaseTime,
    private readonly documents: DocumentsFacade,
  ) {}

  /** @param hold keeps the call's status and dates until the open transaction ends */
  async of(application: Application, moment: EligibilityMoment, actor: Actor, hold = false): Promise<Standing> {
    const [call, around] = await Promise.all([
      hold ? this.calls.hold(application.callId) : this.calls.get(application.callId),
      this.around(application, this.documents.listOf({ kind: 'application', id: application.id })),
    ]);
    const now = hold ? decidedAt(application, around.now) : around.now;
    if (moment === 'screening') insist(mayBeOpened(call, now));
    return this.against(call, application, { ...around, now }, moment, actor);
  }

  /** What a submission will look at as well, asked before it is known whose the application is: most people apply for one organisation. */
  async ahead(id: string, actor: Actor): Promise<Ahead> {
    const [organisationId, ...others] = actor.subjects('applicant');
    const [leader, files] = await Promise.all([
      organisationId !== undefined && others.length === 0 ? this.organisations.withRecord(organisationId) : null, this.documents.listOf({ kind: 'application', id }),
    ]);
    return { leader, files };
  }

  /** For what is decided now and written with the call held as it was read (`hold`). */
  async toSubmit(application: Application, known: Known, actor: Actor): Promise<Standing> {
    const [call, around] = await Promise.all([this.calls.asOfRequest(application.callId), this.around(application, known.files, known)]);
    return this.against(call, application, { ...around, now: decidedAt(application, around.now) }, 'submission', actor);
  }

  /** The call keeps its status and dates, as the standing has them, until the open transaction ends. @throws Overtaken at the commit where they were changed */
  hold({ call }: Standing): void {
    this.calls.holdAsRead(call);
  }

  /** For an application that is about to be begun. */
  async ofNew(call: CallView, organisationId: string, coOrganisationIds: readonly string[], actor: Actor): Promise<Standing> {
    const surroundings = await this.surroundings({ organisationId, coOrganisationIds });
    return this.standing(call, { answers: {}, ceilingFen: null, counted: false, id: null, files: [], consents: [], sites: [], siteRequests: 0, organisationName: surroundings.leader.organisation.name, ...surroundings }, 'self_check', actor);
  }

  /** The calls behind the ids, without their rules. */
  async callsOf(ids: readonly string[]): Promise<ReadonlyMap<string, CallSummary>> {
    return new Map((await this.calls.many([...new Set(ids)])).map((call) => [call.id, call]));
  }

  /** Who may apply, asked before anything is written: the rules of the self-check and what bars the organisation. */
  async ofCheck(call: CallView, organisationId: string, actor: Actor): Promise<Standing> {
    return this.ofNew(call, organisationId, [], actor);
  }

  /** All that is on record beside an application, asked in one breath. */
  private async around(application: Application, asked: Around['files'] | Promise<Around['files']>, known?: Known): Promise<Around> {
    const [surroundings, files, consents, sites] = await Promise.all([
      this.surroundings(application, known), asked, this.applications.consents(application.coOrganisationIds.length === 0 ? [] : [application.id]), this.applications.sites(application),
    ]);
    return { ...surroundings, files, consents, sites };
  }

  private async surroundings({ organisationId, coOrganisationIds }: Parties, known?: Known): Promise<Surroundings> {
    const leads = known?.leader?.organisation.id === organisationId ? known.leader : this.organisations.withRecord(organisationId);
    const [now, parties, own] = await Promise.all([
      this.time.arrival(),
      Promise.all([leads, ...coOrganisationIds.map((id) => this.organisations.withRecord(id))]),
      known?.tally ?? this.applications.tally([organisationId]),
    ]);
    const [leader, ...partners] = parties as [OrganisationOnRecord, ...OrganisationOnRecord[]];
    const tally = leader.doubles.length === 0 ? own : await this.applications.tally([organisationId, ...leader.doubles.map(({ id }) => id)]);
    return { now, leader, partners, tally };
  }

  private against(call: CallView, application: Application, around: Around, moment: EligibilityMoment, actor: Actor): Standing {
    const { context, ...standing } = this.standing(call, { ...application, counted: application.status !== 'withdrawn', ...around }, moment, actor);
    return { ...standing, context: { ...context, owns: application.ownerId === actor.accountId } };
  }

  private standing(whole: CallView, draft: Draft, moment: EligibilityMoment, actor: Actor): Standing {
    const { now, leader, partners } = draft;
    const call = inItsBoard(whole, draft.answers);
    const today = dayOf(now);
    const remaining = staying(partners, ({ organisation }) => organisation.id, draft.consents);
    const facts = factsOf(call, { ...draft, partners: remaining }, today);
    const faults = withoutPaper([...checkForm(call.rulebook, draft.answers, draft.ceilingFen), ...checkHandedIn(call.rulebook, draft.answers, draft.files)], draft.siteRequests);
    const rules = judgeRules(call.rulebook, moment, facts);
    const partyLeft = remaining.length < partners.length;
    const standings = [leader, ...partners].map((party) => ({ party, on: standingOn(party, today), known: mayKnowWhy(actor, call, party.organisation.id) }));
    const bars = [...standsAgainstApplying(call.rulebook, facts), ...merged(leader), ...standings.flatMap(({ party, on, known }) => (known ? bans(on) : partnerBars(party, on))), ...parties(call, facts), ...((moment === 'submission' || partyLeft) && missesHost(call.rulebook, facts) ? [HOST_NEEDED] : []), ...unansweredBars(draft.consents, partners.map(({ organisation }) => organisation)), ...siteBars(call.rulebook, draft)].map((bar) => ({ path: '', ...bar }));
    const errors = faults.filter(({ severity }) => severity === 'error').length + bars.length + rules.filter(({ verdict, effect }) => verdict === 'failed' && effect === 'exclude').length;
    const stopped = standings.filter(({ on }) => on.stopReason !== null);
    const stopReason = stopped.find(({ known }) => known)?.on.stopReason ?? null;
    return { call, organisationName: leader.organisation.name, partners: partners.map(({ organisation }) => organisation), facts, faults, rules, bars, context: { actor, now, call, errors, failedRules: 0, openRules: 0, stopReason, partnerStopped: stopped.some(({ known }) => !known), partyLeft } };
  }
}

/** What is decided upon was whole only when its last change had arrived, too. */
const decidedAt = ({ savedAt }: Application, now: Date): Date => (savedAt > now ? savedAt : now);

/** The call as an application with these answers meets it: with the rules and the end of the board that it chose. */
function inItsBoard(call: CallView, answers: Answers): CallView {
  if (!call.rulebook.boards) return call;
  const { categoryKey } = readFigures(call.rulebook, answers);
  return { ...call, rulebook: rulesFor(call.rulebook, categoryKey), closesAt: closesFor(call, categoryKey) };
}

function factsOf(call: CallView, { leader, partners, tally, counted, id, answers }: Draft, today: string): ApplicantFacts {
  const applications = tally.find((one) => one.callId === call.id)?.applications ?? 0;
  const earlierAwards = tally.filter((one) => call.siblingIds.includes(one.callId)).reduce((sum, { awards }) => sum + awards, 0);
  const awards = pastAwards(tally, [call.id, ...call.siblingIds]);
  return {
    today, organisation: leader.organisation as Organisation & ApplicantFacts['organisation'], partners: partners.map(({ organisation }) => organisation.kind),
    applications: applications + (counted ? 0 : 1), earlierAwards, awards: awards.filter(({ applicationId }) => applicationId !== id),
    lookups: leader.lookups, accountVerified: leader.accountVerified, womenPercent: womenShare(answers), figures: readFigures(call.rulebook, answers),
  };
}

const merged = ({ organisation }: OrganisationOnRecord): Omit<Problem, 'path'>[] =>
  organisation.mergedInto === null ? [] : [{ code: 'organisation_merged', sentence: say('该组织已并入另一家组织，请以合并后的组织申报', 'This organisation was merged into another; apply for that one') }];

function bans({ stopReason, debarredUntil }: OrganisationStanding): Omit<Problem, 'path'>[] {
  return [
    ...(stopReason === null ? [] : [{ code: 'organisation_stopped', sentence: STOPPED, facts: { reason: stopReason } }]),
    ...(debarredUntil === null ? [] : [{ code: 'organisation_debarred', sentence: say('该组织在 {until} 前不得申报', 'This organisation may not apply until {until}'), facts: { until: debarredUntil } }]),
  ];
}

/** Of an organisation that is not the reader's own. */
const partnerBars = ({ organisation }: OrganisationOnRecord, { stopReason, debarredUntil }: OrganisationStanding): Omit<Problem, 'path'>[] =>
  stopReason === null && debarredUntil === null ? [] : [{ code: 'partner_barred', sentence: say('“{name}”目前不能参加申报，原因请向该单位了解', '"{name}" cannot take part in an application now; please ask that organisation why'), facts: { name: organisation.name } }];

const HOST_NEEDED = { code: 'host_needed', sentence: say('未登记的团体须通过依托单位申报；请添加依托单位，并请其同意', 'A group without registration applies through a host: add the host and have it agree') };

const parties = (call: CallView, facts: ApplicantFacts): Omit<Problem, 'path'>[] =>
  missingParties(call.rulebook, facts) ? [{ code: 'joint_application_needed', sentence: say('须按要求联合申报', 'A joint application with the required parties is needed') }] : [];

function womenShare(answers: Answers): number | null {
  const people = answerTo(answers, 'beneficiaries') as { women?: unknown; direct?: unknown } | undefined;
  const { women, direct } = people ?? {};
  return typeof women === 'number' && typeof direct === 'number' && direct > 0 ? (women * 100) / direct : null;
}
