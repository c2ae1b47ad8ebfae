import { useEffect, useId, useState } from 'react';
import { Icon } from './icon.js';
import { useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';

export interface StepperProps {
  readonly label: string;
  /** `null`: not scored yet. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly max: number;
  readonly min?: number;
  /** Halves and tenths are kept exact by counting in steps. */
  readonly step?: number;
  readonly hint?: string;
}

/** Two targets of 64 px for a thumb, and a field for those who type. */
export function Stepper({ label, value, onChange, max, min = 0, step = 1, hint }: StepperProps) {
  const t = useTexts(uiTexts);
  const field = useId();
  // A half-typed "12." is no number yet and must stay in the field.
  const [typed, setTyped] = useState(written(value));
  useEffect(() => setTyped((now) => (read(now, min, max, value) === value ? now : written(value))), [value, min, max]);
  const type = (text: string) => {
    if (!/^\d*(?:\.\d*)?$/.test(text)) return;
    const next = read(text, min, max, value);
    if (text !== '' && next === value && Number(text) !== value) return;
    setTyped(text);
    onChange(next);
  };
  const move = (direction: 1 | -1) => {
    const steps = value === null ? (direction === 1 ? Math.ceil(min / step) : Math.floor(max / step)) : Math.round(value / step) + direction;
    const next = Number((steps * step).toFixed(2));
    if (next >= min && next <= max) onChange(next);
  };
  return (
    <div>
      <div className="stepper-label">
        <label htmlFor={field}>{label}</label>
        {hint ? <span className="quiet">{hint}</span> : null}
      </div>
      <div className="stepper">
        <button type="button" aria-label={`${t('less')} ${label}`} aria-disabled={value !== null && value <= min} onClick={() => move(-1)}>
          <Icon name="minus" />
        </button>
        <span className="reading">
          <input
            id={field}
            inputMode="decimal"
            autoComplete="off"
            style={{ width: `${Math.max(2, typed.length + 0.5)}ch` }}
            value={typed}
            placeholder="–"
            onChange={(event) => type(event.target.value)}
            onBlur={() => setTyped(written(value))}
            onKeyDown={(event) => {
              if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
              event.preventDefault();
              move(event.key === 'ArrowUp' ? 1 : -1);
            }}
          />
          <span className="of">{t('of_max', { max })}</span>
        </span>
        <button type="button" aria-label={`${t('more')} ${label}`} aria-disabled={value !== null && value >= max} onClick={() => move(1)}>
          <Icon name="plus" />
        </button>
      </div>
    </div>
  );
}

function written(value: number | null): string {
  return value === null ? '' : String(value);
}

/** What was typed, or what stood there before when it is no score between the bounds. */
function read(typed: string, min: number, max: number, before: number | null): number | null {
  if (typed.trim() === '') return null;
  const number = Number(typed);
  return Number.isFinite(number) && number >= min && number <= max ? number : before;
}
