import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import type { GridRowView, RulebookCriterion } from '../../../api/index.js';
import { formatMoment, Icon, useSay, useTexts } from '../../../ui/index.js';
import type { SheetKeeper, SheetState } from '../sheet/sheet-keeper.js';
import { entryOf, faultOf, NOT_APPLICABLE, readPoints, standingOf, type Entry } from '../sheet/sheet-model.js';
import { useSheet } from '../sheet/use-sheet.js';
import { gridTexts } from './grid-texts.js';

interface GridRowProps {
  readonly row: GridRowView;
  readonly criteria: readonly RulebookCriterion[];
}

/** One application in the table: a cell for each criterion, kept and handed in like the sheet itself. */
export function GridRow({ row, criteria }: GridRowProps) {
  const t = useTexts(gridTexts);
  const { keeper, state } = useSheet(row);
  const standing = standingOf(criteria, state.entries);
  const change = (key: string, points: string | null) => keeper.change({ entries: { ...state.entries, [key]: { ...entryOf(state.entries, key), points } } });
  return (
    <tr>
      <th scope="row">
        <Link to="/judge/sheets/$seatId/$applicationId" params={{ seatId: row.seatId, applicationId: row.applicationId } as never}>
          {row.name}
        </Link>
      </th>
      {criteria.map((criterion) => (
        <Cell key={criterion.key} project={row.name} criterion={criterion} entry={entryOf(state.entries, criterion.key)} locked={state.phase !== 'editing'} onPoints={(points) => change(criterion.key, points)} />
      ))}
      <td className="right figures total" data-label={t('total')}>{standing.total ?? '–'}</td>
      <td className="row-state">
        <RowState row={row} criteria={criteria} keeper={keeper} state={state} />
      </td>
    </tr>
  );
}

interface CellProps {
  readonly project: string;
  readonly criterion: RulebookCriterion;
  readonly entry: Entry;
  readonly locked: boolean;
  readonly onPoints: (points: string | null) => void;
}

/** Typed points go out when they are points between zero and the maximum; anything else waits in red, and is not scored until it is one. */
function Cell({ project, criterion, entry, locked, onPoints }: CellProps) {
  const say = useSay();
  const t = useTexts(gridTexts);
  const [typed, setTyped] = useState(entry.points ?? '');
  useEffect(() => setTyped((now) => (readPoints(now, criterion) === entry.points ? now : (entry.points ?? ''))), [entry.points, criterion]);
  const off = entry.points === NOT_APPLICABLE;
  const wrong = typed !== '' && !off && readPoints(typed, criterion) === null;
  const type = (text: string) => {
    setTyped(text);
    onPoints(readPoints(text, criterion));
  };
  return (
    <td data-label={`${say(criterion.title)} ${t('max', { max: criterion.max })}`} className={`points-cell ${wrong || faultOf(criterion, entry)?.kind === 'reason' ? 'asks' : ''}`}>
      {off ? (
        <span className="quiet">{t('not_applicable')}</span>
      ) : (
        <input
          className="figures"
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          disabled={locked}
          aria-label={t('cell', { project, criterion: say(criterion.title), max: criterion.max })}
          aria-invalid={wrong ? true : undefined}
          title={wrong ? t('off_step', { step: criterion.step }) : undefined}
          onChange={(event) => type(event.target.value.trim())}
          onFocus={(event) => event.target.select()}
        />
      )}
    </td>
  );
}

function RowState({ row, criteria, keeper, state }: GridRowProps & { readonly keeper: SheetKeeper; readonly state: SheetState }) {
  const t = useTexts(gridTexts);
  const { submittedAt } = state.sheet;
  if (state.phase === 'submitted') return <span className="tone-done done-word figures">{submittedAt ? t('sent', { time: formatMoment(new Date(submittedAt)) }) : ''}</span>;
  if (state.clash) return <span className="tone-late late-word">{t('clash')}</span>;
  if (state.saved === 'only_here') return <span className="tone-waiting waiting-word">{t('kept')}</span>;
  if (state.phase === 'submitting') return <span className="quiet">{t('sending')}</span>;
  return <RowAction row={row} criteria={criteria} keeper={keeper} state={state} />;
}

function RowAction({ row, criteria, keeper, state }: GridRowProps & { readonly keeper: SheetKeeper; readonly state: SheetState }) {
  const t = useTexts(gridTexts);
  const [asked, setAsked] = useState(0);
  const { total, open } = standingOf(criteria, state.entries);
  const reasons = criteria.filter((criterion) => faultOf(criterion, entryOf(state.entries, criterion.key))?.kind === 'reason').length;
  if (reasons > 0 && reasons === open) {
    return (
      <Link to="/judge/sheets/$seatId/$applicationId" params={{ seatId: row.seatId, applicationId: row.applicationId } as never} className="button">
        <Icon name="form" /> {t('write_reason', { count: reasons })}
      </Link>
    );
  }
  if (open > 0) return <span className="quiet figures">{t('open_left', { count: open })}</span>;
  return (
    <button type="button" className={`button ${asked ? 'primary' : ''}`} onBlur={() => setAsked(0)} onClick={() => press(asked, () => setAsked(Date.now()), () => keeper.submit())}>
      {asked ? t('confirm', { total: total ?? '' }) : t('submit')}
    </button>
  );
}

const SETTLE_MS = 500;

/** The first press asks, a later one confirms; a double click is one press. */
function press(asked: number, ask: () => void, confirm: () => void): void {
  if (asked === 0) ask();
  else if (Date.now() - asked > SETTLE_MS) confirm();
}
