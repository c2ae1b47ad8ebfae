import { everyRules } from '../boards.js';
import type { Criterion, Rulebook, ScoreBloc, ScoreStage, StageKind, TieBreak } from '../rulebook.js';
import { divides, exactSum } from './exact-sums.js';
import { problem } from './problem-catalogue.js';
import type { Problems, RulebookProblem } from './problem-catalogue.js';

const judged: readonly StageKind[] = [
  'recommendation', 'screening', 'written_review', 'roadshow', 'revival', 'mass_vote', 'site_check', 'negotiation',
  'approval',
];

function* weights(nodes: readonly { weight: number }[], path: string): Problems {
  const sum = exactSum(nodes.map((node) => node.weight));
  if (sum !== 100) yield problem('weights_not_100', path, { sum });
}

function* anchors(criterion: Criterion, path: string): Problems {
  const sorted = [...criterion.anchors].sort((a, b) => a.from - b.from);
  for (const [index, anchor] of sorted.entries()) {
    if (anchor.from > anchor.to || anchor.to > criterion.max) {
      yield problem('anchor_out_of_scale', `${path}.anchors`, { max: criterion.max });
    }
    const before = sorted[index - 1];
    if (before !== undefined && anchor.from <= before.to) yield problem('anchors_overlap', `${path}.anchors`);
  }
}

function* criterion(of: Criterion, path: string): Problems {
  yield* anchors(of, path);
  if (!divides(of.step, of.max)) yield problem('step_does_not_divide', `${path}.step`, { max: of.max });
  const { when, low, high } = of.reason;
  if (when === 'outside' && low === undefined && high === undefined) {
    yield problem('reason_bounds_missing', `${path}.reason`);
  }
}

function trimming(of: ScoreBloc, path: string): RulebookProblem | null {
  if (of.aggregation.method !== 'trimmed_mean') return null;
  const { threshold } = of.aggregation;
  const { judges } = of.panel;
  if (threshold < 3) return problem('trim_threshold_too_low', `${path}.aggregation.threshold`);
  if (threshold <= judges) return null;
  return problem('trim_never_applies', `${path}.aggregation.threshold`, { judges, threshold });
}

function* ballot(of: ScoreBloc, path: string): Problems {
  if (of.aggregation.method !== 'ranked_ballot') return;
  const { count, partial, seats } = of.aggregation;
  if (of.kind === 'external') yield problem('ballot_without_judges', `${path}.aggregation`);
  if (count === 'stv' && seats === undefined) yield problem('ballot_seats_missing', `${path}.aggregation.seats`);
  if (count === 'equal_shares' && partial === 'refused') yield problem('ballot_approves_all', `${path}.aggregation.partial`);
}

function* bloc(of: ScoreBloc, path: string): Problems {
  yield* ballot(of, path);
  yield* weights(of.criteria, `${path}.criteria`);
  for (const [index, node] of of.criteria.entries()) yield* criterion(node, `${path}.criteria.${index}`);
  const trimmed = trimming(of, path);
  if (trimmed !== null) yield trimmed;
  const { judges, quorum } = of.panel;
  if (quorum > judges) yield problem('quorum_above_panel', `${path}.panel.quorum`, { quorum, judges });
  if (of.anonymousSlots !== undefined && (of.kind !== 'expert' || of.aggregation.method === 'ranked_ballot')) yield problem('slots_without_experts', `${path}.anonymousSlots`);
}

function* stage(of: ScoreStage, book: Rulebook, path: string): Problems {
  const held = book.stages.find((candidate) => candidate.key === of.stage);
  const key = of.stage;
  if (held === undefined) yield problem('unknown_stage', `${path}.stage`, { key });
  else if (!judged.includes(held.kind)) yield problem('stage_not_judged', `${path}.stage`, { key });
  for (const [index, node] of of.blocs.entries()) yield* bloc(node, `${path}.blocs.${index}`);
}

/** In every board the blocs that judge it make up the whole; one wrong sum is told once. */
function* blocWeights(variants: readonly ScoreStage[], path: string): Problems {
  for (const { blocs } of variants) {
    const faults = [...weights(blocs, path)];
    yield* faults;
    if (faults.length > 0) return;
  }
}

function missingTarget(of: TieBreak, book: Rulebook, path: string): RulebookProblem | null {
  if (of.by !== 'stage' && of.by !== 'criterion') return null;
  const scored = book.scoring.stages.find((candidate) => candidate.key === of.stage);
  if (scored === undefined) return problem('unknown_score_stage', path, { key: of.stage });
  if (of.by === 'stage') return null;
  const found = scored.blocs.find((candidate) => candidate.key === of.bloc);
  if (found === undefined) return problem('unknown_bloc', path, { key: of.bloc });
  if (found.aggregation.method === 'ranked_ballot') return problem('tie_criterion_in_ballot', path, { key: of.bloc });
  const known = found.criteria.some((candidate) => candidate.key === of.criterion);
  return known ? null : problem('unknown_criterion', path, { key: of.criterion });
}

function* ties(book: Rulebook): Problems {
  const chain = book.scoring.tieBreak;
  for (const [index, link] of chain.entries()) {
    const missing = missingTarget(link, book, `scoring.tieBreak.${index}`);
    if (missing !== null) yield missing;
  }
  const last = chain.at(-1);
  if (last === undefined) yield problem('tie_break_missing', 'scoring.tieBreak');
  else if (!['lot', 'committee_vote', 'earlier_submission'].includes(last.by)) {
    yield problem('tie_break_not_final', 'scoring.tieBreak');
  }
}

function* bonuses(book: Rulebook): Problems {
  for (const [index, bonus] of book.scoring.bonuses.entries()) {
    for (const key of bonus.preferences) {
      if (!book.preferences.some((preference) => preference.key === key)) {
        yield problem('unknown_preference', `scoring.bonuses.${index}.preferences`, { key });
      }
    }
  }
}

/** C11 to C13: weights sum, references hold, and equals can be told apart. */
export function* checkScoring(book: Rulebook): Problems {
  yield* weights(book.scoring.stages, 'scoring.stages');
  for (const [index, node] of book.scoring.stages.entries()) {
    yield* stage(node, book, `scoring.stages.${index}`);
    yield* blocWeights(everyRules(book).map(({ scoring }) => scoring.stages[index]!), `scoring.stages.${index}.blocs`);
  }
  yield* bonuses(book);
  yield* ties(book);
}
