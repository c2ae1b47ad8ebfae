import { anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('a sealed round', () => {
  let app: TestApp;
  let call: OpenCall;
  let founder: Person;
  let application: { id: string; number: string };

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'yangzhou-2021', (rulebook) => ({
      ...rulebook, deadline: { ...rulebook.deadline, sealed: true },
      basis: { ...rulebook.basis, '/deadline/sealed': { kind: 'assumption', why: { zh: '试行封闭申报', en: 'A sealed round is tried' } } },
    }));
    founder = await app.person();
    application = await submitted(founder, call, await found(app, founder));
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const doors = () => ['', '/screening', '/receipts/1', '/copy?format=zip'].map((end) => `/api/applications/${application.id}${end}`);
  const statuses = (who: Person) => Promise.all(doors().map(async (door) => (await who.client.get(door)).status));
  const listed = async () => ((await call.officer.client.get(`/api/applications?callId=${call.id}`)).body.items as { id: string }[]).map(({ id }) => id);
  const openings = async () => (await app.db.query(`select actor_id from audit_leaf where action = 'application.opened' and subject_id = $1`, [application.id])).rows.map(({ actor_id }) => actor_id);

  it('is opened by its applicant and by nobody else before it closes, through no door, list or export', async () => {
    const refused = await call.officer.client.get(doors()[0]!);
    expect(refused).toMatchObject({ status: 409, body: { code: 'application_sealed', detail: expect.stringContaining('封闭申报') } });
    expect(await statuses(call.officer)).toEqual([409, 409, 409, 409]);
    expect(await call.officer.client.post(`/api/applications/${application.id}/screening`, { move: 'exclude', reason: '试图提前打开' })).toMatchObject({ status: 409, body: { code: 'application_sealed' } });
    expect(await listed()).toEqual([]);
    expect((await call.officer.client.get(`/api/applications-export?format=csv&callId=${call.id}`)).raw.toString()).not.toContain(application.number);
    expect((await founder.client.get(doors()[0]!)).status).toBe(200);
    expect((await founder.client.get(doors()[3]!)).status).toBe(200);
    expect(await openings()).toEqual([]);
  });

  it('opens when it has closed, and whoever opens it is written down', async () => {
    app.clock.set(new Date(call.closesAt.getTime() + call.rulebook.deadline.graceSeconds * 1000 + 1));
    await app.repeat('calls.open-and-close');
    expect(await listed()).toEqual([application.id]);
    expect((await call.officer.client.get(doors()[0]!)).status).toBe(200);
    await founder.client.get(doors()[0]!);
    expect(await openings()).toEqual([call.officer.id]);
  });
});
