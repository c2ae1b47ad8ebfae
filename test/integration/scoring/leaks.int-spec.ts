import { RequestMethod } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA } from '@nestjs/common/constants.js';
import { ModulesContainer } from '@nestjs/core';
import { SYSTEM } from '#libs/access';
import { ApplicationsFacade } from '#modules/applications';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Client, type Person, type TestApp } from '../../support/app.js';

/** Every route that only reads, with the places of its parameters. */
function readingRoutes(app: TestApp): string[] {
  const controllers = new Set([...app.nest.get(ModulesContainer).values()].flatMap((module) => [...module.controllers.values()]).map(({ metatype }) => metatype as { prototype: object }));
  return [...controllers].flatMap((controller) => Object.getOwnPropertyNames(controller.prototype).flatMap((member) => {
    const handler = (controller.prototype as Record<string, unknown>)[member] as object;
    if (Reflect.getMetadata(METHOD_METADATA, handler) !== RequestMethod.GET) return [];
    const [prefix] = [Reflect.getMetadata(PATH_METADATA, controller) as string | string[]].flat();
    const [path] = [Reflect.getMetadata(PATH_METADATA, handler) as string | string[]].flat();
    const address = `/${[prefix, path].map((part) => (part ?? '').replace(/^\/|\/$/g, '')).filter(Boolean).join('/')}`;
    // A stream says no more than that something has changed, and never ends; what it is about is read at its own address.
    return address.endsWith('/news') ? [] : [address];
  }));
}

/** What somebody may ask of a list: each is tried on every route, whether it is known there or not. */
const QUERIES = ['', '?q=评委1', '?status=in_review', '?sort=-score', '?judge=评委1', '?page=2&limit=1'];
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
      for (const query of route.includes(':') ? [''] : QUERIES) {
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
