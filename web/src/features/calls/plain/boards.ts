import type { Rulebook, SentenceView } from '../../../api/index.js';
import { listed, say } from './say.js';

/** For which boards something holds; null where it holds for all. */
export function boardsWords({ boards: keys }: { readonly boards?: readonly string[] }, { boards = [] }: Pick<Rulebook, 'boards'>): SentenceView | null {
  if (!keys) return null;
  const { zh, en } = listed(boards.filter(({ key }) => keys.includes(key)).map(({ title }) => title));
  return say(`仅限${zh}`, `For ${en} only`);
}
