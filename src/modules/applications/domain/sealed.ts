import { no, when, yes, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import type { CallView } from '#modules/calls';

type Round = Pick<CallView, 'status' | 'closesAt' | 'graceSeconds'> & { readonly rulebook: Pick<CallView['rulebook'], 'deadline'> };

export const isSealedRound = ({ rulebook }: Pick<Round, 'rulebook'>): boolean => rulebook.deadline.sealed === true;

/** In a sealed round nobody but the applicant opens what was submitted before the call has closed, its grace included. */
export function mayBeOpened(call: Round, now: Date): Verdict {
  if (!isSealedRound(call)) return yes;
  const last = new Date(call.closesAt.getTime() + call.graceSeconds * 1000);
  return when(now > last, no('application_sealed', say('本批次为封闭申报：{closesAt} 截止前，任何人不能打开已提交的申报', 'This round is sealed: nobody opens what was submitted before it closes at {closesAt}'), { closesAt: call.closesAt }));
}
