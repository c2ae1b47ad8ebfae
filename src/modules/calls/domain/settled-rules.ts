import { no, when, yes, type Verdict } from '#libs/access';
import { say } from '#libs/errors';
import type { Call } from './call.js';
import type { CallStatus } from './call-status.js';
import { rulesFor } from './rulebook/boards.js';
import { diffRulebooks, type RulebookChange } from './rulebook/diff-rulebooks.js';
import type { Rulebook } from './rulebook/rulebook.js';
import { sectionNames } from './rulebook/section-titles.js';

const FREE: readonly CallStatus[] = ['draft', 'needs_collection'];
const ANNOUNCED: readonly CallStatus[] = ['published', 'open'];
const PAST_DEADLINE: readonly CallStatus[] = ['closed', 'reviewing', 'decided', 'in_publicity', 'confirmed', 'running'];

/** What may still change once nobody can answer to it with another application: what lies ahead of the applicants. */
const STILL_AHEAD: readonly string[] = [
  'title', 'purpose', 'organisers', 'stages', 'roadshow', 'publicity', 'acceptance', 'contract', 'tranches', 'milestones', 'changes',
  'evaluations', 'sanctions', 'incubation', 'retention', 'sources', 'basis',
];

/** Whether the rules are still being drafted: any JSON may be kept and no reason is due. */
export const isDrafting = (call: Call): boolean => FREE.includes(call.status);

const FROZEN = no('rules_frozen', say('该批次已进入结项或已结束，规则不能再修改', 'This call is being closed out or has ended; its rules cannot change'));

/** Whether the rules can change at all any more. */
export function mayStillChange(call: Call): Verdict {
  const status = call.suspendedFrom ?? call.status;
  return when([...FREE, ...ANNOUNCED, ...PAST_DEADLINE].includes(status), FROZEN);
}

/**
 * Whether a published call's rules may become these. Until the deadline everything may, with a reason, but for the
 * deadline; afterwards only what lies ahead; from the close-out on nothing.
 */
export function mayBecome(call: Call, before: Rulebook, after: Rulebook): Verdict {
  const status = call.suspendedFrom ?? call.status;
  if (FREE.includes(status)) return yes;
  if (ANNOUNCED.includes(status)) return sameDeadline(before, after);
  if (!PAST_DEADLINE.includes(status)) return FROZEN;
  const settled = [...new Set(diffRulebooks(before, after).map(sectionOf))].filter((section) => !STILL_AHEAD.includes(section));
  return when(settled.length === 0, no('rules_settled', say('申报已截止，以下内容不能再修改：{sections}', 'Applications have closed; these can no longer change: {sections}'), { sections: sectionNames(settled) }));
}

const sectionOf = ({ path }: RulebookChange): string => path.split('.')[0]!;

/** A later deadline is proposed by one officer and confirmed by another; it never comes about by rewriting the rules. */
function sameDeadline(before: Rulebook, after: Rulebook): Verdict {
  const moved = endsOf(before, after).filter(({ was, is }) => was !== is);
  if (moved.length === 0) return yes;
  return moved.some(({ was, is }) => is < was)
    ? no('deadline_moved_earlier', say('已公布的截止时间只能延后', 'A published deadline can only be moved later'))
    : no('deadline_needs_two', say('延长截止时间须由两位项目官员办理：请在批次总览页提出，由另一位官员确认', 'A later deadline takes two officers: propose it on the overview of the round, and another officer confirms it'));
}

/** When applications end: in the call, and in each category that both know, where its board may end earlier. */
function endsOf(before: Rulebook, after: Rulebook): { was: number; is: number }[] {
  const shared = before.categories.map(({ key }) => key).filter((key) => after.categories.some((category) => category.key === key));
  const end = (book: Rulebook, key: string): number => Date.parse(rulesFor(book, key).deadline.at);
  return ['', ...shared].map((key) => ({ was: end(before, key), is: end(after, key) }));
}
