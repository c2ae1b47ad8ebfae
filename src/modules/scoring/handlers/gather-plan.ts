import { Injectable } from '@nestjs/common';
import { dayOf } from '#libs/calendar';
import { DatabaseTime } from '#libs/database';
import { ApplicationsFacade, type ApplicationOutline } from '#modules/applications';
import { boardOf, countsIn, type CallView, type ScoreBloc } from '#modules/calls';
import { IdentityFacade } from '#modules/identity';
import { OrganisationsFacade } from '#modules/organisations';
import { languageOf, pairKey, type PlanApplication, type PlanExpert, type PlanInput } from '../domain/assignment/propose.js';
import { isAway, type ExpertProfile } from '../domain/experts/expert-profile.js';
import type { PanelSeat } from '../domain/score-sheet.js';
import { AssignmentStore, type GivenPair, type Panel, type PinnedPair } from '../store/assignment.store.js';
import { ExpertStore } from '../store/expert.store.js';
import { PanelStore } from '../store/panel.store.js';
import { SheetStore } from '../store/sheet.store.js';
import { DetectConflicts, type Finding } from './detect-conflicts.js';

export interface PanelInCall extends Panel {
  readonly call: CallView;
  readonly bloc: ScoreBloc;
}

/** The applications that are or will be judged in a stage. */
@Injectable()
export class ReadCases {
  constructor(
    private readonly panels: PanelStore,
    private readonly applications: ApplicationsFacade,
    private readonly organisations: OrganisationsFacade,
  ) {}

  /** What was brought into the stage; before that, what would be. */
  async of(callId: string, stageKey: string): Promise<ApplicationOutline[]> {
    const round = await this.panels.stage(callId, stageKey);
    return this.applications.outlines(round ? { ids: round.applicationIds } : { callId, statuses: ['eligible', 'shortlisted'] });
  }

  async planned({ call, callId, stageKey, bloc }: PanelInCall): Promise<{ outlines: ApplicationOutline[]; applications: PlanApplication[] }> {
    const outlines = (await this.of(callId, stageKey)).filter(({ categoryKey }) => countsIn(bloc, boardOf(call.rulebook, categoryKey)));
    const territory = new Map((await this.organisations.many([...new Set(outlines.map(({ organisationId }) => organisationId))])).map(({ id, territoryCode }) => [id as string, territoryCode]));
    const titles = new Map(call.rulebook.categories.map(({ key, title }) => [key, title.zh]));
    const applications = outlines.map(({ id, projectName, categoryKey, organisationId }): PlanApplication => ({
      id, projectName, categoryTitle: titles.get(categoryKey) ?? '', territoryCode: territory.get(organisationId) ?? '', language: languageOf(projectName),
    }));
    return { outlines, applications };
  }
}

/** The members of a panel with what the assignment weighs. */
@Injectable()
export class ReadCandidates {
  constructor(
    private readonly panels: PanelStore,
    private readonly experts: ExpertStore,
    private readonly identity: IdentityFacade,
    private readonly time: DatabaseTime,
  ) {}

  async of({ callId, stageKey, blocKey, bloc }: PanelInCall): Promise<{ seats: PanelSeat[]; names: ReadonlyMap<string, string>; experts: PlanExpert[] }> {
    const seats = (await this.panels.seats(callId, stageKey)).filter((seat) => seat.status === 'seated' && seat.blocKey === blocKey);
    const ids = seats.map(({ accountId }) => accountId);
    const [profiles, names, now] = await Promise.all([this.experts.profiles(ids), this.identity.names(ids), this.time.now()]);
    const byId = new Map(profiles.map((profile) => [profile.accountId, profile]));
    return { seats, names, experts: seats.map(({ id, accountId }) => planned(id, byId.get(accountId), bloc, dayOf(now))) };
  }
}

