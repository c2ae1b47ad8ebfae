import { say } from '#libs/errors';
import type { ApplicationScore } from './application-score.js';
import type { Tie, TieStepOutcome } from './ranking.js';
import { Ratio } from './ratio.js';
import type { ScoredApplication } from './sheets.js';
import type { TieBreakStep } from './tree.js';

/** Applies the declared chain to applications that meet on one figure: ordered sets, each a single one or still tied. */
export function breakTie(value: string, tied: readonly ApplicationScore[], chain: readonly TieBreakStep[]): Tie {
  const steps: TieStepOutcome[] = [];
  const order = part(tied, chain, steps).map((set) => set.map((each) => each.application.id).sort());
  const decisive = steps.find((step) => step.outcome === 'parted');
  const open = order.filter((set) => set.length > 1).length;
  const facts = { value, count: tied.length, step: decisive?.step.by ?? null, open };
  return { value, applicationIds: tied.map((each) => each.application.id).sort(), steps, order, ...told(facts, open) };
}

function told(facts: Tie['facts'], open: number): Pick<Tie, 'sentence' | 'facts'> {
  if (open > 0) {
    return {
      facts,
      sentence: say(
        '{count} 个申报同为 {value} 分，按公布的规则仍不能区分，名次并列，需委员会决定',
        '{count} applications meet on {value}; the declared chain does not part them all, so they share a rank until the committee decides',
      ),
    };
  }
  return {
    facts,
    sentence: say(
      '{count} 个申报同为 {value} 分，已按事先公布的规则区分先后',
      '{count} applications meet on {value} and were parted by the chain declared beforehand',
    ),
  };
}

type Score = ApplicationScore;

function part(set: readonly Score[], chain: readonly TieBreakStep[], log: TieStepOutcome[]): readonly Score[][] {
  const [step, ...rest] = chain;
  if (set.length === 1 || !step) return [[...set]];
  const values = new Map(set.map((each) => [each, valueFor(step, each)]));
  const record = (outcome: TieStepOutcome['outcome']) => log.push(describe(step, values, outcome));
  if ([...values.values()].some((value) => value === null)) {
    record('skipped');
    return part(set, rest, log);
  }
  const sets = groupEqual([...values] as [Score, Ratio][]);
  record(sets.length > 1 ? 'parted' : 'equal');
  return sets.flatMap((each) => part(each, rest, log));
}

function groupEqual(valued: [Score, Ratio][]): Score[][] {
  const sorted = valued.sort((a, b) => b[1].compare(a[1]) || (a[0].application.id < b[0].application.id ? -1 : 1));
  const sets: Score[][] = [];
  sorted.forEach(([score, value], at) => {
    const before = sorted[at - 1];
    if (before && before[1].compare(value) === 0) sets.at(-1)!.push(score);
    else sets.push([score]);
  });
  return sets;
}

/** Higher is better in every step; steps that prefer less answer the negative. */
function valueFor(step: TieBreakStep, { application, nodes }: Score): Ratio | null {
  return 'stageId' in step ? (nodes.get(nodeOf(step)) ?? null) : recorded(step, application);
}

type NodeStep = Extract<TieBreakStep, { readonly stageId: string }>;

function nodeOf(step: NodeStep): string {
  if (step.by === 'stage') return step.stageId;
  const bloc = `${step.stageId}/${step.blocId}`;
  return step.by === 'bloc' ? bloc : `${bloc}/${step.criterionId}`;
}

function recorded(step: Exclude<TieBreakStep, NodeStep>, application: ScoredApplication): Ratio | null {
  switch (step.by) {
    case 'preference-points':
      return Ratio.parse(application.preferencePoints ?? '0');
    case 'requested-amount':
      return signed(application.requestedFen, step.prefer === 'lower');
    case 'earlier-submission':
      return signed(application.submittedAtMs, true);
    case 'lot':
      return signed(application.lot, true);
    case 'committee':
      return signed(application.committeeOrder, true);
  }
}

function signed(value: number | undefined, negative: boolean): Ratio | null {
  if (value === undefined) return null;
  return Ratio.of(negative ? -value : value);
}

const PREFER_LESS: ReadonlySet<string> = new Set(['committee', 'lot', 'earlier-submission']);

function describe(
  step: TieBreakStep,
  values: ReadonlyMap<Score, Ratio | null>,
  outcome: TieStepOutcome['outcome'],
): TieStepOutcome {
  const prefersLess = PREFER_LESS.has(step.by) || (step.by === 'requested-amount' && step.prefer === 'lower');
  const shown = [...values].map(([score, value]): [string, string | null] => {
    const own = prefersLess && value ? value.times(Ratio.of(-1)) : value;
    return [score.application.id, own?.shown() ?? null];
  });
  shown.sort((a, b) => (a[0] < b[0] ? -1 : 1));
  return { step, among: shown.map(([id]) => id), values: Object.fromEntries(shown), outcome };
}
