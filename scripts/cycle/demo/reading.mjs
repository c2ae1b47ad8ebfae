import { together } from '../together.mjs';

/** Everybody reads what she was told, as people do: what has been left to her since then stays on the bell. */
export const everybodyReads = ({ accounts }) => together(accounts, ({ browser }) => browser.post('/inbox/read-all'));

/** The last time that everybody did so, among the acts of the rounds. @param {string} instant */
export async function* lastReading(cast, instant) {
  yield instant;
  await everybodyReads(cast);
}
