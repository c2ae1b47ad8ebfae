import { Client } from 'pg';
import { createTestDatabase, type TestDatabase } from '../../test/support/database.js';
import { SYSTEM } from '#libs/access';
import { openTrail, type Trail } from './audit.fixture.js';
import { verifyConsistency, verifyInclusion } from './verify-proof.js';

describe('the audit trail', () => {
  let database: TestDatabase;
  let at: Trail;

  beforeEach(async () => {
    database = await createTestDatabase();
    at = await openTrail(database.appUrl);
  });
  afterEach(async () => {
    await at?.source.destroy();
    await database?.drop();
  });
  const event = { action: 'thing.done', subject: { kind: 'thing', id: 't0' }, actor: SYSTEM, facts: {} };

  it('records inside a transaction only', async () => {
    await expect(at.trail.record(event)).rejects.toThrow(/open transaction/);
  });

  it('keeps nothing of an act that rolls back', async () => {
    await expect(at.tx.run(async () => {
      await at.trail.record(event);
      throw new Error('no');
    })).rejects.toThrow('no');
    expect(await at.seal.run()).toBe(0);
  });

  it('takes the act back when its record cannot be written', async () => {
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    await owner.query(`alter table audit_leaf add check (action <> 'thing.done')`);
    await owner.end();
    const open = `insert into ledger_account (id, code, name, kind) values (gen_random_uuid(), 'fund:lost', 'x', 'asset')`;
    await expect(at.tx.run(async () => {
      await at.tx.manager.query(open);
      await at.trail.record(event);
    })).rejects.toMatchObject({ code: '23514' });
    expect(await at.source.query(`select 1 from ledger_account where code = 'fund:lost'`)).toEqual([]);
  });

  it.each([{ n: NaN }, { n: 5n }, { text: 'a\0b' }, { text: '\ud800' }])('refuses facts that cannot be kept exactly: %p', async (facts) => {
    await expect(at.tx.run(() => at.trail.record({ ...event, facts }))).rejects.toThrow(TypeError);
  });

  it('tells what is on record about a subject, page by page', async () => {
    await at.act(7);
    const first = await at.trail.of({ kind: 'thing', id: 't0' }, { limit: 2 });
    const second = await at.trail.of({ kind: 'thing', id: 't0' }, { limit: 2, after: first.next! });
    expect([...first.items, ...second.items].map(({ facts }) => (facts as { z: number }).z)).toEqual([0, 3, 6]);
    expect(second.next).toBeUndefined();
  });

  it('is empty at first', async () => {
    expect(await at.proofs.head()).toEqual({
      size: 0, root: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855', chainHash: '00'.repeat(32),
    });
    expect(await at.seal.run()).toBe(0);
  });

  it('seals in the order of insertion, without gaps, and proves every leaf and every growth', async () => {
    const ids: string[] = [];
    const heads = [await at.proofs.head()];
    for (const count of [1, 2, 5, 9, 20]) {
      ids.push(...(await at.act(count)));
      expect(await at.seal.run()).toBe(count);
      heads.push(await at.proofs.head());
    }
    const head = heads.at(-1)!;
    expect(head.size).toBe(37);
    const sealed = await at.source.query<{ leaf_id: string }[]>('select leaf_id from audit_seal order by index');
    expect(sealed.map((row) => row.leaf_id)).toEqual(ids);
    for (const id of ids) expect(verifyInclusion(await at.proofs.inclusion(id), head.root)).toBe(true);
    expect(verifyInclusion(await at.proofs.inclusion(ids[4]!, heads[3]!.size), heads[3]!.root)).toBe(true);
    for (const earlier of heads) {
      expect(await at.proofs.head(earlier.size)).toEqual(earlier);
      expect(verifyConsistency(await at.proofs.consistency(earlier.size, head.size), earlier.root, head.root)).toBe(true);
    }
    expect(await at.broken()).toEqual([]);
  });

  it('refuses proofs about what is not sealed', async () => {
    const [id] = await at.act(1);
    await expect(at.proofs.inclusion(id!)).rejects.toMatchObject({ kind: 'absent', code: 'audit_leaf_unsealed' });
    await at.seal.run();
    const { proofs } = at;
    const asks = [
      () => proofs.head(2), () => proofs.head(-1), () => proofs.head(0.5), () => proofs.inclusion(id!, 0),
      () => proofs.consistency(0, 2), () => proofs.consistency(-1, 1), () => proofs.consistency(0.5, 1),
    ];
    for (const ask of asks) {
      await expect(ask()).rejects.toMatchObject({ kind: 'invalid', code: 'audit_size_unknown' });
    }
  });

  it('numbers each leaf once while many record and many seal, and gives a late commit a later number', async () => {
    let commit = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (commit = resolve));
    let late = '';
    let recorded = (): void => undefined;
    const isRecorded = new Promise<void>((resolve) => (recorded = resolve));
    const slow = at.tx.run(async () => {
      late = await at.trail.record(event);
      recorded();
      await waiting;
    });
    await isRecorded;
    const writers = Array.from({ length: 6 }, () => at.act(10));
    await Promise.all([...writers, ...Array.from({ length: 6 }, () => at.seal.run())]);
    await at.seal.run();
    expect((await at.proofs.head()).size).toBe(60);
    commit();
    await slow;
    await at.seal.run();
    expect((await at.proofs.inclusion(late)).index).toBe(60);
    expect(await at.broken()).toEqual([]);
  });

  it('seals more than one batch', async () => {
    await at.source.query(`insert into audit_leaf (id, at, actor_id, action, subject_kind, subject_id, facts, salt, content_hash)
      select uuidv7(), now(), gen_random_uuid(), 'x', 'x', 'x', '{}', sha256(n::text::bytea), sha256(n::text::bytea) from generate_series(1, 4500) n`);
    expect(await at.seal.run()).toBe(4500);
    expect(await at.broken()).toEqual([]);
  });

  it('finds the leaf of a machine whose clock was days behind when it is asked to look at everything', async () => {
    await at.act(1);
    await at.seal.run();
    await at.source.query(`insert into audit_leaf (id, at, actor_id, action, subject_kind, subject_id, facts, salt, content_hash)
      values (uuidv7(interval '-3 days'), now(), gen_random_uuid(), 'x', 'x', 'x', '{}', sha256('a'), sha256('a'))`);
    expect(await at.seal.run()).toBe(0);
    expect(await at.broken()).toEqual(['no leaf has been passed over by the sealing']);
    expect(await at.seal.run({ everything: true })).toBe(1);
    expect(await at.broken()).toEqual([]);
  });

  it.each(['audit_leaf', 'audit_seal', 'audit_node'])('lets the application neither change, delete nor truncate %s', async (table) => {
    const column = table === 'audit_leaf' ? `action = 'x'` : 'index = 0';
    for (const sql of [`update ${table} set ${column}`, `delete from ${table}`, `truncate ${table} cascade`, `alter table ${table} add x int`]) {
      await expect(at.source.query(sql)).rejects.toMatchObject({ driverError: { code: '42501' } });
    }
  });

  it('finds a broken seal, one invariant for each way of breaking it', async () => {
    await at.act(6);
    await at.seal.run();
    const owner = new Client({ connectionString: database.ownerUrl });
    await owner.connect();
    const zeros = `decode(repeat('00', 32), 'hex')`;
    const ways: [string, string][] = [
      [`update audit_leaf set content_hash = ${zeros} where seq = 3`, 'a seal holds the hash of its leaf'],
      [`update audit_seal set chain_hash = ${zeros} where index = 2`, 'every link of the chain follows from the one before'],
      [`update audit_seal set index = 9 where index = 5`, 'seals are numbered from 0 without a gap'],
      [`update audit_node set hash = ${zeros} where level = 2`, 'every node of the tree is the hash of the two below it'],
      ['delete from audit_node where level = 2', 'the tree has every complete node and no other'],
    ];
    for (const [sql, name] of ways) {
      await owner.query('create table kept_leaf as table audit_leaf; create table kept_seal as table audit_seal; create table kept_node as table audit_node');
      await owner.query(sql);
      expect(await at.broken()).toContain(name);
      await owner.query(`truncate audit_node, audit_seal, audit_leaf;
        insert into audit_leaf overriding system value table kept_leaf; insert into audit_seal table kept_seal;
        insert into audit_node table kept_node; drop table kept_leaf, kept_seal, kept_node`);
      expect(await at.broken()).toEqual([]);
    }
    await owner.end();
  });
});
