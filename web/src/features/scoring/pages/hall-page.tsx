import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Unreachable, useLive, type HallView } from '../../../api/index.js';
import { Empty, ErrorNote, formatTimeOfDay, Icon, useSay, useTexts, useUrlState } from '../../../ui/index.js';
import { HallCard } from '../hall/hall-card.js';
import { hallTexts } from '../hall/hall-texts.js';
import { useAwake } from '../hall/use-awake.js';
import { HALL_NEWS, hallQuery } from '../queries.js';
import '../scoring.css';

/** The judge's phone in the hall: it follows by itself, and keeps what was entered while the network is away. */
export default function HallPage() {
  useAwake();
  const t = useTexts(hallTexts);
  const [url] = useUrlState();
  const refetchInterval = useLive(HALL_NEWS, hallQuery.queryKey);
  const { data, error, refetch, dataUpdatedAt } = useQuery({ ...hallQuery, refetchInterval });
  if (error && !data) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <p className="opening quiet" role="status">{t('title')}…</p>;
  // What is over leaves the choice as long as something is not.
  const present = data.some(({ status }) => status !== 'closed') ? data.filter(({ status }) => status !== 'closed') : data.slice(0, 1);
  const hall = present.find(({ sessionId }) => sessionId === url.hall) ?? present[0];
  return (
    <article className="hall-page">
      <Link to="/judge" className="hall-back">
        <Icon name="back" />
        {t('back')}
      </Link>
      <h1 className="visually-hidden">{t('title')}</h1>
      {error instanceof Unreachable ? (
        <p className="judge-note tone-waiting hall-offline" role="status">
          <Icon name="offline" />
          <span>{t('offline', { time: formatTimeOfDay(new Date(dataUpdatedAt)) })}</span>
        </p>
      ) : null}
      {present.length > 1 ? <Halls halls={present} current={hall} /> : null}
      {hall ? <HallCard key={hall.sessionId} hall={hall} /> : <Empty why={t('none')} what={t('none_what')} />}
    </article>
  );
}

function Halls({ halls, current }: { readonly halls: readonly HallView[]; readonly current: HallView | undefined }) {
  const say = useSay();
  const t = useTexts(hallTexts);
  return (
    <nav className="hall-choice" aria-label={t('choose_hall')}>
      {halls.map(({ sessionId, callTitle, groupTitle }) => (
        <Link key={sessionId} to="." search={{ hall: sessionId } as never} className="button" aria-current={sessionId === current?.sessionId ? 'page' : undefined}>
          {groupTitle ? say(groupTitle) : say(callTitle)}
        </Link>
      ))}
    </nav>
  );
}
