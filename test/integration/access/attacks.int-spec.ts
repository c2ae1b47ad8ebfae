import { describedRoutes, sample, type DescribedRoute, type Json } from '../../support/described-routes.js';
import { aProject, type RunningCall } from '../../support/a-project.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Answer, type Person, type TestApp } from '../../support/app.js';

const ABSENT = '0199b2c0-0000-7000-8000-00000000dead';
/** What nobody but the platform may set: statuses, money, owners, roles, places, scores, instants. */
const INJECTED = ['status', 'amountFen', 'ownerId', 'role', 'nodePath', 'score', 'submittedAt', 'createdBy', 'announcedAt', 'id', '__proto__x', 'isAdmin'] as const;
/** Signing out or in, and what changes the way in: those who walk through the routes would lose it. */
const WAY_IN = /^\/api\/(session|sessions|password|second-factor|account|invitations)(\/|$)/;

describe('attacks on every route that openapi.json describes', () => {
  let app: TestApp;
  let round: RunningCall;
  /** Between them they may use nearly every route, in another place than where the round is. */
  let people: Person[];
  const routes = describedRoutes();

  beforeAll(async () => {
    app = await bootApp();
    round = await aProject(app);
    const applicant = await app.person();
    await found(app, applicant, { name: '旁观社工中心', creditCode: aCreditCode() }, 'js.nj.');
    people = [applicant];
    for (const role of ['officer', 'screener', 'finance_maker', 'finance_approver', 'evaluator', 'administrator', 'expert', 'auditor'] as const) people.push(await app.person({ roles: [{ role, node: 'js.nj.' }] }));
  });
  afterAll(() => app?.close());


  /** As whoever of them is let in; the last answer where nobody is. */
  async function send({ method }: DescribedRoute, url: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    let answer: Answer | undefined;
    for (const person of people) {
      answer = await person.client.send(method, url, method === 'GET' ? undefined : body, headers);
      if (answer.status !== 401 && answer.status !== 403) return answer;
    }
    return answer!;
  }

  it('refuse every field that is not in the description, by name, before anything is done with it', async () => {
    const writes = routes.filter(({ method, body }) => method !== 'GET' && body?.properties);
    expect(writes.length).toBeGreaterThan(90);
    const admitted: string[] = [];
    let closed = 0;
    for (const route of writes) {
      const unknown = INJECTED.filter((name) => !(name in route.body!.properties!));
      const answer = await send(route, at(route.path), { ...(sample(route.body!) as object), ...Object.fromEntries(unknown.map((name) => [name, 'x'])) });
      if (answer.status === 401 || answer.status === 403) closed += 1;
      else if (answer.status !== 400 || !unknown.every((name) => (answer.body.problems as { path: string; code: string }[] | undefined)?.some(({ path, code }) => path === name && code === 'field_unknown'))) admitted.push(`${route.method} ${route.path}: ${answer.status}`);
    }
    expect(admitted).toEqual([]);
    // A route that lets none of them in was not tried: there are few.
    expect(closed).toBeLessThan(writes.length / 5);
  }, 240_000);

  it('tell a thing of another place from one that does not exist by nothing', async () => {
    const { call, organisationId, projectId } = round;
    const [application] = (await app.db.query('select id from application where call_id = $1', [call.id])).rows as { id: string }[];
    const [award] = (await app.db.query('select id from award where call_id = $1', [call.id])).rows as { id: string }[];
    const [document] = (await app.db.query(`select id from document where audience <> 'public' limit 1`)).rows as { id: string }[];
    const foreign: Readonly<Record<string, string>> = { applications: application!.id, organisations: organisationId, projects: projectId, awards: award!.id, documents: document!.id };
    const differing: string[] = [];
    let tried = 0;
    for (const route of routes) {
      const kind = route.path.split('/')[2]!;
      if (!route.path.includes('{') || !foreign[kind]) continue;
      const body = route.body ? sample(route.body) : undefined;
      const [theirs, nobodys] = [await send(route, at(route.path, foreign[kind]), body), await send(route, at(route.path), body)];
      tried += 1;
      const told = ({ status, body: said }: Answer, id: string) => [status, JSON.stringify(said, (key, value: Json) => (key === 'instance' || key === 'requestId' ? undefined : value)).replaceAll(id, 'ID')];
      if (JSON.stringify(told(theirs, foreign[kind])) !== JSON.stringify(told(nobodys, ABSENT))) differing.push(`${route.method} ${route.path}: ${theirs.status} ${theirs.body.code ?? ''} against ${nobodys.status} ${nobodys.body.code ?? ''}`);
    }
    expect(tried).toBeGreaterThan(35);
    expect(differing).toEqual([]);
  }, 240_000);

  it('get no malformed payload past a plain refusal: no 5xx, no trace of the code, no growing memory', async () => {
    const wrong: unknown[] = [null, [], 'text', 42, { '': '' }, { constructor: { prototype: { polluted: true } } }, JSON.parse('{"__proto__":{"polluted":true}}'), nested(200), '{"open": ', '\ud800'];
    const faults: string[] = [];
    const start = process.memoryUsage().rss;
    let sent = 0;
    for (const route of routes.filter(({ path }) => !WAY_IN.test(path))) {
      for (const [url, body] of [...wrongAddresses(route), ...wrongBodies(route, wrong)]) {
        const answer = await people[sent % people.length]!.client.send(route.method, url, route.method === 'GET' ? undefined : body, typeof body === 'string' ? { 'content-type': 'application/json' } : {});
        sent += 1;
        const text = answer.raw.toString('utf8', 0, 4000);
        if (answer.status >= 500 || /\bat .+:\d+:\d+|node_modules|QueryFailedError|syntax error/.test(text)) faults.push(`${route.method} ${url.slice(0, 80)} ${JSON.stringify(body)?.slice(0, 60)}: ${answer.status} ${text.slice(0, 120)}`);
      }
    }
    expect(faults).toEqual([]);
    expect(sent).toBeGreaterThan(2000);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect(process.memoryUsage().rss - start).toBeLessThan(400 * 1024 * 1024);
  }, 420_000);
});

