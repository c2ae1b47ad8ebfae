import type { Question } from '#modules/calls';
import type { Place } from './hold-sheet.js';

/** What is read, under the rules of which panel. */
export type Judged = Pick<Place, 'application' | 'bloc' | 'call'>;

export const idsOf = (answer: unknown): string[] => (Array.isArray(answer) ? answer.filter((id) => typeof id === 'string') : []);

/** A question whose answer would tell a blind judge who applies. */
export const givesAway = ({ identifying }: Question): boolean => identifying === true;

/** The files of the questions that a judge of the bloc may read at all. */
export function filesOf({ application, bloc, call }: Judged): string[] {
  const blind = bloc.blind !== 'open';
  return call.rulebook.form.sections.flatMap((section) => section.questions
    .filter((question) => question.kind === 'file' && !(blind && givesAway(question)))
    .flatMap(({ key }) => idsOf(application.answers[section.key]?.[key])));
}
