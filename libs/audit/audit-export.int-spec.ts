import { execFile } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { openTrail, type Trail } from './audit.fixture.js';
import { canonicalJson } from '#libs/canonical-json';
import { chainHash, leafHash } from './merkle.js';

const VERIFIER = join(process.cwd(), 'scripts/verify-audit.mjs');

interface Row {
  type: string;
  index: number;
  leaf: { action: string; facts: { z: number } };
  leafHash: string;
  previous: string;
  chainHash: string;
}

describe('the verifier of an exported trail', () => {
  let folder: string;
  let database: TestDatabase;
  let at: Trail;
  let heads: object[];
  let headLine: string;
  let rows: Row[];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trail-'));
    database = await createTestDatabase();
    at = await openTrail(database.appUrl);
    await at.act(8);
    await at.seal.run();
    heads = [await at.proofs.head()];
    await at.act(12);
    await at.seal.run();
    heads.push(await at.exporter.run(createWriteStream(join(folder, 'trail.ndjson'))));
    const lines = (await readFile(join(folder, 'trail.ndjson'), 'utf8')).trimEnd().split('\n');
    headLine = lines[0]!;
    rows = lines.slice(1).map((line) => JSON.parse(line) as Row);
  });
  afterAll(async () => {
    await at?.source.destroy();
    await database?.drop();
    await rm(folder, { recursive: true, force: true });
  });

  /** Answers the exit code and the first word of the finding with its first number. */
  async function verify(forged: Row[], kept: object[] | undefined = heads.slice(-1), firstLine = headLine): Promise<[number, string, number | undefined]> {
    const trail = join(folder, 'forged.ndjson');
    const keptFile = join(folder, 'heads.ndjson');
    await writeFile(trail, [firstLine, ...forged.map((row) => JSON.stringify(row)), ''].join('\n'));
    await writeFile(keptFile, kept.map((head) => JSON.stringify(head)).join('\n'));
    return new Promise((resolve) => {
      execFile(process.execPath, [VERIFIER, trail, ...(kept.length > 0 ? [keptFile] : [])], { cwd: folder }, (error, out) => {
        const [, kind, row] = /^(\w+): \D*(\d+)/m.exec(out) ?? [];
        resolve([error ? Number(error.code) : 0, kind ?? '', row === undefined ? undefined : Number(row)]);
      });
    });
  }
  const forge = (change: (copy: Row[]) => void): Row[] => {
    const copy = structuredClone(rows);
    change(copy);
    return copy;
  };
  const renumber = (list: Row[]) => list.forEach((row, index) => (row.index = index));
  /** Gives a row, and with `all` every later one, hashes that fit its content. */
  function rehash(list: Row[], from: number, all: boolean): void {
    for (let index = from; index < (all ? list.length : from + 1); index += 1) {
      const row = list[index]!;
      row.previous = list[index - 1]?.chainHash ?? '00'.repeat(32);
      row.leafHash = leafHash(canonicalJson(row.leaf)).toString('hex');
      row.chainHash = chainHash(Buffer.from(row.previous, 'hex'), Buffer.from(row.leafHash, 'hex')).toString('hex');
    }
  }

  it('finds an untouched trail whole', async () => {
    expect(await verify(rows)).toEqual([0, 'whole', 20]);
    expect(await verify(rows, heads)).toEqual([0, 'whole', 20]);
    expect(await verify(rows, [])).toEqual([0, 'whole', 20]);
    expect(await verify([], [], JSON.stringify({ type: 'head', size: 0, root: createHash('sha256').digest('hex'), chainHash: '00'.repeat(32) }))).toEqual([0, 'whole', 0]);
  });

  const places = [0, 7, 18, 19];

  it.each(places)('names row %i when it was changed', async (n) => {
    expect(await verify(forge((copy) => (copy[n]!.leaf.facts.z += 1)))).toEqual([1, 'changed', n]);
    expect(await verify(forge((copy) => (copy[n]!.leafHash = 'ab'.repeat(32))))).toEqual([1, 'changed', n]);
    expect(await verify(forge((copy) => (copy[n]!.chainHash = 'ab'.repeat(32))))).toEqual([1, 'changed', n]);
    expect(await verify(forge((copy) => (copy[n]!.index = 99)))).toEqual([1, 'changed', n]);
  });

  it.each(places.slice(0, -1))('names row %i when it was changed and given fresh hashes', async (n) => {
    expect(await verify(forge((copy) => {
      copy[n]!.leaf.action = 'thing.forged';
      rehash(copy, n, false);
    }))).toEqual([1, 'changed', n]);
  });

  it.each(places.slice(0, -1))('names row %i when it was deleted', async (n) => {
    expect(await verify(forge((copy) => copy.splice(n, 1)))).toEqual([1, 'deleted', n]);
    expect(await verify(forge((copy) => {
      copy.splice(n, 1);
      renumber(copy);
    }))).toEqual([1, 'deleted', n]);
  });

  it.each(places)('names row %i when it was inserted', async (n) => {
    const extra = (copy: Row[]): Row => ({ ...structuredClone(copy[n]!), leaf: { action: 'thing.forged', facts: { z: -1 } } });
    expect(await verify(forge((copy) => copy.splice(n, 0, extra(copy))))).toEqual([1, 'inserted', n]);
    expect(await verify(forge((copy) => copy.splice(n, 0, structuredClone(copy[(n + 5) % 20]!))))).toEqual([1, 'inserted', n]);
    expect(await verify(forge((copy) => {
      copy.splice(n, 0, extra(copy));
      rehash(copy, n, false);
      renumber(copy);
    }))).toEqual([1, 'inserted', n]);
  });

  it.each([[0, 1], [1, 2], [3, 17], [7, 8], [18, 19], [0, 19]])('names the first of rows %i and %i when they changed places', async (a, b) => {
    const swapped = forge((copy) => ([copy[a], copy[b]] = [copy[b]!, copy[a]!]));
    expect(await verify(swapped)).toEqual([1, 'reordered', a]);
    renumber(swapped);
    expect(await verify(swapped)).toEqual([1, 'reordered', a]);
  });

  it.each([0, 1, 8, 19])('names the first row that is missing when %i are left', async (left) => {
    expect(await verify(rows.slice(0, left))).toEqual([1, 'truncated', left]);
    expect(await verify(rows.slice(0, left), [])).toEqual([1, 'truncated', left]);
  });

  it('sees a trail rebuilt with fresh hashes by the heads that were kept, and narrows it down by them', async () => {
    const rebuilt = forge((copy) => {
      copy[13]!.leaf.facts.z += 1;
      rehash(copy, 13, true);
    });
    expect(await verify(rebuilt)).toEqual([1, 'rebuilt', 0]);
    expect(await verify(rebuilt, heads)).toEqual([1, 'rebuilt', 8]);
  });

  it('says that it cannot read what is no trail', async () => {
    expect((await verify(rows, undefined, '{'))[0]).toBe(2);
  });
});
