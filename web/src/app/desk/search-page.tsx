import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from '../../ui/empty.js';
import { ErrorNote } from '../../ui/error-note.js';
import { useTexts } from '../../ui/language/texts.js';
import { useUrlState } from '../../ui/url-state.js';
import { searchEverywhere } from '../features.js';
import { Opening } from '../sections.js';
import { appTexts } from '../texts.js';

export default function SearchPage() {
  const t = useTexts(appTexts);
  const [{ q: query = '' }] = useUrlState();
  const hits = useQuery({ queryKey: ['search', query], queryFn: () => searchEverywhere(query), enabled: query !== '' });
  return (
    <article className="page">
      <h1>{query ? t('search_results', { query }) : t('search_prompt')}</h1>
      <div className="page-body">
        {hits.isFetching ? <Opening /> : null}
        {hits.isError && !hits.isFetching ? <ErrorNote error={hits.error} onRetry={() => void hits.refetch()} /> : null}
        {hits.data?.length === 0 ? <Empty why={t('search_none', { query })} what={t('search_none_do')} /> : null}
        <ul className="hits">
          {hits.data?.map((hit) => (
            <li key={hit.to}>
              <Link to={hit.to}>{hit.title}</Link>
              <span className="quiet figures">{[hit.kind, hit.reference].filter(Boolean).join(' · ')}</span>
            </li>
          ))}
        </ul>
      </div>
    </article>
  );
}
