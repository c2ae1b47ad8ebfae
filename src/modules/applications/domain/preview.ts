import { createHash } from 'node:crypto';
import { canonicalJson, canonicalOnce } from '#libs/canonical-json';
import type { Rulebook } from '#modules/calls';
import { isVisible, type Answers } from './form/answers.js';

/** The answers that show: what a preview shows and a submission is made for. Themselves where none is hidden. */
export function shownAnswers({ form }: Pick<Rulebook, 'form'>, answers: Answers): Answers {
  const shown = form.sections.filter((section) => section.key in answers && isVisible(section, answers)).map((section) => [section.key, shownOf(section, answers)] as const);
  const whole = shown.length === Object.keys(answers).length && shown.every(([key, given]) => given === answers[key]);
  return whole ? answers : Object.fromEntries(shown);
}

/** Of one section; itself where none of it is hidden. */
function shownOf({ key, questions }: Rulebook['form']['sections'][number], answers: Answers): Answers[string] {
  const given = answers[key] ?? {};
  const shown = questions.filter((question) => question.key in given && isVisible(question, answers));
  return shown.length === Object.keys(given).length ? given : Object.fromEntries(shown.map((question) => [question.key, given[question.key]]));
}

/**
 * Names what a preview showed: SHA-256 of the canonical JSON (RFC 8785) of the partners, the version of the rules and the answers that
 * show. Any change of these gives another name.
 * @param rules those of the board in which it applies
 */
export function previewHash(application: { readonly answers: Answers; readonly coOrganisationIds: readonly string[] }, rules: Pick<Rulebook, 'form'>, rulebookVersion: number): string {
  const { answers, coOrganisationIds } = application;
  return createHash('sha256').update(canonicalJson({ coOrganisationIds, rulebookVersion, answers: canonicalOnce(shownAnswers(rules, answers)) })).digest('hex');
}
