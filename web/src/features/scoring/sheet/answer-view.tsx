import type { ReactNode } from 'react';
import type { JudgedAnswerView, JudgingView } from '../../../api/index.js';
import { formatInstant, Money, useSay, useTexts, type Sentence } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { CostTable } from './cost-table.js';
import { FileList } from './file-list.js';
import { RowsTable, type RowColumn } from './rows-table.js';

type Question = JudgedAnswerView['question'];
type Row = Readonly<Record<string, unknown>>;

export interface AnswerProps {
  readonly answer: JudgedAnswerView;
  readonly view: Pick<JudgingView, 'seatId' | 'applicationId' | 'application'>;
}

/** One answer in the shape its question gives it. */
export function AnswerView({ answer, view, beneath }: AnswerProps & { readonly beneath?: ReactNode }) {
  const say = useSay();
  const { question } = answer;
  return (
    <div className="judged-answer">
      <dt>{say(question.title)}</dt>
      <dd>
        <Given answer={answer} view={view} />
        {beneath}
      </dd>
    </div>
  );
}

function Given({ answer: { question, answer, files }, view }: AnswerProps) {
  const say = useSay();
  switch (question.kind) {
    case 'long_text':
      return <p className="prose long">{text(answer)}</p>;
    case 'number':
      return (
        <span className="figures">
          {text(answer)} {question.unit ? say(question.unit) : ''}
        </span>
      );
    case 'money':
      return <Money fen={Number(answer)} />;
    case 'date':
      return <span className="figures">{day(answer)}</span>;
    case 'choice':
      return <>{optionsOf(question, answer, view).map(say).join(' · ')}</>;
    case 'budget':
      return <CostTable budget={view.application?.budget ?? []} />;
    case 'file':
      return <FileList files={files} seatId={view.seatId} applicationId={view.applicationId} />;
    default:
      return <Structured question={question} answer={answer} />;
  }
}

function Structured({ question, answer }: { readonly question: Question; readonly answer: unknown }) {
  const say = useSay();
  const team = useTeamColumns();
  if (question.kind === 'table') return <RowsTable rows={rowsOf(answer)} columns={question.columns.map(({ key, title, kind }) => ({ key, title: say(title), kind }))} />;
  if (question.kind === 'team') return <RowsTable rows={rowsOf(answer)} columns={team} />;
  if (question.kind === 'beneficiaries') return <Beneficiaries given={(answer ?? {}) as Row} />;
  return <>{text(answer)}</>;
}

function useTeamColumns(): RowColumn[] {
  const t = useTexts(texts);
  const columns = ['name', 'role', 'education', 'licence'] as const;
  return columns.map((key) => ({ key, title: t(`member_${key}`), kind: 'short_text' }));
}

const COUNTS = [['direct', 'direct'], ['indirect', 'indirect'], ['women', 'women'], ['children', 'children'], ['families', 'families'], ['personTimes', 'person_times']] as const;

function Beneficiaries({ given }: { readonly given: Row }) {
  const t = useTexts(texts);
  const counted = COUNTS.filter(([key]) => typeof given[key] === 'number');
  return (
    <>
      <ul className="judged-counts figures">
        {counted.map(([key, word]) => (
          <li key={key}>{t(word, { count: Number(given[key]) })}</li>
        ))}
      </ul>
      {given.description ? <p>{text(given.description)}</p> : null}
    </>
  );
}

function optionsOf(question: Extract<Question, { kind: 'choice' }>, answer: unknown, view: Pick<JudgingView, 'application'>): Sentence[] {
  const chosen = Array.isArray(answer) ? answer : [answer];
  const { options } = question;
  if (options === 'categories') return view.application ? [view.application.category] : [];
  return options.filter(({ key }) => chosen.includes(key)).map(({ title }) => title);
}

const rowsOf = (answer: unknown): Row[] => (Array.isArray(answer) ? (answer as Row[]) : []);
const text = (answer: unknown): string => (typeof answer === 'string' || typeof answer === 'number' ? String(answer) : '');
const day = (answer: unknown): string => (typeof answer === 'string' ? formatInstant(new Date(`${answer}T12:00:00+08:00`), 'day') : '');
