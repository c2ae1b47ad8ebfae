import { useInfiniteQuery } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, APPLICANT_KINDS, type PublicCallsListData } from '../../../api/index.js';
import { Empty, ErrorNote, inLanguage, useLanguage, useTexts, useUrlState } from '../../../ui/index.js';
import { AlertsPart } from '../public/alerts-part.js';
import { CallEntry } from '../public/call-entry.js';
import '../public/public-calls.css';
import { publicTexts } from '../texts-public.js';

const PHASES = ['', 'open', 'upcoming', 'past'] as const;
type Filter = NonNullable<PublicCallsListData['query']>;

/** Every published call; what it is narrowed to stands in the address. */
export default function OpenCallsPage() {
  const t = useTexts(publicTexts);
  const [url, change] = useUrlState();
  const filter = filterOf(url);
  const calls = useInfiniteQuery({
    queryKey: ['public-calls', 'pages', filter],
    queryFn: ({ pageParam }) => api.publicCallsList({ query: { ...filter, limit: 20, ...(pageParam ? { after: pageParam } : {}) } }),
    initialPageParam: '',
    getNextPageParam: (last) => last.next,
  });
  const rows = calls.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <article className="page">
      <h1>{t('title')}</h1>
      <p className="quiet calls-lead">{t('lead')}</p>
      <Filters />
      {calls.error ? <ErrorNote error={calls.error} onRetry={() => void calls.refetch()} /> : null}
      <div className="call-list" aria-busy={calls.isFetching}>
        {rows.map((call) => (
          <CallEntry key={call.id} call={call} level="h2" />
        ))}
      </div>
      {calls.data && rows.length === 0 ? (
        <Empty
          why={t('none')}
          what={t('none_do')}
          action={
            <button type="button" className="button" onClick={() => change({ phase: undefined, words: undefined, kind: undefined })}>
              {t('clear')}
            </button>
          }
        />
      ) : null}
      {calls.hasNextPage ? (
        <p className="calls-more">
          <button type="button" className="button" onClick={() => void calls.fetchNextPage()}>
            {t('more')}
          </button>
        </p>
      ) : null}
      <AlertsPart />
    </article>
  );
}

function filterOf(url: Readonly<Record<string, string>>): Filter {
  const { phase, words, kind } = url;
  return { ...(phase ? { phase: phase as Filter['phase'] } : {}), ...(words ? { words } : {}), ...(kind ? { applicantType: kind as Filter['applicantType'] } : {}) } as Filter;
}

function Filters() {
  const t = useTexts(publicTexts);
  const language = useLanguage();
  const [url, change] = useUrlState();
  const [words, setWords] = useState(url.words ?? '');
  const send = (event: FormEvent) => {
    event.preventDefault();
    change({ words: words.trim() });
  };
  return (
    <div className="call-filters no-print">
      <div role="group" aria-label={t('phase')} className="phase-tabs">
        {PHASES.map((phase) => (
          <button key={phase} type="button" className="phase" aria-pressed={(url.phase ?? '') === phase} onClick={() => change({ phase })}>
            {t(phase === '' ? 'phase_all' : `phase_${phase}`)}
          </button>
        ))}
      </div>
      <form role="search" onSubmit={send} className="call-search">
        <input className="input" type="search" aria-label={t('words')} placeholder={t('words')} maxLength={60} value={words} onChange={(event) => setWords(event.target.value)} />
        <button type="submit" className="button">
          {t('search')}
        </button>
      </form>
      <label className="kind-filter">
        <span>{t('kind')}</span>
        <select className="input" value={url.kind ?? ''} onChange={(event) => change({ kind: event.target.value })}>
          <option value="">{t('kind_any')}</option>
          {Object.entries(APPLICANT_KINDS).map(([kind, word]) => (
            <option key={kind} value={kind}>
              {inLanguage(word, language)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}
