import { readFileSync } from 'node:fs';
import { SYSTEM } from '#libs/access';
import { ApplicationsFacade } from '#modules/applications';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, Client, type Person, type TestApp } from '../../support/app.js';

interface Applicant {
  readonly founder: Person;
  readonly organisationId: string;
  readonly id: string;
}

/** Every address that can be read, with the ids of one applicant in its places. */
function addressesFor(call: OpenCall, { id, organisationId }: Applicant, seatId: string): string[] {
  const { paths } = JSON.parse(readFileSync('openapi.json', 'utf8')) as { paths: Record<string, { get?: object }> };
  const given: Record<string, string> = { callId: call.id, applicationId: id, seatId, organisationId, stageKey: 'written', blocKey: 'experts' };
  return Object.entries(paths).filter(([, methods]) => methods.get).map(([path]) => path.replace('{id}', /\/(calls|rulebooks)\//.test(path) ? call.id : path.includes('/organisations/') ? organisationId : id))
    .map((path) => path.replaceAll(/\{(\w+)\}/g, (whole, name: string) => given[name] ?? whole)).filter((path) => !path.includes('{'));
}

/** What an address says, flat: every value by its place, with what the headers could give away. */
async function seen(client: Client, addresses: readonly string[]): Promise<Map<string, string>> {
  const told = new Map<string, string>();
  for (const address of addresses) {
    const { status, body, headers } = await client.get(address);
    // An office file or a PDF bears the second at which it was packed; what it is made of is read at its own address.
    const isFile = /officedocument|pdf|zip|octet-stream/.test(String(headers['content-type']));
    told.set(`${address} status`, String(status));
    for (const name of ['etag', 'content-disposition', 'cache-control', 'last-modified']) told.set(`${address} ${name}`, String(headers[name] ?? ''));
    if (!isFile) flatten(body, address, told);
  }
  return told;
}

function flatten(value: unknown, at: string, told: Map<string, string>): void {
  if (typeof value === 'object' && value !== null) for (const [key, inner] of Object.entries(value)) flatten(inner, `${at} ${key}`, told);
  else told.set(at, String(value));
}

/** What has become otherwise, in words that hold for either applicant. */
function changes(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>, { id, organisationId }: Applicant): string[] {
  const own = (text: string) => text.replaceAll(id, 'APPLICATION').replaceAll(organisationId, 'ORGANISATION');
  return [...new Set([...before.keys(), ...after.keys()])].filter((at) => before.get(at) !== after.get(at))
    .filter((at) => !/ (etag|now|serverTime|requestId|instance)$/.test(at)).map((at) => own(`${at}: ${before.get(at) ?? ''} → ${after.get(at) ?? ''}`)).sort();
}

jest.setTimeout(180_000);

describe('before the outcome is announced', () => {
  let app: TestApp;
  let call: OpenCall;
  let winner: Applicant;
  let loser: Applicant;
  let seatId: string;
  const looks = async () => ({
    winner: await seen(winner.founder.client, addressesFor(call, winner, seatId)), loser: await seen(loser.founder.client, addressesFor(call, loser, seatId)),
    public: await seen(app.http.anonymous, addressesFor(call, winner, seatId)),
  });
  let before: Awaited<ReturnType<typeof looks>>;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({ ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } } }));
    const apply = async (): Promise<Applicant> => {
      const founder = await app.person();
      const organisationId = await found(app, founder, { name: '同名中心', creditCode: aCreditCode() });
      return { founder, organisationId, id: (await submitted(founder, call, organisationId, { name: '同名项目' })).id };
    };
    [winner, loser] = [await apply(), await apply()];
    for (const { id } of [winner, loser]) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    const panel = await aPanel(app, call, 'written', 3);
    seatId = panel[0]!.seatId;
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    for (const seat of panel) for (const [at, { id }] of [winner, loser].entries()) await scoreAt(seat, id, blocOf(call, 'written'), 90 - at * 20);
    await app.drain();
    before = await looks();
  }, 180_000);
  afterAll(() => app?.close());

  it('nothing that anybody can read, no header and no file name tells the first from the last, when the ranking is sealed', async () => {
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`)).status).toBe(200);
    await app.drain();
    const after = await looks();
    expect(before.winner.size).toBeGreaterThan(100);
    expect(changes(before.winner, after.winner, winner)).toEqual(changes(before.loser, after.loser, loser));
    expect(changes(before.public, after.public, winner).filter((line) => /score|rank|hash|manifest|outcome|award/i.test(line.split(':')[0]!.replace(/^\S+/, '')))).toEqual([]);
  });

  it('nor when the outcome is decided', async () => {
    const facade = app.nest.get(ApplicationsFacade, { strict: false });
    await facade.recordOutcome(winner.id, { kind: 'awarded', amountFen: 3_000_000 }, SYSTEM);
    await facade.recordOutcome(loser.id, { kind: 'not_awarded', reason: { zh: '名额已满', en: 'No seat left' } }, SYSTEM);
    await app.drain();
    const after = await looks();
    expect(changes(before.winner, after.winner, winner)).toEqual(changes(before.loser, after.loser, loser));
    expect((await app.http.anonymous.get(`/api/public/rankings/${call.id}`)).status).toBe(404);
    expect((await app.http.anonymous.get(`/api/public/rankings/${call.id}/manifest`)).status).toBe(404);
  });

  it('and it shows at once when it is announced: the look is not blind', async () => {
    await app.nest.get(ApplicationsFacade, { strict: false }).announceOutcomes(call.id, SYSTEM);
    const after = await looks();
    expect(changes(before.winner, after.winner, winner)).not.toEqual(changes(before.loser, after.loser, loser));
  });
});
