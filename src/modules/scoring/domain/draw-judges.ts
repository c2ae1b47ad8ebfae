import { createHash } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Draws people so that anybody can repeat it: everybody in the pool is ordered by SHA-256 of `seed|id`, and the first ones
 * are drawn. The seed is named in public before the draw, a number from that day's lottery for instance.
 */
export function drawJudges(pool: readonly string[], seed: string, count: number): string[] {
  return orderByLot(pool, seed).slice(0, count);
}

/** Everybody by SHA-256 of `seed|id`, the lowest first. */
export function orderByLot(ids: readonly string[], seed: string): string[] {
  const keyed = [...new Set(ids)].map((id) => ({ id, key: sha256(`${seed}|${id}`) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ id }) => id);
}

/**
 * Commit and reveal: the platform fixes who is drawn among and a secret, and publishes the secret's hash; only then a public number comes out
 * that neither side can choose. The seed needs both, so neither who runs the platform nor who names the number can steer the draw. The purpose
 * keeps what was committed for one kind of draw from serving another.
 */
export const commitAndReveal = (purpose: string) => ({
  commitmentOf: (secret: string): string => sha256(`${purpose}|${secret}`),
  seedOf: (secret: string, publicValue: string): string => sha256(`${purpose}|${secret}|${publicValue.trim()}`),
});

export const { commitmentOf, seedOf } = commitAndReveal('panel-draw-v1');
