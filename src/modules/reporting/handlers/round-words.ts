import { applicationLifecycle } from '#modules/applications';
import { awardLifecycle } from '#modules/awards';
import { trancheLifecycle } from '#modules/funds';
import { milestoneLifecycle } from '#modules/milestones';
import { projectLifecycle } from '#modules/projects';
import type { GatheredRound } from './gather-round.js';

/** The Chinese words of a printed report; an unknown status is shown as it is rather than left out. */
const word = (lifecycle: { states: readonly string[]; label(status: never): { zh: string } }) => (status: string): string =>
  lifecycle.states.includes(status) ? lifecycle.label(status as never).zh : status;

export const applicationWord = word(applicationLifecycle);
export const awardWord = word(awardLifecycle);
export const projectWord = word(projectLifecycle);
export const trancheWord = word(trancheLifecycle);
export const milestoneWord = word(milestoneLifecycle);

export const categoryOf = ({ round }: GatheredRound) => (key: string): string => round.categories.find((category) => category.key === key)?.title.zh ?? key;
export const evaluationOf = ({ round }: GatheredRound) => (key: string): string => round.evaluations.find((grid) => grid.key === key)?.title.zh ?? key;

export const gradeOf = ({ round }: GatheredRound) => (key: string, grade: string): string =>
  round.evaluations.find((grid) => grid.key === key)?.grades.find((one) => one.key === grade)?.title.zh ?? grade;

/** Nothing is announced before the first notice: until then the report is for those who answer for the round alone. */
export const isAnnounced = ({ awards }: GatheredRound): boolean => awards.some(({ announced }) => announced);

const PARTS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short', hourCycle: 'h23' });

/** `2026-03-02 09:00` in Beijing time; a dash where there is none. */
export const instantText = (at: Date | null): string => (at === null ? '—' : PARTS.format(at).replace(',', ''));
