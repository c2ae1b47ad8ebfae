import type { Rulebook } from '../../../api/index.js';
import { pointerOf, type Path } from './paths.js';

type Grounds = Rulebook['basis'];

/**
 * The grounds after the rows of a list have moved: what was said of a row goes with it, and what was said of a removed row goes too.
 * @param order for each row of the new list its index in the old one, or null for a new row
 */
export function movedGrounds(basis: Grounds | undefined, list: Path, order: readonly (number | null)[]): Grounds {
  const start = `${pointerOf(list)}/`;
  const entries = Object.entries(basis ?? {}).flatMap(([pointer, ground]): [string, typeof ground][] => {
    if (!pointer.startsWith(start)) return [[pointer, ground]];
    const [index = '', ...rest] = pointer.slice(start.length).split('/');
    const to = order.indexOf(Number(index));
    return to === -1 ? [] : [[start + [String(to), ...rest].join('/'), ground]];
  });
  return Object.fromEntries(entries);
}

/** The grounds after one row has gone from its list to a place in another; those behind it in its own list move up. */
export function carriedGrounds(basis: Grounds | undefined, from: Path, index: number, to: Path): Grounds {
  const own = pointerOf([...from, String(index)]);
  const carried = Object.entries(basis ?? {}).flatMap(([pointer, ground]): [string, typeof ground][] =>
    pointer === own || pointer.startsWith(`${own}/`) ? [[pointerOf(to) + pointer.slice(own.length), ground]] : [],
  );
  const furthest = Object.keys(basis ?? {}).map((pointer) => Number(pointer.slice(pointerOf(from).length + 1).split('/')[0])).filter(Number.isInteger);
  const rows = Array.from({ length: Math.max(index, ...furthest) + 1 }, (_, row) => row).filter((row) => row !== index);
  return { ...movedGrounds(basis, from, rows), ...Object.fromEntries(carried) };
}
