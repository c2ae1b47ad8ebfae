import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useLive, type ConsoleView } from '../../../api/index.js';
import { ErrorNote, formatTimeOfDay, Icon, StatusMark, useSay, useTexts, type Tone } from '../../../ui/index.js';
import '../console/console.css';
import { OrderPart } from '../console/order-part.js';
import { RunningPart } from '../console/running-part.js';
import { RulesPart } from '../console/rules-part.js';
import { TurnList } from '../console/turn-list.js';
import { useHost } from '../console/use-turns.js';
import { consoleNews, consoleQuery } from '../queries.js';
import { texts } from '../texts.js';

/** The host's desk: the order, who is on, the clock, and who has not scored yet. */
export default function ConsolePage() {
  const t = useTexts(texts);
  const { id = '' } = useParams({ strict: false }) as { id?: string };
  const query = consoleQuery(id);
  const refetchInterval = useLive(consoleNews(id), query.queryKey);
  const { data: view, error, refetch, dataUpdatedAt, isError } = useQuery({ ...query, refetchInterval });
  const host = useHost(id, view?.orderings ?? 0);
  if (error && !view) return <div className="page"><ErrorNote error={error} onRetry={() => void refetch()} /></div>;
  if (!view) return <p className="opening quiet" role="status">{t('loading')}</p>;
  return (
    <article className="page console">
      <Head view={view} updated={new Date(dataUpdatedAt)} stale={isError} />
      {view.mine ? null : <p className="quiet">{t('watch_only')}</p>}
      {view.status === 'planned' ? <OrderPart view={view} host={host} /> : <RunningPart view={view} host={host} />}
      <div className="console-below">
        <TurnList view={view} host={host} />
        <RulesPart view={view} />
      </div>
    </article>
  );
}

const TONES: Readonly<Record<ConsoleView['status'], Tone>> = { planned: 'waiting', running: 'current', closed: 'done' };

function Head({ view, updated, stale }: { readonly view: ConsoleView; readonly updated: Date; readonly stale: boolean }) {
  const say = useSay();
  const t = useTexts(texts);
  return (
    <header className="page-head">
      <div className="naming">
        <p className="crumbs no-print">
          <Link to="/desk/roadshows">
            <Icon name="back" />
            {t('back')}
          </Link>
        </p>
        <h1>{say(view.callTitle)}</h1>
        <p className="reference">
          <span>{view.groupTitle ? say(view.groupTitle) : t('one_hall')}</span>
          <StatusMark word={t(view.status)} tone={TONES[view.status]} />
          <span className={`figures ${stale ? 'tone-late stale-word' : ''}`} role={stale ? 'status' : undefined}>
            {stale ? t('stale', { time: formatTimeOfDay(updated) }) : t('updated', { time: formatTimeOfDay(updated) })}
          </span>
        </p>
      </div>
      <a className="button" href={`/stage/${view.sessionId}`} target="_blank" rel="noreferrer">
        <Icon name="stage" /> {t('open_stage')}
      </a>
    </header>
  );
}
