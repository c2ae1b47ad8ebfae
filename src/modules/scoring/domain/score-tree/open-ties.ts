import type { Tie, TieStepOutcome } from './ranking.js';
import { rankApplications } from './rank-applications.js';
import type { ScoredApplication, SheetScores } from './sheets.js';
import type { ScoreTree } from './tree.js';

/** The steps that no score answers: somebody has to draw, or to decide. */
export type TieWay = 'lot' | 'committee';

/** Applications that every step before has left equal, and that now wait for a lot or for the committee. */
export interface OpenTie {
  readonly way: TieWay;
  /** The figure on which they meet, rounded as it is published. */
  readonly value: string;
  /** Sorted. */
  readonly applicationIds: readonly string[];
  /** The steps that were tried on all of them before, and did not part them. */
  readonly steps: readonly TieStepOutcome[];
}

/** An order of equals that was drawn or decided; it holds for exactly these applications and no others. */
export interface TieOrder {
  readonly way: TieWay;
  /** First to last. */
  readonly order: readonly string[];
}

const WAYS: ReadonlySet<string> = new Set<TieWay>(['lot', 'committee']);
export const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && [...a].sort().join() === [...b].sort().join();

/** Every set of equals that reaches a lot or the committee, whether it has been settled already or not. */
export function openTies(tree: ScoreTree, { applications }: SheetScores): OpenTie[] {
  const bare = applications.map(({ lot: _lot, committeeOrder: _order, ...application }): ScoredApplication => application);
  return rankApplications(tree, { applications: bare }).ties.flatMap(openIn);
}

/** Of each set only the first such step: a lot leaves nothing for the committee behind it. */
function openIn({ value, steps }: Tie): OpenTie[] {
  const open: OpenTie[] = [];
  for (const [at, { step, among, outcome }] of steps.entries()) {
    if (outcome !== 'skipped' || !WAYS.has(step.by) || open.some(({ applicationIds }) => sameSet(applicationIds, among))) continue;
    const before = steps.slice(0, at).filter((one) => among.every((id) => one.among.includes(id)));
    open.push({ way: step.by as TieWay, value, applicationIds: [...among].sort(), steps: before });
  }
  return open;
}

/** The same scores with the orders that hold written beside them; an order made for another set of equals is left out. */
export function withOrders(tree: ScoreTree, scores: SheetScores, orders: readonly TieOrder[]): { readonly scores: SheetScores; readonly unsettled: readonly OpenTie[] } {
  const places = new Map<string, Pick<ScoredApplication, 'lot' | 'committeeOrder'>>();
  const unsettled = openTies(tree, scores).filter(({ way, applicationIds }) => {
    const found = orders.find((one) => one.way === way && sameSet(one.order, applicationIds));
    found?.order.forEach((id, at) => places.set(id, way === 'lot' ? { lot: at + 1 } : { committeeOrder: at + 1 }));
    return !found;
  });
  return { scores: { applications: scores.applications.map((application) => ({ ...application, ...places.get(application.id) })) }, unsettled };
}
