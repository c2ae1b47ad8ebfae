import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, useCommand, type ScoringRoundView, type SessionRowView, type StageOverview } from '../../../api/index.js';
import { ActionButton, Empty, ErrorNote, Icon, Instant, StatusMark, useSay, useTexts, type Tone } from '../../../ui/index.js';
import '../console/console.css';
import { liveRoundsQuery, sessionsQuery } from '../queries.js';
import { texts } from '../texts.js';

/** Every roadshow of the officer's places, what is still to be planned first. */
export default function SessionsPage() {
  const t = useTexts(texts);
  const sessions = useQuery(sessionsQuery);
  const rounds = useQuery(liveRoundsQuery);
  const error = sessions.error ?? rounds.error;
  if (error && !(sessions.data && rounds.data)) return <div className="page"><ErrorNote error={error} onRetry={() => void Promise.all([sessions.refetch(), rounds.refetch()])} /></div>;
  if (!sessions.data || !rounds.data) return <p className="opening quiet" role="status">{t('loading')}</p>;
  // Some may have joined the stage after its halls were planned.
  const placed = (callId: string) => sessions.data.filter((session) => session.callId === callId).reduce((sum, { turns }) => sum + turns, 0);
  const due = rounds.data.flatMap((round) => round.stages
    .filter(({ live, status, applications }) => live && status === 'open' && placed(round.callId) < applications)
    .map((stage) => ({ round, stage, count: stage.applications - placed(round.callId) })));
  return (
    <article className="page">
      <h1>{t('title')}</h1>
      <div className="page-body">
        {due.map(({ round, stage, count }) => (
          <ToPlan key={`${round.callId} ${stage.key}`} round={round} stage={stage} count={count} />
        ))}
        {sessions.data.length === 0 && due.length === 0 ? <Empty why={t('sessions_empty')} what={t('sessions_empty_what')} /> : null}
        <ul className="roadshow-sessions">
          {sessions.data.map((session) => (
            <SessionRow key={session.sessionId} session={session} />
          ))}
        </ul>
      </div>
    </article>
  );
}

function ToPlan({ round, stage, count }: { readonly round: ScoringRoundView; readonly stage: StageOverview; readonly count: number }) {
  const say = useSay();
  const t = useTexts(texts);
  const plan = useCommand<void, unknown>({
    run: (_, key) => api.roadshowsPlan({ path: { callId: round.callId }, headers: { 'Idempotency-Key': key } }),
    refresh: [sessionsQuery.queryKey],
  });
  return (
    <section className="to-plan">
      <h2>
        {t('to_plan')} · {say(round.title)}
      </h2>
      <p>{t('to_plan_what', { stage: say(stage.title), count })}</p>
      {plan.isError ? <ErrorNote error={plan.error} /> : null}
      {round.mine ? (
        <ActionButton onAct={() => plan.mutate()} busy={plan.isPending}>
          {t('plan')}
        </ActionButton>
      ) : null}
    </section>
  );
}

const TONES: Readonly<Record<SessionRowView['status'], Tone>> = { planned: 'waiting', running: 'current', closed: 'done' };

function SessionRow({ session }: { readonly session: SessionRowView }) {
  const say = useSay();
  const t = useTexts(texts);
  const { sessionId, callTitle, groupTitle, status, turns, over } = session;
  return (
    <li>
      <div>
        <h2>
          <Link to="/desk/roadshows/$id" params={{ id: sessionId } as never}>
            {say(callTitle)}
          </Link>
        </h2>
        <p className="quiet">{groupTitle ? say(groupTitle) : t('one_hall')}</p>
      </div>
      <div>
        <StatusMark word={t(status)} tone={TONES[status]} />
        <p className="quiet figures">{t('turns_over', { over, turns })}</p>
        <When session={session} />
      </div>
      <p className="session-tools">
        <Link to="/desk/roadshows/$id" params={{ id: sessionId } as never} className={`button ${status === 'closed' ? '' : 'primary'}`}>
          {status === 'closed' ? t('open_record') : t('open_console')}
        </Link>
        {status === 'running' ? (
          <a className="button" href={`/stage/${sessionId}`} target="_blank" rel="noreferrer">
            <Icon name="stage" /> {t('open_stage')}
          </a>
        ) : null}
      </p>
    </li>
  );
}

function When({ session: { status, startedAt, closedAt, opensAt } }: { readonly session: SessionRowView }) {
  const t = useTexts(texts);
  const [word, at] = status === 'closed' ? [t('ended'), closedAt] : status === 'running' ? [t('started'), startedAt] : [t('scheduled'), opensAt];
  return at ? (
    <p className="quiet">
      {word} <Instant at={at} zone={false} />
    </p>
  ) : null;
}
