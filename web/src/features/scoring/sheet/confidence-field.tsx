import { useTexts } from '../../../ui/index.js';
import { sheetTexts } from './sheet-texts.js';

const LEVELS = [1, 2, 3] as const;

/** How sure she is of the whole sheet: told beside the score, never counted. A second tap takes the answer back only while nothing was kept. */
export function ConfidenceField({ value, locked, onChange }: { readonly value: number | null; readonly locked: boolean; readonly onChange: (level: number) => void }) {
  const t = useTexts(sheetTexts);
  const given = LEVELS.find((level) => level === value);
  if (locked) return given ? <p className="quiet">{t('confidence_given', { level: t(`confidence_${given}`) })}</p> : null;
  return (
    <fieldset className="confidence">
      <legend>{t('confidence')}</legend>
      <div className="confidence-levels">
        {LEVELS.map((level) => (
          <label key={level} className={value === level ? 'chosen' : ''}>
            <input type="radio" name="confidence" checked={value === level} onChange={() => onChange(level)} />
            {t(`confidence_${level}`)}
          </label>
        ))}
      </div>
      <p className="quiet">{t('confidence_what')}</p>
    </fieldset>
  );
}
