import type { ConsoleTurnView } from '../../../api/index.js';
import { useSay, useServerNow, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';

/** The phase and its time left, large; beyond the end it counts up in red. */
export function ConsoleClock({ turn, warningSeconds }: { readonly turn: ConsoleTurnView; readonly warningSeconds: number }) {
  const say = useSay();
  const t = useTexts(texts);
  const now = useServerNow(250);
  const left = turn.phaseEndsAt ? Math.ceil((new Date(turn.phaseEndsAt).getTime() - now) / 1000) : 0;
  const tone = left < 0 ? 'late' : left <= warningSeconds ? 'waiting' : 'calm';
  const seconds = Math.abs(left);
  return (
    <div className={`console-clock tone-${tone}`}>
      <p className="phase">{say(turn.label)}</p>
      <p className="time figures" role="timer">
        {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, '0')}
      </p>
      <p>
        {left < 0 ? t('time_over') : t('time_left')}
        {turn.overrunSeconds > 0 ? ` · ${t('overrun', { seconds: turn.overrunSeconds })}` : ''}
      </p>
    </div>
  );
}
