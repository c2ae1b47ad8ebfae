import { Client as PgClient } from 'pg';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, entriesAt, scoreAt } from '../../support/a-panel.js';
import { ok } from '../../support/a-project.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Client, type Person, type TestApp } from '../../support/app.js';
import { describedRoutes } from '../../support/described-routes.js';
import { ABSENT } from '../../support/named-things.js';

/** Samples of each arm in one round, and at most so many rounds. */
const SAMPLES = 250;
const ROUNDS = 8;

/** How well the best threshold tells the two apart by time: the area under the curve, a half when not at all. */
function classified(some: readonly number[], others: readonly number[]): number {
  const ranked = [...some.map((took) => ({ took, first: 1 })), ...others.map((took) => ({ took, first: 0 }))].sort((a, b) => a.took - b.took);
  const ranks = ranked.reduce((sum, { first }, at) => sum + first * (at + 1), 0);
  const area = (ranks - (some.length * (some.length + 1)) / 2) / (some.length * others.length);
  return Math.max(area, 1 - area);
}

/** What the database is asked for one answer, whatever the order: every statement, and how many rows came back in all. */
async function workOf(client: Client, url: string): Promise<{ statements: string[]; rows: number; status: number }> {
  const statements: string[] = [];
  let rows = 0;
  const query = PgClient.prototype.query as (...given: unknown[]) => unknown;
  PgClient.prototype.query = function asked(this: PgClient, ...given: unknown[]) {
    const [what] = given as [string | { text: string }];
    statements.push(typeof what === 'string' ? what : what.text);
    const counted = (result?: { rows?: unknown[] }): void => void (rows += result?.rows?.length ?? 0);
    // A prepared statement is heard by a callback, any other by a promise.
    const hearing = given.map((one) => (typeof one === 'function' ? (error: unknown, result?: { rows?: unknown[] }) => (counted(result), (one as (...heard: unknown[]) => unknown)(error, result)) : one));
    const answer = query.apply(this, hearing);
    if (answer instanceof Promise) void answer.then(counted, () => undefined);
    return answer;
  } as typeof PgClient.prototype.query;
  try {
    const { status } = await client.get(url);
    return { statements: statements.sort(), rows, status };
  } finally {
    PgClient.prototype.query = query as typeof PgClient.prototype.query;
  }
}

