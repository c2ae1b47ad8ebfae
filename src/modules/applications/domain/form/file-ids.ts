import type { Rulebook } from '#modules/calls';
import type { Answers } from './answers.js';

/** The files that the answers name, in the order of the form. */
export const fileIds = ({ form }: Pick<Rulebook, 'form'>, answers: Answers): string[] =>
  form.sections.flatMap(({ key, questions }) => questions.filter(({ kind }) => kind === 'file').flatMap((question) => listed(answers[key]?.[question.key])));

const listed = (answer: unknown): string[] => (Array.isArray(answer) ? answer.filter((id): id is string => typeof id === 'string') : []);
