import { useMemo } from 'react';
import { useController } from 'react-hook-form';
import type { FaultView } from '../../../../api/index.js';
import { BudgetTable, useSay, useTexts, type GridColumn, type GridRow } from '../../../../ui/index.js';
import { formTexts } from '../../texts-form.js';
import { placeIn } from '../faults.js';
import { useFormHouse } from '../form-context.js';
import type { FormValues } from '../form-values.js';
import { filledRows } from '../rows.js';
import type { AnswerProps } from './answer-props.js';
import { QuestionFrame } from './question-frame.js';

const KINDS = { short_text: 'text', number: 'number', money: 'money', date: 'date' } as const;

export function TableAnswer(props: AnswerProps<'table'>) {
  const say = useSay();
  const { columns } = props.question;
  const grid = useMemo(() => columns.map(({ key, title, kind }): GridColumn => ({ key, title: say(title), kind: KINDS[kind] })), [columns, say]);
  return <Rows {...props} columns={grid} />;
}

export function TeamAnswer(props: AnswerProps<'team'>) {
  const t = useTexts(formTexts);
  const grid = useMemo(
    (): GridColumn[] => [
      { key: 'name', title: t('team_name'), kind: 'text' },
      { key: 'role', title: t('team_role'), kind: 'text' },
      { key: 'education', title: t('team_education'), kind: 'text' },
      { key: 'licence', title: t('team_licence'), kind: 'text' },
      { key: 'phone', title: t('team_phone'), kind: 'text' },
      { key: 'fullTime', title: t('team_full_time'), kind: 'choice', choices: [{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }] },
    ],
    [t],
  );
  return <Rows {...props} columns={grid} />;
}

function Rows({ section, question, path, faults, readOnly, columns }: AnswerProps<'table' | 'team'> & { readonly columns: readonly GridColumn[] }) {
  const say = useSay();
  const { changed } = useFormHouse();
  const { field } = useController<FormValues>({ name: path as never });
  const rows = (field.value as unknown as GridRow[] | undefined) ?? [];
  const { problems, whole } = useCellProblems(faults, { section, question: question.key }, rows);
  return (
    <QuestionFrame id={path} question={question} faults={whole} group>
      <BudgetTable
        label={say(question.title)}
        columns={columns}
        rows={rows}
        readOnly={readOnly}
        problems={problems}
        onChange={(next) => {
          field.onChange(next);
          changed();
        }}
      />
    </QuestionFrame>
  );
}

/** Faults name rows by their place among the filled ones, the grid names them by id. */
export function useCellProblems(faults: readonly FaultView[], { section, question }: { readonly section: string; readonly question: string }, rows: readonly GridRow[]) {
  const say = useSay();
  return useMemo(() => {
    const filled = filledRows(rows);
    const problems: Record<string, string> = {};
    const whole: FaultView[] = [];
    for (const fault of faults) {
      const [at = '', column] = placeIn(fault, section, question).split('.');
      const row = at === '' ? undefined : filled[Number(at)];
      if (row && column) problems[`${row.id}.${column}`] = say(fault.sentence);
      else whole.push(fault);
    }
    return { problems, whole };
  }, [faults, section, question, rows, say]);
}
