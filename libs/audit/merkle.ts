import { createHash } from 'node:crypto';

const LEAF = Buffer.from([0]);
const NODE = Buffer.from([1]);

const sha256 = (...parts: Uint8Array[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** RFC 6962, 2.1: leaves and nodes are told apart by their first byte, so that neither passes for the other. */
export const leafHash = (content: string): Buffer => sha256(LEAF, Buffer.from(content, 'utf8'));
export const nodeHash = (left: Uint8Array, right: Uint8Array): Buffer => sha256(NODE, left, right);

/** The link of the chain: it fixes the order, one row after another. */
export const chainHash = (previous: Uint8Array, leaf: Uint8Array): Buffer => sha256(previous, leaf);

export const EMPTY_ROOT = sha256();
export const CHAIN_START = Buffer.alloc(32);

/** The node at `index` of `level` is the root over the leaves [index · 2^level, (index + 1) · 2^level). */
export interface Position {
  level: number;
  index: number;
}

export interface SealedNode extends Position {
  hash: Buffer;
}

/** Leaves from `start` up to but without `end`; the start is a multiple of the largest power of two below the length. */
export interface Range {
  start: number;
  end: number;
}

/** The largest power of two smaller than n (n > 1): where RFC 6962 parts a tree. */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** The complete subtrees that cover a range, from left to right: as many as the length has one-bits. */
export function cover({ start, end }: Range): Position[] {
  const found: Position[] = [];
  let at = start;
  let level = Math.floor(Math.log2(Math.max(end - start, 1)));
  for (; level >= 0; level -= 1) {
    const width = 2 ** level;
    if (at + width > end) continue;
    found.push({ level, index: at / width });
    at += width;
  }
  return found;
}

/** The root over the subtrees of `cover`, in their order. */
export function fold(hashes: readonly Uint8Array[]): Buffer {
  if (hashes.length === 0) return EMPTY_ROOT;
  return Buffer.from(hashes.reduceRight((right, left) => nodeHash(left, right)));
}

/** RFC 6962, 2.1.1: what must be hashed with the leaf to arrive at the root, from the leaf upwards. */
export function inclusionRanges(index: number, size: number): Range[] {
  const found: Range[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      found.unshift({ start: middle, end });
      end = middle;
    } else {
      found.unshift({ start, end: middle });
      start = middle;
    }
  }
  return found;
}

/** RFC 6962, 2.1.2: what proves that the tree of `first` leaves is the beginning of the tree of `second` leaves. */
export function consistencyRanges(first: number, second: number): Range[] {
  if (first === 0 || first === second) return [];
  const found: Range[] = [];
  let [start, end] = [0, second];
  let whole = true;
  while (first < end) {
    const middle = start + splitPoint(end - start);
    if (first <= middle) {
      found.unshift({ start: middle, end });
      end = middle;
    } else {
      found.unshift({ start, end: middle });
      start = middle;
      whole = false;
    }
  }
  return whole ? found : [{ start, end }, ...found];
}

/** The growing right edge of a tree: enough to append leaves, and to know the root at any moment. */
export class RightEdge {
  /** @param peaks the complete subtrees over the leaves so far, from left to right */
  constructor(private readonly peaks: SealedNode[], private count: number) {}

  get size(): number {
    return this.count;
  }

  get root(): Buffer {
    return fold(this.peaks.map((peak) => peak.hash));
  }

  /** Appends a leaf and answers the nodes above it that became complete. */
  append(leaf: Buffer): SealedNode[] {
    const completed: SealedNode[] = [];
    let node: SealedNode = { level: 0, index: this.count, hash: leaf };
    while (this.peaks.at(-1)?.level === node.level) {
      const left = this.peaks.pop()!;
      node = { level: node.level + 1, index: left.index / 2, hash: nodeHash(left.hash, node.hash) };
      completed.push(node);
    }
    this.peaks.push(node);
    this.count += 1;
    return completed;
  }
}
