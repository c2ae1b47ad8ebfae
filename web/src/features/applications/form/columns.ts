import type { Rulebook, RulebookQuestion } from '../../../api/index.js';
import type { CellSpec } from './rows.js';

type TableQuestion = Extract<RulebookQuestion, { kind: 'table' }>;

export function tableCells({ columns }: TableQuestion): CellSpec[] {
  return columns.map(({ key, kind }) => ({ key, kind: kind === 'short_text' ? 'text' : kind }));
}

export const TEAM_CELLS: readonly CellSpec[] = [
  { key: 'name', kind: 'text' },
  { key: 'role', kind: 'text' },
  { key: 'education', kind: 'text' },
  { key: 'licence', kind: 'text' },
  { key: 'phone', kind: 'text' },
  { key: 'fullTime', kind: 'yes_no' },
];

export const PEOPLE_COUNTS = ['direct', 'indirect', 'women', 'children', 'families', 'personTimes'] as const;

/** The columns of the budget; days and grade only where a rule of this call looks at them. */
export function budgetCells({ budget }: Pick<Rulebook, 'budget'>): CellSpec[] {
  const ceilings = budget.rules.filter((rule) => rule.kind === 'unit_ceiling');
  const byDay = ceilings.some(({ taper, unit }) => taper !== undefined || unit === 'person_day') || budget.rules.some((rule) => rule.kind === 'detail' && rule.columns.includes('days'));
  const byGrade = ceilings.some(({ grade }) => grade !== undefined);
  return [
    { key: 'category', kind: 'choice' },
    { key: 'item', kind: 'text' },
    { key: 'unitFen', kind: 'money' },
    { key: 'unit', kind: 'text' },
    { key: 'quantity', kind: 'number' },
    ...(byDay ? [{ key: 'days', kind: 'number' } as const] : []),
    ...(byGrade ? [{ key: 'grade', kind: 'choice' } as const] : []),
    { key: 'source', kind: 'choice' },
    { key: 'note', kind: 'text' },
  ];
}
