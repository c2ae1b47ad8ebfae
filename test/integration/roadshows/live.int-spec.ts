import { Client as DatabaseClient } from 'pg';
import type { OpenCall } from '../../support/a-call.js';
import { aHall } from '../../support/a-hall.js';
import { blocOf, scoreAt } from '../../support/a-panel.js';
import { bootApp, Client, type Person, type TestApp } from '../../support/app.js';
import { Ear } from '../../support/ear.js';

describe('the screens of a roadshow', () => {
  let app: TestApp;
  let base: string;
  let call: OpenCall;
  let judges: { judge: Person; seatId: string }[];
  let sessionId: string;
  let turns: { id: string; applicationId: string }[];
  const ears: Ear[] = [];

  beforeAll(async () => {
    app = await bootApp();
    await app.nest.listen(0, '127.0.0.1');
    base = await app.nest.getUrl();
    ({ call, judges, sessionId } = await aHall(app));
  }, 120_000);
  afterEach(() => ears.splice(0).forEach((ear) => ear.close()));
  afterAll(async () => {
    await app?.expectInvariants();
    await app?.close();
  });

  const listen = (path: string, { client }: { client: Client }): Ear => {
    const ear = new Ear(base, `/api/${path}`, client);
    ears.push(ear);
    return ear;
  };
  const judgeListens = (at: number) => listen('roadshow-judging/news', judges[at]!.judge);
  const hostListens = () => listen(`roadshow-sessions/${sessionId}/news`, call.officer);
  const hallListens = () => listen(`public/roadshows/${sessionId}/news`, { client: app.http.anonymous });
  const move = async (at: number, name: string) => expect((await call.officer.client.post(`/api/presentations/${turns[at]!.id}/moves`, { move: name })).status).toBe(204);

  it('are refused to whoever may not read the view itself', async () => {
    const stranger = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect(await listen(`roadshow-sessions/${sessionId}/news`, stranger).answer()).toMatchObject({ status: 404, body: expect.stringContaining('roadshow_absent') });
    expect(await listen(`roadshow-sessions/${sessionId}/news`, judges[0]!.judge).answer()).toMatchObject({ status: 403 });
    expect(await listen('roadshow-judging/news', call.officer).answer()).toMatchObject({ status: 403 });
    expect(await listen('roadshow-judging/news', { client: app.http.anonymous }).answer()).toMatchObject({ status: 401 });
    expect(await hallListens().answer()).toMatchObject({ status: 404 });
  });

  it('hear of a change with its commit, each once however much was written', async () => {
    const [host, first, second] = [hostListens(), judgeListens(0), judgeListens(1)];
    await Promise.all([host.changes(1), first.changes(1), second.changes(1)]);
    await call.officer.client.post(`/api/roadshow-sessions/${sessionId}/order`, { seed: '20251127' });
    await Promise.all([host.changes(2), first.changes(2), second.changes(2)]);
    const started = (await call.officer.client.post(`/api/roadshow-sessions/${sessionId}/start`)).body;
    expect(started.status).toBe('running');
    turns = started.turns;
    await Promise.all([host.changes(3), first.changes(3), second.changes(3)]);
    expect([host, first, second].map(({ heard }) => heard.length)).toEqual([3, 3, 3]);
  });

  it('keep to themselves who has scored: the host hears of it, the hall and the other judge do not', async () => {
    for (const { id } of turns) await call.officer.client.post(`/api/presentations/${id}/sign-in`, { name: '李梅', substitute: false });
    await move(0, 'present');
    await move(0, 'score');
    const [host, own, other, hall] = [hostListens(), judgeListens(0), judgeListens(1), hallListens()];
    await Promise.all([host, own, other, hall].map((ear) => ear.changes(1)));
    const [stage] = call.rulebook.scoring.stages;
    expect((await scoreAt(judges[0]!, turns[0]!.applicationId, blocOf(call, stage!.key), 80)).status).toBe(200);
    await Promise.all([host.changes(2), own.changes(2)]);
    expect([other, hall].map(({ heard }) => heard.length)).toEqual([1, 1]);
    for (const judge of judges.slice(1)) await scoreAt(judge, turns[0]!.applicationId, blocOf(call, stage!.key), 80);
    await other.changes(2);
    await move(0, 'finish');
    // What comes after is heard by all; so nothing is still on its way to those who heard nothing before.
    await hall.changes(2);
    expect(hall.heard).toHaveLength(2);
  });

  it('are told to read again when the connection that hears of changes was lost and is back', async () => {
    const [judge, hall] = [judgeListens(0), hallListens()];
    await Promise.all([judge.changes(1), hall.changes(1)]);
    const appsOwn = new DatabaseClient({ connectionString: app.databaseUrl });
    await appsOwn.connect();
    const { rows } = await appsOwn.query(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'qiongxiang live news' and datname = current_database()`);
    await appsOwn.end();
    expect(rows).toHaveLength(1);
    await Promise.all([judge.changes(2), hall.changes(2)]);
    await move(1, 'present');
    await Promise.all([judge.changes(3), hall.changes(3)]);
  });
});
