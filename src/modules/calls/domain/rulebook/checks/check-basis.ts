import { basisOf } from '../basis-of.js';
import { parameters } from '../parameters.js';
import type { Basis, Pointer, Rulebook, Source } from '../rulebook.js';
import { problem } from './problem-catalogue.js';
import type { Problems } from './problem-catalogue.js';

const nothing = Symbol('no such place');

function child(node: unknown, name: string): unknown {
  const inside = typeof node === 'object' && node !== null && Object.hasOwn(node, name);
  return inside ? (node as Record<string, unknown>)[name] : nothing;
}

/** Resolves an RFC 6901 pointer. */
function at(book: Rulebook, pointer: Pointer): unknown {
  const names = pointer.split('/').slice(1).map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'));
  return names.reduce<unknown>(child, book);
}

/** An entry at the place or above it, or an entry for everything the place holds. */
function rests(book: Rulebook, pointer: Pointer): boolean {
  if (basisOf(book, pointer) !== null) return true;
  const node = at(book, pointer);
  const names = typeof node === 'object' && node !== null ? Object.keys(node) : [];
  return names.length > 0 && names.every((name) => rests(book, `${pointer}/${name}`));
}

function* citation(basis: Basis, sources: Map<string, Source>, path: string): Problems {
  const key = basis.kind === 'source' ? basis.ref : basis.after;
  if (key === undefined) return;
  const source = sources.get(key);
  const quotes = basis.kind === 'source' && basis.quote !== undefined;
  if (source === undefined) yield problem('unknown_source', path, { key });
  else if (source.url === null && quotes) yield problem('quote_without_address', path, { key });
}

function* entries(book: Rulebook): Problems {
  const sources = new Map(book.sources.map((source) => [source.key, source]));
  for (const [pointer, basis] of Object.entries(book.basis)) {
    const path = `basis.${pointer}`;
    const rooted = pointer.startsWith('/') && at(book, pointer) !== nothing;
    if (!rooted) yield problem('unknown_pointer', path);
    yield* citation(basis, sources, path);
  }
}

/** A programme encoded from a notice says for each parameter whether the notice states it or we assumed it. */
export function* checkBasis(book: Rulebook): Problems {
  yield* entries(book);
  if (book.origin !== 'published') return;
  for (const { id, title, pointers } of parameters) {
    for (const pointer of pointers) {
      const path = pointer.slice(1).replaceAll('/', '.');
      if (at(book, pointer) !== nothing && !rests(book, pointer)) yield problem('basis_missing', path, { parameter: title, id });
    }
  }
}
