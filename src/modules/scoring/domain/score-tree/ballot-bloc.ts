import { byStrongestPaths, equalShares, placesOf, stv, type Outcome } from '../ballots/ballots.js';
import { Ratio } from './ratio.js';
import { NOT_APPLICABLE, PLACE, type ScoredApplication } from './sheets.js';
import type { BallotBlocRule } from './tree.js';

/** What one judge said: the applications that were hers to rank, and her order of them. Whoever she left out stands behind all. */
interface Paper {
  readonly among: ReadonlySet<string>;
  readonly places: ReadonlyMap<string, number>;
}

/** Where an application came out, and on how many ballots it stood. */
export interface BallotStanding {
  readonly score: Ratio;
  readonly place: number;
  readonly of: number;
}

/**
 * Counts the ballots of a bloc. An application from which a judge has stepped aside is not on her ballot and is neither behind nor before
 * anybody there. Borda gives the mean share of the others left behind; the other methods give their outcome by its place: 100 × (n − place + ½) ÷ n,
 * equals at the middle of their places.
 */
export function countBallots(stageId: string, rule: BallotBlocRule, applications: readonly ScoredApplication[], outOf: Ratio): ReadonlyMap<string, BallotStanding> {
  const papers = papersOf(stageId, rule.id, applications);
  const candidates = applications.map(({ id }) => id).filter((id) => papers.some(({ among }) => among.has(id))).sort();
  if (rule.count === 'borda') return byShares(candidates, papers, outOf);
  const outcome = OUTCOMES[rule.count](candidates, papers, rule, applications);
  return byPlaces(outcome, candidates.length, outOf);
}

function papersOf(stageId: string, blocId: string, applications: readonly ScoredApplication[]): Paper[] {
  const papers = new Map<string, { among: Set<string>; places: Map<string, number> }>();
  for (const { id, sheets } of applications) {
    for (const { judgeId, entries } of sheets.filter((sheet) => sheet.stageId === stageId && sheet.blocId === blocId && sheet.state === 'submitted')) {
      const paper = papers.get(judgeId) ?? { among: new Set<string>(), places: new Map<string, number>() };
      papers.set(judgeId, paper);
      paper.among.add(id);
      const place = entries[PLACE];
      if (place !== undefined && place !== NOT_APPLICABLE) paper.places.set(id, Number(place));
    }
  }
  return [...papers].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, paper]) => paper);
}

const placeOn = ({ places }: Paper, id: string): number => places.get(id) ?? Number.POSITIVE_INFINITY;

/** 2 for whoever stands behind, 1 for an equal: halves of a point. */
const ahead = (paper: Paper, id: string, other: string): number => (placeOn(paper, id) < placeOn(paper, other) ? 2 : placeOn(paper, id) === placeOn(paper, other) ? 1 : 0);

function byShares(candidates: readonly string[], papers: readonly Paper[], outOf: Ratio): ReadonlyMap<string, BallotStanding> {
  const shares = new Map(candidates.map((id) => {
    const own = papers.filter(({ among }) => among.has(id)).map((paper) => shareOn(paper, id));
    return [id, Ratio.mean(own)];
  }));
  const place = (id: string) => 1 + candidates.filter((other) => shares.get(other)!.compare(shares.get(id)!) > 0).length;
  return new Map(candidates.map((id) => [id, { score: outOf.times(shares.get(id)!), place: place(id), of: candidates.length }]));
}

/** The part of the others on the ballot that stand behind; whoever stands there alone is before everybody there is. */
function shareOn(paper: Paper, id: string): Ratio {
  const others = [...paper.among].filter((other) => other !== id);
  if (others.length === 0) return Ratio.one;
  return Ratio.of(others.reduce((sum, other) => sum + ahead(paper, id, other), 0), 2 * others.length);
}

type Counting = (candidates: readonly string[], papers: readonly Paper[], rule: BallotBlocRule, applications: readonly ScoredApplication[]) => Outcome;

const OUTCOMES: Record<Exclude<BallotBlocRule['count'], 'borda'>, Counting> = {
  schulze: (candidates, papers) =>
    byStrongestPaths(candidates, (a, b) => papers.filter((paper) => paper.among.has(a) && paper.among.has(b) && placeOn(paper, a) < placeOn(paper, b)).length),
  stv: (candidates, papers, { seats = 1 }) => inFront(stv(candidates, papers.map(orderOf), seats).elected, candidates),
  'equal-shares': (candidates, papers, { poolFen = 0 }, applications) => {
    const costs = applications.filter(({ id }) => candidates.includes(id)).map(({ id, requestedFen = 0 }) => ({ id, costFen: requestedFen }));
    return inFront(equalShares(costs, papers.map(({ places }) => new Set(places.keys())), poolFen).funded, candidates);
  },
};

const orderOf = ({ places }: Paper): string[][] => [...new Set(places.values())].sort((a, b) => a - b).map((place) => [...places].filter(([, own]) => own === place).map(([id]) => id).sort());

/** Whoever was chosen, in that order; everybody else shares the place behind. */
function inFront(chosen: readonly string[], candidates: readonly string[]): Outcome {
  const rest = candidates.filter((id) => !chosen.includes(id));
  return [...chosen.map((id) => [id]), ...(rest.length > 0 ? [rest] : [])];
}

function byPlaces(outcome: Outcome, of: number, outOf: Ratio): ReadonlyMap<string, BallotStanding> {
  const places = placesOf(outcome);
  return new Map(outcome.flatMap((set) => set.map((id): [string, BallotStanding] => {
    const place = places.get(id)!;
    return [id, { place, of, score: outOf.times(Ratio.of(2 * of - (2 * place + set.length - 1) + 1, 2 * of)) }];
  })));
}
