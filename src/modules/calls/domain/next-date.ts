import type { Sentence } from '#libs/errors';
import type { Rulebook } from './rulebook/rulebook.js';

export interface NextDate {
  readonly stage: Sentence;
  readonly edge: 'opens' | 'closes';
  readonly at: Date;
}

/** The nearest date ahead among the stages of any JSON kept as rules: drafts may lack everything. */
export function nextDate(rulebook: object, now: Date): NextDate | null {
  const { stages } = rulebook as Partial<Rulebook>;
  if (!Array.isArray(stages)) return null;
  const dates = stages.flatMap((stage) => [dateOf(stage, 'opens', stage?.opensAt), dateOf(stage, 'closes', stage?.closesAt)]);
  const ahead = dates.filter((date): date is NextDate => date !== null && date.at > now);
  return ahead.sort((a, b) => a.at.getTime() - b.at.getTime())[0] ?? null;
}

function dateOf(stage: { title?: Sentence } | null, edge: NextDate['edge'], written: unknown): NextDate | null {
  const at = typeof written === 'string' ? new Date(written) : null;
  if (at === null || Number.isNaN(at.getTime()) || !stage?.title) return null;
  return { stage: stage.title, edge, at };
}
