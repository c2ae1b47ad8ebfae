import { say, tell, type Sentence } from '#libs/errors';
import type { Rulebook } from '#modules/calls';
import type { Reason } from '../domain/allocation/allocation.js';

/** The engine knows a category by its key; people read its title. */
export function titled(reason: Reason, { categories }: Rulebook): Reason {
  const title = categories.find(({ key }) => key === reason.facts['category'])?.title;
  return title ? { ...reason, facts: { ...reason.facts, category: title } } : reason;
}

/** The sentence of a reason with its facts in place. */
export function inWords(reason: Reason, rulebook: Rulebook): Sentence {
  const { sentence, facts } = titled(reason, rulebook);
  return say(tell(sentence, facts, 'zh'), tell(sentence, facts, 'en'));
}
