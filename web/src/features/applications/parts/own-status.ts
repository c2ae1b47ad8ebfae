import type { ApplicationDetail, OwnApplicationRow } from '../../../api/index.js';
import type { Tone } from '../../../ui/index.js';

const TONES: Readonly<Record<string, Tone>> = {
  draft: 'waiting', submitted: 'current', returned: 'waiting', withdrawn: 'quiet', eligible: 'current', ineligible: 'late', in_review: 'current', shortlisted: 'current',
  not_shortlisted: 'quiet', awarded: 'done', reserved: 'current', not_awarded: 'quiet', declined: 'quiet',
};

export const toneOf = (status: string): Tone => TONES[status] ?? 'calm';

export type Waiting = 'agree' | 'correct' | 'answer' | 'appeal' | 'submit' | 'finish';

/** What an application asks of the applicant; null when it asks nothing, or nothing can be done any more. */
export function waitingOf({ status, toMend, toAgree, leads, takes, supplementDueAt, appealUntil }: OwnApplicationRow): Waiting | null {
  if (toAgree && takes) return 'agree';
  if (!leads) return null;
  if (status === 'returned') return 'correct';
  if (supplementDueAt) return 'answer';
  if (appealUntil) return 'appeal';
  if (status !== 'draft' || !takes) return null;
  return toMend === 0 ? 'submit' : 'finish';
}

/** What the screening asks first, by its day; then what is only waiting for the last press, then drafts by their deadline. */
export function byUrgency(one: OwnApplicationRow, other: OwnApplicationRow): number {
  const rank = { agree: 0, correct: 0, answer: 0, appeal: 0, submit: 1, finish: 2 } as const;
  const [a, b] = [waitingOf(one), waitingOf(other)];
  const before = (a ? rank[a] : 9) - (b ? rank[b] : 9);
  if (before !== 0) return before;
  // Of what waits for nobody the newest comes first.
  return a ? dueOf(one).localeCompare(dueOf(other)) : dueOf(other).localeCompare(dueOf(one));
}

export const dueOf = ({ returned, supplementDueAt, appealUntil, closesAt }: Pick<OwnApplicationRow, 'returned' | 'supplementDueAt' | 'appealUntil' | 'closesAt'>): string =>
  returned?.dueAt ?? supplementDueAt ?? appealUntil ?? closesAt;

export const mayMove = ({ moves }: Pick<ApplicationDetail, 'moves'>, name: string): ApplicationDetail['moves'][number] | undefined => moves.find(({ move }) => move === name);
