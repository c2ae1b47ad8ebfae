import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { ROLE_NAMES } from '#modules/identity';
import { aThingOfEach, holderOf, type ThingOfEach } from '../../support/a-thing-of-each.js';
import { bootApp, Client, type Answer, type Person, type TestApp } from '../../support/app.js';
import { describedRoutes, description, type DescribedRoute, type Json, type Schema } from '../../support/described-routes.js';
import { filled } from '../../support/named-things.js';

/** No answer has a field of such a name, whoever reads it; what is given out once, on purpose, is named by its route. */
const NEVER = /password|secret|salt|token|hash_of|pepper|private_?key/i;
const GIVEN_ONCE = /"(csrfToken|secret|recoveryCodes|secretHash|tokenHash)"/;

const UNDESCRIBED = ['answers what is not described'];
/** The very bytes over which a hash was taken, and a schema: JSON that is not of our making here. */
const BYTES = /manifest|schema/;

/** The description with every object closed: a field that is not named in it is one too many. */
function closed(value: Json): Json {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, one]) => [key, closed(one)]));
  return isOpenObject(inner) ? { ...inner, additionalProperties: false } : inner;
}

const isOpenObject = (schema: Readonly<Record<string, Json>>): boolean => [schema['type']].flat().includes('object') && 'properties' in schema && !('additionalProperties' in schema);

/** Tells of every answer what it has beside its description. */
class Judge {
  private readonly ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true, schemas: [{ $id: 'api', components: closed(description.components as unknown as Json) as object }] });
  private readonly routes = describedRoutes().map((route) => ({ route, literal: route.path.split('/').filter((part) => !part.startsWith('{')).length, pattern: new RegExp(`^${route.path.replace(/[.]/g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`) }))
    .sort((a, b) => b.literal - a.literal);
  private readonly compiled = new Map<DescribedRoute, ValidateFunction>();
  readonly answered = new Set<string>();
  readonly surplus = new Set<string>();

  look(method: string, url: string, answer: Answer): void {
    const path = url.replace(/\?.*/, '');
    const found = answer.status < 300 && this.routes.find(({ route, pattern }) => route.method === method && pattern.test(path))?.route;
    if (!found) return;
    this.answered.add(`${method} ${found.path}`);
    const isJson = String(answer.headers['content-type']).includes('json');
    if (isJson) for (const fault of found.answer ? this.faultsIn(found, found.answer, answer) : UNDESCRIBED.filter(() => !BYTES.test(found.path))) this.surplus.add(`${method} ${found.path}: ${fault}`);
  }

  private faultsIn(route: DescribedRoute, described: Schema, { body }: Answer): string[] {
    const validate = this.compiled.get(route) ?? this.ajv.compile(JSON.parse(JSON.stringify(closed(described as unknown as Json)).replaceAll('"#/components', '"api#/components')) as object);
    this.compiled.set(route, validate);
    if (validate(body)) return [];
    return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath.replace(/\/\d+/g, '[]')} ${message} ${JSON.stringify(params)}`.slice(0, 200));
  }
}

describe('an answer', () => {
  let app: TestApp;
  let things: ThingOfEach;
  const judge = new Judge();
  const people: [string, Client][] = [];
  const told = new Map<string, Answer>();
  const send = Client.prototype.send;

  beforeAll(async () => {
    app = await bootApp();
    Client.prototype.send = async function look(this: Client, ...given: Parameters<typeof send>) {
      const answer = await send.apply(this, given);
      judge.look(given[0], given[1], answer);
      return answer;
    };
    things = await aThingOfEach(app);
    const owners: Record<string, Person> = { applicant: things.round.founder, officer: things.round.call.officer, expert: things.judge, finance_maker: things.maker };
    for (const role of ROLE_NAMES) people.push([role, (owners[role] ?? (await holderOf(app, role, 'js.yz.'))).client]);
    people.push(['another applicant', (await holderOf(app, 'applicant', 'js.yz.')).client], ['visitor', app.http.anonymous]);
  }, 180_000);
  afterAll(async () => {
    Client.prototype.send = send;
    await app?.close();
  });

  it('holds no field that its description does not name: every route that reads, every role, and every write of a whole round', async () => {
    for (const [role, client] of people) {
      for (const route of describedRoutes().filter(({ method, path }) => method === 'GET' && !path.endsWith('/news'))) {
        const answer = await client.get(filled(route.path, things.ids) + route.asked);
        if (answer.status < 300) told.set(`${role}: GET ${route.path}`, answer);
      }
    }
    expect(told.size).toBeGreaterThan(400);
    expect([...judge.answered].filter((route) => !route.startsWith('GET')).length).toBeGreaterThan(40);
    expect([...judge.surplus].sort()).toEqual([]);
  }, 120_000);

  it('never holds what guards an account, a sheet or a draw, under whatever name', async () => {
    const { rows } = await app.db.query<{ text: string }>(`select password_hash as text from account where password_hash is not null union select encode(salt, 'hex') from score_sheet where salt is not null
      union select secret from panel_draw union select token_hash from account_session`).catch(async () => app.db.query<{ text: string }>('select password_hash as text from account where password_hash is not null'));
    expect(rows.length).toBeGreaterThan(5);
    const named = new Set<string>();
    const held = new Set<string>();
    for (const [where, { body, raw }] of told) {
      const text = raw.toString('utf8');
      for (const [name] of text.matchAll(/"\w+"(?=:)/g)) if (NEVER.test(name) && !GIVEN_ONCE.test(name)) named.add(`${where} ${name}`);
      for (const { text: secret } of rows) if (typeof body === 'object' && text.includes(secret)) held.add(where);
    }
    expect({ named: [...named], held: [...held] }).toEqual({ named: [], held: [] });
  });

  it('tells nobody a number, a name or an address that is for others', async () => {
    const { rows: [organisation] } = await app.db.query<{ code: string }>('select credit_code as code from organisation where id = $1', [things.ids['organisation']]);
    const { founder } = things.round;
    const judges = things.panel.flatMap(({ judge: one, seatId }) => [one.email, one.id, seatId]);
    const hidden: Readonly<Record<string, readonly string[]>> = {
      visitor: [...judges, founder.email, founder.id, '6222020200112233445', '13911112222'],
      'another applicant': [...judges, founder.email, founder.id, organisation!.code, '6222020200112233445', '13911112222'],
      applicant: [...judges, '6222020200112233445', '13911112222'],
      expert: [...things.panel.slice(1).flatMap(({ judge: one }) => [one.email, one.id]), founder.email, organisation!.code, '6222020200112233445', '13911112222'],
      officer: ['6222020200112233445'], auditor: ['6222020200112233445'], screener: ['6222020200112233445', ...judges], evaluator: ['6222020200112233445', ...judges], finance_maker: ['6222020200112233445', ...judges],
    };
    const leaked = [...told].flatMap(([where, { raw }]) => (hidden[where.split(':')[0]!] ?? []).filter((text) => raw.toString('utf8').includes(text)).map((text) => `${where} ${text}`));
    expect(leaked).toEqual([]);
  });
});
