import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Transaction } from '#libs/database';
import { ApplicationNumbers } from '../../../src/modules/applications/store/application-numbers.js';
import { anOpenCall, answersOf, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

/** A submission reads and judges with no row locked. What changes before it is written, it finds out. */
describe('an application that is changed while it is being submitted', () => {
  let app: TestApp;
  let call: OpenCall;
  let other: pg.Client;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    other = new pg.Client({ connectionString: app.databaseUrl });
    await other.connect();
  });
  afterEach(() => app.expectInvariants());
  afterAll(async () => {
    await other?.end();
    await app?.close();
  });

  async function complete(): Promise<{ person: Person; id: string; previewed: string }> {
    const person = await app.person();
    const organisation = await found(app, person, { creditCode: aCreditCode(), name: `组织${person.id}`, kind: 'social_association' });
    const { body } = await person.client.post('/api/applications', { callId: call.id, organisationId: organisation });
    await person.client.put(`/api/applications/${body.id}/answers`, { answers: await answersOf(person, call.rulebook), version: body.version });
    return { person, id: body.id, previewed: (await person.client.get(`/api/applications/${body.id}/preview`)).body.hash };
  }

  const submit = ({ person, id, previewed }: Awaited<ReturnType<typeof complete>>) =>
    person.client.post(`/api/applications/${id}/submission`, { declared: true, previewed }, { 'idempotency-key': randomUUID() });

  /** Changes rows, has a submission come as far as its writing, and only then commits. */
  async function meanwhile<T>(change: string, values: unknown[], work: () => Promise<T>): Promise<T> {
    const { rows: [{ pid }] } = await other.query('select pg_backend_pid() as pid');
    await other.query('begin');
    await other.query(change, values);
    const working = work();
    while ((await app.db.query('select 1 from pg_locks where not granted and $1 = any(pg_blocking_pids(pid))', [pid])).rowCount === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await other.query('commit');
    return working;
  }

  const kept = async (id: string) => (await app.db.query('select a.status, a.number, (select count(*)::int from application_submission s where s.application_id = a.id) as submissions from application a where a.id = $1', [id])).rows[0];

  it('is not submitted as it was seen before another wrote in it', async () => {
    const draft = await complete();
    const answer = await meanwhile(`update application set answers = jsonb_set(answers, '{scheme,project-name}', '"另一个名称"'), version = version + 1 where id = $1`, [draft.id], () => submit(draft));
    expect(answer).toMatchObject({ status: 409, body: { code: 'preview_outdated' } });
    expect(await kept(draft.id)).toEqual({ status: 'draft', number: null, submissions: 0 });
    expect((await app.db.query(`select count(*)::int as n from application_number_ready where call_id = $1 and kept_until = '-infinity'`, [call.id])).rows).toEqual([{ n: 1 }]);
  });

  it('is submitted once by two who do so at the same moment', async () => {
    const draft = await complete();
    const answers = await Promise.all([submit(draft), submit(draft)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(answers.find(({ status }) => status === 409)!.body.code).toBe('wrong_state');
    expect(await kept(draft.id)).toMatchObject({ status: 'submitted', submissions: 1 });
  });

  it('is refused where its call has been suspended, and taken where what has changed is no hindrance', async () => {
    const [refused, taken] = [await complete(), await complete()];
    const change = (text: string) => `update call set ${text}, version = version + 1 where id = $1`;
    expect(await meanwhile(change(`status = 'suspended', suspended_from = 'open', reason = '核查'`), [call.id], () => submit(refused))).toMatchObject({ status: 409, body: { code: 'call_suspended' } });
    expect(await kept(refused.id)).toMatchObject({ status: 'draft', submissions: 0 });
    await app.db.query(change(`status = 'open', suspended_from = null, reason = null`), [call.id]);
    expect(await meanwhile(change('title = title'), [call.id], () => submit(taken))).toMatchObject({ status: 201 });
    expect(await kept(taken.id)).toMatchObject({ status: 'submitted', submissions: 1 });
  });

  describe('numbers', () => {
    const tx = () => app.nest.get(Transaction, { strict: false });
    const use = (numbers: ApplicationNumbers, n: number) => tx().run(async () => numbers.use(call.id, n));
    const laidReady = async () => (await app.db.query('select n from application_number_ready where call_id = $1 order by n', [call.id])).rows.map(({ n }) => n as number);
    const later = () => app.db.query(`update application_number_ready set kept_until = kept_until - interval '1 minute' where call_id = $1`, [call.id]);
    /** What was used here belongs to no application. */
    const lay = (...used: number[]) => app.db.query('insert into application_number_ready (call_id, n) select $1, unnest($2::int[])', [call.id, used]);

    it('are given to each of two processes alone, and those that one has kept and not used are anybody’s half a minute later', async () => {
      await later();
      const [here, there] = [new ApplicationNumbers(tx()), new ApplicationNumbers(tx())];
      const both = await Promise.all(Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? here : there).next(call.id)));
      expect(new Set(both).size).toBe(40);
      const known = await laidReady();
      expect(known).toEqual(expect.arrayContaining(both));
      await later();
      const third = new ApplicationNumbers(tx());
      expect(await third.next(call.id)).toBe(Math.min(...known));
      expect(await third.next(call.id)).toBe([...known].sort((a, b) => a - b)[1]);
      expect(await laidReady()).toEqual(known);
    });

    it('are asked for once by each at most who waits for one, and then all have their own', async () => {
      await later();
      const { rows: [{ pid }] } = await other.query('select pg_backend_pid() as pid');
      await other.query('begin');
      await other.query('select from application_number where call_id = $1 for update', [call.id]);
      await other.query('select from application_number_ready where call_id = $1 for update', [call.id]);
      const numbers = new ApplicationNumbers(tx());
      const those = Promise.all(Array.from({ length: 4 }, () => numbers.next(call.id)));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const { rows: [{ waiting }] } = await app.db.query('select count(distinct pid)::int as waiting from pg_locks where not granted and pid <> $1 and $1 = any(pg_blocking_pids(pid))', [pid]);
      await other.query('commit');
      expect(waiting).toBeGreaterThanOrEqual(1);
      expect(waiting).toBeLessThanOrEqual(4);
      expect(new Set(await those).size).toBe(4);
    });

    it('that were not used after all are anybody’s as soon as they are given back', async () => {
      await later();
      const [one, other] = [new ApplicationNumbers(tx()), new ApplicationNumbers(tx())];
      const n = await one.next(call.id);
      await one.giveBack(call.id, n);
      expect(await other.next(call.id)).toBe(n);
    });

    it('are not used twice: whoever has kept one for too long is overtaken', async () => {
      await later();
      const [slow, quick] = [new ApplicationNumbers(tx()), new ApplicationNumbers(tx())];
      const n = await slow.next(call.id);
      await later();
      expect(await quick.next(call.id)).toBe(n);
      await use(quick, n);
      await expect(use(slow, n)).rejects.toThrow('changed meanwhile');
      await lay(n);
    });
  });
});