describe('before the sealing', () => {
  let app: TestApp;
  let call: OpenCall;
  let panel: { judge: Person; seatId: string }[];
  /** The first two are alike; of the first is judged, of the second nothing is known yet. */
  let applications: { id: string; founder: Person; organisationId: string }[];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({ ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } } }));
    applications = [];
    for (const name of ['木兰课堂', '彩虹之家', '邻里妈妈', '巾帼好家']) {
      const founder = await app.person();
      const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() });
      applications.push({ founder, organisationId, id: (await submitted(founder, call, organisationId, { name: '同名项目' })).id });
    }
    for (const { id } of applications) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 5);
    await ok(call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`));
    for (const [number, seat] of panel.slice(0, 4).entries()) for (const [at, { id }] of applications.entries()) if (at !== 1) await scoreAt(seat, id, blocOf(call, 'written'), 60 + at * 8 + number);
    for (const at of [0, 1]) await ok(panel[4]!.judge.client.post(`/api/judging/${panel[4]!.seatId}/${applications[at]!.id}/conflict`, { verdict: 'has', note: '顾问' }));
    await app.drain();
  }, 120_000);
  afterAll(() => app?.close());

  /** Every address that reads, with the ids of the round. What compares a sheet with its commitment is there to see a change, and aside. */
  async function everything(client: Client, application: number): Promise<Map<string, string>> {
    const given: Record<string, string> = { callId: call.id, applicationId: applications[application]!.id, seatId: panel[4]!.seatId, stageKey: 'written', blocKey: 'experts', accountId: panel[0]!.judge.id, organisationId: applications[application]!.organisationId };
    const addresses = describedRoutes().filter(({ method, path }) => method === 'GET' && !/\/news$|verification|integrity/.test(path))
      .map(({ path, asked }) => path.replace('{id}', /\/calls\//.test(path) ? call.id : path.includes('/organisations/') ? given['organisationId']! : given['applicationId']!).replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? ABSENT) + asked);
    const told = new Map<string, string>();
    for (const address of new Set(addresses)) {
      const { status, headers, raw } = await client.get(address);
      const isFile = /officedocument|pdf|zip|octet-stream/.test(String(headers['content-type']));
      told.set(address, [status, headers['etag'], isFile ? headers['content-disposition'] : raw.toString('utf8').replace(/"(instance|requestId|serverTime)":"[^"]*"|编号 [0-9a-f-]{36}/g, '')].join('\n'));
    }
    return told;
  }

  it('no sum, mean, count or tag that anybody but its judge reads moves when a score does: neither all of them nor the last one', async () => {
    const auditor = await app.person({ roles: [{ role: 'auditor', node: 'js.yz.' }] });
    // An officer who belongs to an applicant: her own application stands among those that she watches.
    const conflicted = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }, { role: 'applicant', subjectId: applications[2]!.organisationId }] });
    const watchers: [string, Client, number][] = [['officer', call.officer.client, 2], ['officer of an applicant', conflicted.client, 2], ['auditor', auditor.client, 2], ['judge aside', panel[4]!.judge.client, 0], ['applicant', applications[2]!.founder.client, 2]];
    const bloc = blocOf(call, 'written');
    const worlds: [string, number][] = [[`submitted_at = (select max(submitted_at) from score_sheet)`, 100], ['true', 35]];
    const before: Map<string, string>[] = [];
    for (const [, client, application] of watchers) before.push(await everything(client, application));
    const moved: string[] = [];
    for (const [which, percent] of worlds) {
      await app.db.query('alter table score_sheet disable trigger user');
      const { rowCount } = await app.db.query(`update score_sheet set entries = $1 where status = 'submitted' and ${which}`, [JSON.stringify(entriesAt(bloc, percent))]);
      await app.db.query('alter table score_sheet enable trigger user');
      expect(rowCount).toBeGreaterThan(0);
      for (const [at, [who, client, application]] of watchers.entries()) {
        const after = await everything(client, application);
        expect(after.size).toBeGreaterThan(100);
        moved.push(...[...after].filter(([address, text]) => before[at]!.get(address) !== text).map(([address]) => `${who}, ${which}: ${address}`));
      }
    }
    expect(moved).toEqual([]);
    const key = bloc.criteria[0]!.key;
    expect((await panel[0]!.judge.client.get(`/api/judging/${panel[0]!.seatId}/${applications[0]!.id}`)).body.entries[key].points).toBe(entriesAt(bloc, 35)[key]!.points);
  }, 120_000);

  type Arm = readonly [Client, string];

  async function toldByTime(one: Arm, other: Arm): Promise<number> {
    const took: [number[], number[]] = [[], []];
    for (let round = 0; round < ROUNDS && (round === 0 || classified(...took) >= 0.55); round += 1) {
      // In turns, and which comes first is drawn: whatever else goes in turns (connections, collections) meets both alike.
      const turns = Array.from({ length: SAMPLES }, () => (Math.random() < 0.5 ? [0, 1] : [1, 0])).flat();
      for (const arm of turns) {
        const [client, url] = arm === 0 ? one : other;
        const begun = process.hrtime.bigint();
        await client.get(url);
        took[arm]!.push(Number(process.hrtime.bigint() - begun));
      }
    }
    return classified(...took);
  }

  async function expectAlike(what: string, one: Arm, other: Arm): Promise<void> {
    for (const [client, url] of [one, other, one, other]) await client.get(url);
    expect({ what, ...(await workOf(...one)) }).toEqual({ what, ...(await workOf(...other)) });
    const told = await toldByTime(one, other);
    expect({ what, told: told < 0.55 ? 'nothing' : told }).toEqual({ what, told: 'nothing' });
  }

  it('nothing is told by how long an answer takes: the same is asked of the database whatever the hidden fact is, and no clock tells the two apart', async () => {
    const [judged, unjudged] = applications as [(typeof applications)[0], (typeof applications)[0]];
    // Dead versions of a row take time to pass: how many there are says what was written when, not what is hidden.
    await app.db.query('vacuum analyze');
    const aside = panel[4]!;
    await expectAlike('her application is judged, or not yet', [judged.founder.client, `/api/applications/${judged.id}`], [unjudged.founder.client, `/api/applications/${unjudged.id}`]);
    await expectAlike('the others have judged it, or not yet', [aside.judge.client, `/api/judging/${aside.seatId}/${judged.id}`], [aside.judge.client, `/api/judging/${aside.seatId}/${unjudged.id}`]);
    const plan = `/api/calls/${call.id}/assignments/written/experts`;
    const { body: tried } = await ok(call.officer.client.post(`${plan}/trial`, { perApplication: 2, region: 'any' }));
    await ok(call.officer.client.post(plan, { perApplication: 2, region: 'any', mark: tried.mark }));
    const { rows: [spare] } = await app.db.query<{ seat: string; application: string; judge: string }>(
      `select p.id as seat, a.id as application, p.account_id as judge from panel_seat p cross join unnest($1::uuid[]) as a(id)
       where not exists (select from judge_assignment j where j.seat_id = p.id and j.application_id = a.id)
         and not exists (select from conflict_declaration c where c.account_id = p.account_id and c.application_id = a.id) limit 1`, [applications.map(({ id }) => id)],
    );
    const { client } = panel.find(({ judge }) => judge.id === spare!.judge)!.judge;
    await expectAlike('it was given to others, or was never there', [client, `/api/judging/${spare!.seat}/${spare!.application}`], [client, `/api/judging/${spare!.seat}/${ABSENT}`]);
  }, 240_000);
});
