/**
 * Lets people act at the same time, a few at once, and waits for all of them. The first refusal is thrown, once whoever had begun is done.
 * @template Item, Answer
 * @param {Iterable<Item>} items
 * @param {(item: Item, at: number) => Promise<Answer>} act
 * @returns {Promise<Answer[]>} in the order of the items
 */
export async function together(items, act, most = 6) {
  const waiting = [...items].entries();
  const answers = [];
  const refusals = [];
  const worker = async () => {
    for (const [at, item] of waiting) {
      if (refusals.length > 0) return;
      try {
        answers[at] = await act(item, at);
      } catch (error) {
        refusals.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: most }, worker));
  if (refusals.length > 0) throw refusals[0];
  return answers;
}
