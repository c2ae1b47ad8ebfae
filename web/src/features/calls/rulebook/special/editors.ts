import type { ComponentType } from 'react';
import { EligibilityEditor } from './eligibility-editor.js';
import { FormEditor } from './form-editor.js';
import { ScoringEditor } from './scoring-editor.js';
import { StagesEditor } from './stages-editor.js';
import { TranchesEditor } from './tranches-editor.js';

/** Parts that are written in a form of their own; all others are drawn from the schema. */
export const EDITORS: Readonly<Record<string, ComponentType>> = {
  stages: StagesEditor,
  eligibility: EligibilityEditor,
  form: FormEditor,
  scoring: ScoringEditor,
  tranches: TranchesEditor,
};
