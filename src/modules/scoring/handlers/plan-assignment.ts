import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { refused, say } from '#libs/errors';
import { KeptProposals } from '../domain/assignment/kept-proposals.js';
import { propose, type AssignmentSettings, type Choice, type Proposal, type Shortage } from '../domain/assignment/propose.js';
import { groundOf, markOf, outcomeOf } from '../domain/assignment/trial-mark.js';
import { AssignmentStore, type CommittedPlan, type Panel } from '../store/assignment.store.js';
import type { AssignmentRowView, AssignmentView, AssignedJudgeView, ShortageView } from './assignment.view.js';
import { GatherPlan, type PanelInCall, type PlanGround } from './gather-plan.js';
import { HoldStage } from './hold-stage.js';
import { NameJudges } from './read-scoring.js';

/** Finds a panel for an officer of its place; an outside score has no judges to assign. */
@Injectable()
export class HoldPanel {
  constructor(private readonly holding: HoldStage) {}

  /** @throws DomainError `call_absent`, `score_stage_absent` */
  async of({ callId, stageKey, blocKey }: Panel, actor: Actor, purpose: 'run' | 'watch' = 'run'): Promise<PanelInCall> {
    const call = await this.holding.call(callId, actor, purpose);
    return { callId, stageKey, blocKey, call, bloc: this.holding.bloc(call, stageKey, blocKey) };
  }
}

/** Works out who should review what, and what stands. Writes nothing. */
@Injectable()
export class PlanAssignment {
  private readonly kept = new KeptProposals();

  constructor(
    private readonly holding: HoldPanel,
    private readonly gathering: GatherPlan,
    private readonly assignments: AssignmentStore,
    private readonly naming: NameJudges,
  ) {}

  /** The dry run. @throws DomainError `panel_empty`, `nothing_to_judge`, `too_many_each` */
  async tryOut(panel: Panel, settings: AssignmentSettings, actor: Actor): Promise<AssignmentView> {
    const ground = await this.gathering.run(await this.holding.of(panel, actor));
    const { proposal, mark } = this.solve(ground, settings);
    return this.view(ground, { kind: 'proposal', settings, mark, plan: null, rows: proposal.rows });
  }

  /** Exactly; what rests on the same ground as a run before is not worked out again. @throws DomainError `panel_empty`, `nothing_to_judge`, `too_many_each` */
  solve(ground: PlanGround, settings: AssignmentSettings): Solved {
    if (ground.seats.length === 0) throw refused('panel_empty', say('评委组还没有人，请先安排评委', 'Nobody sits on the panel yet; seat judges first'));
    if (ground.outlines.length === 0) throw refused('nothing_to_judge', say('没有可以评审的申报', 'There is nothing to judge'));
    if (settings.perApplication > ground.seats.length) throw refused('too_many_each', say('每份申报要 {wanted} 位专家，评委组只有 {seated} 位', 'Each application is to get {wanted} experts; the panel has {seated}'), { wanted: settings.perApplication, seated: ground.seats.length });
    const input = { ...ground.input, settings };
    const restsOn = groundOf(input);
    const proposal = this.kept.of(restsOn, () => propose(input));
    return { proposal, mark: markOf(outcomeOf(proposal, settings), restsOn) };
  }

  /** What was committed last; before that everybody reviews everything. */
  async standing(panel: Panel, actor: Actor): Promise<AssignmentView> {
    const [ground, plan] = await Promise.all([this.holding.of(panel, actor, 'watch').then((one) => this.gathering.run(one)), this.assignments.plan(panel)]);
    const given = seatsByApplication(ground.present);
    const recused = new Set([...ground.input.forbidden].filter(([, word]) => word !== 'never').map(([key]) => key));
    const rows = ground.outlines.map(({ id }) => {
      const choices = [...(given.get(id) ?? [])].filter((seatId) => !recused.has(`${seatId} ${id}`)).map((seatId): Choice => ({ seatId, merits: [] }));
      const missing = plan ? Math.max(0, plan.settings.perApplication - choices.length) : 0;
      return { applicationId: id, choices, shortage: missing > 0 ? { missing, obstacles: {} } : null };
    });
    return this.view(ground, { kind: plan ? 'standing' : 'none', settings: plan?.settings ?? null, mark: null, plan, rows });
  }

