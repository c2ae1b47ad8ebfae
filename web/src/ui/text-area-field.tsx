import { useId, type TextareaHTMLAttributes } from 'react';
import { Icon } from './icon.js';

export interface TextAreaFieldProps extends Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> {
  readonly label: string;
  readonly wrong?: string | undefined;
  readonly hint?: string;
}

/** A label above, a field of several lines, below it a hint and what is wrong with it. */
export function TextAreaField({ label, wrong, hint, rows = 3, ...area }: TextAreaFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea id={id} className="input" rows={rows} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${id}-wrong` : hint ? `${id}-hint` : undefined} {...area} />
      {hint ? (
        <span className="hint" id={`${id}-hint`}>
          {hint}
        </span>
      ) : null}
      {wrong ? (
        <span className="wrong" id={`${id}-wrong`}>
          <Icon name="alert" />
          {wrong}
        </span>
      ) : null}
    </div>
  );
}
