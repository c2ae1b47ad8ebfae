import type { Rulebook } from '../../../api/index.js';
import type { Answers } from '../form/conditions.js';
import { same } from '../form/merge.js';

/** The questions that were answered differently, in the order of the form. */
export const changesIn = ({ form }: Pick<Rulebook, 'form'>, was: Answers, is: Answers) =>
  form.sections.flatMap(({ key, title, questions }) =>
    questions.filter((question) => !same(was[key]?.[question.key], is[key]?.[question.key])).map((question) => ({ section: title, question, before: was[key]?.[question.key], after: is[key]?.[question.key] })));
