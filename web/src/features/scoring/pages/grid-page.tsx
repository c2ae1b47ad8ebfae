import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { GridRowView, GridView } from '../../../api/index.js';
import { Empty, ErrorNote, Icon, KeyHelp, useSay, useTexts } from '../../../ui/index.js';
import { GridRow } from '../grid/grid-row.js';
import { gridTexts } from '../grid/grid-texts.js';
import { gridQuery } from '../queries.js';
import '../scoring.css';

/** Many applications at once: one row each, the criteria across. Reasons are written on the sheet itself. */
export default function GridPage() {
  const t = useTexts(gridTexts);
  const { seatId = '' } = useParams({ strict: false }) as { seatId?: string };
  const { data: grid, error, refetch } = useQuery(gridQuery(seatId));
  if (error && !grid) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!grid) return <p className="opening quiet" role="status">…</p>;
  const rows = grid.rows.filter(scorable);
  const others = grid.rows.filter((row) => !scorable(row));
  return (
    <article className="grid-page">
      <Head grid={grid} />
      {rows.length > 0 ? <Grid grid={grid} rows={rows} /> : <Empty why={t('empty')} what={t('empty_what')} />}
      {others.length > 0 ? <Others rows={others} /> : null}
    </article>
  );
}

const scorable = ({ open, status, conflict }: GridRowView): boolean => conflict === 'none' && (open || status === 'submitted');

function Head({ grid }: { readonly grid: GridView }) {
  const say = useSay();
  const t = useTexts(gridTexts);
  return (
    <header className="sheet-head">
      <p className="crumbs">
        <Link to="/judge">
          <Icon name="back" />
          {t('back')}
        </Link>
        <KeyHelp lines={[[['Tab'], t('key_on')], [['↑', '↓'], t('key_cells')], [['Enter'], t('key_down')]]} />
      </p>
      <h1>{t('title')}</h1>
      <p className="quiet reference">
        <span>{say(grid.callTitle)}</span>
        <span>{say(grid.stageTitle)}</span>
      </p>
      <p className="quiet">{t('how')}</p>
    </header>
  );
}

const STEPS: Readonly<Record<string, 1 | -1>> = { ArrowDown: 1, Enter: 1, ArrowUp: -1 };

/** As in a spreadsheet: the arrows and Enter go to the next cell of the column that can still be filled in. */
function downTheColumn(event: KeyboardEvent<HTMLTableElement>): void {
  const step = STEPS[event.key];
  const cell = event.target instanceof HTMLInputElement ? event.target.closest('td') : null;
  if (!step || !cell) return;
  event.preventDefault();
  let row = cell.parentElement;
  for (;;) {
    row = (step === 1 ? row?.nextElementSibling : row?.previousElementSibling) as HTMLElement | null;
    if (!row) return;
    const field = row.children[cell.cellIndex]?.querySelector<HTMLInputElement>('input:enabled');
    if (field) return field.focus();
  }
}

function Grid({ grid, rows }: { readonly grid: GridView; readonly rows: readonly GridRowView[] }) {
  const say = useSay();
  const t = useTexts(gridTexts);
  return (
    <div className="grid-scroll" tabIndex={0} role="region" aria-label={t('title')}>
      <table className="score-grid" onKeyDown={downTheColumn}>
        <thead>
          <tr>
            <th scope="col">{t('project')}</th>
            {grid.criteria.map((criterion) => (
              <th key={criterion.key} scope="col" className="points-cell">
                {say(criterion.title)} <span className="quiet figures">{t('max', { max: criterion.max })}</span>
              </th>
            ))}
            <th scope="col" className="right">
              {t('total')}
            </th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <GridRow key={row.applicationId} row={row} criteria={grid.criteria} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** What cannot be scored here, each with the way to its sheet, where it says why. */
function Others({ rows }: { readonly rows: readonly GridRowView[] }) {
  const t = useTexts(gridTexts);
  return (
    <section className="grid-others">
      <h2>{t('others')}</h2>
      <ul>
        {rows.map(({ seatId, applicationId, name, conflict }) => (
          <li key={applicationId}>
            <Link to="/judge/sheets/$seatId/$applicationId" params={{ seatId, applicationId } as never}>
              {name}
            </Link>
            <span className="quiet">{conflict === null ? t('declare') : conflict === 'has' ? t('aside') : conflict === 'unsure' ? t('doubt') : t('closed')}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