const nested = (depth: number): Json => (depth === 0 ? 'deep' : { a: nested(depth - 1) });

const at = (path: string, id = ABSENT): string => path.replace(/\{(\w+)\}/g, (_, name: string) => (/ordinal|version/i.test(name) ? '1' : id));

/** Ids, cursors and filters that cannot be. */
function wrongAddresses({ path, query, body }: DescribedRoute): [string, unknown][] {
  const ids = path.includes('{') ? ['not-an-id', '%00', '..%2f..', "'%20or%201=1--", 'a'.repeat(300)] : [];
  const values = ['%00', '%ff', '-1', '[]', '%7B%7D', '9'.repeat(40)];
  return [
    ...ids.map((id): [string, unknown] => [at(path, id), body ? sample(body) : undefined]),
    ...query.slice(0, 6).flatMap((name) => values.map((value): [string, unknown] => [`${at(path)}?${name}=${value}`, undefined])),
  ];
}

/** Shapes that are wrong as a whole, and each field wrong in turn. */
function wrongBodies({ path, body }: DescribedRoute, wrong: readonly unknown[]): [string, unknown][] {
  if (!body) return [];
  const good = sample(body) as Record<string, Json>;
  const values: Json[] = [null, '\0', -1e308, 'x'.repeat(20_000), [[]], { a: { b: null } }];
  const fields = Object.keys(body.properties ?? {}).slice(0, 8).flatMap((field, index) => [values[index % values.length]!, values[(index + 2) % values.length]!].map((value) => ({ ...good, [field]: value })));
  return [...wrong, ...fields].map((content) => [at(path), content]);
}
