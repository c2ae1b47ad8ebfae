import { IdentityFacade, ROLE_NAMES } from '#modules/identity';
import { aThingOfEach, holderOf, type ThingOfEach } from '../../support/a-thing-of-each.js';
import { bootApp, type Answer, type Client, type Person, type TestApp } from '../../support/app.js';
import { describedRoutes, sample, type DescribedRoute, type Json } from '../../support/described-routes.js';
import { ABSENT, filled, kindsIn, unknownIn, type Ids } from '../../support/named-things.js';
import { servedRoutes } from '../../support/served-routes.js';

/** The answer without the number of the request and without the ids that were asked for. */
function told({ status, body }: Answer, ids: readonly string[]): string {
  const text = JSON.stringify(body, (key, value: Json) => (key === 'instance' || key === 'requestId' ? undefined : value)) ?? '';
  return `${status} ${[...ids].reduce((sum, id) => sum.replaceAll(id, 'ID'), text)}`;
}

/** What is no secret, or is not there in such a round: no ballot, no feedback, no second organisation, no guest on paper, no file of this question. */
const SAME_FOR_ALL = ['/rulebooks/templates/{code}', '/judging/{seatId}/ballot', '/applications/{id}/feedback', '/organisations/{id}/merge', '/calls/{id}/self-check', '/files/{documentId}', '/paper-sheets/{code}'];
/** The pool of a city serves its districts: their officers may know whom they seat. */
const POOL = /^\/api\/experts\//;
/** What takes away comes last: things, and the people themselves. */
const late = ({ method, path }: DescribedRoute): number => (/admin|sessions|unseating/.test(path) ? 5 : ['GET', 'PUT', 'PATCH', 'POST', 'DELETE'].indexOf(method));

type Nearness = 'own' | 'peer' | 'elsewhere';

describe('a thing of somebody else', () => {
  let app: TestApp;
  let things: ThingOfEach;
  const watchers: { role: string; nearness: Nearness; person: Person }[] = [];
  const routes = describedRoutes().filter(({ path }) => path.includes('{') && !path.endsWith('/news'));
  const guarded = routes.filter(({ path }) => !/^\/api\/(public|anonymous-review)\//.test(path));
  const nowhere: Ids = {};

  beforeAll(async () => {
    app = await bootApp();
    things = await aThingOfEach(app);
    for (const role of ROLE_NAMES) {
      const owner = { applicant: things.round.founder, officer: things.round.call.officer, expert: things.judge, finance_maker: things.maker }[role as string];
      watchers.push({ role, nearness: 'own', person: owner ?? (await holderOf(app, role, 'js.yz.')) });
      watchers.push({ role, nearness: 'peer', person: await holderOf(app, role, role === 'applicant' || role === 'expert' ? 'js.yz.' : 'js.yz.gl.') });
      watchers.push({ role, nearness: 'elsewhere', person: await holderOf(app, role, 'js.nj.') });
    }
  }, 180_000);
  afterAll(() => app?.close());

  const send = (client: Client, { method, body }: DescribedRoute, url: string): Promise<Answer> => client.send(method, url, method === 'GET' || !body ? undefined : sample(body));
  const ids = () => [...Object.values(things.ids), ...things.gone.map(({ id }) => id), ABSENT];
  /** What is told of the thing, and what of one that never was. */
  async function compared(client: Client, route: DescribedRoute, of: Ids = things.ids): Promise<{ there: string; nowhere: string; status: number }> {
    const there = await send(client, route, filled(route.path, of) + route.asked);
    const none = [401, 403].includes(there.status) ? there : await send(client, route, filled(route.path, nowhere) + route.asked);
    return { there: told(there, ids()), nowhere: told(none, ids()), status: there.status };
  }

  it('has its row in the matrix, whichever route it is reached by', () => {
    const described = new Set(describedRoutes().map(({ method, path }) => `${method} ${path}`));
    expect(servedRoutes(app).map(({ method, path }) => `${method} /api${path.replace(/:(\w+)/g, '{$1}')}`).filter((route) => !described.has(route) && !/news$/.test(route))).toEqual([]);
    expect(routes.flatMap(({ path }) => unknownIn(path).map((name) => `${path}: ${name}`))).toEqual([]);
    expect([...new Set(guarded.flatMap(({ path }) => kindsIn(path)))].filter((kind) => !things.ids[kind])).toEqual([]);
  });

  it('is told from one that never was by nothing: every route, every role, of the same place and of another', async () => {
    const open: string[] = [];
    const asked = new Set<string>();
    for (const { role, nearness, person } of watchers.filter((one) => one.nearness !== 'own')) {
      for (const route of guarded) {
        const { there, nowhere: none, status } = await compared(person.client, route);
        asked.add(`${route.method} ${route.path} ${role} ${nearness}`);
        if (there !== none && !(role === 'officer' && nearness === 'peer' && POOL.test(route.path))) open.push(`${role} ${nearness}: ${route.method} ${route.path} ${status} ${there.slice(0, 300)}`);
      }
    }
    expect(asked.size).toBe(guarded.length * ROLE_NAMES.length * 2);
    expect(open).toEqual([]);
  }, 240_000);

  it('is told from one that never was by nothing once it is gone, also to whoever had it', async () => {
    const differing: string[] = [];
    for (const { kind, id, owner } of things.gone) {
      const about = guarded.filter(({ path }) => kindsIn(path).includes(kind));
      expect(about.length).toBeGreaterThan(0);
      for (const route of about) {
        const { there, nowhere: none } = await compared(owner.client, route, { ...things.ids, [kind]: id });
        if (there !== none) differing.push(`${route.method} ${route.path}: ${there.slice(0, 200)} --- ${none.slice(0, 60)}`);
      }
    }
    expect(differing).toEqual([]);
  });

  it('is there for those to whom it belongs: the look is not blind', async () => {
    const identity = app.nest.get(IdentityFacade, { strict: false });
    expect((await identity.actorOf(things.judge.id)).roles.map(({ role }) => role)).toEqual(['expert']);
    const blind: string[] = [];
    for (const route of [...guarded].sort((a, b) => late(a) - late(b))) {
      let seen = false;
      for (const { person } of watchers.filter((one) => one.nearness === 'own')) {
        const { there, nowhere: none } = await compared(person.client, route);
        seen ||= there !== none;
        if (seen) break;
      }
      if (!seen) blind.push(`${route.method} ${route.path}`);
    }
    const reads = blind.filter((route) => route.startsWith('GET'));
    expect(reads.filter((route) => !SAME_FOR_ALL.some((path) => route.endsWith(path)))).toEqual([]);
    // Of writes those remain that look at a file, a pattern or a second thing before they look for the first.
    expect(blind.length - reads.length).toBeLessThan(guarded.filter(({ method }) => method !== 'GET').length / 5);
  }, 120_000);
});