  /** What has just been committed, without reading it all again. */
  committed(ground: PlanGround, { rows }: Proposal, plan: CommittedPlan): Promise<AssignmentView> {
    return this.view(ground, { kind: 'standing', settings: plan.settings, mark: null, plan, rows });
  }

  private async view(ground: PlanGround, told: Told): Promise<AssignmentView> {
    const rows = rowsOf(ground, told);
    const seats = new Map(ground.seats.map((seat) => [seat.accountId, seat]));
    return {
      kind: told.kind, settings: told.settings, mark: told.mark, committedAt: told.plan?.committedAt ?? null,
      committedBy: told.plan && (await this.naming.nameOf(told.plan.committedBy, '')), judges: judgesOf(ground, told), rows,
      added: sum(rows, ({ experts }) => experts.filter(({ added }) => added).length), removed: sum(rows, ({ removed }) => removed.length), missing: sum(rows, ({ shortage }) => shortage?.missing ?? 0),
      pins: await Promise.all(ground.pins.map(async (pin) => ({ ...pin, setBy: await this.naming.nameOf(pin.setBy, '') }))),
      conflicts: ground.findings.filter(({ accountId }) => seats.has(accountId)).map(({ accountId, applicationId, level, why }) => ({ accountId, applicationId, level, why })),
    };
  }
}

/** A proposal with the mark that names it and what it rests on. */
export interface Solved {
  readonly proposal: Proposal;
  readonly mark: string;
}

interface Told {
  readonly kind: AssignmentView['kind'];
  readonly settings: AssignmentSettings | null;
  readonly mark: string | null;
  readonly plan: CommittedPlan | null;
  readonly rows: Proposal['rows'];
}

const sum = <T>(list: readonly T[], of: (one: T) => number): number => list.reduce((total, one) => total + of(one), 0);

function judgesOf({ seats, names, input }: PlanGround, { rows }: Told): AssignedJudgeView[] {
  const loads = new Map<string, number>();
  for (const { choices } of rows) for (const { seatId } of choices) loads.set(seatId, (loads.get(seatId) ?? 0) + 1);
  return seats.map(({ id, accountId, alias }, at) => ({
    seatId: id, accountId, alias, name: names.get(accountId) ?? alias, topics: [...input.experts[at]!.topics], load: loads.get(id) ?? 0, out: input.experts[at]!.out,
  }));
}

function seatsByApplication(pairs: PlanGround['present']): ReadonlyMap<string, ReadonlySet<string>> {
  const seats = new Map<string, Set<string>>();
  for (const { seatId, applicationId } of pairs) seats.set(applicationId, (seats.get(applicationId) ?? new Set()).add(seatId));
  return seats;
}

function rowsOf({ outlines, pins, present }: PlanGround, { kind, rows }: Told): AssignmentRowView[] {
  const must = new Set(pins.filter(({ verdict }) => verdict === 'must').map(({ seatId, applicationId }) => `${seatId} ${applicationId}`));
  const before = seatsByApplication(present);
  return outlines.map(({ id, number, projectName, categoryKey }, at) => {
    const { choices, shortage } = rows[at]!;
    const had = before.get(id) ?? new Set<string>();
    const proposal = kind === 'proposal';
    return {
      applicationId: id, number, projectName, categoryKey, shortage: shortage && shortageView(shortage),
      experts: choices.map(({ seatId, merits }) => ({ seatId, merits: [...merits], pinned: must.has(`${seatId} ${id}`), added: proposal && !had.has(seatId) })),
      removed: proposal ? [...had].filter((seatId) => !choices.some((choice) => choice.seatId === seatId)) : [],
    };
  });
}

const shortageView = ({ missing, obstacles }: Shortage): ShortageView => ({ missing, obstacles: Object.entries(obstacles).map(([obstacle, count]) => ({ obstacle, count })) });
