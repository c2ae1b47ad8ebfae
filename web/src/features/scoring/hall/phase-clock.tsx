import type { HallTurnView } from '../../../api/index.js';
import { Icon, useSay, useServerNow, useTexts } from '../../../ui/index.js';
import { hallTexts } from './hall-texts.js';

interface PhaseClockProps {
  readonly turn: Pick<HallTurnView, 'label' | 'phaseEndsAt'>;
  readonly warningSeconds: number;
}

/** The phase and its time left by the server's clock: amber near the end, brick beyond it. */
export function PhaseClock({ turn, warningSeconds }: PhaseClockProps) {
  const say = useSay();
  const t = useTexts(hallTexts);
  const now = useServerNow(250);
  const left = turn.phaseEndsAt ? Math.ceil((new Date(turn.phaseEndsAt).getTime() - now) / 1000) : null;
  const tone = left === null ? 'calm' : left < 0 ? 'late' : left <= warningSeconds ? 'waiting' : 'calm';
  return (
    <p className={`phase-clock tone-${tone}`}>
      <span className="phase">{say(turn.label)}</span>
      {left === null ? null : (
        <span className="clock figures" role="timer">
          <Icon name={left < 0 ? 'alert' : 'clock'} />
          <span className="visually-hidden">{left < 0 ? t('over') : t('remaining')}</span>
          {clockOf(left)}
        </span>
      )}
    </p>
  );
}

/** `7:05`, beyond the end `+0:12`. */
function clockOf(left: number): string {
  const seconds = Math.abs(left);
  return `${left < 0 ? '+' : ''}${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
