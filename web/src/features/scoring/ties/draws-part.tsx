import type { RankingView } from '../../../api/index.js';
import { useJoin, useTexts } from '../../../ui/index.js';
import './ties.css';
import { tiesTexts } from './ties-texts.js';

interface PublishedDraw {
  readonly applicationIds: readonly string[];
  readonly source: string;
  readonly secret: string;
  readonly commitment: string;
  readonly publicValue: string;
}

/** The lots of a sealed ranking, with all that is needed to draw them again; nothing where none was drawn. */
export function DrawsPart({ ranking }: { readonly ranking: RankingView }) {
  const t = useTexts(tiesTexts);
  const join = useJoin();
  const draws = (ranking.manifest as { draws?: readonly PublishedDraw[] }).draws ?? [];
  if (draws.length === 0) return null;
  const rowOf = (id: string) => ranking.rows.find(({ applicationId }) => applicationId === id);
  const ranked = (ids: readonly string[]) => [...ids].sort((a, b) => (rowOf(a)?.rank ?? 0) - (rowOf(b)?.rank ?? 0));
  return (
    <section className="ranking-part tie-draws">
      <h2>{t('draws')}</h2>
      <p>{t('draws_what')}</p>
      {draws.map(({ applicationIds, source, secret, commitment, publicValue }) => (
        <dl key={commitment}>
          <dt>{t('drawn')}</dt>
          <dd>{join(ranked(applicationIds).map((id) => rowOf(id)?.projectName ?? rowOf(id)?.number ?? ''))}</dd>
          <dt>{t('public_number')}</dt>
          <dd>{t('by_value', { source, value: publicValue })}</dd>
          <dt>{t('commitment')}</dt>
          <dd>
            <code>{commitment}</code>
          </dd>
          <dt>{t('secret')}</dt>
          <dd>
            <code>{secret}</code>
          </dd>
        </dl>
      ))}
    </section>
  );
}
