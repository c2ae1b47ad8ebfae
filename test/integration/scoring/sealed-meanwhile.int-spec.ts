import { setTimeout as sleep } from 'node:timers/promises';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, entriesAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('a sheet that is saved while its stage is being sealed', () => {
  let app: TestApp;
  let call: OpenCall;
  let judge: Person;
  let place: string;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({ ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } } }));
    const founder = await app.person();
    const { id } = await submitted(founder, call, await found(app, founder, { name: '木兰课堂中心', creditCode: aCreditCode() }), { name: '木兰课堂' });
    await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    const [first] = await aPanel(app, call, 'written', 3);
    judge = first!.judge;
    place = `/api/judging/${first!.seatId}/${id}`;
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    await judge.client.post(`${place}/conflict`, { verdict: 'none' });
  }, 120_000);
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const save = (points: number, version: number) => judge.client.put(place, { entries: entriesAt(blocOf(call, 'written'), points), comment: '', version });
  const set = (status: string, at: Date | null) => app.db.query(`update score_stage set status = $2, sealed_at = $3 where call_id = $1 and stage_key = 'written'`, [call.id, status, at]);
  const kept = async () => (await app.db.query('select version, entries from score_sheet')).rows;

  it.each(['begun', 'saved again'])('is refused when it is %s, says why, and waits for who seals it to the end', async (what) => {
    const before = await kept();
    expect(before).toHaveLength(what === 'begun' ? 0 : 1);
    await app.db.query('begin');
    await set('sealed', app.clock.now());
    const saved = save(60, before[0]?.version ?? 0);
    // In the transaction that seals, so that it is this connection which sees the other wait.
    while ((await app.db.query('select from pg_locks where not granted')).rows.length === 0) await sleep(5);
    await app.db.query('commit');
    expect(await saved).toMatchObject({ status: 409, body: { code: 'stage_not_open' } });
    expect(await kept()).toEqual(before);
    await app.db.query('alter table score_stage disable trigger sealed_stage');
    await set('open', null);
    await app.db.query('alter table score_stage enable trigger sealed_stage');
    expect(await save(70, before[0]?.version ?? 0)).toMatchObject({ status: 200 });
  });

  it('is kept when whoever was about to seal gives up', async () => {
    const [{ version }] = await kept();
    await app.db.query('begin');
    await set('sealed', app.clock.now());
    const saved = save(80, version);
    while ((await app.db.query('select from pg_locks where not granted')).rows.length === 0) await sleep(5);
    await app.db.query('rollback');
    expect(await saved).toMatchObject({ status: 200 });
    expect((await kept())[0].version).toBe(version + 1);
  });
});
