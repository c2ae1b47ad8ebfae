/** Waits for the work, and not longer than that. @returns whether it ended in that time @throws whatever it fails with in that time */
export function atMost(work: Promise<unknown>, ms: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const over = setTimeout(() => resolve(false), ms);
    work.then(() => resolve(true), reject).finally(() => clearTimeout(over));
  });
}
