import { arrived, HEARD, LastHeard, Transaction } from '#libs/database';
import { CallsFacade } from '#modules/calls';
import { anOpenCall, type OpenCall } from '../../support/a-call.js';
import { bootApp, type TestApp } from '../../support/app.js';

describe('a call as of a request', () => {
  let app: TestApp;
  let call: OpenCall;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'yangzhou-2021');
  });
  afterAll(() => app?.close());

  /** As a request does that reads its session and then the call. */
  const request = () => arrived(async () => {
    await app.nest.get(LastHeard, { strict: false }).asking(() => app.nest.get(Transaction, { strict: false }).sql<{ told: number; changes: string }>(`select ${HEARD}`, []));
    return app.nest.get(CallsFacade, { strict: false }).asOfRequest(call.id);
  });

  it('is not read again while nothing has changed', async () => {
    expect(await request()).toBe(await request());
  });

  it('is read again after its rules, its dates or another call of the programme changed', async () => {
    const before = await request();
    await app.db.query(`update call set closes_at = closes_at + interval '1 hour' where id = $1`, [call.id]);
    const later = await request();
    expect(later.closesAt.getTime() - before.closesAt.getTime()).toBe(3_600_000);
    await app.db.query(`insert into call_rulebook select (jsonb_populate_record(null::call_rulebook, to_jsonb(r) || '{"version": 90, "hash": "${'ab'.repeat(32)}"}')).* from call_rulebook r where r.call_id = $1 and r.version = 1`, [call.id]);
    await app.db.query('update call set rulebook_version = 90 where id = $1', [call.id]);
    expect(await request()).toMatchObject({ rulebookVersion: 90, rulebookHash: 'ab'.repeat(32) });
  });

  it('is not changed by what is not committed, and not by what was rolled back', async () => {
    const before = await request();
    await app.db.query('begin');
    await app.db.query(`update call set reason = 'not yet' where id = $1`, [call.id]);
    expect(await request()).toBe(before);
    await app.db.query('rollback');
    expect(await request()).toBe(before);
  });
});
