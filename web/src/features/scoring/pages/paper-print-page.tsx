import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Empty, ErrorNote, Icon, useTexts, useUrlState } from '../../../ui/index.js';
import { Declaration } from '../paper/declaration-paper.js';
import { BallotPaper, SheetPaper } from '../paper/sheet-paper.js';
import { paperTexts } from '../paper/paper-texts.js';
import '../paper/paper.css';
import { bookletQuery, paperQuery } from '../queries.js';
import '../scoring.css';

/** What goes to a guest on paper: first the declaration, and once it is signed the sheets. */
export default function PaperPrintPage() {
  const t = useTexts(paperTexts);
  const [url] = useUrlState();
  const { callId = '', stageKey = '', seatId = '' } = useParams({ strict: false }) as { callId?: string; stageKey?: string; seatId?: string };
  return (
    <article className="paper-booklet">
      <p className="no-print paper-tools">
        <button type="button" className="button primary" onClick={() => window.print()}>
          <Icon name="print" /> {t('print')}
        </button>
      </p>
      {url.what === 'declaration' ? <DeclarationOf callId={callId} stageKey={stageKey} seatId={seatId} /> : <Booklet callId={callId} seatId={seatId} />}
    </article>
  );
}

function DeclarationOf({ callId, stageKey, seatId }: { readonly callId: string; readonly stageKey: string; readonly seatId: string }) {
  const t = useTexts(paperTexts);
  const { data, error, refetch } = useQuery(paperQuery(callId, stageKey));
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  const seat = data?.find((one) => one.seatId === seatId);
  if (data && !seat) return <Empty why={t('seat_absent')} what={t('seat_absent_what')} />;
  return seat ? <Declaration seat={seat} /> : <p className="opening quiet" role="status">{t('loading')}</p>;
}

function Booklet({ callId, seatId }: { readonly callId: string; readonly seatId: string }) {
  const t = useTexts(paperTexts);
  const { data, error, refetch } = useQuery(bookletQuery(callId, seatId));
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <>
      {data.ballot ? <BallotPaper booklet={data} /> : null}
      {data.pages.map((page) => (
        <SheetPaper key={page.number} booklet={data} page={page} />
      ))}
    </>
  );
}
