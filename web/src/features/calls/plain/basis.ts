import type { Rulebook } from '../../../api/index.js';

export type Basis = Rulebook['basis'][string];

/** What the value at a JSON Pointer rests on: the entry there or the nearest above it. */
export function basisOf({ basis }: Pick<Rulebook, 'basis'>, pointer: string): Basis | null {
  for (let above = pointer; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
    const entry = basis[above];
    if (entry !== undefined) return entry;
  }
  return null;
}
