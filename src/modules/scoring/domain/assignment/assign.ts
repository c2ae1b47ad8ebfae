/** Who may review what, at which price, and how much of it. */
export interface AssignmentProblem {
  readonly applications: number;
  readonly experts: number;
  /** How many experts each application needs. */
  readonly perApplication: number;
  /**
   * Price of giving application `a` to expert `e` at `a * experts + e`: a whole number from 0 to 1,000,000, the smaller the better a match;
   * a negative one says never (a conflict, another language).
   */
  readonly prices: Int32Array;
  /** The most that each expert takes. */
  readonly capacities: Int32Array;
  /** Decided by hand beforehand: `[application, expert]`. They count and stay. */
  readonly pinned?: readonly (readonly [number, number])[];
}

export interface Assignment {
  /** Experts of each application, ascending. */
  readonly experts: readonly (readonly number[])[];
  /** Sum of the prices. No other assignment with loads as even as these has a smaller one. */
  readonly price: number;
  readonly loads: Int32Array;
  /** Applications that could not get as many experts as they need, with the number that is lacking. */
  readonly lacking: readonly { readonly application: number; readonly missing: number }[];
}

const NONE = -1;
const FAR = Number.POSITIVE_INFINITY;
/** Above the greatest price: evenness of the loads comes before the prices. */
const UNEVEN = 2 ** 21;

/**
 * Gives every application its experts: as many as can be had, loads as even as can be, and then at the smallest price. Exact: a minimum-cost
 * flow by successive shortest paths. The experts are few, so the residual graph is kept as the cheapest hand-over between each two of
 * them (who gives which application on to whom), and each path is searched among experts alone: E² steps a place, not one a pair.
 */
export function assign(problem: AssignmentProblem): Assignment {
  const board = new Board(problem);
  for (const [application, expert] of problem.pinned ?? []) board.pin(application, expert);
  const lacking = new Map<number, number>();
  // Round by round, so that scarce experts are not used up by the applications that happen to come first.
  for (let round = 0; round < problem.perApplication; round += 1) {
    for (let application = 0; application < problem.applications; application += 1) {
      if (board.countOf(application) > round || board.place(application)) continue;
      lacking.set(application, problem.perApplication - board.countOf(application));
    }
  }
  return board.result([...lacking].map(([application, missing]) => ({ application, missing })));
}

/** What has been given so far, and what every hand-over would cost. */
class Board {
  private readonly loads: Int32Array;
  private readonly given: Uint8Array;
  private readonly pinned: Uint8Array;
  /** The applications of each expert, in no order. */
  private readonly held: number[][];
  private readonly counts: Int32Array;
  /** Cheapest hand-over from expert to expert, at `from * experts + to`, and the application handed over. */
  private readonly handOver: Float64Array;
  private readonly handed: Int32Array;
  private readonly distance: Float64Array;
  private readonly before: Int32Array;
  private readonly done: Uint8Array;
  /** Potentials that keep every reduced price from falling below zero. */
  private readonly potential: Float64Array;
  /** The potential of a place with any expert. */
  private goal = 0;

  constructor(private readonly problem: AssignmentProblem) {
    const { applications, experts } = problem;
    if (problem.prices.length !== applications * experts || problem.capacities.length !== experts) throw new RangeError('prices or capacities do not fit the numbers of applications and experts');
    this.loads = new Int32Array(experts);
    this.given = new Uint8Array(applications * experts);
    this.pinned = new Uint8Array(applications * experts);
    this.held = Array.from({ length: experts }, () => []);
    this.counts = new Int32Array(applications);
    this.handOver = new Float64Array(experts * experts).fill(FAR);
    this.handed = new Int32Array(experts * experts).fill(NONE);
    this.distance = new Float64Array(experts);
    this.before = new Int32Array(experts);
    this.done = new Uint8Array(experts);
    this.potential = new Float64Array(experts);
  }

  countOf(application: number): number {
    return this.counts[application]!;
  }

  pin(application: number, expert: number): void {
    const at = application * this.problem.experts + expert;
    if (this.given[at]) return;
    this.given[at] = this.pinned[at] = 1;
    this.counts[application]! += 1;
    this.loads[expert]! += 1;
  }

  /** One more expert for the application, others handing theirs on where that is cheaper. Answers whether there was a way. */
  place(application: number): boolean {
    const end = this.search(application);
    if (end === NONE) return false;
    this.loads[end]! += 1;
    for (let to = end; ; ) {
      const from = this.before[to]!;
      if (from === NONE) {
        this.take(application, to);
        break;
      }
      const moved = this.handed[from * this.problem.experts + to]!;
      this.drop(moved, from);
      this.take(moved, to);
      to = from;
    }
    this.counts[application]! += 1;
    return true;
  }

