import type { Basis, Pointer, Rulebook } from './rulebook.js';

/**
 * What the value at a pointer rests on: the entry at the place itself or the nearest above it. Null where nothing is said;
 * an entry at the root would say nothing in particular and does not count.
 */
export function basisOf(book: Pick<Rulebook, 'basis'>, pointer: Pointer): Basis | null {
  for (let above = pointer; above !== ''; above = above.slice(0, above.lastIndexOf('/'))) {
    const entry = Object.hasOwn(book.basis, above) ? book.basis[above] : undefined;
    if (entry !== undefined) return entry;
  }
  return null;
}
