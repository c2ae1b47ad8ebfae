import { nodeHash, splitPoint } from './merkle.js';

/** What proves that a leaf is in the tree of `size` leaves with a known root. Hashes in hexadecimal. */
export interface InclusionProof {
  index: number;
  size: number;
  leafHash: string;
  path: string[];
}

/** What proves that the tree of `first` leaves is the beginning of the tree of `second` leaves. */
export interface ConsistencyProof {
  first: number;
  second: number;
  path: string[];
}

const bytes = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** RFC 6962, 2.1.1, read backwards. Whether the proof leads from the leaf to the root. */
export function verifyInclusion({ index, size, leafHash, path }: InclusionProof, root: string): boolean {
  if (index < 0 || index >= size) return false;
  return rootAbove(bytes(leafHash), index, size, path.map(bytes))?.toString('hex') === root;
}

/** The root over `size` leaves, when the path has exactly the hashes that lead there from the leaf. */
function rootAbove(leaf: Buffer, index: number, size: number, path: Buffer[]): Buffer | undefined {
  if (size === 1) return path.length === 0 ? leaf : undefined;
  const other = path.at(-1);
  const [k, rest] = [splitPoint(size), path.slice(0, -1)];
  const inner = index < k ? rootAbove(leaf, index, k, rest) : rootAbove(leaf, index - k, size - k, rest);
  if (!inner || !other) return undefined;
  return index < k ? nodeHash(inner, other) : nodeHash(other, inner);
}

interface Roots {
  first: Buffer;
  second: Buffer;
}

/** RFC 6962, 2.1.2, read backwards. Whether the second root holds the first one's leaves, unchanged and in their order. */
export function verifyConsistency({ first, second, path }: ConsistencyProof, firstRoot: string, secondRoot: string): boolean {
  if (first < 0 || first > second) return false;
  if (first === 0) return path.length === 0;
  const roots = rootsAbove(first, second, path.map(bytes), bytes(firstRoot));
  return roots?.first.toString('hex') === firstRoot && roots.second.toString('hex') === secondRoot;
}

/** Both roots over the leaves that remain; `known` is the first root as long as the first tree is complete here. */
function rootsAbove(first: number, second: number, path: Buffer[], known?: Buffer): Roots | undefined {
  const last = path.at(-1);
  if (first === second) return bottom(known ? [known, ...path] : path);
  const [k, rest] = [splitPoint(second), path.slice(0, -1)];
  const isLeft = first <= k;
  const inner = isLeft ? rootsAbove(first, k, rest, known) : rootsAbove(first - k, second - k, rest);
  if (!inner || !last) return undefined;
  return isLeft
    ? { first: inner.first, second: nodeHash(inner.second, last) }
    : { first: nodeHash(last, inner.first), second: nodeHash(last, inner.second) };
}

const bottom = (hashes: Buffer[]): Roots | undefined => (hashes.length === 1 ? { first: hashes[0]!, second: hashes[0]! } : undefined);
