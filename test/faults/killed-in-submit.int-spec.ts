import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { anOpenCall, answersOf, type OpenCall } from '../support/a-call.js';
import { aCreditCode, found } from '../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../support/app.js';
import { letTheClockRun, startServer, type Reply, type ServerProcess } from '../support/processes.js';

const SEED = 20261126;
const ROUNDS = 5;
const CALLS = 5;
/** A submission asks the database more often before it has its number than this. */
const EARLY = 5;
/** And not so often in all. */
const MOST = 11;

type Ending = 'acknowledged' | 'unheard' | 'undone';

interface Attempt {
  readonly application: string;
  readonly key: string;
  readonly stop: string;
  reply?: Reply;
}

/** The same points at every run. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Real processes, killed without warning at fifty points on the way of a submission, from before it begins until after it is answered. */
describe('a server that is killed while people submit', () => {
  let app: TestApp;
  let person: Person;
  let server: ServerProcess | undefined;
  const calls: OpenCall[] = [];
  const attempts: Attempt[] = [];

  beforeAll(async () => {
    app = await bootApp();
    app.wall.set(new Date());
    for (let at = 0; at < CALLS; at += 1) calls.push(await anOpenCall(app));
    person = await app.person();
    const random = randomFrom(SEED);
    const point = (least: number, most: number) => `${random() < 0.5 ? 'before' : 'after'}:${least + Math.floor(random() * (most - least + 1))}`;
    const ready: string[][] = [];
    for (const call of calls) ready.push(await drafts(call, ROUNDS * 2));
    for (let at = 0; at < ROUNDS * CALLS; at += 1) {
      const last = random() < 0.3 ? `${random() < 0.3 ? 'before' : 'after'}:write` : point(EARLY + 1, MOST);
      // Of two in each call the second has got as far as its number.
      for (const stop of [point(1, EARLY), last]) attempts.push({ application: ready[at % CALLS]!.pop()!, key: `submit-${attempts.length}`, stop });
    }
    await letTheClockRun(app);
  }, 180_000);
  afterAll(async () => {
    await server?.kill();
    await app?.close();
  });

  /** What the preview of each draft showed. */
  const seen = new Map<string, string>();

  /** One complete draft made as its writer would; the others are copies of it, each of an organisation of its own. */
  async function drafts(call: OpenCall, count: number): Promise<string[]> {
    const organisationId = await found(app, person, { creditCode: aCreditCode(), name: `断电中心${aCreditCode()}` });
    const { body } = await person.client.post('/api/applications', { callId: call.id, organisationId });
    const saved = await person.client.put(`/api/applications/${body.id}/answers`, { answers: await answersOf(person, call.rulebook), version: body.version });
    expect(saved).toMatchObject({ status: 200, body: { faults: [] } });
    // A copy shows what its original does.
    const { body: preview } = await person.client.get(`/api/applications/${body.id}/preview`);
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const made = [randomUUID(), organisationId, aCreditCode()];
      await app.db.query(`insert into organisation select (jsonb_populate_record(o, jsonb_build_object('id', $1::text, 'credit_code', $3::text, 'name', $3::text))).* from organisation o where o.id = $2`, made);
      await app.db.query(`insert into account_role select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'subject_id', $1::text))).* from account_role r where r.subject_id = $2`, made.slice(0, 2));
      const { rows } = await app.db.query(`insert into application select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'organisation_id', $1::text))).* from application a where a.id = $2 returning id`, [made[0], body.id]);
      ids.push(rows[0].id as string);
      seen.set(rows[0].id, preview.hash);
    }
    return ids;
  }

  const submit = (to: ServerProcess, { application, key }: Attempt, headers: Record<string, string> = {}) =>
    to.post(person, `/api/applications/${application}/submission`, { declared: true, previewed: seen.get(application) }, { 'idempotency-key': key, ...headers });

  /** Sends it and waits until it is answered or stands at its point. */
  async function untilItStands(to: ServerProcess, attempt: Attempt): Promise<void> {
    void submit(to, attempt, { 'x-stop': attempt.stop, 'x-name': attempt.key }).then((reply) => (attempt.reply = reply), () => undefined);
    for (const end = Date.now() + 20_000; !attempt.reply && !to.heard.some((told) => (told as { stands: string }).stands === attempt.key); ) {
      if (Date.now() > end) throw new Error(`${attempt.key} neither stands nor is it answered (${attempt.stop})`);
      await sleep(5);
    }
  }

  /** How many rows each part of a submission has left. */
  async function traces({ application, key }: Attempt) {
    const { rows } = await app.db.query(
      `select a.status, (select count(*)::int from application_submission where application_id = a.id) as submissions,
        (select count(*)::int from application_history where application_id = a.id and move = 'submit') as moves,
        (select count(*)::int from audit_leaf where subject_id = a.id::text and action = 'application.submit') as leaves,
        (select count(distinct handler)::int from outbox where data ->> 'applicationId' = a.id::text) as news,
        (select count(*)::int from idempotency_key where key = $2) as keys, (select min(hash) from application_submission where application_id = a.id) as hash
       from application a where a.id = $1`, [application, key]);
    return rows[0] as { status: string; submissions: number; moves: number; leaves: number; news: number; keys: number; hash: string | null };
  }

  /** What was open dies with its connection; PostgreSQL notices at once, and this waits for it. */
  async function untilAllIsUndone(): Promise<void> {
    for (let open = 1; open > 0; await sleep(5)) {
      open = Number((await app.db.query(`select count(*) from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`)).rows[0].count);
    }
  }

  /** Nothing of it is there, or all; what was acknowledged is; and the key says the same ever after. */
  async function examine(to: ServerProcess, attempt: Attempt): Promise<Ending> {
    const { news, ...left } = await traces(attempt);
    const whole = left.status === 'submitted';
    expect({ ...left, told: news > 0 }).toEqual(whole
      ? { status: 'submitted', submissions: 1, moves: 1, leaves: 1, told: true, keys: 1, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }
      : { status: 'draft', submissions: 0, moves: 0, leaves: 0, told: false, keys: 0, hash: null });
    if (attempt.reply) expect([attempt.reply.status, attempt.reply.body.hash]).toEqual([201, left.hash]);
    const again = await submit(to, attempt);
    expect(again).toMatchObject({ status: 201, body: whole ? { hash: left.hash } : {} });
    expect([again.body, (await submit(to, attempt)).body]).toEqual([attempt.reply?.body ?? again.body, again.body]);
    expect(await traces(attempt)).toMatchObject({ status: 'submitted', submissions: 1, moves: 1, leaves: 1, keys: 1, hash: again.body.hash });
    if (attempt.reply) return 'acknowledged';
    return whole ? 'unheard' : 'undone';
  }

  it('loses no submission that was acknowledged, keeps none by halves, and gives the same key the same answer', async () => {
    const start = () => startServer(app, { preload: 'test/faults/support/stop-at-a-point.mjs', env: { DATABASE_POOL: '24' } });
    const endings: Record<Ending, number> = { acknowledged: 0, unheard: 0, undone: 0 };
    server = await start();
    for (let round = 0; round < ROUNDS; round += 1) {
      const batch = attempts.slice(round * CALLS * 2, (round + 1) * CALLS * 2);
      for (const attempt of batch) await untilItStands(server, attempt);
      await server.kill();
      await untilAllIsUndone();
      server = await start();
      for (const attempt of batch) endings[await examine(server, attempt)] += 1;
    }
    // Each kind of ending was among the fifty.
    for (const count of Object.values(endings)) expect(count).toBeGreaterThanOrEqual(3);
    expect(endings.acknowledged + endings.unheard + endings.undone).toBe(50);
    await app.expectInvariants();
  }, 300_000);
});
