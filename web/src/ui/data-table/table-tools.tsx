import { Link } from '@tanstack/react-router';
import { Checkbox, Popover } from 'antd';
import { useEffect, useState } from 'react';
import { Icon } from '../icon.js';
import { useTexts } from '../language/texts.js';
import { uiTexts } from '../texts.js';
import { useUrlState, withPatch, type UrlState } from '../url-state.js';
import type { DataTableProps } from './data-table.js';
import { moved, type Choice, type Column, type TableQuery } from './table-model.js';

interface StatusTabsProps {
  readonly statuses: readonly Choice[];
  readonly current: string | undefined;
  readonly counts: Readonly<Record<string, number>> | undefined;
}

/** So many tabs stand side by side with room to spare. */
const FEW = 6;

export function StatusTabs({ statuses, current = '', counts }: StatusTabsProps) {
  const t = useTexts(uiTexts);
  // A list whose tabs overlap says itself how many there are in all.
  const all = counts ? (counts.all ?? Object.values(counts).reduce((sum, count) => sum + count, 0)) : undefined;
  // A dozen empty tabs would push those that hold something beyond the edge.
  const worthATab = ({ value }: Choice) => statuses.length <= FEW || value === current || (counts?.[value] ?? 0) > 0;
  return (
    <nav className="tabs" aria-label={t('tabs')}>
      {[{ value: '', label: t('all') }, ...statuses.filter(worthATab)].map(({ value, label }) => (
        <Link
          key={value}
          to="."
          search={((before: UrlState) => withPatch(before, { status: value, after: undefined })) as never}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          {...(value === current ? { 'aria-current': 'page' } : {})}
        >
          {label}
          {counts ? <span className="count">{value === '' ? all : (counts[value] ?? 0)}</span> : null}
        </Link>
      ))}
    </nav>
  );
}

interface TableToolsProps<Row> extends DataTableProps<Row> {
  readonly query: TableQuery;
  readonly shown: readonly string[];
  readonly onColumns: (keys: string[]) => void;
}

export function TableTools<Row>({ label, columns, searchable = true, exportMenu, query, shown, onColumns }: TableToolsProps<Row>) {
  return (
    <div className="table-tools">
      {searchable ? <SearchField label={label} given={query.q ?? ''} /> : null}
      <span className="right">
        <ColumnChoice columns={columns} shown={shown} onColumns={onColumns} />
        {exportMenu?.(query)}
      </span>
    </div>
  );
}

/** Writes itself into the address half a second after the last key, so that every key is not a step back. */
function SearchField({ label, given }: { readonly label: string; readonly given: string }) {
  const t = useTexts(uiTexts);
  const [, change] = useUrlState();
  const [typed, setTyped] = useState(given);
  useEffect(() => setTyped(given), [given]);
  useEffect(() => {
    if (typed === given) return;
    const timer = setTimeout(() => change({ q: typed, after: undefined }, { replace: true }), 500);
    return () => clearTimeout(timer);
  }, [typed, given, change]);
  return (
    <span className="search-field">
      <Icon name="search" />
      <input className="input" type="search" aria-label={t('search_in', { what: label })} placeholder={t('search_in', { what: label })} value={typed} onChange={(event) => setTyped(event.target.value)} />
    </span>
  );
}

interface ColumnChoiceProps<Row> {
  readonly columns: readonly Column<Row>[];
  readonly shown: readonly string[];
  readonly onColumns: (keys: string[]) => void;
}

function ColumnChoice<Row>({ columns, shown, onColumns }: ColumnChoiceProps<Row>) {
  const t = useTexts(uiTexts);
  const toggle = (key: string, on: boolean) => onColumns(on ? [...shown, key] : shown.filter((one) => one !== key));
  // What is shown, in its order, and below it what may be.
  const listed = [...shown.flatMap((key) => columns.find((column) => column.key === key) ?? []), ...columns.filter(({ key }) => !shown.includes(key))];
  const list = (
    <ul className="column-choice">
      {listed.map(({ key, title }) => (
        <li key={key}>
          <Checkbox checked={shown.includes(key)} disabled={shown.length === 1 && shown[0] === key} onChange={(event) => toggle(key, event.target.checked)}>
            {title}
          </Checkbox>
          {shown.includes(key) ? <Places title={title} first={shown[0] === key} last={shown.at(-1) === key} onMove={(by) => onColumns(moved(shown, key, by))} /> : null}
        </li>
      ))}
    </ul>
  );
  return (
    <Popover content={list} trigger="click" placement="bottomRight" arrow={false}>
      <button type="button" className="button">
        <Icon name="table" />
        {t('columns')}
      </button>
    </Popover>
  );
}

/** Moves a column one place to the left or to the right. */
function Places({ title, first, last, onMove }: { readonly title: string; readonly first: boolean; readonly last: boolean; readonly onMove: (by: -1 | 1) => void }) {
  const t = useTexts(uiTexts);
  return (
    <span className="places">
      <button type="button" aria-label={t('column_left', { title })} disabled={first} onClick={() => onMove(-1)}>
        <Icon name="down" />
      </button>
      <button type="button" aria-label={t('column_right', { title })} disabled={last} onClick={() => onMove(1)}>
        <Icon name="down" />
      </button>
    </span>
  );
}
