import { useState } from 'react';
import type { ConsoleView } from '../../../api/index.js';
import { Icon, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { checkList, repeatDraw } from './repeat-draw.js';

type Outcome = 'same' | 'other' | 'cannot';

/** The seed, and two ways to see that the order follows from it. */
export function DrawCheck({ view }: { readonly view: Pick<ConsoleView, 'seed' | 'turns' | 'sessionId'> }) {
  const t = useTexts(texts);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const { seed, turns } = view;
  if (!seed) return null;
  const repeat = async () => {
    const drawn = await repeatDraw(seed, turns.map(({ applicationId }) => applicationId));
    if (!drawn) return setOutcome('cannot');
    setOutcome(drawn.every(({ applicationId }, at) => turns[at]?.applicationId === applicationId) ? 'same' : 'other');
  };
  return (
    <details className="draw-check">
      <summary>
        {t('drawn_with', { seed })} · {t('check')}
      </summary>
      <p>{t('check_what')}</p>
      <p className="draw-check-tools">
        <button type="button" className="button" onClick={() => void repeat()}>
          {t('check_now')}
        </button>
        <a className="button" download="draw-check.csv" href={`data:text/csv;charset=utf-8,${encodeURIComponent(checkList(view))}`}>
          <Icon name="file" /> {t('check_list')}
        </a>
      </p>
      {outcome ? (
        <p role="status" className={outcome === 'same' ? 'tone-done draw-outcome' : 'tone-waiting draw-outcome'}>
          <Icon name={outcome === 'same' ? 'check' : 'alert'} /> {outcome === 'same' ? t('check_same', { count: turns.length }) : t(outcome === 'other' ? 'check_other' : 'check_cannot')}
        </p>
      ) : null}
    </details>
  );
}
