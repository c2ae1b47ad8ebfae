import type { SentenceView } from '../../../api/index.js';
import type { Pair } from '../../../ui/index.js';

export const say = (zh: string, en: string): SentenceView => ({ zh, en });

export const sayPair = ([zh, en]: Pair): SentenceView => ({ zh, en });

/** Several things in one breath: `甲、乙和丙`, `a, b and c`. */
export function listed(parts: readonly SentenceView[], last: 'and' | 'or' = 'and'): SentenceView {
  const zhLast = last === 'and' ? '和' : '或';
  const join = (words: readonly string[], comma: string, end: string) =>
    words.length < 2 ? words.join('') : `${words.slice(0, -1).join(comma)}${end}${words.at(-1)}`;
  return say(join(parts.map(({ zh }) => zh), '、', zhLast), join(parts.map(({ en }) => en), ', ', ` ${last} `));
}
