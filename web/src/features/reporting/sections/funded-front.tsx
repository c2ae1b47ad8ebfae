import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api } from '../../../api/index.js';
import { Empty, ErrorNote, useSay, useTexts } from '../../../ui/index.js';
import { FundedSum } from '../public/funded-round.js';
import { Totals } from '../public/totals.js';
import '../public/portal.css';
import { REPORTING } from '../queries.js';
import { portalTexts } from '../texts-public.js';

/** On the front page: what past and present programmes funded, in a few lines. */
export default function FundedFront() {
  const t = useTexts(portalTexts);
  const say = useSay();
  const rounds = useQuery({ queryKey: [...REPORTING, 'funded', 'front'], queryFn: () => api.portalProgrammes({ query: { limit: 5 } }) });
  const rows = rounds.data?.items ?? [];
  return (
    <section className="front-part">
      <h2>{t('funded')}</h2>
      {rounds.error ? <ErrorNote error={rounds.error} onRetry={() => void rounds.refetch()} /> : null}
      {rounds.data && rows.length === 0 ? <Empty small why={t('none')} what={t('none_do')} /> : null}
      <Totals />
      <ul className="funded-lines">
        {rows.map((round) => (
          <li key={round.callId}>
            <Link to="/funded" hash={`funded-${round.callId}`}>{say(round.title)}</Link>
            <span className="quiet">{t('round_of', { year: round.year, organiser: say(round.organiser) })}</span>
            <FundedSum round={round} />
          </li>
        ))}
      </ul>
      {rows.length > 0 ? (
        <p className="after-list">
          <Link to="/funded">{t('funded_all')}</Link>
        </p>
      ) : null}
    </section>
  );
}
