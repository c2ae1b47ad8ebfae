import type { RankedBallot, ScoreBloc } from '#modules/calls';
import { say, type Problem } from '#libs/errors';
import type { Entries } from '../check-sheet.js';
import { NOT_APPLICABLE, PLACE } from '../score-tree/sheets.js';

type Voting = ScoreBloc & { readonly aggregation: RankedBallot };

/** Whether the judges of the bloc put the applications in order instead of giving points. */
export const isBallot = (bloc: ScoreBloc): bloc is Voting => bloc.aggregation.method === 'ranked_ballot';

/** What a sheet of the bloc holds: its criteria, or the place on a ballot. */
export const entriesIn = (bloc: ScoreBloc): readonly { key: string; title: { zh: string; en: string } }[] => (isBallot(bloc) ? [{ key: PLACE, title: say('名次', 'Place') }] : bloc.criteria);

/** What each application's sheet says of an order, first to last. While drafting nothing is said of whoever has no place yet. */
export function entriesOfOrder(order: readonly string[], applicationId: string, moment: 'draft' | 'submit'): Entries {
  const at = order.indexOf(applicationId);
  if (at >= 0) return { [PLACE]: { points: String(at + 1) } };
  return moment === 'submit' ? { [PLACE]: { points: NOT_APPLICABLE } } : {};
}

/** The place that a sheet says; null where it says none. */
export function placeIn(entries: Entries): number | null {
  const points = entries[PLACE]?.points ?? null;
  return points === null || points === NOT_APPLICABLE ? null : Number(points);
}

const told = (path: string, code: string, sentence: Problem['sentence'], facts: Record<string, unknown> = {}): Problem => ({ path, code, sentence, facts });

/** What stands against a ballot: somebody on it twice or who is not hers to rank; when it is handed in, also whoever the rulebook wants on it. */
export function checkOrder(order: readonly string[], candidates: readonly string[], partial: RankedBallot['partial'], moment: 'draft' | 'submit'): Problem[] {
  const problems = order.flatMap((id, at) => [
    ...(order.indexOf(id) < at ? [told(id, 'ranked_twice', say('同一项目排了两次', 'A project stands on it twice'))] : []),
    ...(candidates.includes(id) ? [] : [told(id, 'not_on_ballot', say('选票上没有这个项目，或您对它有利益冲突', 'It is not on your ballot, or you have a conflict of interest'))]),
  ]);
  if (moment === 'draft') return problems;
  const left = candidates.filter((id) => !order.includes(id)).length;
  if (order.length === 0) problems.push(told('order', 'ballot_empty', say('还没有排任何项目', 'Nothing is ranked yet')));
  else if (partial === 'refused' && left > 0) problems.push(told('order', 'ballot_incomplete', say('规则书要求全部排完，还有 {left} 个项目没有名次', 'The rulebook wants all ranked; {left} have no place yet'), { left }));
  return problems;
}
