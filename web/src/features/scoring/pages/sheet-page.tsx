import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { BallotReading } from '../ballot/ballot-reading.js';
import { ErrorNote, useTexts } from '../../../ui/index.js';
import { judgingQuery } from '../queries.js';
import '../scoring.css';
import { ConflictQuestion, SteppedAside } from '../sheet/conflict-question.js';
import { ScoringDesk } from '../sheet/scoring-desk.js';
import { SheetHead } from '../sheet/sheet-head.js';
import { texts } from '../texts.js';

/** One application before one judge: the question of conflict first, then what is judged beside the sheet. */
export default function SheetPage() {
  const t = useTexts(texts);
  const { seatId = '', applicationId = '' } = useParams({ strict: false }) as { seatId?: string; applicationId?: string };
  const { data: view, error, refetch, isPending } = useQuery(judgingQuery(seatId, applicationId));
  if (error && !view) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (isPending || !view) return <p className="opening quiet" role="status">{t('application')}…</p>;
  return (
    <article className="sheet-page">
      <SheetHead view={view} />
      {view.conflict === null ? <ConflictQuestion seatId={seatId} applicationId={applicationId} /> : null}
      {view.conflict === 'has' || view.conflict === 'unsure' ? <SteppedAside view={view} /> : null}
      {view.conflict === 'none' && view.ballot ? <BallotReading view={view} /> : null}
      {view.conflict === 'none' && !view.ballot ? <ScoringDesk key={`${seatId}.${applicationId}`} view={view} /> : null}
    </article>
  );
}
