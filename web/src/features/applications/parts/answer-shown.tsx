import { Fragment } from 'react';
import type { DocumentView, Rulebook, RulebookQuestion } from '../../../api/index.js';
import { DocumentLink, Money, useJoin, useSay, useTexts } from '../../../ui/index.js';
import { PEOPLE_COUNTS } from '../form/columns.js';
import { isBlank } from '../form/conditions.js';
import { formTexts } from '../texts-form.js';
import { BudgetShown } from './budget-shown.js';

interface AnswerShownProps {
  readonly question: RulebookQuestion;
  readonly answer: unknown;
  readonly book: Pick<Rulebook, 'categories' | 'budget'>;
  readonly files: readonly DocumentView[];
}

/** One answer as it is read: in the preview, on the receipt, in a choice between two. */
export function AnswerShown({ question, answer, book, files }: AnswerShownProps) {
  const t = useTexts(formTexts);
  if (isBlank(answer)) return <p className="quiet">{t('nothing')}</p>;
  switch (question.kind) {
    case 'money':
      return typeof answer === 'number' ? <Money fen={answer} /> : <p>{String(answer)}</p>;
    case 'choice':
      return <Chosen question={question} answer={answer} book={book} />;
    case 'table':
      return <TableShown columns={question.columns} answer={answer} />;
    case 'team':
      return <TeamShown answer={answer} />;
    case 'beneficiaries':
      return <PeopleShown answer={answer} />;
    case 'budget':
      return <BudgetShown answer={answer} budget={book.budget} />;
    case 'file':
      return <FilesShown answer={answer} files={files} />;
    default:
      return <p className="answer-text">{String(answer)}</p>;
  }
}

type Row = Readonly<Record<string, unknown>>;
const rowsOf = (answer: unknown): Row[] => (Array.isArray(answer) ? answer.filter((row): row is Row => typeof row === 'object' && row !== null) : []);

function Chosen({ question, answer, book }: { readonly question: Extract<RulebookQuestion, { kind: 'choice' }>; readonly answer: unknown; readonly book: Pick<Rulebook, 'categories'> }) {
  const join = useJoin();
  const say = useSay();
  const offered = question.options === 'categories' ? book.categories : question.options;
  const keys = Array.isArray(answer) ? answer : [answer];
  const titles = keys.map((key) => offered.find((option) => option.key === key)?.title);
  return <p>{join(titles.map((title, at) => (title ? say(title) : String(keys[at]))))}</p>;
}

type Column = Extract<RulebookQuestion, { kind: 'table' }>['columns'][number];

function TableShown({ columns, answer }: { readonly columns: readonly Column[]; readonly answer: unknown }) {
  const say = useSay();
  return (
    <div className="wide-table" tabIndex={0}>
      <table className="shown-table">
        <thead>
          <tr>
            {columns.map(({ key, title, kind }) => (
              <th key={key} scope="col" className={kind === 'number' || kind === 'money' ? 'right' : ''}>
                {say(title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(answer).map((row, index) => (
            <tr key={index}>
              {columns.map(({ key, title, kind }) => (
                <td key={key} data-label={say(title)} className={kind === 'number' || kind === 'money' ? 'right' : ''}>
                  {kind === 'money' && typeof row[key] === 'number' ? <Money fen={row[key]} /> : cellText(row[key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const cellText = (cell: unknown): string => (typeof cell === 'string' || typeof cell === 'number' ? String(cell) : '');

function TeamShown({ answer }: { readonly answer: unknown }) {
  const t = useTexts(formTexts);
  const columns = [['name', t('team_name')], ['role', t('team_role')], ['education', t('team_education')], ['licence', t('team_licence')], ['phone', t('team_phone')]] as const;
  return (
    <div className="wide-table" tabIndex={0}>
      <table className="shown-table">
        <thead>
          <tr>
            {[...columns.map(([, title]) => title), t('team_full_time')].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rowsOf(answer).map((row, index) => (
            <tr key={index}>
              {columns.map(([key, title]) => (
                <td key={key} data-label={title}>
                  {cellText(row[key])}
                </td>
              ))}
              <td data-label={t('team_full_time')}>{row.fullTime === true ? t('yes') : row.fullTime === false ? t('no') : ''}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const PEOPLE_WORDS = { direct: 'people_direct', indirect: 'people_indirect', women: 'people_women', children: 'people_children', families: 'people_families', personTimes: 'people_times' } as const;

function PeopleShown({ answer }: { readonly answer: unknown }) {
  const t = useTexts(formTexts);
  const given = answer as Row;
  return (
    <>
      <dl className="people-shown">
        {PEOPLE_COUNTS.filter((key) => !isBlank(given[key])).map((key) => (
          <Fragment key={key}>
            <dt>{t(PEOPLE_WORDS[key])}</dt>
            <dd className="figures">{cellText(given[key])}</dd>
          </Fragment>
        ))}
      </dl>
      {isBlank(given.description) ? null : <p className="answer-text">{cellText(given.description)}</p>}
    </>
  );
}

function FilesShown({ answer, files }: { readonly answer: unknown; readonly files: readonly DocumentView[] }) {
  const t = useTexts(formTexts);
  const ids = Array.isArray(answer) ? answer.map(String) : [];
  return (
    <ul className="files-shown">
      {ids.map((id) => {
        const file = files.find((one) => one.id === id);
        return (
          <li key={id}>
            <DocumentLink id={id} name={file?.name ?? t('file_unknown')} />
            {file ? <span className="hash">SHA-256 {file.sha256}</span> : null}
          </li>
        );
      })}
    </ul>
  );
}
