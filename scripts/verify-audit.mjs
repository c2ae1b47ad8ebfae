#!/usr/bin/env node
/**
 * Verifies an exported audit trail. One file, Node alone, no network and none of the application's code:
 * an auditor must not have to trust the program whose record is examined.
 *
 *   node verify-audit.mjs trail.ndjson [heads.ndjson]
 *
 * `heads.ndjson` holds heads that were kept elsewhere (in minutes, in a public notice), one JSON value a line:
 * {"size": 1204, "root": "…", "chainHash": "…"}. Without them the file vouches for itself: a tail that was cut
 * off together with the head, or a trail that was rebuilt from the start, cannot be seen then.
 * Exit code: 0 whole, 1 tampered with, 2 not readable.
 */
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const START = '00'.repeat(32);

const sha256 = (...parts) => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};
const bytes = (hex) => Buffer.from(hex, 'hex');
const leafHash = (leaf) => sha256(Buffer.from([0]), canonicalJson(leaf)).toString('hex');
const nodeHash = (left, right) => sha256(Buffer.from([1]), left, right);
const link = (previous, leaf) => sha256(bytes(previous), bytes(leaf)).toString('hex');

/** RFC 8785: keys in the order of their UTF-16 units, no spaces, numbers and strings as ECMAScript writes them. */
function canonicalJson(value) {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const keys = Object.keys(value).sort((a, b) => (a < b ? -1 : Number(a > b)));
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`;
}

/** The root of a growing tree after RFC 6962, from its complete subtrees alone. */
class Tree {
  peaks = [];

  append(leaf) {
    let node = { level: 0, hash: bytes(leaf) };
    while (this.peaks.at(-1)?.level === node.level) {
      node = { level: node.level + 1, hash: nodeHash(this.peaks.pop().hash, node.hash) };
    }
    this.peaks.push(node);
  }

  get root() {
    if (this.peaks.length === 0) return sha256().toString('hex');
    return this.peaks.map((peak) => peak.hash).reduceRight((right, left) => nodeHash(left, right)).toString('hex');
  }
}

async function readTrail(path) {
  const heads = [];
  const rows = [];
  let number = 0;
  for await (const line of createInterface({ input: createReadStream(path), crlfDelay: Infinity })) {
    number += 1;
    if (line.trim() === '') continue;
    const value = parse(line, `${path}:${number}`);
    if (value.type === 'head') heads.push(value);
    else rows.push(toRow(value));
  }
  return { heads, rows };
}

function parse(line, place) {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`${place} 不是 JSON / is not JSON`);
  }
}

/** Keeps of a row what the comparison needs; the leaf itself is hashed and let go. */
function toRow({ index, leaf, leafHash: stated, previous, chainHash }) {
  const actual = leafHash(leaf ?? null);
  const hashes = [stated, previous, chainHash].every((hash) => typeof hash === 'string' && /^[0-9a-f]{64}$/.test(hash));
  return { index, leafHash: stated, previous, chainHash, sound: hashes && actual === stated && link(previous, stated) === chainHash };
}

/** Goes along the rows and names the first that is not as it was sealed. */
function examine(rows, heads) {
  const waiting = heads.toSorted((a, b) => a.size - b.size);
  const size = waiting.at(-1)?.size ?? 0;
  const walk = { tree: new Tree(), previous: START, trusted: 0, waiting };
  for (const [place, row] of rows.entries()) {
    // A broken link says more than a root that differs: it names the row.
    if (!isInPlace(row, place, walk.previous)) return diagnose({ rows, place, previous: walk.previous, size });
    if (!meetsHeads(walk, place)) return rebuilt(walk, place);
    walk.tree.append(row.leafHash);
    walk.previous = row.chainHash;
  }
  if (!meetsHeads(walk, rows.length)) return rebuilt(walk, rows.length);
  if (waiting.length > 0) return { kind: 'truncated', row: rows.length, last: size - 1 };
  return { kind: 'whole', rows: rows.length, trusted: walk.trusted, root: walk.tree.root };
}

const rebuilt = ({ trusted }, place) => ({ kind: 'rebuilt', row: trusted, last: place - 1 });
const isInPlace = (row, place, previous) => row.sound && row.previous === previous && row.index === place;

/** Compares with the heads of exactly this many rows, and trusts the rows up to here when they agree. */
function meetsHeads(walk, place) {
  while (walk.waiting[0]?.size === place) {
    const { root, chainHash = walk.previous } = walk.waiting.shift();
    if (root !== walk.tree.root || chainHash !== walk.previous) return false;
    walk.trusted = place;
  }
  return true;
}

/** The row at `place` is wrong there: why? */
function diagnose({ rows, place, previous, size }) {
  const row = rows[place];
  if (row.sound && row.previous === previous) return { kind: 'changed', row: place };
  const isOvertaken = rows.some((other, at) => at > place && other.sound && other.previous === previous);
  if (isOvertaken) return { kind: isMoved(rows, row) ? 'reordered' : 'inserted', row: place };
  if (!row.sound) return { kind: 'changed', row: place };
  return diagnoseLink({ rows, place, size });
}

/** The row at `place` is sound, but what it follows is not what stands before it. */
function diagnoseLink({ rows, place, size }) {
  const { previous, index } = rows[place];
  const fork = [START, ...rows.slice(0, place).map((row) => row.chainHash)].indexOf(previous);
  if (fork >= 0) return { kind: 'inserted', row: fork };
  if (index > place || rows.length < size) return { kind: 'deleted', row: place };
  // Nothing is missing: the row before was rewritten, hashes and all.
  return { kind: 'changed', row: Math.max(place - 1, 0) };
}

/** A moved row is itself genuine, follows a row of this file and is there once. */
function isMoved(rows, row) {
  const copies = rows.filter((other) => other.chainHash === row.chainHash).length;
  return row.sound && copies === 1 && (row.previous === START || rows.some((other) => other.chainHash === row.previous));
}

const SENTENCES = {
  changed: ({ row }) => [`第 ${row} 行被修改`, `row ${row} was changed`],
  deleted: ({ row }) => [`第 ${row} 行被删除`, `row ${row} was deleted`],
  inserted: ({ row }) => [`第 ${row} 行是插入的`, `row ${row} was inserted`],
  reordered: ({ row }) => [`自第 ${row} 行起顺序被调换`, `from row ${row} on the order was changed`],
  truncated: ({ row, last }) => [`第 ${row} 至 ${last} 行被截去`, `rows ${row} to ${last} were cut off`],
  rebuilt: ({ row, last }) => [`第 ${row} 至 ${last} 行之间与可信的封存值不符（整链重建）`, `rows ${row} to ${last} do not lead to the trusted head: the trail was rebuilt`],
  whole: ({ rows, trusted, root }) => [`完整：${rows} 行，其中 ${trusted} 行由封存值证明，根 ${root}`, `whole: ${rows} rows, ${trusted} of them proved by a head, root ${root}`],
};

async function main([trailPath, headsPath]) {
  if (!trailPath) throw new Error('用法 / usage: node verify-audit.mjs trail.ndjson [heads.ndjson]');
  const trail = await readTrail(trailPath);
  const kept = headsPath ? readFileSync(headsPath, 'utf8').split('\n').filter(Boolean).map((line) => parse(line, headsPath)) : [];
  if (kept.length === 0) {
    console.log('注意：没有另行保存的封存值，文件只能为自己作证。 / Note: no head was kept elsewhere; the file vouches for itself.');
  }
  const finding = examine(trail.rows, kept.length > 0 ? kept : trail.heads);
  const [zh, en] = SENTENCES[finding.kind](finding);
  console.log(`${finding.kind}: ${zh} / ${en}`);
  return finding.kind === 'whole' ? 0 : 1;
}

main(process.argv.slice(2)).then(
  (code) => (process.exitCode = code),
  (error) => {
    console.error(error.message);
    process.exitCode = 2;
  },
);
