import { createHash } from 'node:crypto';
import type { Sentence } from '#libs/errors';
import type { AssignmentSettings, PlanInput, Proposal } from './propose.js';

/** What an assignment rests on, each with its name for people. In this order they stand in a mark. */
const PARTS = {
  settings: { zh: '试排的设置', en: 'the settings' },
  experts: { zh: '评委组或评委资料', en: 'the panel or a profile on it' },
  applications: { zh: '参评申报', en: 'the applications' },
  conflicts: { zh: '利益冲突', en: 'conflicts of interest' },
  edits: { zh: '人工调整', en: 'hand edits' },
  begun: { zh: '已开始的评分', en: 'sheets that were begun' },
  wishes: { zh: '评审意愿', en: 'wishes of judges' },
} satisfies Record<string, Sentence>;

type Part = keyof typeof PARTS;

export const MARK = /^[0-9a-f]{64}(\.[0-9a-f]{16}){7}$/;
export const MARK_LENGTH = 64 + 7 * 17;

/** One digest for each part of the input, so that what has changed since can be named. */
export function groundOf({ settings, experts, applications, forbidden, fixed, wishes }: PlanInput): string {
  const words = <Word extends string>(map: ReadonlyMap<string, Word>, those: readonly Word[]) => [...map].filter(([, word]) => those.includes(word)).map((pair) => pair.join(' ')).sort();
  const parts: Record<Part, unknown> = {
    settings: [settings.perApplication, settings.most, settings.region], experts, applications, conflicts: words(forbidden, ['conflict', 'doubt']),
    edits: [words(forbidden, ['never']), words(fixed, ['must'])], begun: words(fixed, ['begun']), wishes: words(wishes, ['eager', 'willing', 'reluctant']),
  };
  return Object.keys(PARTS).map((part) => digest(parts[part as Part]).slice(0, 16)).join('.');
}

/** SHA-256 of the pairs that are meant, whatever the order in which they were found. */
export function outcomeOf({ rows }: Pick<Proposal, 'rows'>, { perApplication, most, region }: AssignmentSettings): string {
  const pairs = rows.flatMap(({ applicationId, choices }) => choices.map(({ seatId }) => `${applicationId} ${seatId}`)).sort();
  return digest([perApplication, most, region, pairs]);
}

/** What a dry run is named by: the pairs it proposes and what they rest on. */
export const markOf = (outcome: string, ground: string): string => `${outcome}.${ground}`;

export const isSameOutcome = (one: string, other: string): boolean => one.slice(0, 64) === other.slice(0, 64);

/** The parts in which two marks differ; none when the same ground was solved differently. */
export function changedBetween(before: string, now: string): Sentence[] {
  const [old, present] = [before.split('.').slice(1), now.split('.').slice(1)];
  return Object.values(PARTS).filter((_, at) => old[at] !== present[at]);
}

const digest = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('hex');
