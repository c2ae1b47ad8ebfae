import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { Icon } from './icon.js';

export interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  readonly label: string;
  readonly wrong?: string | undefined;
  readonly hint?: ReactNode;
  readonly beside?: ReactNode;
}

/** A label above, a field, below it a hint and what is wrong with it. */
export function TextField({ label, wrong, hint, beside, className = '', ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="password-line">
        <input id={id} className={`input ${className}`} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${id}-wrong` : hint ? `${id}-hint` : undefined} {...input} />
        {beside}
      </span>
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
