import { SYSTEM } from '#libs/access';
import { ApplicationsFacade } from '#modules/applications';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Client, type Person, type TestApp } from '../../support/app.js';
import { describedRoutes } from '../../support/described-routes.js';
import { ABSENT } from '../../support/named-things.js';
import { servedRoutes } from '../../support/served-routes.js';

/** Every route that only reads. A stream says no more than that something has changed, and never ends; what it is about is read at its own address. */
const readingRoutes = (app: TestApp): string[] => servedRoutes(app).filter(({ method, path }) => method === 'GET' && !path.endsWith('/news')).map(({ path }) => path);

/** What somebody may ask of a list: each is tried on every route, whether it is known there or not. */
const QUERIES = ['', '?q=评委1', '?status=in_review', '?sort=-score', '?judge=评委1', '?page=2&limit=1'];
/** What is guessed in every filter, order and search that a route describes, after what the list itself is asked with. */
const GUESSES = ['评委1', '木兰课堂中心', 'in_review', '-score'];
/** Each guess at the code of a call by invitation counts against the guesser: the answer tells how often she has guessed. */
const COUNTED = 'code';
const DESCRIBED = new Map(describedRoutes().filter(({ method }) => method === 'GET').map(({ path, query }) => [path.replace(/^\/api/, '').replace(/\{(\w+)\}/g, ':$1'), query]));
const queriesOf = (route: string): string[] => [...(route.includes(':') ? [''] : QUERIES), ...(DESCRIBED.get(route) ?? []).filter((name) => name !== COUNTED).flatMap((name) => GUESSES.map((guess) => `?${name}=${guess}`))];
/** A judge's own desk: what was given to her she may know. */
const OWN_DESK = /\/judging\/(queue|[0-9a-f-]{36}\/)/;

/** An office file or a PDF bears the second at which it was packed: it is told by its name, and what it is made of is read at its own address. */
function whatIsTold(status: number, headers: Record<string, unknown>, raw: Buffer): string {
  if (/officedocument|pdf|zip|octet-stream/.test(String(headers['content-type']))) return [status, headers['etag'], headers['content-disposition']].join('\n');
  const body = raw.toString('utf8').replace(/"instance":"[^"]*"|编号 [0-9a-f-]{36}/g, '');
  return [status, headers['etag'], status < 400 ? headers['content-length'] : '', body].join('\n');
}

