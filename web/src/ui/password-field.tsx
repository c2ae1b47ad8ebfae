import { useState } from 'react';
import { Icon } from './icon.js';
import { useTexts } from './language/texts.js';
import { TextField } from './text-field.js';
import { uiTexts } from './texts.js';

export interface PasswordFieldProps {
  readonly label: string;
  readonly autoComplete: 'current-password' | 'new-password';
  readonly value: string;
  readonly onValue: (value: string) => void;
  readonly wrong?: string | undefined;
  readonly hint?: string;
}

/** A password that its owner may look at while typing. */
export function PasswordField({ onValue, ...field }: PasswordFieldProps) {
  const t = useTexts(uiTexts);
  const [shown, setShown] = useState(false);
  const show = (
    <button type="button" aria-pressed={shown} aria-label={t('show_password')} onClick={() => setShown(!shown)}>
      <Icon name={shown ? 'eye_off' : 'eye'} />
    </button>
  );
  return <TextField {...field} type={shown ? 'text' : 'password'} onChange={(event) => onValue(event.target.value)} beside={show} />;
}
