import { canonicalJson } from '#libs/canonical-json';
import type { ApplicationHistory, Submission } from '../application.js';
import type { Answers } from '../form/answers.js';

export interface Correction {
  /** The step by which it was returned, with what was asked for. */
  readonly asked: ApplicationHistory;
  readonly handedInAt: Date;
  /** Only the answers that differ, as they were and as they are. */
  readonly before: Answers;
  readonly after: Answers;
}

/** What changed when it was last handed in after a return; null where it never came back from one. */
export function lastCorrection(history: readonly ApplicationHistory[], submissions: readonly Submission[]): Correction | null {
  const last = history.filter(({ move }) => move === 'submit' || move === 'resubmit').at(-1);
  const [earlier, later] = submissions.slice(-2);
  if (last?.move !== 'resubmit' || !earlier || !later) return null;
  const asked = history.filter(({ move, step }) => move === 'return' && step < last.step).at(-1)!;
  return { asked, handedInAt: later.submittedAt, before: differing(earlier.answers, later.answers), after: differing(later.answers, earlier.answers) };
}

function differing(answers: Answers, others: Answers): Answers {
  const sections = Object.entries(answers).map(([key, section]) => [key, Object.entries(section).filter(([question, answer]) => canonicalJson(answer ?? null) !== canonicalJson(others[key]?.[question] ?? null))] as const);
  return Object.fromEntries(sections.filter(([, changed]) => changed.length > 0).map(([key, changed]) => [key, Object.fromEntries(changed)]));
}
