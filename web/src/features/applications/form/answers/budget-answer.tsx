import { useCallback, useMemo } from 'react';
import { useController } from 'react-hook-form';
import type { FaultView, RulebookBudget } from '../../../../api/index.js';
import { BudgetTable, type BudgetTotal, type GridColumn, type GridRow, parseFen, useMarks, useSay, useTexts } from '../../../../ui/index.js';
import { formTexts } from '../../texts-form.js';
import { budgetColumn, rowAt } from '../budget-faults.js';
import { budgetCells } from '../columns.js';
import { placeIn } from '../faults.js';
import { useFormHouse } from '../form-context.js';
import type { FormValues } from '../form-values.js';
import { parseNumber } from '../rows.js';
import type { AnswerProps } from './answer-props.js';
import { FaultSource, QuestionFrame } from './question-frame.js';

/** Unit price × quantity (× days), by cost and money source; what the rules refuse stands at its line. */
export function BudgetAnswer({ section, question, path, faults, readOnly }: AnswerProps<'budget'>) {
  const t = useTexts(formTexts);
  const { book, changed } = useFormHouse();
  const { field } = useController<FormValues>({ name: path as never });
  const rows = (field.value as unknown as GridRow[] | undefined) ?? [];
  const columns = useBudgetColumns();
  const { problems, whole, sources } = useLineProblems(faults, { section, question: question.key }, rows);
  const totals = useSourceTotals(book.budget);
  return (
    <QuestionFrame id={path} question={question} faults={whole} group>
      <p className="q-help">{t('budget_hint')}</p>
      <BudgetTable
        label={t('budget_label')}
        columns={columns}
        rows={rows}
        readOnly={readOnly}
        problems={problems}
        amountTitle={t('budget_amount')}
        amountOf={amountOf}
        totals={totals}
        onChange={(next) => {
          field.onChange(next);
          changed();
        }}
      />
      <LineSources sources={sources} />
      <OwnShare rows={rows} />
    </QuestionFrame>
  );
}

/** In whole fen, rounded half up once, as the server computes it. */
export function amountOf({ cells }: GridRow): number | null {
  const [price, quantity, days] = [parseFen(cells.unitFen ?? ''), parseNumber(cells.quantity ?? ''), parseNumber(cells.days || '1')];
  if (price === null || quantity === null || days === null) return null;
  const amount = Math.round((price * Math.round(quantity * 100) * Math.round(days * 100)) / 10_000);
  return Number.isSafeInteger(amount) ? amount : null;
}

const sumOf = (rows: readonly GridRow[], keys: readonly string[]): number => rows.filter(({ cells }) => keys.includes(cells.source ?? '')).reduce((sum, row) => sum + (amountOf(row) ?? 0), 0);

function useSourceTotals({ sources }: RulebookBudget): (rows: readonly GridRow[]) => BudgetTotal[] {
  const say = useSay();
  return useCallback((rows) => (sources.length < 2 ? [] : sources.map(({ key, title }) => ({ label: say(title), fen: sumOf(rows, [key]) }))), [sources, say]);
}

/** The texts on which the rules that lines break rest, to be opened. */
function LineSources({ sources }: { readonly sources: readonly NonNullable<FaultView['source']>[] }) {
  return sources.map((source) => (
    <p key={source.title.zh}>
      <FaultSource source={source} />
    </p>
  ));
}

/** Shown where the call wants or prefers other money beside the grant. */
function OwnShare({ rows }: { readonly rows: readonly GridRow[] }) {
  const t = useTexts(formTexts);
  const { book } = useFormHouse();
  if (book.matching.mode === 'none') return null;
  const total = rows.reduce((sum, row) => sum + (amountOf(row) ?? 0), 0);
  const own = sumOf(rows, book.budget.sources.filter(({ kind }) => kind !== 'grant').map(({ key }) => key));
  const percent = total === 0 ? '0' : ((own * 100) / total).toFixed(1).replace(/\.0$/, '');
  return <p className="figures own-share">{t('own_share', { percent })}</p>;
}

function useBudgetColumns(): GridColumn[] {
  const t = useTexts(formTexts);
  const say = useSay();
  const { book } = useFormHouse();
  return useMemo(() => {
    const known: Record<string, Omit<GridColumn, 'key'>> = {
      category: { title: t('budget_category'), kind: 'choice', choices: book.budget.costs.map(({ key, title }) => ({ value: key, label: say(title) })), width: '11%' },
      item: { title: t('budget_item'), kind: 'text', width: '17%' },
      unitFen: { title: t('budget_unit_price'), kind: 'money', width: '10%' },
      unit: { title: t('budget_unit'), kind: 'text', width: '7%' },
      quantity: { title: t('budget_quantity'), kind: 'number', width: '7%' },
      days: { title: t('budget_days'), kind: 'number', width: '6%' },
      grade: { title: t('budget_grade'), kind: 'choice', choices: [{ value: 'senior', label: t('grade_senior') }, { value: 'other', label: t('grade_other') }], width: '9%' },
      source: { title: t('budget_source'), kind: 'choice', choices: book.budget.sources.map(({ key, title }) => ({ value: key, label: say(title) })), width: '10%' },
      note: { title: t('budget_note'), kind: 'text', width: '17%' },
    };
    return budgetCells(book).flatMap(({ key }) => (known[key] ? [{ key, ...known[key] }] : []));
  }, [book, say, t]);
}

function useLineProblems(faults: readonly FaultView[], { section, question }: { readonly section: string; readonly question: string }, rows: readonly GridRow[]) {
  const marks = useMarks();
  const t = useTexts(formTexts);
  const say = useSay();
  const { book } = useFormHouse();
  return useMemo(() => {
    const problems: Record<string, string> = {};
    const whole: FaultView[] = [];
    const sources = new Map<string, NonNullable<FaultView['source']>>();
    for (const fault of faults) {
      const row = rowAt(rows, placeIn(fault, section, question));
      if (!row) {
        whole.push(fault);
        continue;
      }
      const cell = `${row.id}.${budgetColumn(fault, row, book)}`;
      const told = fault.source ? t('with_source', { rule: say(fault.sentence), source: say(fault.source.title) }) : say(fault.sentence);
      if (fault.source) sources.set(fault.source.title.zh, fault.source);
      problems[cell] = [problems[cell], told].filter(Boolean).join(marks.semicolon);
    }
    return { problems, whole, sources: [...sources.values()] };
  }, [faults, section, question, rows, book, say, t, marks]);
}
