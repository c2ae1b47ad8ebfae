import type { StageView, TurnView } from '../../../api/index.js';
import { useSay, useServerNow, useTexts } from '../../../ui/index.js';
import { stageTexts } from './stage-texts.js';

const ON_STAGE: readonly string[] = ['presenting', 'questions', 'scoring'];

/** Who is on with the clock, and the two that follow. */
export function NowOnStage({ stage }: { readonly stage: StageView }) {
  const t = useTexts(stageTexts);
  const now = stage.turns.find(({ status }) => ON_STAGE.includes(status));
  const [next, then] = stage.turns.filter(({ status, position }) => status === 'waiting' && position !== null);
  return (
    <>
      <div className="stage-now">
        {now ? <Now turn={now} of={stage.turns.length} warningSeconds={stage.warningSeconds} /> : <Between next={next} of={stage.turns.length} />}
      </div>
      <footer className="stage-after">
        {now && next ? <After label={t('next')} turn={next} /> : null}
        {now && !next ? <p className="stage-last">{t('last')}</p> : null}
        {now ? then && <After label={t('then')} turn={then} /> : then && <After label={t('then')} turn={then} />}
      </footer>
    </>
  );
}

function Now({ turn, of, warningSeconds }: { readonly turn: TurnView; readonly of: number; readonly warningSeconds: number }) {
  const say = useSay();
  const t = useTexts(stageTexts);
  return (
    <>
      <div className="stage-who">
        <p className="stage-count figures">{t('count', { at: turn.position ?? '–', of })}</p>
        <h1>{turn.projectName}</h1>
        <p className="stage-organisation">{turn.organisationName}</p>
      </div>
      <StageClock phase={say(turn.label)} endsAt={turn.phaseEndsAt} warningSeconds={warningSeconds} />
    </>
  );
}

function Between({ next, of }: { readonly next: TurnView | undefined; readonly of: number }) {
  const t = useTexts(stageTexts);
  if (!next) return <h1 className="stage-between">{t('closed_what')}</h1>;
  return (
    <div className="stage-who">
      <p className="stage-count figures">
        {t('between')} · {t('count', { at: next.position ?? '–', of })}
      </p>
      <h1>{next.projectName}</h1>
      <p className="stage-organisation">{next.organisationName}</p>
    </div>
  );
}

/** Readable from the last row: white while there is time, amber near the end, and words besides when it is up. */
function StageClock({ phase, endsAt, warningSeconds }: { readonly phase: string; readonly endsAt: string | null; readonly warningSeconds: number }) {
  const t = useTexts(stageTexts);
  const now = useServerNow(200);
  const left = endsAt ? Math.ceil((new Date(endsAt).getTime() - now) / 1000) : null;
  const state = left === null ? 'calm' : left <= 0 ? 'up' : left <= warningSeconds ? 'near' : 'calm';
  return (
    <div className={`stage-clock ${state}`}>
      <p className="stage-phase">{phase}</p>
      {left === null ? null : (
        <p className="stage-time figures" role="timer">
          {timeOf(left)}
        </p>
      )}
      <p className="stage-up" role="status">
        {state === 'up' ? t('time_up') : ' '}
      </p>
    </div>
  );
}

function timeOf(left: number): string {
  const seconds = Math.abs(left);
  return `${left < 0 ? '+' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

function After({ label, turn }: { readonly label: string; readonly turn: TurnView }) {
  return (
    <div className="stage-turn">
      <p className="stage-label">{label}</p>
      <p className="stage-project">{turn.projectName}</p>
      <p className="stage-by">{turn.organisationName}</p>
    </div>
  );
}
