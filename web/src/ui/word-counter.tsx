import { Icon } from './icon.js';
import { useTexts } from './language/texts.js';
import { uiTexts } from './texts.js';
import type { Tone } from './tone.js';

export interface WordCounterProps {
  readonly text: string;
  readonly limit: number;
  /** Share over the limit that is still let through; beyond it submission (never saving) is blocked. */
  readonly margin?: number;
}

/** Characters without white space, as 字数 is counted in Chinese forms; a surrogate pair is one. */
export function countCharacters(text: string): number {
  return [...text.replace(/\s/gu, '')].length;
}

export function WordCounter({ text, limit, margin = 0 }: WordCounterProps) {
  const t = useTexts(uiTexts);
  const count = countCharacters(text);
  const over = count - limit;
  const blocks = over > limit * margin;
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
