import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { consistencyRanges, cover, EMPTY_ROOT, fold, inclusionRanges, leafHash, nodeHash, RightEdge, type Range } from './merkle.js';
import { verifyConsistency, verifyInclusion } from './verify-proof.js';

const LARGEST = 64;
const leaves = Array.from({ length: LARGEST }, (_, at) => leafHash(`leaf ${at}`));
const hex = (hash: Uint8Array) => Buffer.from(hash).toString('hex');

/** RFC 6962, 2.1, word for word: slow and plainly right. */
function treeHash(list: readonly Buffer[]): Buffer {
  if (list.length === 0) return createHash('sha256').digest();
  if (list.length === 1) return list[0]!;
  let k = 1;
  while (k * 2 < list.length) k *= 2;
  return nodeHash(treeHash(list.slice(0, k)), treeHash(list.slice(k)));
}

const root = (size: number) => hex(treeHash(leaves.slice(0, size)));

/** Reads complete subtrees only, as the database does. */
const read = (range: Range) =>
  hex(fold(cover(range).map(({ level, index }) => treeHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level)))));

const inclusion = (index: number, size: number) => ({
  index, size, leafHash: hex(leaves[index]!), path: inclusionRanges(index, size).map(read),
});
const consistency = (first: number, second: number) => ({ first, second, path: consistencyRanges(first, second).map(read) });
const flip = (text: string) => (text.startsWith('0') ? '1' : '0') + text.slice(1);

describe('the tree', () => {
  it('has the hashes that RFC 6962 gives to known input', () => {
    expect(hex(EMPTY_ROOT)).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
    expect(hex(leafHash(''))).toBe('6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d');
    const [a, b, c] = ['a', 'b', 'c'].map(leafHash) as [Buffer, Buffer, Buffer];
    const plain = (...parts: (Buffer | number[])[]) => createHash('sha256').update(Buffer.concat(parts.map((p) => Buffer.from(p)))).digest();
    expect(treeHash([a, b, c])).toEqual(plain([1], plain([1], plain([0], Buffer.from('a')), plain([0], Buffer.from('b'))), plain([0], Buffer.from('c'))));
  });

  it('grows along its right edge to the same root, and names every complete subtree once', () => {
    const edge = new RightEdge([], 0);
    const nodes = new Map<string, string>();
    leaves.forEach((leaf, at) => {
      expect(edge.size).toBe(at);
      for (const { level, index, hash } of edge.append(leaf)) {
        expect(nodes.has(`${level}/${index}`)).toBe(false);
        nodes.set(`${level}/${index}`, hex(hash));
        expect(hex(hash)).toBe(hex(treeHash(leaves.slice(index * 2 ** level, (index + 1) * 2 ** level))));
      }
      expect(hex(edge.root)).toBe(root(at + 1));
    });
    expect(nodes.size).toBe(LARGEST - 1);
  });

  it('reads no more nodes for a proof than the square of its height', () => {
    const size = 2 ** 40 - 1;
    for (const index of [0, 1, 2 ** 39, size - 1]) {
      const ranges = inclusionRanges(index, size);
      expect(ranges.length).toBeLessThanOrEqual(40);
      expect(ranges.flatMap(cover).length).toBeLessThanOrEqual(80);
    }
  });
});

describe('a proof of inclusion', () => {
  it('leads every leaf of every tree of up to 64 leaves to the root', () => {
    for (let size = 1; size <= LARGEST; size += 1) {
      for (let index = 0; index < size; index += 1) expect(verifyInclusion(inclusion(index, size), root(size))).toBe(true);
    }
  });

  it('fails once anything in it is changed', () => {
    const place = fc.integer({ min: 2, max: LARGEST }).chain((size) => fc.tuple(fc.constant(size), fc.nat({ max: size - 1 })));
    fc.assert(fc.property(place, fc.nat(), ([size, index], which) => {
      const proof = inclusion(index, size);
      const at = which % proof.path.length;
      const wrong = [
        { ...proof, leafHash: flip(proof.leafHash) },
        { ...proof, path: proof.path.with(at, flip(proof.path[at]!)) },
        { ...proof, path: proof.path.toSpliced(at, 1) },
        { ...proof, path: [...proof.path, proof.leafHash] },
        { ...proof, index: size },
        { ...proof, index: -1 },
        { ...proof, leafHash: hex(leaves[(index + 1) % size]!) },
      ];
      for (const forged of wrong) expect(verifyInclusion(forged, root(size))).toBe(false);
      expect(verifyInclusion(proof, root(size - 1))).toBe(false);
    }));
  });
});

describe('a proof of consistency', () => {
  it('holds between any two trees of up to 64 leaves', () => {
    for (let second = 0; second <= LARGEST; second += 1) {
      for (let first = 0; first <= second; first += 1) {
        expect(verifyConsistency(consistency(first, second), root(first), root(second))).toBe(true);
      }
    }
  });

  it('fails once anything in it is changed', () => {
    const place = fc.integer({ min: 2, max: LARGEST }).chain((second) => fc.tuple(fc.constant(second), fc.integer({ min: 1, max: second - 1 })));
    fc.assert(fc.property(place, fc.nat(), ([second, first], which) => {
      const proof = consistency(first, second);
      const at = which % proof.path.length;
      const verify = (forged: typeof proof) => verifyConsistency(forged, root(first), root(second));
      expect(verify({ ...proof, path: proof.path.with(at, flip(proof.path[at]!)) })).toBe(false);
      expect(verify({ ...proof, path: proof.path.toSpliced(at, 1) })).toBe(false);
      expect(verify({ ...proof, path: [...proof.path, root(first)] })).toBe(false);
      expect(verifyConsistency(proof, flip(root(first)), root(second))).toBe(false);
      expect(verifyConsistency(proof, root(first), flip(root(second)))).toBe(false);
      expect(verifyConsistency({ ...proof, first: second + 1 }, root(first), root(second))).toBe(false);
    }));
  });

  it('says nothing for trees that share no beginning', () => {
    const other = hex(treeHash(leaves.slice(1, 9)));
    expect(verifyConsistency({ first: 8, second: 8, path: [] }, root(8), other)).toBe(false);
    expect(verifyConsistency(consistency(8, 20), other, root(20))).toBe(false);
    expect(verifyConsistency({ first: 5, second: 9, path: [] }, root(5), root(9))).toBe(false);
  });
});
