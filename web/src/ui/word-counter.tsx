import { countCharacters } from './count-characters.js';
import { Icon } from './icon.js';
import { useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';
import type { Tone } from './tone.js';

export interface WordCounterProps {
  readonly text: string;
  readonly limit: number;
  /** So many 字 over the limit are still let through; beyond them submission (never saving) is blocked. */
  readonly margin?: number;
}

export function WordCounter({ text, limit, margin = 0 }: WordCounterProps) {
  const t = useTexts(uiTexts);
  const count = countCharacters(text);
  const over = count - limit;
  const blocks = over > margin;
  const tone: Tone = over <= 0 ? 'quiet' : blocks ? 'late' : 'waiting';
  return (
    <span className={`counter tone-${tone}`}>
      {over > 0 ? <Icon name="alert" /> : null}
      {t('words', { count, limit })}
      {over > 0 ? ` · ${t('words_over', { over })}` : ''}
      {over > 0 && blocks ? ` · ${t('words_blocks')}` : ''}
    </span>
  );
}
