import type { NoticeContentView, NoticeRowView, ObjectionTermsView, TermView } from '../../../api/index.js';
import { formatInstant, Money, useLanguage, useSay, useTexts, type Sentence } from '../../../ui/index.js';
import '../notice.css';
import { publicTexts } from '../texts-public.js';
import { rulesOf } from './rules.js';

type Column = NoticeContentView['columns'][number];

export interface NoticePaperProps {
  readonly content: NoticeContentView;
  readonly firstDay: string;
  readonly lastDay: string;
  readonly term: TermView;
  readonly totalFen: number;
  readonly totalInWords: string;
  readonly objection?: ObjectionTermsView;
  readonly publishedAt?: string;
  readonly hash?: string;
  /** What the list names in Chinese, in both languages. */
  readonly categories?: readonly Sentence[];
  /** Each has its part of the list, under its name. */
  readonly boards?: readonly Sentence[];
  /** The page's own heading, or one below it where the paper is only previewed. */
  readonly level?: 1 | 2;
}

/** The notice as an official paper: readable on a phone, one or two sheets of A4 when printed. */
export function NoticePaper({ content, firstDay, lastDay, term, totalFen, totalInWords, objection, publishedAt, hash, categories = [], boards = [], level = 1 }: NoticePaperProps) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const language = useLanguage();
  const Heading = level === 1 ? 'h1' : 'h2';
  const counting = term.countFirstDay ? t('counting_first') : t('counting_next');
  const title = say(content.title);
  return (
    <section className="notice-paper" aria-label={t('heading', { title })}>
      <Heading className="notice-heading">{t('heading', { title })}</Heading>
      <p className="notice-number figures">{t('number', { number: content.callNumber })}</p>
      <p>{t('opening', { title })}</p>
      <p>{t(term.unit === 'working' ? 'period_working' : 'period_calendar', { days: term.days, counting, first: firstDay, last: lastDay })}</p>
      <List content={content} totalFen={totalFen} totalInWords={totalInWords} categories={categories} boards={boards} />
      <p>{t('channel', { channel: say(content.channel) })}</p>
      {objection ? <p>{t('rules', { rules: rulesOf(objection, t, say).join(language === 'zh' ? '' : ' ') })}</p> : null}
      <div className="notice-sign">
        {content.organisers.slice(0, 1).map((name) => (
          <span key={name.zh}>{say(name)}</span>
        ))}
        {publishedAt ? <span className="figures">{formatInstant(new Date(publishedAt), 'day')}</span> : null}
      </div>
      {hash ? <p className="notice-hash">{t('hash', { hash })}</p> : null}
    </section>
  );
}

function List({ content, totalFen, totalInWords, categories, boards }: Pick<NoticePaperProps, 'content' | 'totalFen' | 'totalInWords'> & { readonly categories: readonly Sentence[]; readonly boards: readonly Sentence[] }) {
  const t = useTexts(publicTexts);
  const say = useSay();
  const named = (category: string, board: Sentence | null) => {
    const said = say(categories.find(({ zh }) => zh === category) ?? { zh: category, en: category });
    const before = board ? `${say(board)} · ` : '';
    return said.startsWith(before) ? said.slice(before.length) : said;
  };
  const { columns, rows } = content;
  return (
    <table className="notice-list">
      <thead>
        <tr>
          <th scope="col">{t('no')}</th>
          {columns.map((column) => (
            <th scope="col" key={column} className={column === 'amount' ? 'right' : ''}>{t(`col_${column}`)}</th>
          ))}
        </tr>
      </thead>
      {partsOf(rows, boards).map(({ board, first, lines }) => (
        <tbody key={first}>
          {board ? (
            <tr className="board">
              <th scope="rowgroup" colSpan={columns.length + 1}>
                <span className="total-line">
                  <span>{t('board_part', { board: say(board), count: lines.length })}</span>
                  {columns.includes('amount') ? (
                    <span className="board-sum">
                      {t('board_sum')} <Money fen={lines.reduce((sum, { amount = 0 }) => sum + amount, 0)} />
                    </span>
                  ) : null}
                </span>
              </th>
            </tr>
          ) : null}
          {lines.map((row, index) => (
            <tr key={index}>
              <td className="figures no">{first + index + 1}</td>
              {columns.map((column) => (
                <td key={column} className={column === 'amount' ? 'right' : ''} data-label={t(`col_${column}`)}>{column === 'category' && row.category ? named(row.category, board) : cellOf(column, row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      ))}
      {columns.includes('amount') ? (
        <tfoot>
          <tr>
            <td colSpan={columns.length + 1}>
              <span className="total-line">
                <span>{t('total')}</span>
                <Money fen={totalFen} words={totalInWords} />
              </span>
            </td>
          </tr>
        </tfoot>
      ) : null}
    </table>
  );
}

function cellOf(column: Column, row: NoticeRowView) {
  if (column === 'amount') return row.amount === undefined ? '–' : <Money fen={row.amount} />;
  return row[column] ?? '–';
}

/** One part for each board that a line names before its category; without boards one part. */
function partsOf(rows: readonly NoticeRowView[], boards: readonly Sentence[]) {
  const parts: { board: Sentence | null; first: number; lines: NoticeRowView[] }[] = [];
  rows.forEach((row, at) => {
    const board = boards.find(({ zh }) => row.category?.startsWith(`${zh} · `)) ?? null;
    const last = parts.at(-1);
    if (last && last.board === board) last.lines.push(row);
    else parts.push({ board, first: at, lines: [row] });
  });
  return parts;
}
