import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { api, useChosenProgramme, useSession, type OfficerCallRow } from '../../../api/index.js';
import { Icon, useLanguage, useTexts, useUrlState, type UrlState } from '../../../ui/index.js';
import { APPLICATIONS } from '../staff-queries.js';
import { staffTexts } from '../texts-staff.js';
import { filterOfAddress } from './table-filter.js';

interface View {
  readonly name: string;
  readonly filter: UrlState;
}

/** The round, and the named filters of one person, kept in her browser; each is a link like any other. */
export function SavedViews({ rounds }: { readonly rounds: readonly OfficerCallRow[] }) {
  const t = useTexts(staffTexts);
  const [url] = useUrlState();
  const { views, keep, remove } = useViews();
  const [naming, setNaming] = useState(false);
  const { after: _, ...filter } = url;
  const narrowed = Object.keys(filter).length > 0;
  return (
    <div className="saved-views no-print" role="group" aria-label={t('views')}>
      <RoundChoice rounds={rounds} />
      {views.map((view) => (
        <span key={view.name} className="view-chip">
          <Link to="." search={view.filter as never} {...(sameFilter(view.filter, filter) ? { 'aria-current': 'page' as const } : {})}>
            {view.name}
            <ViewCount filter={view.filter} />
          </Link>
          <button type="button" aria-label={t('remove_view', { name: view.name })} onClick={() => remove(view.name)}>
            <Icon name="cross" />
          </button>
        </span>
      ))}
      {naming ? <NameView onKeep={(name) => [keep({ name, filter }), setNaming(false)]} onCancel={() => setNaming(false)} /> : narrowed ? <SaveButton onSave={() => setNaming(true)} /> : null}
    </div>
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

function NameView({ onKeep, onCancel }: { readonly onKeep: (name: string) => void; readonly onCancel: () => void }) {
  const t = useTexts(staffTexts);
  const [name, setName] = useState('');
  return (
    <form
      className="name-view"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onKeep(name.trim());
      }}
    >
      <input className="input" aria-label={t('view_name')} placeholder={t('view_name')} title={t('views_where')} value={name} autoFocus maxLength={30} onChange={(event) => setName(event.target.value)} />
      <button type="submit" className="button">
        {t('view_keep')}
      </button>
      <button type="button" className="link-button" onClick={onCancel}>
        {t('view_cancel')}
      </button>
    </form>
  );
}

const sameFilter = (a: UrlState, b: UrlState): boolean => new URLSearchParams(Object.entries(a).sort()).toString() === new URLSearchParams(Object.entries(b).sort()).toString();

function useViews() {
  const session = useSession();
  const place = `qiongxiang.views.applications.${session?.account.id ?? ''}`;
  const [views, setViews] = useState<readonly View[]>(() => read(place));
  const store = (next: readonly View[]) => {
    setViews(next);
    try {
      localStorage.setItem(place, JSON.stringify(next));
    } catch {
      // They then last until the page is left.
    }
  };
  return {
    views,
    keep: (view: View) => store([...views.filter(({ name }) => name !== view.name), view]),
    remove: (name: string) => store(views.filter((view) => view.name !== name)),
  };
}

function read(place: string): readonly View[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place) ?? '[]');
    return Array.isArray(kept) ? (kept as View[]) : [];
  } catch {
    return [];
  }
}
