import { Ratio } from '../score-tree/ratio.js';

/** One voter's order: sets of candidates, best first; those in one set are equal to her. Whoever is left out stands behind all. */
export type Ballot = readonly (readonly string[])[];

/** Candidates in the order of the outcome; those that the method cannot part stand in one set. */
export type Outcome = readonly (readonly string[])[];

/** Which methods a round may take. Each is a pure function of the ballots: the order in which they come changes nothing. */
export const BALLOT_METHODS = ['borda', 'schulze', 'stv', 'equal_shares'] as const;
export type BallotMethod = (typeof BALLOT_METHODS)[number];

const positionIn = (ballot: Ballot, candidate: string): number => {
  const at = ballot.findIndex((set) => set.includes(candidate));
  return at < 0 ? ballot.length : at;
};

/** Sets of equals, the highest figure first. */
function inOrder(candidates: readonly string[], figure: (candidate: string) => Ratio): string[][] {
  const sorted = [...candidates].sort((a, b) => figure(b).compare(figure(a)) || (a < b ? -1 : 1));
  return sorted.reduce<string[][]>((sets, candidate) => {
    const last = sets.at(-1);
    if (last && figure(last[0]!).compare(figure(candidate)) === 0) last.push(candidate);
    else sets.push([candidate]);
    return sets;
  }, []);
}

/** Borda (1781): for every other candidate a point if he stands behind, half a point if he is equal. */
export function borda(candidates: readonly string[], ballots: readonly Ballot[]): { readonly outcome: Outcome; readonly points: ReadonlyMap<string, Ratio> } {
  const halves = (ballot: Ballot, candidate: string) =>
    candidates.reduce((sum, other) => (other === candidate ? sum : sum + 1 + Math.sign(positionIn(ballot, other) - positionIn(ballot, candidate))), 0);
  const points = new Map(candidates.map((candidate) => [candidate, Ratio.of(ballots.reduce((sum, ballot) => sum + halves(ballot, candidate), 0), 2)]));
  return { outcome: inOrder(candidates, (candidate) => points.get(candidate)!), points };
}

/** Schulze (2011), winning votes: the order of the strongest paths of pairwise victories. */
export function schulze(candidates: readonly string[], ballots: readonly Ballot[]): Outcome {
  return byStrongestPaths(candidates, (a, b) => ballots.filter((ballot) => positionIn(ballot, a) < positionIn(ballot, b)).length);
}

/** The same out of the pairwise counts: how many put `a` before `b`. */
export function byStrongestPaths(candidates: readonly string[], prefers: (a: string, b: string) => number): Outcome {
  const wins = candidates.map((a) => candidates.map((b) => (a !== b && prefers(a, b) > prefers(b, a) ? prefers(a, b) : 0)));
  candidates.forEach((_, via) => candidates.forEach((__, from) => candidates.forEach((___, to) => {
    if (from !== to) wins[from]![to] = Math.max(wins[from]![to]!, Math.min(wins[from]![via]!, wins[via]![to]!));
  })));
  const beaten = candidates.map((_, a) => candidates.filter((__, b) => wins[a]![b]! > wins[b]![a]!).length);
  return inOrder(candidates, (candidate) => Ratio.of(beaten[candidates.indexOf(candidate)]!));
}

/** Equals share the better place, and the next is skipped. */
export function placesOf(outcome: Outcome): Map<string, number> {
  const places = new Map<string, number>();
  for (const set of outcome) {
    const place = places.size + 1;
    for (const id of set) places.set(id, place);
  }
  return places;
}

interface Paper {
  readonly order: readonly string[];
  weight: Ratio;
}

const strict = (ballot: Ballot): string[] => ballot.flatMap((set) => [...set].sort());

function tally(papers: readonly Paper[], standing: ReadonlySet<string>): Map<string, Ratio> {
  const votes = new Map([...standing].map((candidate) => [candidate, Ratio.zero]));
  for (const { order, weight } of papers) {
    const first = order.find((candidate) => standing.has(candidate));
    if (first !== undefined) votes.set(first, votes.get(first)!.plus(weight));
  }
  return votes;
}

