import { lazy, Suspense, useMemo } from 'react';
import type { RankingView } from '../../../api/index.js';
import { useTexts } from '../../../ui/index.js';
import { rankingTexts } from './ranking-texts.js';
import { bandsOf } from './score-bands.js';

const Chart = lazy(() => import('./distribution-chart.js'));

/** How the totals spread: a chart for the eye, a table for everybody. */
export function DistributionPart({ ranking }: { readonly ranking: RankingView }) {
  const t = useTexts(rankingTexts);
  const bands = useMemo(() => bandsOf(ranking.rows), [ranking.rows]);
  if (bands.length === 0) return null;
  return (
    <section className="ranking-part">
      <h2>{t('distribution')}</h2>
      <Suspense fallback={<div className="distribution-chart" />}>
        <Chart bands={bands} />
      </Suspense>
      <table className="band-table">
        <thead>
          <tr>
            <th scope="col">{t('band')}</th>
            <th scope="col" className="right">{t('projects')}</th>
          </tr>
        </thead>
        <tbody>
          {bands.map(({ from, to, count }) => (
            <tr key={from}>
              <td className="figures">{t('band_of', { from, to })}</td>
              <td className="right figures">{count}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
