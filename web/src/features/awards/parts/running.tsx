import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, useCommand, type RoundView } from '../../../api/index.js';
import { ActDialog, ErrorNote, Facts, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE, runningQuery } from '../queries.js';
import { texts } from '../texts.js';

type Move = RoundView['moves'][number]['move'];

const KEYS = { run: 'run', 'wind-up': 'wind_up', archive: 'archive' } as const;

/** From the first contract to the archive: what the round waits for, and the steps that an officer takes. */
export function Running({ callId }: { readonly callId: string }) {
  const t = useTexts(texts);
  const round = useQuery(runningQuery(callId));
  if (round.isError) return <ErrorNote error={round.error} onRetry={() => void round.refetch()} />;
  if (!round.data) return <p className="quiet" role="status">{t('tab_running')}…</p>;
  return <Steps round={round.data} />;
}

function Steps({ round }: { readonly round: RoundView }) {
  const marks = useMarks();
  const t = useTexts(texts);
  const say = useSay();
  const count = round.projects.reduce((sum, one) => sum + one.count, 0);
  const move = useCommand<Move>({
    run: (name, key) => api.roundsMove({ path: { id: round.callId }, body: { move: name }, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
  });
  return (
    <>
      <section className="record-part">
        <p>{t('running_lead')}</p>
        <div className="act-row no-print">
          {round.moves.map(({ move: name, allowed, reason }) => (
            <ActDialog key={name} label={t(KEYS[name])} kind="secondary" refusal={!allowed && reason ? say(reason) : null} onAct={() => move.mutateAsync(name)}>
              <p>{t(`${KEYS[name]}_follows`)}</p>
            </ActDialog>
          ))}
        </div>
      </section>
      <section className="record-part">
        <h2>{t('projects_by_status')}</h2>
        {round.projects.length > 0 ? <Facts facts={round.projects.map(({ label, count: each }) => ({ label: say(label), value: <span className="figures">{each}</span> }))} /> : null}
        <p>
          <Link to="/desk/projects" search={{ callId: round.callId } as never}>
            {t('to_projects')}{marks.aside(String(count))}
          </Link>
        </p>
      </section>
    </>
  );
}