function planned(seatId: string, profile: ExpertProfile | undefined, { panel }: ScoreBloc, today: string): PlanExpert {
  if (!profile) return { seatId, topics: [], languages: ['zh'], territoryCode: null, most: null, out: null };
  const { topics, languages, territoryCode, most, occupation } = profile;
  return { seatId, topics, languages, territoryCode, most, out: panel.barred.includes(occupation) ? 'barred' : isAway(profile, today) ? 'away' : null };
}

/** Everything that an assignment rests on, and what stands now. */
export interface PlanGround {
  readonly outlines: readonly ApplicationOutline[];
  readonly seats: readonly PanelSeat[];
  readonly names: ReadonlyMap<string, string>;
  readonly findings: readonly Finding[];
  readonly pins: readonly PinnedPair[];
  readonly present: readonly GivenPair[];
  readonly input: Omit<PlanInput, 'settings'>;
}

/** What judges themselves have said or begun: who has stepped aside, and who has a sheet. */
@Injectable()
export class ReadWords {
  constructor(
    private readonly panels: PanelStore,
    private readonly sheets: SheetStore,
  ) {}

  async of(seats: readonly PanelSeat[], applicationIds: readonly string[]): Promise<{ recused: [string, 'conflict' | 'doubt'][]; begun: [string, 'begun'][] }> {
    const [declarations, sheets] = await Promise.all([this.panels.declarations(applicationIds), this.sheets.ofSeats(seats.map(({ id }) => id))]);
    const seatOf = new Map(seats.map(({ id, accountId }) => [accountId, id as string]));
    return {
      recused: declarations.flatMap(({ accountId, applicationId, verdict }): [string, 'conflict' | 'doubt'][] => {
        const seatId = seatOf.get(accountId);
        return seatId && verdict !== 'none' ? [[pairKey(seatId, applicationId), verdict === 'has' ? 'conflict' : 'doubt']] : [];
      }),
      begun: sheets.filter(({ status }) => status !== 'void').map(({ seatId, applicationId }) => [pairKey(seatId, applicationId), 'begun']),
    };
  }
}

@Injectable()
export class GatherPlan {
  constructor(
    private readonly cases: ReadCases,
    private readonly candidates: ReadCandidates,
    private readonly detecting: DetectConflicts,
    private readonly assignments: AssignmentStore,
    private readonly words: ReadWords,
  ) {}

  async run(panel: PanelInCall): Promise<PlanGround> {
    const [{ outlines, applications }, { seats, names, experts }] = await Promise.all([this.cases.planned(panel), this.candidates.of(panel)]);
    const ids = outlines.map(({ id }) => id);
    const people = seats.map(({ accountId, alias }) => ({ id: accountId, name: names.get(accountId) ?? alias }));
    const [findings, pins, present, wishes, words] = await Promise.all([
      this.detecting.run({ call: panel.call, applicationIds: ids, experts: people }), this.assignments.pins(panel), this.assignments.pairs(panel), this.assignments.wishes(panel), this.words.of(seats, ids),
    ]);
    const forbidden = new Map([...never(pins), ...found(findings, seats), ...words.recused]);
    const fixed = new Map<string, 'must' | 'begun'>([...pins.filter(({ verdict }) => verdict === 'must').map((pin) => [keyOf(pin), 'must'] as const), ...words.begun]);
    return { outlines, seats, names, findings, pins, present, input: { experts, applications, forbidden, fixed, wishes: new Map(wishes.map((wish) => [keyOf(wish), wish.wish])) } };
  }
}

const keyOf = ({ seatId, applicationId }: { seatId: string; applicationId: string }): string => pairKey(seatId, applicationId);

const never = (pins: readonly PinnedPair[]) => pins.filter(({ verdict }) => verdict === 'never').map((pin) => [keyOf(pin), 'never'] as const);

function found(findings: readonly Finding[], seats: readonly PanelSeat[]) {
  const seatOf = new Map(seats.map(({ id, accountId }) => [accountId, id as string]));
  return findings.flatMap(({ accountId, applicationId, level }) => (level === 'cleared' ? [] : [[pairKey(seatOf.get(accountId)!, applicationId), level === 'block' ? 'conflict' : 'doubt'] as const]));
}
