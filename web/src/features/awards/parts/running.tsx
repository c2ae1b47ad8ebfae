import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { api, useCommand, type RoundView } from '../../../api/index.js';
import { ActDialog, ErrorNote, Facts, StatusMark, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { AFTER_WRITE, runningQuery } from '../queries.js';
import { texts } from '../texts.js';

type Move = RoundView['moves'][number]['move'];

const KEYS = { run: 'run', 'wind-up': 'wind_up', archive: 'archive' } as const;

/** How many of the steps are behind a round in this status. */
const PASSED: Readonly<Record<string, number>> = { running: 1, closing: 2, archived: 3 };

/** From the first contract to the archive: what the round waits for, and the steps that an officer takes. */
export function Running({ callId }: { readonly callId: string }) {
  const t = useTexts(texts);
  const round = useQuery(runningQuery(callId));
  if (round.isError && !round.data) return <ErrorNote error={round.error} onRetry={() => void round.refetch()} />;
  if (!round.data) return <p className="quiet" role="status">{t('tab_running')}…</p>;
  return <Steps round={round.data} />;
}

function Steps({ round }: { readonly round: RoundView }) {
  const marks = useMarks();
  const t = useTexts(texts);
  const say = useSay();
  const passed = PASSED[round.status] ?? 0;
  const count = round.projects.reduce((sum, one) => sum + one.count, 0);
  const move = useCommand<Move>({
    run: (name, key) => api.roundsMove({ path: { id: round.callId }, body: { move: name }, headers: { 'Idempotency-Key': key } }),
    refresh: AFTER_WRITE,
  });
  return (
    <>
      <section className="record-part">
        <p>{t('running_lead')}</p>
        <ol className="round-steps">
          {round.moves.map(({ move: name, allowed, reason }, at) => (
            <li key={name}>
              <span className="what">{t(KEYS[name])}</span>
              {at < passed ? <StatusMark word={t('step_done')} tone="done" /> : at > passed ? <span className="quiet">{t('step_later', { step: t(KEYS[round.moves[at - 1]!.move]) })}</span> : (
                <ActDialog label={t(KEYS[name])} refusal={!allowed && reason ? say(reason) : null} onAct={() => move.mutateAsync(name)}>
                  <p>{t(`${KEYS[name]}_follows`)}</p>
                </ActDialog>
              )}
            </li>
          ))}
        </ol>
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
