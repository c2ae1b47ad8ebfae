import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChosenProgramme, type OfficerCallRow, type TableViewView } from '../../../api/index.js';
import { storeColumns, storedColumns } from '../../../ui/data-table/index.js';
import { ErrorNote, Icon, useLanguage, useTexts, useUrlState, type UrlState } from '../../../ui/index.js';
import { APPLICATIONS } from '../staff-queries.js';
import { staffTexts } from '../texts-staff.js';
import { waitsTexts } from '../texts-waits.js';
import { filterOfUrl, sameFilter, useKeptViews } from './kept-views.js';
import { filterOfAddress } from './table-filter.js';

/** The round, and the named views of this person and of her place; each is a link like any other. */
export function SavedViews({ rounds }: { readonly rounds: readonly OfficerCallRow[] }) {
  const t = useTexts(staffTexts);
  const tWaits = useTexts(waitsTexts);
  const [url] = useUrlState();
  const { views, keep, remove, moved } = useKeptViews();
  const [naming, setNaming] = useState(false);
  const filter = filterOfUrl(url);
  const narrowed = Object.keys(filter).length > 0 || storedColumns('applications') !== null;
  const error = keep.error ?? remove.error;
  return (
    <div className="saved-views no-print" role="group" aria-label={t('views')}>
      <RoundChoice rounds={rounds} />
      {views.map((view) => (
        <ViewChip key={view.id} view={view} current={sameFilter(view.filter, filter)} onRemove={() => remove.mutate(view.id)} />
      ))}
      {naming ? (
        <NameView busy={keep.isPending} onCancel={() => setNaming(false)} onKeep={(given) => void keep.mutateAsync({ filter, ...given }).then(() => setNaming(false), () => undefined)} />
      ) : narrowed ? (
        <SaveButton onSave={() => setNaming(true)} />
      ) : null}
      {error ? <ErrorNote error={error} /> : null}
      {moved > 0 ? <p role="status" className="quiet views-moved">{tWaits('view_moved', { count: moved })}</p> : null}
    </div>
  );
}

function ViewChip({ view, current, onRemove }: { readonly view: TableViewView; readonly current: boolean; readonly onRemove: () => void }) {
  const t = useTexts(staffTexts);
  const tWaits = useTexts(waitsTexts);
  const { name, filter, columns, shared, keeper } = view;
  return (
    <span className="view-chip">
      <Link to="." search={filter as never} onClick={() => (columns.length > 0 ? storeColumns('applications', columns) : undefined)} {...(current ? { 'aria-current': 'page' as const } : {})}>
        {name}
        <ViewCount filter={filter as UrlState} />
        {shared ? <span className="quiet"> {keeper ? tWaits('view_of', { who: keeper }) : tWaits('view_shared')}</span> : null}
      </Link>
      {keeper === null ? (
        <button type="button" aria-label={t('remove_view', { name })} onClick={onRemove}>
          <Icon name="cross" />
        </button>
      ) : null}
    </span>
  );
}

/** How many the view holds now. */
function ViewCount({ filter }: { readonly filter: UrlState }) {
  const programmeId = useChosenProgramme();
  const asked = filterOfAddress(filter, programmeId);
  const found = useQuery({ queryKey: [...APPLICATIONS, 'view', asked], queryFn: () => api.staffApplicationsList({ query: { ...asked, limit: 1 } }), retry: false });
  if (!found.data) return null;
  const { counts } = found.data;
  const count = asked.status ? (counts[asked.status] ?? 0) : Object.values(counts).reduce((sum, one) => sum + one, 0);
  return <span className="figures quiet"> {count}</span>;
}

function RoundChoice({ rounds }: { readonly rounds: readonly OfficerCallRow[] }) {
  const t = useTexts(staffTexts);
  const language = useLanguage();
  const [url, change] = useUrlState();
  return (
    <select className="input round-choice" aria-label={t('call')} value={url.callId ?? ''} onChange={(event) => change({ callId: event.target.value, categoryKey: undefined, after: undefined })}>
      <option value="">{t('choose_call')}</option>
      {rounds
        .filter(({ publishedAt }) => publishedAt)
        .map(({ id, number, title }) => (
          <option key={id} value={id}>
            {`${number} ${title[language]}`}
          </option>
        ))}
    </select>
  );
}

function SaveButton({ onSave }: { readonly onSave: () => void }) {
  const t = useTexts(staffTexts);
  return (
    <button type="button" className="button plain" onClick={onSave}>
      <Icon name="plus" />
      {t('save_view')}
    </button>
  );
}

interface NameViewProps {
  readonly busy: boolean;
  readonly onKeep: (given: { name: string; shared: boolean; columns: string[] }) => void;
  readonly onCancel: () => void;
}

function NameView({ busy, onKeep, onCancel }: NameViewProps) {
  const t = useTexts(staffTexts);
  const tWaits = useTexts(waitsTexts);
  const [name, setName] = useState('');
  const [shared, setShared] = useState(false);
  const chosen = storedColumns('applications');
  const [withColumns, setWithColumns] = useState(chosen !== null);
  return (
    <form
      className="name-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() && !busy) onKeep({ name: name.trim(), shared, columns: withColumns && chosen ? [...chosen] : [] });
      }}
    >
      <input className="input" aria-label={t('view_name')} placeholder={t('view_name')} value={name} autoFocus maxLength={30} onChange={(event) => setName(event.target.value)} />
      <Tick label={tWaits('view_share')} on={shared} onChange={setShared} />
      {chosen ? <Tick label={tWaits('view_columns')} on={withColumns} onChange={setWithColumns} /> : null}
      <button type="submit" className="button" disabled={busy}>
        {t('view_keep')}
      </button>
      <button type="button" className="link-button" onClick={onCancel}>
        {t('view_cancel')}
      </button>
    </form>
  );
}

function Tick({ label, on, onChange }: { readonly label: string; readonly on: boolean; readonly onChange: (on: boolean) => void }) {
  return (
    <label className="tick-line">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {label}
    </label>
  );
}
