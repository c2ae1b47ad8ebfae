import { createHash } from 'node:crypto';
import { canonicalJson } from '#libs/canonical-json';
import type { Rulebook } from '#modules/calls';
import { isVisible, type Answers } from './form/answers.js';

/** The answers that show: what a preview shows and a submission is made for. */
export function shownAnswers({ form }: Pick<Rulebook, 'form'>, answers: Answers): Answers {
  return Object.fromEntries(form.sections.filter((section) => isVisible(section, answers)).map((section) => {
    const given = answers[section.key] ?? {};
    const shown = section.questions.filter((question) => question.key in given && isVisible(question, answers));
    return [section.key, Object.fromEntries(shown.map(({ key }) => [key, given[key]]))];
  }));
}

/**
 * Names what a preview showed: SHA-256 of the canonical JSON (RFC 8785) of the partners, the version of the rules and the answers that
 * show. Any change of these gives another name.
 * @param rules those of the board in which it applies
 */
export function previewHash(application: { readonly answers: Answers; readonly coOrganisationIds: readonly string[] }, rules: Pick<Rulebook, 'form'>, rulebookVersion: number): string {
  const { answers, coOrganisationIds } = application;
  return createHash('sha256').update(canonicalJson({ coOrganisationIds, rulebookVersion, answers: shownAnswers(rules, answers) })).digest('hex');
}
