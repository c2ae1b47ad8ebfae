import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { Table, type TableColumnType } from 'antd';
import { useState, type ReactNode } from 'react';
import { Problem } from '../../api/problem.js';
import { Empty, type EmptyProps } from '../empty.js';
import { ErrorNote } from '../error-note.js';
import { useTexts } from '../language/texts.js';
import { uiTexts } from '../texts.js';
import { useNarrow } from '../use-narrow.js';
import { useUrlState } from '../url-state.js';
import './data-table.css';
import { columnsInOrder, isNarrowed, readQuery, readSorts, sortedBy, type Choice, type Column, type TablePage, type TableQuery } from './table-model.js';
import { TablePages } from './table-pages.js';
import { TableCards } from './table-cards.js';
import { StatusTabs, TableTools } from './table-tools.js';
import { useStoredColumns } from './use-stored-columns.js';

export interface DataTableProps<Row> {
  /** Names the stored column choice and the query cache: `applications`. */
  readonly name: string;
  /** What the rows are, in the reader's language; the caption for those who cannot see. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly load: (query: TableQuery) => Promise<TablePage<Row>>;
  /** Tabs with counts: `?status=`. */
  readonly statuses?: readonly Choice[];
  /** Shown while rows are selected; its presence makes rows selectable. */
  readonly bulk?: (selected: readonly Row[], clear: () => void) => ReactNode;
  /** A button or a menu; gets the present query, so that an export follows the filter and can say so. */
  readonly exportMenu?: (query: TableQuery) => ReactNode;
  readonly searchable?: boolean;
  /** The list takes several columns to sort by: the head of the second is chosen with Shift held. */
  readonly multiSort?: boolean;
  readonly empty: EmptyProps;
}

/** The one list of the house: filters, sort and page in the address, so a link shows the same view. */
export function DataTable<Row extends object>(props: DataTableProps<Row>) {
  const [url, change] = useUrlState();
  const [shown, choose] = useStoredColumns(props.name, props.columns);
  const [selected, setSelected] = useState<readonly Row[]>([]);
  const query = readQuery(url, props.columns);
  const page = useQuery({ queryKey: [props.name, 'table', query], queryFn: () => props.load(query), placeholderData: keepPreviousData });
  return (
    <section className="data-table" aria-label={props.label}>
      {props.statuses ? <StatusTabs statuses={props.statuses} current={query.status} counts={page.data?.counts} /> : null}
      <TableTools {...props} query={query} shown={shown} onColumns={choose} />
      {props.bulk && selected.length > 0 ? <BulkBar count={selected.length} onClear={() => setSelected([])} slot={props.bulk(selected, () => setSelected([]))} /> : null}
      {page.isError ? (
        <Refused error={page.error} onRetry={() => void page.refetch()} />
      ) : (
        <>
          <Rows {...props} page={page} query={query} columns={columnsInOrder(props.columns, shown)} selected={selected} onSelected={setSelected} onChange={change} />
          <TablePages page={page.data} cursor={query.after} onCursor={(after) => change({ after })} />
        </>
      )}
    </section>
  );
}

