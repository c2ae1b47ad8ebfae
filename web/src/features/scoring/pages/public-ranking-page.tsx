import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Problem } from '../../../api/index.js';
import { Empty, ErrorNote, formatInstant, useSay, useTexts } from '../../../ui/index.js';
import { publicRankingQuery } from '../queries.js';
import { RankingTable } from '../ranking/ranking-table.js';
import { rankingTexts } from '../ranking/ranking-texts.js';
import '../ranking/ranking.css';
import { TiesPart } from '../ranking/ties-part.js';
import { VerifyPart } from '../ranking/verify-part.js';
import { DrawsPart } from '../ties/draws-part.js';

/** The ranking for everybody, once results are announced, with what is needed to recompute it. */
export default function PublicRankingPage() {
  const say = useSay();
  const t = useTexts(rankingTexts);
  const { callId = '' } = useParams({ strict: false }) as { callId?: string };
  const { data: ranking, error, refetch } = useQuery({ ...publicRankingQuery(callId), retry: false });
  if (error instanceof Problem && error.status === 404) return <Empty why={t('none')} what={t('none_what')} />;
  if (error && !ranking) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!ranking) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <article className="public-ranking">
      <h1>{say(ranking.callTitle)}</h1>
      <p className="quiet">
        {t('title')} · {ranking.callNumber} · {t('sealed', { when: formatInstant(new Date(ranking.sealedAt)) })}
      </p>
      {ranking.rows.some(({ projectName }) => projectName === null) ? <p className="quiet">{t('unnamed')}</p> : null}
      <section className="ranking-part">
        <RankingTable ranking={ranking} />
      </section>
      <TiesPart ranking={ranking} />
      <DrawsPart ranking={ranking} />
      <VerifyPart ranking={ranking} manifestUrl={`/api/public/rankings/${callId}/manifest`} />
    </article>
  );
}
