import { Icon, type IconName } from './icon.js';
import { TONE_ICON, type Tone } from './tone.js';

export interface StatusMarkProps {
  /** The status in the reader's language, from the one vocabulary of its object. */
  readonly word: string;
  readonly tone: Tone;
  readonly icon?: IconName;
}

export function StatusMark({ word, tone, icon }: StatusMarkProps) {
  return (
    <span className={`status-mark tone-${tone}`}>
      <Icon name={icon ?? TONE_ICON[tone]} />
      <span className="mark-word">{word}</span>
    </span>
  );
}
