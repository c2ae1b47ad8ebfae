import { useEditor, useField } from '../editor-context.js';
import { FieldFrame } from './field-frame.js';
import type { LeafProps } from './leaf-fields.js';
import { useTold, type TermValue } from './words.js';

/** So many working or calendar days, the first counted or not. */
export function TermField({ path, name }: LeafProps) {
  const t = useTold();
  const { readOnly } = useEditor();
  const [value, set] = useField(path);
  const term = (value ?? { days: 1, unit: 'working' }) as TermValue;
  const change = (patch: Partial<TermValue>) => set({ ...term, ...patch });
  return (
    <FieldFrame path={path} {...(name === undefined ? {} : { name })}>
      {(input) => (
        <span className="term">
          <input {...input} className="input tiny figures" inputMode="numeric" readOnly={readOnly} value={Number.isFinite(term.days) ? term.days : ''} onChange={(event) => change({ days: Number(event.target.value.replace(/\D/g, '')) })} />
          <select className="input unit-choice" aria-label={t('unit_of_term')} disabled={readOnly} value={term.unit} onChange={(event) => change({ unit: event.target.value as TermValue['unit'] })}>
            <option value="working">{t('working')}</option>
            <option value="calendar">{t('calendar')}</option>
          </select>
          <label className="tick">
            <input type="checkbox" disabled={readOnly} checked={term.countFirstDay ?? false} onChange={(event) => change({ countFirstDay: event.target.checked })} />
            {t('first_day')}
          </label>
        </span>
      )}
    </FieldFrame>
  );
}