/**
 * Single transferable vote: Droop quota, surplus handed on by weight (Gregory, all papers of the elected), the last one out. Equals on a
 * ballot count in the order of their ids, and so do equals in the count, so that everybody gets the same outcome.
 */
export function stv(candidates: readonly string[], ballots: readonly Ballot[], seats: number): { readonly elected: readonly string[]; readonly quota: number } {
  const quota = Math.floor(ballots.length / (seats + 1)) + 1;
  const papers: Paper[] = ballots.map((ballot) => ({ order: strict(ballot), weight: Ratio.one }));
  const standing = new Set(candidates);
  const elected: string[] = [];
  while (elected.length < seats && standing.size > 0) {
    if (standing.size <= seats - elected.length) {
      elected.push(...inOrder([...standing], (candidate) => tally(papers, standing).get(candidate)!).flat());
      break;
    }
    const votes = tally(papers, standing);
    const sorted = inOrder([...standing], (candidate) => votes.get(candidate)!).flat();
    const [best, last] = [sorted[0]!, sorted.at(-1)!];
    if (votes.get(best)!.compare(Ratio.of(quota)) >= 0) {
      handOn(papers, standing, best, votes.get(best)!, quota);
      elected.push(best);
      standing.delete(best);
    } else standing.delete(last);
  }
  return { elected, quota };
}

function handOn(papers: readonly Paper[], standing: ReadonlySet<string>, winner: string, votes: Ratio, quota: number): void {
  const kept = votes.plus(Ratio.of(-quota)).over(votes);
  for (const paper of papers) if (paper.order.find((candidate) => standing.has(candidate)) === winner) paper.weight = paper.weight.times(kept);
}

export interface Costed {
  readonly id: string;
  /** Integer fen. */
  readonly costFen: number;
}

/**
 * Method of Equal Shares with approvals (Peters, Pierczyński, Skowron 2021): every voter gets an equal share of the pool; the project
 * whose supporters can pay for it at the lowest price each is funded, again and again. Dearer ones, then later ids, wait.
 */
export function equalShares(projects: readonly Costed[], approvals: readonly ReadonlySet<string>[], poolFen: number): { readonly funded: readonly string[]; readonly spentFen: number } {
  const purses = approvals.map(() => Ratio.of(poolFen, Math.max(approvals.length, 1)));
  const funded: string[] = [];
  for (;;) {
    const offers = projects.filter(({ id }) => !funded.includes(id)).flatMap((project) => {
      const price = priceOf(project, approvals, purses);
      return price ? [{ project, price }] : [];
    });
    offers.sort((a, b) => a.price.compare(b.price) || a.project.costFen - b.project.costFen || (a.project.id < b.project.id ? -1 : 1));
    const [next] = offers;
    if (!next) break;
    funded.push(next.project.id);
    approvals.forEach((approved, at) => {
      if (approved.has(next.project.id)) purses[at] = purses[at]!.plus(least(purses[at]!, next.price).times(Ratio.of(-1)));
    });
  }
  return { funded, spentFen: projects.filter(({ id }) => funded.includes(id)).reduce((sum, { costFen }) => sum + costFen, 0) };
}

const least = (a: Ratio, b: Ratio): Ratio => (a.compare(b) < 0 ? a : b);

/** The most that any supporter pays when they share the cost as equally as their purses allow; null when they cannot pay. */
function priceOf({ id, costFen }: Costed, approvals: readonly ReadonlySet<string>[], purses: readonly Ratio[]): Ratio | null {
  const supporters = purses.filter((_, at) => approvals[at]!.has(id)).sort((a, b) => a.compare(b));
  let owed = Ratio.of(costFen);
  for (const [at, purse] of supporters.entries()) {
    const each = owed.over(Ratio.of(supporters.length - at));
    if (purse.compare(each) >= 0) return each;
    owed = owed.plus(purse.times(Ratio.of(-1)));
  }
  return null;
}
