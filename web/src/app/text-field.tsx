import { useId, type InputHTMLAttributes, type ReactNode } from 'react';
import { Icon } from '../ui/icon.js';

interface TextFieldProps extends Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> {
  readonly label: string;
  readonly wrong?: string | undefined;
  readonly beside?: ReactNode;
}

/** A label above, a field, and below it what is wrong with it. */
export function TextField({ label, wrong, beside, className = '', ...input }: TextFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span className="password-line">
        <input id={id} className={`input ${className}`} aria-invalid={wrong ? true : undefined} aria-describedby={wrong ? `${id}-wrong` : undefined} {...input} />
        {beside}
      </span>
      {wrong ? (
        <span className="wrong" id={`${id}-wrong`}>
          <Icon name="alert" />
          {wrong}
        </span>
      ) : null}
    </div>
  );
}
