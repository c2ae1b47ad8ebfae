import { say, tell, type Sentence } from '#libs/errors';
import { fen, formatFen } from '#libs/money';

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;
const BEIJING = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false });

/** Puts the facts in place as people write them: instants in Beijing time, sums of fen (named `…Fen`) in yuan. */
export function inWords(sentence: Sentence, facts: Record<string, unknown>): Sentence {
  const shown = Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, shownAs(name, value)]));
  return say(tell(sentence, shown, 'zh'), tell(sentence, shown, 'en'));
}

function shownAs(name: string, value: unknown): unknown {
  if (typeof value === 'string' && INSTANT.test(value)) return BEIJING.format(new Date(value)).replaceAll('/', '-');
  return name.endsWith('Fen') && Number.isSafeInteger(value) ? formatFen(fen(value as number)) : value;
}
