import { checkApplicants } from './checks/check-applicants.js';
import { checkAward } from './checks/check-award.js';
import { checkBasis } from './checks/check-basis.js';
import { checkBoards } from './checks/check-boards.js';
import { checkBudget } from './checks/check-budget.js';
import { checkForm } from './checks/check-form.js';
import { checkKeys } from './checks/check-keys.js';
import { checkMoney } from './checks/check-money.js';
import { checkProject } from './checks/check-project.js';
import { checkScoring } from './checks/check-scoring.js';
import { checkShape } from './checks/check-shape.js';
import { checkStages } from './checks/check-stages.js';
import type { RulebookProblem } from './checks/problem-catalogue.js';
import type { Rulebook } from './rulebook.js';

export type { RulebookProblem } from './checks/problem-catalogue.js';

const checks = [
  checkKeys, checkStages, checkMoney, checkBoards, checkApplicants, checkForm, checkBudget, checkScoring, checkAward, checkProject,
  checkBasis,
];

export interface RulebookReport {
  problems: RulebookProblem[];
  /** The rulebook, typed, when no problem is an error; null otherwise. */
  rulebook: Rulebook | null;
}

/**
 * Reads any JSON as a rulebook: first its shape by the published schema, then, when the shape holds, its meaning.
 * It never throws. Whether the calendar knows the years of a publicity term is for the caller to ask.
 */
export function validateRulebook(json: unknown): RulebookReport {
  const misshapen = checkShape(json);
  if (misshapen.length > 0) return { problems: misshapen, rulebook: null };
  const book = json as Rulebook;
  const problems = checks.flatMap((check) => [...check(book)]);
  const sound = problems.every((problem) => problem.severity !== 'error');
  return { problems, rulebook: sound ? book : null };
}
