import { createHash } from 'node:crypto';

/**
 * Draws people so that anybody can repeat it: everybody in the pool is ordered by SHA-256 of `seed|id`, and the first ones
 * are drawn. The seed is named in public before the draw, a number from that day's lottery for instance.
 */
export function drawJudges(pool: readonly string[], seed: string, count: number): string[] {
  const keyed = [...new Set(pool)].map((id) => ({ id, key: createHash('sha256').update(`${seed}|${id}`).digest('hex') }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).slice(0, count).map(({ id }) => id);
}
