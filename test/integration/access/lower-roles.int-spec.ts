import type { Actor, Policy } from '#libs/access';
import { IdentityFacade } from '#modules/identity';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Client, type Person, type TestApp } from '../../support/app.js';
import { servedRoutes, type ServedRoute } from '../../support/served-routes.js';

type Guarded = ServedRoute & { readonly policy: Policy };

const ABSENT = '0199b2c0-0000-7000-8000-00000000dead';

/** Every route that asks for a role, with something in the places of its parameters. */
const guardedRoutes = (app: TestApp): Guarded[] =>
  servedRoutes(app).flatMap((route) => (route.policy ? [{ ...route, policy: route.policy, path: `/api${route.path}`.replace(/:\w+/g, ABSENT) }] : []));

describe('whoever has not the role', () => {
  let app: TestApp;
  let people: { person: Person; actor: Actor }[];
  let routes: Guarded[];

  beforeAll(async () => {
    app = await bootApp();
    const applicant = await app.person();
    await found(app, applicant, { creditCode: aCreditCode() });
    const roles = ['expert', 'roadshow_judge', 'screener', 'evaluator', 'finance_maker', 'auditor', 'officer'] as const;
    const others = await Promise.all(roles.map((role) => app.person({ roles: [{ role, node: 'js.yz.' }] })));
    const identity = app.nest.get(IdentityFacade, { strict: false });
    people = await Promise.all([applicant, ...others].map(async (person) => ({ person, actor: await identity.actorOf(person.id) })));
    routes = guardedRoutes(app);
  });
  afterAll(() => app?.close());

  const shut = async (client: Client, { method, path }: Pick<Guarded, 'method' | 'path'>, headers: Record<string, string> = {}) => {
    const answer = client.send(method, path, method === 'GET' ? undefined : {}, headers).then(({ status }) => status);
    // News never end: whoever is let in waits.
    return /\/news\/?$/i.test(path) ? Promise.race([answer, new Promise<number>((resolve) => setTimeout(() => resolve(200), 3000).unref())]) : answer;
  };

  it('uses no command and reads nothing of those who have it: every route, every role, and nobody at all', async () => {
    const entered: string[] = [];
    let tried = 0;
    for (const route of routes) {
      if ((await shut(app.http.anonymous, route)) !== 401) entered.push(`nobody: ${route.method} ${route.path}`);
      for (const { person, actor } of people.filter((one) => !route.policy.judge(one.actor).allowed)) {
        tried += 1;
        const status = await shut(person.client, route);
        if (status !== 403) entered.push(`${actor.roles.map(({ role }) => role).join()}: ${route.method} ${route.path} ${status}`);
      }
    }
    expect(routes.length).toBeGreaterThan(250);
    expect(tried).toBeGreaterThan(1000);
    expect(entered).toEqual([]);
  }, 180_000);

  it('comes in by no other spelling of the address or the method either', async () => {
    const [{ person, actor }] = people as [(typeof people)[0]];
    const entered: string[] = [];
    for (const route of routes.filter(({ policy }) => !policy.judge(actor).allowed)) {
      const spellings: [string, Guarded, Record<string, string>][] = [
        ['slash', { ...route, path: `${route.path}/` }, {}], ['case', { ...route, path: route.path.toUpperCase() }, {}], ['doubled', { ...route, path: route.path.replace('/api/', '/api//') }, {}],
        ['override', { ...route, method: 'POST', path: `${route.path}?_method=${route.method}` }, { 'x-http-method-override': route.method, 'x-method-override': route.method, 'x-original-url': route.path }],
      ];
      for (const [how, spelt, headers] of spellings) {
        const status = await shut(person.client, spelt, headers);
        if (status < 400) entered.push(`${how}: ${route.method} ${route.path} ${status}`);
      }
    }
    expect(entered).toEqual([]);
  }, 180_000);
});
