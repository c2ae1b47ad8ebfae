import { TextAreaField, TextField, useMarks, useSay, useTexts } from '../../../ui/index.js';
import { texts } from '../texts.js';
import type { EvaluationDraft } from './evaluation-draft.js';
import type { Grid } from './grid-types.js';

interface GridExtrasProps {
  readonly grid: Grid;
  readonly draft: EvaluationDraft;
  readonly onDraft: (change: Partial<EvaluationDraft>) => void;
}

/** Bonus, vetoes and the opinion in words. */
export function GridExtras({ grid, draft, onDraft }: GridExtrasProps) {
  const marks = useMarks();
  const t = useTexts(texts);
  const say = useSay();
  const toggle = (key: string) => onDraft({ vetoes: draft.vetoes.includes(key) ? draft.vetoes.filter((one) => one !== key) : [...draft.vetoes, key] });
  return (
    <>
      {grid.bonusMax > 0 ? (
        <section className="grid-dimension" style={{ maxWidth: 240 }}>
          <TextField label={t('bonus_field', { max: grid.bonusMax })} inputMode="decimal" value={draft.bonus} onChange={(event) => onDraft({ bonus: event.target.value })} />
        </section>
      ) : null}
      {grid.vetoes.length > 0 ? (
        <fieldset className="grid-dimension veto-list">
          <legend>{t('vetoes')}</legend>
          {grid.vetoes.map(({ key, text, effect }) => (
            <label key={key} className="tick-line">
              <input type="checkbox" checked={draft.vetoes.includes(key)} onChange={() => toggle(key)} />
              <span>
                {say(text)}<span className="quiet">{marks.aside(t(`veto_${effect}`))}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <section className="grid-dimension">
        <TextAreaField label={t('opinion')} rows={6} maxLength={5000} hint={t('kept_here')} value={draft.opinion} onChange={(event) => onDraft({ opinion: event.target.value })} />
      </section>
    </>
  );
}
