import type { ReachedView } from '../../../api/index.js';
import { useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import { readCount } from './draft.js';

interface ReachFieldsProps {
  readonly reach: readonly ReachedView[];
  readonly typed: Readonly<Record<string, string>>;
  readonly onType: (key: string, value: string) => void;
}

/** Planned, reported before, and reached now, side by side. */
export function ReachFields({ reach, typed, onType }: ReachFieldsProps) {
  const t = useTexts(texts);
  const say = useSay();
  return (
    <div className="table-wrap">
      <table className="sum-table stack" aria-label={t('reach')}>
        <ReachHead />
        <tbody>
          {reach.map(({ key, label, planned, before }) => {
            const value = typed[key] ?? '';
            const wrong = value.trim() !== '' && readCount(value) === null;
            return (
              <tr key={key}>
                <th scope="row">{say(label)}</th>
                <td className="right" data-label={t('planned')}>{planned ?? '–'}</td>
                <td className="right" data-label={t('before')}>{before ?? '–'}</td>
                <td className="right" data-label={t('reached')}>
                  <span>
                  <input className="input" inputMode="numeric" aria-label={t('reached_of', { label: say(label) })} aria-invalid={wrong || undefined} value={value} onChange={(event) => onType(key, event.target.value)} />
                  {wrong ? <span className="cell-wrong">{t('wrong_number')}</span> : null}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

export function ReachHead() {
  const t = useTexts(texts);
  return (
    <thead>
      <tr>
        <th scope="col">{t('figure')}</th>
        <th scope="col" className="right">{t('planned')}</th>
        <th scope="col" className="right">{t('before')}</th>
        <th scope="col" className="right">{t('reached')}</th>
      </tr>
    </thead>
  );
}