describe('whoever must not know', () => {
  let app: TestApp;
  let call: OpenCall;
  let panel: { judge: Person; seatId: string }[];
  let applications: { id: string; founder: Person; organisationId: string; name: string }[];
  let routes: string[];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
      publicity: { ...rulebook.publicity, awards: { ...rulebook.publicity.awards, experts: true } },
    }));
    applications = [];
    for (const name of ['木兰课堂', '彩虹之家', '邻里妈妈']) {
      const founder = await app.person({ name: `${name}的李会长` });
      const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode(), legalRepresentative: `${name}的赵法人`, address: `扬州市${name}路1号` });
      applications.push({ id: (await submitted(founder, call, organisationId, { name: `${name}行动` })).id, founder, organisationId, name: `${name}中心` });
    }
    for (const { id } of applications) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 4);
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`)).status).toBe(200);
    await app.drain();
    routes = readingRoutes(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  /** Parameters filled with what is hidden: the call, an application, a seat, a judge. */
  const fill = (route: string, application: number, seat: number): string =>
    route.replace(/:callId/g, call.id).replace(/:applicationId/g, applications[application]!.id).replace(/:seatId/g, panel[seat]!.seatId).replace(/:accountId/g, panel[seat]!.judge.id)
      .replace(/:organisationId/g, applications[application]!.organisationId).replace(/:stageKey/g, 'written').replace(/:blocKey/g, 'experts')
      .replace(/:id\b/g, /applications/.test(route) ? applications[application]!.id : call.id).replace(/:\w+/g, '00000000-0000-7000-8000-000000000009');

  /** Everything the person gets for asking: status, size, ETag and every byte, without the number of the answer itself. */
  async function everything(client: Client, application: number, seat: number): Promise<Map<string, string>> {
    const told = new Map<string, string>();
    for (const route of routes) {
      for (const query of queriesOf(route)) {
        const url = `/api${fill(route, application, seat)}${query}`;
        const { status, headers, raw } = await client.get(url);
        // A door that is shut to her is shut whatever she asks: once is enough.
        if (query === '' && [401, 403].includes(status)) {
          told.set(url, String(status));
          break;
        }
        told.set(url, whatIsTold(status, headers, raw));
      }
    }
    return told;
  }

  const changed = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) => [...after].filter(([url, text]) => before.get(url) !== text).map(([url]) => url);

  const facts: [string, () => Promise<unknown>][] = [
    ['that a judge declared a conflict', () => panel[0]!.judge.client.post(`/api/judging/${panel[0]!.seatId}/${applications[0]!.id}/conflict`, { verdict: 'has', note: '理事' })],
    ['that a judge handed in a sheet, and what it says', () => scoreAt(panel[1]!, applications[0]!.id, blocOf(call, 'written'), 91)],
    ['that an officer pinned a conflict', () => call.officer.client.post('/api/conflict-pins', { accountId: panel[2]!.judge.id, applicationId: applications[0]!.id, verdict: 'conflict', reason: '近三年任职' })],
    ['who was assigned', async () => {
      const plan = `/api/calls/${call.id}/assignments/written/experts`;
      const { body } = await call.officer.client.post(`${plan}/trial`, { perApplication: 2, region: 'any' });
      return call.officer.client.post(plan, { perApplication: 2, region: 'any', mark: body.mark });
    }],
    ['who was invited', async () => {
      const expert = await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] });
      return call.officer.client.post(`/api/calls/${call.id}/panels/written/experts/invitations`, { accountIds: [expert.id], replyBy: '2099-01-01T00:00:00Z' });
    }],
  ];

  it('does not learn of conflicts, sheets, assignments or invitations: the applicant, a visitor and a judge who stepped aside get the same bytes as before', async () => {
    const aside = panel[3]!;
    if (!(await app.db.query('select 1 from conflict_declaration where account_id = $1', [aside.judge.id])).rowCount) {
      for (const { id } of applications) await aside.judge.client.post(`/api/judging/${aside.seatId}/${id}/conflict`, { verdict: 'has', note: '顾问' });
    }
    const watchers: [string, Client, number][] = [['applicant', applications[0]!.founder.client, 0], ['visitor', app.http.anonymous, 0], ['judge aside', aside.judge.client, 3]];
    const before = [];
    for (const [, client, seat] of watchers) before.push(await everything(client, 0, seat));
    for (const [fact, happens] of facts) expect({ fact, done: ((await happens()) as { status: number }).status < 300 }).toEqual({ fact, done: true });
    await app.drain();
    for (const [at, [who, client, seat]] of watchers.entries()) {
      const differences = changed(before[at]!, await everything(client, 0, seat)).filter((url) => who !== 'judge aside' || !OWN_DESK.test(url));
      expect({ who, differences }).toEqual({ who, differences: [] });
    }
  }, 180_000);

  it('does not learn who applies: a blind judge gets the same bytes, found and counted alike, when the applicant is somebody else', async () => {
    const { judge } = panel[1]!;
    await everything(judge.client, 0, 1);
    const before = await everything(judge.client, 0, 1);
    const { founder, organisationId } = applications[0]!;
    await app.db.query(`update organisation set name = '天山社工站', legal_representative = '木法人', address = '天山路9号', territory_code = '321002' where id = $1`, [organisationId]);
    await app.db.query(`update application set organisation_name = '天山社工站' where id = $1`, [applications[0]!.id]);
    await app.db.query(`update account set name = '天山的王会长', email = 'tianshan@example.org' where id = $1`, [founder.id]);
    expect(before.size).toBeGreaterThan(100);
    // Whether a name is taken in the register of organisations anybody may ask who founds one.
    expect(changed(before, await everything(judge.client, 0, 1)).filter((url) => !url.startsWith('/api/organisation-names'))).toEqual([]);
    await app.db.query('update organisation set name = $2 where id = $1', [organisationId, applications[0]!.name]);
    await app.db.query('update application set organisation_name = $2 where id = $1', [applications[0]!.id, applications[0]!.name]);
    await app.db.query('update account set name = $2, email = $3 where id = $1', [founder.id, founder.name, founder.email]);
  }, 120_000);

  it('does not learn who reviews by asking for somebody: a judge, another person and an address that nobody has are answered alike', async () => {
    const [reviewer, other] = [panel[1]!, await app.person()];
    const named = routes.filter((route) => /:accountId|:seatId/.test(route));
    expect(named.length).toBeGreaterThan(10);
    const watchers: [string, Client][] = [['applicant', applications[0]!.founder.client], ['visitor', app.http.anonymous], ['judge', panel[3]!.judge.client]];
    const unlike: string[] = [];
    for (const [who, client] of watchers) {
      for (const route of named) {
        const asked = async (seatId: string, accountId: string) => {
          const { status, headers, raw } = await client.get(`/api${fill(route.replace(':seatId', seatId).replace(':accountId', accountId), 0, 3)}`);
          return whatIsTold(status, headers, raw).replaceAll(seatId, 'SEAT').replaceAll(accountId, 'ACCOUNT');
        };
        const answers = [await asked(reviewer.seatId, reviewer.judge.id), await asked(ABSENT, other.id), await asked(ABSENT, ABSENT)];
        if (new Set(answers).size > 1) unlike.push(`${who}: ${route}`);
      }
      const reset = (email: string) => client.post('/api/password-resets', { email });
      const told = [await reset(reviewer.judge.email), await reset(other.email), await reset('nobody@example.org')].map(({ status, raw }) => `${status} ${raw.toString('utf8').replace(/"instance":"[^"]*"/, '')}`);
      if (new Set(told).size > 1) unlike.push(`${who}: password-resets ${told.join(' ')}`);
    }
    expect(unlike).toEqual([]);
  });

  it('are not told by mail: applicants read of no judge, and blind judges of no applicant', async () => {
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/nudges`, { seatIds: panel.map(({ seatId }) => seatId) });
    await app.drain();
    const applicants = new Set(applications.flatMap(({ founder, organisationId }) => [founder.id, organisationId]));
    const judges = new Set(panel.map(({ judge }) => judge.id));
    const { rows: told } = await app.db.query<{ to: string; letter: string }>(`select data ->> 'to' as to, data::text as letter from outbox where handler like 'PeopleToBeTold>%'`);
    const to = (ids: ReadonlySet<string>) => told.filter((one) => one.to.match(/[0-9a-f-]{36}/g)?.some((id) => ids.has(id))).map(({ letter }) => letter);
    expect(to(judges).length).toBeGreaterThan(0);
    for (const letter of to(applicants)) for (const { judge, seatId } of panel) expect(letter).not.toMatch(new RegExp(`${judge.name}(?!\\d)|${judge.email}|${judge.id}|${seatId}`));
    for (const letter of to(judges)) for (const { name, founder, organisationId } of applications) expect(letter).not.toMatch(new RegExp(`${name}|${founder.name}|${founder.email}|${organisationId}`));
  });

  it('find no planted name in anything a blind judge can download', async () => {
    const [{ judge, seatId }] = [panel[1]!] as const;
    const { rows } = await app.db.query<{ id: string; name: string }>('select d.id, d.name from document d where d.owner_id = any($1)', [applications.map(({ id }) => id)]);
    expect(rows.length).toBeGreaterThan(0);
    for (const { id } of applications) {
      const seen = (await judge.client.get(`/api/judging/${seatId}/${id}`)).raw.toString('utf8');
      for (const { name } of rows) expect(seen).not.toContain(name);
      for (const { name, founder } of applications) expect(seen).not.toMatch(new RegExp(`${name}|${founder.name}|${founder.email}`));
      for (const document of rows) {
        expect((await judge.client.get(`/api/judging/${seatId}/${id}/files/${document.id}`)).status).toBe(404);
        expect((await judge.client.get(`/api/documents/${document.id}/content`)).status).toBeGreaterThanOrEqual(400);
      }
    }
  });

  it('learn who judged only with the announced outcome, by name alone and under no alias', async () => {
    const published = () => app.http.anonymous.get(`/api/public/panels/${call.id}`);
    expect((await published()).body).toEqual([]);
    await app.nest.get(ApplicationsFacade, { strict: false }).recordOutcome(applications[0]!.id, { kind: 'not_awarded', reason: { zh: '名额已满', en: 'No seat left' } }, SYSTEM).catch(() => undefined);
    await app.db.query('update application set announced_at = now() where id = $1', [applications[0]!.id]);
    const { body } = await published();
    expect(body).toHaveLength(1);
    expect(body[0].experts.map(({ name }: { name: string }) => name).sort()).toEqual(panel.map(({ judge }) => judge.name).sort());
    expect(JSON.stringify(body)).not.toMatch(/评委\d|seat|account|@/);
  });
});