  /** The expert at whom the cheapest way ends. Afterwards `before` tells the way. */
  private search(application: number): number {
    const { capacities } = this.problem;
    const { distance, potential, done } = this;
    this.setOut(application);
    let end = NONE;
    let arrival = FAR;
    for (;;) {
      const nearest = this.nearest(arrival);
      if (nearest === NONE) break;
      done[nearest] = 1;
      const through = distance[nearest]! + potential[nearest]! + this.loads[nearest]! * UNEVEN - this.goal;
      if (this.loads[nearest]! < capacities[nearest]! && through < arrival) [end, arrival] = [nearest, through];
      this.relax(nearest);
    }
    if (end !== NONE) this.lift(arrival);
    return end;
  }

  /** From the application straight to whoever may have it. */
  private setOut(application: number): void {
    const { experts, prices } = this.problem;
    this.done.fill(0);
    this.before.fill(NONE);
    for (let expert = 0; expert < experts; expert += 1) {
      const at = application * experts + expert;
      this.distance[expert] = this.given[at] || prices[at]! < 0 ? FAR : prices[at]! - this.potential[expert]!;
    }
  }

  /** The nearest expert not looked at yet, if nearer than `limit`: whoever is farther cannot lie on a cheaper way. */
  private nearest(limit: number): number {
    const { distance, done } = this;
    let nearest = NONE;
    let smallest = limit;
    for (let expert = 0; expert < distance.length; expert += 1) {
      if (done[expert] === 0 && distance[expert]! < smallest) [nearest, smallest] = [expert, distance[expert]!];
    }
    return nearest;
  }

  private relax(from: number): void {
    const { experts } = this.problem;
    const { distance, potential, handOver, done } = this;
    const base = distance[from]! + potential[from]!;
    for (let to = 0; to < experts; to += 1) {
      if (done[to]) continue;
      const through = base + handOver[from * experts + to]! - potential[to]!;
      if (through < distance[to]!) {
        distance[to] = through;
        this.before[to] = from;
      }
    }
  }

  /** Makes the distances, as far as they were searched, part of the potentials: no hand-over then has a negative reduced price. */
  private lift(searched: number): void {
    const { distance, potential } = this;
    for (let expert = 0; expert < distance.length; expert += 1) potential[expert]! += Math.min(distance[expert]!, searched);
    this.goal += searched;
  }

  private take(application: number, expert: number): void {
    const { experts, prices } = this.problem;
    const row = application * experts;
    this.given[row + expert] = 1;
    this.held[expert]!.push(application);
    for (let to = 0; to < experts; to += 1) this.offer(application, expert, to, prices[row + to]! - prices[row + expert]!);
    // Whoever might have handed this application to the expert cannot any more.
    for (let from = 0; from < experts; from += 1) if (from !== expert && this.handed[from * experts + expert] === application) this.cheapest(from, expert);
  }

  private drop(application: number, expert: number): void {
    const { experts, prices } = this.problem;
    const row = application * experts;
    const held = this.held[expert]!;
    this.given[row + expert] = 0;
    held[held.indexOf(application)] = held[held.length - 1]!;
    held.pop();
    for (let to = 0; to < experts; to += 1) if (this.handed[expert * experts + to] === application) this.cheapest(expert, to);
    // Others who hold it may hand it here again.
    for (let from = 0; from < experts; from += 1) {
      if (from !== expert && this.given[row + from] && !this.pinned[row + from]) this.offer(application, from, expert, prices[row + expert]! - prices[row + from]!);
    }
  }

  private offer(application: number, from: number, to: number, price: number): void {
    const { experts, prices } = this.problem;
    const at = application * experts + to;
    if (to === from || this.given[at] || prices[at]! < 0 || price >= this.handOver[from * experts + to]!) return;
    this.handOver[from * experts + to] = price;
    this.handed[from * experts + to] = application;
  }

  private cheapest(from: number, to: number): void {
    const { experts, prices } = this.problem;
    this.handOver[from * experts + to] = FAR;
    this.handed[from * experts + to] = NONE;
    for (const application of this.held[from]!) this.offer(application, from, to, prices[application * experts + to]! - prices[application * experts + from]!);
  }

  result(lacking: Assignment['lacking']): Assignment {
    const { applications, experts, prices } = this.problem;
    let price = 0;
    const given = Array.from({ length: applications }, (_, application) => {
      const own: number[] = [];
      for (let expert = 0; expert < experts; expert += 1) {
        if (!this.given[application * experts + expert]) continue;
        own.push(expert);
        price += Math.max(0, prices[application * experts + expert]!);
      }
      return own;
    });
    return { experts: given, price, loads: this.loads, lacking };
  }
}
