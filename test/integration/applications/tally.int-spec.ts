import { anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const SCAN = `select status, count(*)::int as n from application where call_id = $1 and submitted_at is not null and status <> 'draft' group by 1`;

describe('how many stand in each status', () => {
  let app: TestApp;
  let call: OpenCall;
  let screener: Person;
  const people: { person: Person; id: string }[] = [];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    screener = await app.person({ roles: [{ role: 'screener', node: 'js.yz.' }] });
    for (let n = 0; n < 6; n += 1) {
      const person = await app.person();
      const organisation = await found(app, person, { name: `清点社${n}`, creditCode: aCreditCode() });
      people.push({ person, id: (await submitted(person, call, organisation, { name: `清点项目${n}` })).id });
    }
  });
  // Among the invariants: the tally agrees with what it counts.
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const told = async (query = '') => (await screener.client.get(`/api/applications?callId=${call.id}${query}`)).body.counts;
  const scanned = async () => Object.fromEntries((await app.db.query(SCAN, [call.id])).rows.map(({ status, n }: { status: string; n: number }) => [status, n]));
  // A job of the clock is done once in each minute.
  const gather = () => {
    app.clock.advance(60_000);
    return app.repeat('applications.gather-tally');
  };
  const rows = async () => (await app.db.query('select count(*)::int as n from application_tally where call_id = $1', [call.id])).rows[0].n as number;

  it('is told as a scan would count it, for a status that is asked for as well', async () => {
    expect(await told()).toEqual({ submitted: 6 });
    expect(await told('&status=eligible')).toEqual({ submitted: 6 });
    expect(await told('&words=清点项目3')).toEqual({ submitted: 1 });
    expect(await scanned()).toEqual({ submitted: 6 });
  });

  it('stays right while many move at once and the changes are gathered between them', async () => {
    const move = ({ person, id }: (typeof people)[number], name: string) => person.client.post(`/api/applications/${id}/own-moves`, { move: name });
    await Promise.all([...people.slice(0, 3).map((one) => move(one, 'withdraw')), gather(), ...people.slice(3, 5).map((one) => move(one, 'amend')), gather()]);
    expect(await told()).toEqual(await scanned());
    expect(await told()).toEqual({ submitted: 1, withdrawn: 3 });
    await Promise.all([gather(), ...people.slice(0, 3).map((one) => move(one, 'revive')), gather()]);
    expect(await told()).toEqual({ submitted: 1 });
  });

  it('makes one row of the changes of a group, and none of a group that is empty again', async () => {
    const { person, id } = people[5]!;
    await gather();
    expect(await rows()).toBe(1);
    await person.client.post(`/api/applications/${id}/own-moves`, { move: 'withdraw' });
    expect(await rows()).toBe(3);
    await gather();
    expect(await rows()).toBe(1);
    expect(await told()).toEqual({ withdrawn: 1 });
  });

  it('counts nothing of another place', async () => {
    const elsewhere = await app.person({ roles: [{ role: 'screener', node: 'js.nj.' }] });
    expect((await elsewhere.client.get(`/api/applications?callId=${call.id}`)).body).toMatchObject({ items: [], counts: {} });
  });
});
