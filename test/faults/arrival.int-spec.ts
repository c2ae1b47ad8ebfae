import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { anOpenCall, answersOf, handIn, type OpenCall } from '../support/a-call.js';
import { aCreditCode, found } from '../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../support/app.js';
import { letTheClockRun, startServer, type Reply, type ServerProcess } from '../support/processes.js';

const MINUTES = 60_000;
/** What two processes on a busy machine may take for a question to the database, and more. */
const DOUBT_MS = 250;

describe('the instant at which a submission arrived', () => {
  let app: TestApp;
  let call: OpenCall;
  let person: Person;
  let ahead: ServerProcess;
  let behind: ServerProcess;
  let bell: number;

  beforeAll(async () => {
    app = await bootApp();
    app.wall.set(new Date());
    call = await anOpenCall(app);
    person = await app.person();
    const preload = 'test/faults/support/skewed-wall-clock.mjs';
    [ahead, behind] = await Promise.all([5, -5].map((minutes) => startServer(app, { preload, env: { SKEW_MS: String(minutes * MINUTES) } }))) as [ServerProcess, ServerProcess];
  }, 120_000);
  afterEach(() => app.expectInvariants());
  afterAll(async () => {
    await Promise.all([ahead?.kill(), behind?.kill()]);
    await app?.close();
  });

  async function drafts(count: number): Promise<string[]> {
    app.clock.set(new Date(call.closesAt.getTime() - 86_400_000));
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const organisationId = await found(app, person, { creditCode: aCreditCode(), name: `准时中心${aCreditCode()}` });
      const { body } = await person.client.post('/api/applications', { callId: call.id, organisationId });
      await person.client.put(`/api/applications/${body.id}/answers`, { answers: await answersOf(person, call.rulebook), version: body.version });
      await look(body.id);
      ids.push(body.id);
    }
    return ids;
  }

  /** The bell rings so many milliseconds from now; answers that instant on this machine's clock, which is the database's. */
  async function ringIn(milliseconds: number): Promise<void> {
    // Both servers have asked the database before, as they do all the time.
    await Promise.all([ahead, behind].map(({ post }) => post(person, '/api/applications/00000000-0000-7000-8000-000000000000/submission', { declared: true })));
    bell = Date.now() + milliseconds;
    app.clock.set(new Date(call.closesAt.getTime() + call.rulebook.deadline.graceSeconds * 1000 - milliseconds));
    await letTheClockRun(app);
  }

  /** What the previews showed, looked at while there was time. */
  const seen = new Map<string, string>();
  const look = async (id: string): Promise<void> => void seen.set(id, (await person.client.get(`/api/applications/${id}/preview`)).body.hash);
  const submit = (server: ServerProcess, id: string) => server.post(person, `/api/applications/${id}/submission`, { declared: true, previewed: seen.get(id) });
  const instantOf = ({ body }: Reply) => new Date(body.submittedAt).getTime() - (call.closesAt.getTime() + call.rulebook.deadline.graceSeconds * 1000) + bell;

  it('is decided alike by two machines whose clocks are ten minutes apart, and told on the receipt', async () => {
    const ids = await drafts(8);
    await ringIn(4_000);
    const sent: number[] = [];
    const replies = await Promise.all(ids.map(async (id, at) => {
      // Two each well before the bell and well after it, by either server.
      await sleep(Math.max(0, bell + [-3_000, -2_000, 300, 900][at >> 1]! - Date.now()));
      sent[at] = Date.now();
      return submit(at % 2 === 0 ? ahead : behind, id);
    }));
    expect(replies.map(({ status, body }) => body.code ?? status)).toEqual([201, 201, 201, 201, ...Array.from({ length: 4 }, () => 'deadline_passed')]);
    for (const at of [0, 1, 2, 3]) expect(Math.abs(instantOf(replies[at]!) - sent[at]!)).toBeLessThan(DOUBT_MS);
  });

  it('is counted down to by the clock that decides: both machines tell the time of the database with every answer', async () => {
    await ringIn(5_000);
    const told = await Promise.all([ahead, behind].map(async ({ url }) => {
      const answer = await fetch(`${url}/api/public/calls`);
      return Date.parse(answer.headers.get('x-server-time')!) - (call.closesAt.getTime() + call.rulebook.deadline.graceSeconds * 1000) + bell;
    }));
    const now = Date.now();
    for (const one of told) expect(Math.abs(one - now)).toBeLessThan(2_000);
  });

  it('is that of the content, where the content was changed later', async () => {
    const [id] = await drafts(1);
    await ringIn(2_500);
    await app.db.query('begin');
    await app.db.query('update application set saved_at = $2, version = version + 1 where id = $1', [id, new Date(call.closesAt.getTime() + call.rulebook.deadline.graceSeconds * 1000 + 1)]);
    const waiting = submit(behind, id!);
    await sleep(300);
    await app.db.query('commit');
    expect(await waiting).toMatchObject({ status: 409, body: { code: 'deadline_passed' } });
  });

  it('is that of its last byte', async () => {
    const [early, late] = await drafts(2);
    await ringIn(2_500);
    const begin = (id: string) => {
      const body = JSON.stringify({ declared: true, previewed: seen.get(id) });
      const socket = connect(Number(new URL(ahead.url).port), '127.0.0.1');
      const headers = { host: new URL(ahead.url).host, connection: 'close', 'content-type': 'application/json', 'content-length': String(body.length), ...ahead.headersOf(person) };
      socket.write(`POST /api/applications/${id}/submission HTTP/1.1\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n${body.slice(0, 5)}`);
      const answered = new Promise<string>((resolve) => {
        let text = '';
        socket.on('data', (part) => (text += String(part))).on('close', () => resolve(text));
      });
      return { finish: () => void socket.write(body.slice(5)), answered };
    };
    const [one, other] = [begin(early!), begin(late!)];
    await sleep(100);
    one.finish();
    await sleep(bell + 300 - Date.now());
    other.finish();
    expect(await one.answered).toMatch(/^HTTP\/1.1 201/);
    expect(await other.answered).toMatch(/^HTTP\/1.1 409[^]*deadline_passed/);
  });

  it('is, at T − 1 ms and T, in time, and at T + 1 ms too late', async () => {
    const ids = await drafts(3);
    const last = call.closesAt.getTime() + call.rulebook.deadline.graceSeconds * 1000;
    const codes: unknown[] = [];
    for (const [at, id] of ids.entries()) {
      app.clock.set(new Date(last - 1 + at));
      const { status, body } = await handIn(person, id);
      codes.push(body.code ?? status, body.submittedAt && new Date(body.submittedAt).getTime() - last);
    }
    expect(codes).toEqual([201, -1, 201, 0, 'deadline_passed', undefined]);
  });

  it('counts although the server reaches it after the bell, and even after the call was closed', async () => {
    const [id] = await drafts(1);
    await ringIn(2_500);
    const rival = new pg.Client({ connectionString: app.databaseUrl });
    await rival.connect();
    await rival.query('begin');
    await rival.query('select from application where id = $1 for update', [id]);
    const waiting = submit(ahead, id!);
    await sleep(bell + 500 - Date.now());
    app.clock.set(new Date(call.closesAt.getTime() + call.rulebook.deadline.graceSeconds * 1000 + 500));
    await app.repeat('calls.open-and-close');
    await rival.query('commit');
    const receipt = await waiting;
    expect(receipt.status).toBe(201);
    expect(instantOf(receipt)).toBeLessThan(bell);
    await rival.end();
  });
});
