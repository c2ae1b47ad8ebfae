import type { Sentence } from '#libs/errors';
import type { Call } from './call.js';
import { applicationStage } from './examine-rulebook.js';
import type { Rulebook } from './rulebook/rulebook.js';

/** Takes over what the lists and the clock need of a sound rulebook. */
export function adoptRulebook(call: Call, book: Rulebook): void {
  const opensAt = applicationStage(book)?.opensAt;
  call.title = book.title;
  call.opensAt = opensAt ? new Date(opensAt) : null;
  call.closesAt = new Date(book.deadline.at);
  call.graceSeconds = book.deadline.graceSeconds;
  call.categoryKeys = book.categories.map((category) => category.key);
  call.visibility = book.visibility;
}

/** Of a rulebook that is not sound yet only a title can be taken over. */
export function adoptTitle(call: Call, draft: object): void {
  const { title } = draft as { title?: Partial<Sentence> | null };
  if (typeof title?.zh === 'string' && typeof title.en === 'string') call.title = { zh: title.zh, en: title.en };
}
