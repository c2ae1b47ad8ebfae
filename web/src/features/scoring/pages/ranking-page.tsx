import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { ErrorNote, formatInstant, PageShell, useSay, useTexts } from '../../../ui/index.js';
import { rankingQuery } from '../queries.js';
import { DistributionPart } from '../ranking/distribution-part.js';
import { RankingTable } from '../ranking/ranking-table.js';
import { rankingTexts } from '../ranking/ranking-texts.js';
import '../ranking/ranking.css';
import { TiesPart } from '../ranking/ties-part.js';
import { VerifyPart } from '../ranking/verify-part.js';
import { DrawsPart } from '../ties/draws-part.js';

/** A sealed ranking for officers and auditors: of one stage, or of the round. */
export default function RankingPage() {
  const say = useSay();
  const t = useTexts(rankingTexts);
  const { callId = '', stageKey = null } = useParams({ strict: false }) as { callId?: string; stageKey?: string };
  const { data: ranking, error, refetch } = useQuery(rankingQuery(callId, stageKey));
  if (error && !ranking) return <div className="page"><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (!ranking) return <p className="opening quiet" role="status">{t('loading')}</p>;
  const manifestUrl = stageKey === null ? `/api/calls/${callId}/ranking/manifest` : `/api/calls/${callId}/scoring/${stageKey}/ranking/manifest`;
  return (
    <PageShell
      title={`${t('title')} · ${say(ranking.title)}`}
      reference={`${say(ranking.callTitle)} · ${ranking.callNumber}`}
      back={{ to: `/desk/scoring/${callId}`, label: t('back_round') }}
      status={{ word: t('sealed', { when: formatInstant(new Date(ranking.sealedAt)) }), tone: 'done', ...(ranking.cut ? { now: say(ranking.cut.sentence) } : {}) }}
    >
      <RankingTable ranking={ranking} />
      <TiesPart ranking={ranking} />
      <DrawsPart ranking={ranking} />
      <DistributionPart ranking={ranking} />
      <VerifyPart ranking={ranking} manifestUrl={manifestUrl} />
    </PageShell>
  );
}