/** Of a filter that cannot be read nothing was lost, and asking again would not help. */
function Refused({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  if (error instanceof Problem && error.status === 400) return <ErrorNote error={error} kept="" />;
  return <ErrorNote error={error} onRetry={onRetry} />;
}

interface RowsProps<Row> extends DataTableProps<Row> {
  readonly page: UseQueryResult<TablePage<Row>>;
  readonly query: TableQuery;
  readonly selected: readonly Row[];
  readonly onSelected: (rows: readonly Row[]) => void;
  readonly onChange: (patch: Record<string, string | undefined>) => void;
}

function Rows<Row extends object>({ page, query, columns, selected, onSelected, onChange, ...props }: RowsProps<Row>) {
  const words = useSelectionWords();
  const t = useTexts(uiTexts);
  const narrow = useNarrow();
  const sort = (key: string, added: boolean) => onChange({ sort: sortedBy(query.sort, key, added && props.multiSort === true), after: undefined });
  const rows = page.data?.items ?? [];
  if (narrow && rows.length > 0) return <TableCards columns={columns} rows={rows} rowKey={props.rowKey} selected={props.bulk ? selected : undefined} onSelected={onSelected} />;
  const none = <TableEmpty narrowed={isNarrowed(query)} empty={props.empty} onClear={() => onChange(cleared(query))} />;
  if (narrow && page.data) return none;
  return (
    <Table<Row>
      size="middle"
      rowKey={props.rowKey}
      columns={columns.map((column) => ({ ...toAntd(column, query), ...(column.sortable ? sorting(column, query.sort, sort) : {}) }))}
      dataSource={rows}
      loading={page.isFetching && !page.data}
      pagination={false}
      scroll={{ x: 'max-content' }}
      rowSelection={props.bulk ? { ...words, selectedRowKeys: selected.map(props.rowKey), onChange: (_, chosen) => onSelected(chosen) } : undefined}
      onChange={(_, filters, __, { action }) => (action === 'filter' ? onChange({ ...filtersOf(filters), after: undefined }) : undefined)}
      showSorterTooltip={props.multiSort ? { title: t('sort_more') } : false}
      locale={{ emptyText: page.isPending ? <span aria-hidden="true" /> : none }}
    />
  );
}

/** The kit names its boxes in English whatever the language. */
function useSelectionWords() {
  const t = useTexts(uiTexts);
  return {
    getCheckboxProps: () => ({ 'aria-label': t('select_row') }) as object,
    getTitleCheckboxProps: () => ({ 'aria-label': t('select_all') }) as object,
  };
}

function BulkBar({ count, onClear, slot }: { readonly count: number; readonly onClear: () => void; readonly slot: ReactNode }) {
  const t = useTexts(uiTexts);
  return (
    <div className="bulk-bar no-print" role="status">
      <strong>{t('selected', { count })}</strong>
      <button type="button" className="link-button" onClick={onClear}>
        {t('unselect')}
      </button>
      <span className="slot">{slot}</span>
    </div>
  );
}

function TableEmpty({ narrowed, empty, onClear }: { readonly narrowed: boolean; readonly empty: EmptyProps; readonly onClear: () => void }) {
  const t = useTexts(uiTexts);
  if (!narrowed) return <Empty {...empty} />;
  const clear = (
    <button type="button" className="button" onClick={onClear}>
      {t('filters_clear')}
    </button>
  );
  return <Empty why={t('empty_filtered')} what={t('empty_filtered_do')} action={clear} />;
}

function toAntd<Row>(column: Column<Row>, query: TableQuery): TableColumnType<Row> {
  const filter = query.filters[column.key];
  return {
    key: column.key,
    title: column.title,
    align: column.align ?? 'left',
    render: (_, row) => column.render(row),
    ...(column.width ? { width: column.width } : {}),
    ...(column.pinned ? { fixed: column.pinned } : {}),
    ...(column.choices
      ? { filters: column.choices.map(({ value, label }) => ({ value, text: label })), filterMultiple: false, filteredValue: filter ? [filter] : null }
      : {}),
  };
}

/** The head of a column that sorts, by pointer and by keyboard; where several do, with its place among them. */
function sorting<Row>(column: Column<Row>, sort: string | undefined, onSort: (key: string, added: boolean) => void): TableColumnType<Row> {
  const sorts = readSorts(sort);
  const at = sorts.findIndex(({ key }) => key === column.key);
  return {
    sorter: { multiple: sorts.length - at },
    sortOrder: at === -1 ? null : sorts[at]!.falling ? 'descend' : 'ascend',
    onHeaderCell: () => ({
      onClickCapture: ({ shiftKey, target }) => { if (!isFilter(target)) onSort(column.key, shiftKey); },
      onKeyDownCapture: ({ key, shiftKey, target }) => { if (key === 'Enter' && !isFilter(target)) onSort(column.key, shiftKey); },
    }),
    ...(sorts.length > 1 && at !== -1 ? { title: <>{column.title} <sup className="sort-place">{at + 1}</sup></> } : {}),
  };
}

const isFilter = (target: EventTarget): boolean => target instanceof Element && target.closest('.ant-table-filter-trigger, .ant-dropdown') !== null;

function filtersOf(filters: Record<string, unknown[] | null>): Record<string, string | undefined> {
  return Object.fromEntries(Object.entries(filters).map(([key, values]) => [key, values?.length ? String(values[0]) : undefined]));
}

function cleared(query: TableQuery): Record<string, undefined> {
  return Object.fromEntries(['q', 'status', 'after', ...Object.keys(query.filters)].map((name) => [name, undefined]));
}
