import { inLanguage, type Pair } from '../../../../ui/language/texts.js';
import type { Language } from '../../../../api/language.js';
import { applicantLabels } from './applicant-labels.js';
import { awardLabels } from './award-labels.js';
import { budgetLabels } from './budget-labels.js';
import { callLabels } from './call-labels.js';
import { eligibilityNames } from './eligibility-names.js';
import { formLabels } from './form-labels.js';
import type { Label } from './label.js';
import { projectLabels } from './project-labels.js';
import { scoringLabels } from './scoring-labels.js';
import { wordsAfter } from './words-after.js';
import { wordsBefore } from './words-before.js';

export { STAGE_KINDS } from './words-before.js';
export { eligibilityNames } from './eligibility-names.js';

const LABELS: Readonly<Record<string, Label>> = { ...callLabels, ...applicantLabels, ...formLabels, ...budgetLabels, ...scoringLabels, ...awardLabels, ...projectLabels };
const WORDS = { ...wordsBefore, ...wordsAfter, 'eligibility.*': eligibilityNames } as Readonly<Record<string, Readonly<Record<string, Pair>>>>;

/** The label of the field at a place; `null` where people need none (keys) or the place is unknown. */
export const labelAt = (pattern: string): Label | null => LABELS[pattern] ?? null;

/** The word of a field's value, or `null` where it has none. */
export const wordAt = (pattern: string, word: string): Pair | null => WORDS[pattern]?.[word] ?? null;

export function nameAt(pattern: string, language: Language): string {
  const label = labelAt(pattern);
  return label ? inLanguage(label.name, language) : '';
}

export function sayWord(pattern: string, word: string | number | boolean, language: Language): string {
  const pair = wordAt(pattern, String(word));
  return pair ? inLanguage(pair, language) : String(word);
}
