import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const profile = { employer: '扬州大学', occupation: 'university', title: '教授', territoryCode: '321003', topics: ['儿童', '家庭教育'], languages: ['zh', 'en'], most: 8, away: [{ from: '2026-08-01', until: '2026-08-20' }], version: 0 };

describe('an expert', () => {
  let app: TestApp;
  let call: OpenCall;
  let experts: Person[];
  let applicationId: string;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
    }));
    const founder = await app.person();
    applicationId = (await submitted(founder, call, await found(app, founder, { name: '木兰中心', creditCode: aCreditCode() }), { name: '木兰课堂' })).id;
    await admit(call.officer, call, applicationId);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    experts = [];
    for (let at = 0; at < 3; at += 1) experts.push(await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] }));
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const invite = (accountIds: string[], hours = 48) =>
    call.officer.client.post(`/api/calls/${call.id}/panels/written/experts/invitations`, { accountIds, replyBy: new Date(app.clock.now().getTime() + hours * 3_600_000).toISOString() });
  const own = async (person: Person) => (await person.client.get('/api/judging/invitations')).body as { id: string; status: string; open: boolean }[];
  const answer = async (person: Person, body: object) => person.client.post(`/api/judging/invitations/${(await own(person))[0]!.id}/answer`, body);
  const unread = async (person: Person) => ((await person.client.get('/api/inbox?show=unread')).body.items as { kind: string }[]).map(({ kind }) => kind);
  const mail = async (person: Person) => JSON.stringify((await person.client.get('/api/inbox')).body);

  it('keeps her own profile, of which nobody else writes', async () => {
    const [one] = experts as [Person];
    const saved = await one.client.put('/api/judging/profile', profile);
    expect(saved).toMatchObject({ status: 200, body: { version: 1, topics: ['儿童', '家庭教育'], most: 8, away: [{ from: '2026-08-01', until: '2026-08-20' }], duties: [], ties: [] } });
    expect(await one.client.put('/api/judging/profile', profile)).toMatchObject({ status: 412, body: { code: 'profile_changed' } });
    const faulty = { ...profile, version: 1, languages: ['fr'], away: [{ from: '2026-08-20', until: '2026-08-01' }] };
    expect((await one.client.put('/api/judging/profile', faulty)).body.problems.map(({ code }: { code: string }) => code)).toEqual(['language_unknown', 'away_backwards']);
    expect((await call.officer.client.put('/api/judging/profile', { ...profile, version: 1 })).status).toBe(403);
  });

  it('names her district from the places of the country, and is shown with its name', async () => {
    const within = async (code: string) => (await app.http.anonymous.get(`/api/public/divisions?within=${code}`)).body as { code: string; name: string; parted: boolean }[];
    const city = (await within('32')).find(({ name }) => name === '扬州市')!;
    const district = (await within(city.code)).find(({ name }) => name === '邗江区')!;
    expect(district).toEqual({ code: '321003', name: '邗江区', parted: false });
    expect((await app.http.anonymous.get('/api/public/divisions?within=321')).status).toBe(400);
    const [one] = experts as [Person];
    const save = async (territoryCode: string, version: number) => (await one.client.put('/api/judging/profile', { ...profile, territoryCode, version })).body;
    expect(await save(district.code, 1)).toMatchObject({ territoryCode: '321003', territory: '江苏省扬州市邗江区' });
    expect(await save('321099', 2)).toMatchObject({ territoryCode: '321099', territory: null });
  });

  it('is invited once, sits on the panel when she accepts, and says why when she declines', async () => {
    const [one, two] = experts as [Person, Person, Person];
    const outsider = await app.person({ roles: [{ role: 'expert', node: 'js.nj.' }] });
    expect(await invite([outsider.id])).toMatchObject({ status: 409, body: { code: 'not_in_pool' } });
    expect(await invite([one.id], -1)).toMatchObject({ status: 400, body: { code: 'reply_by_past' } });
    expect((await invite(experts.map(({ id }) => id))).body.map(({ status }: { status: string }) => status)).toEqual(['invited', 'invited', 'invited']);
    await invite([one.id]);
    await app.drain();
    expect((await mail(one)).match(/邀请您担任评审专家/g)?.length).toBeGreaterThan(0);
    expect((await answer(one, { answer: 'accepted' })).body).toMatchObject([{ status: 'accepted', open: false }]);
    expect(await answer(one, { answer: 'declined', reason: '改变主意' })).toMatchObject({ status: 409, body: { code: 'invitation_answered' } });
    expect(await answer(two, { answer: 'declined' })).toMatchObject({ status: 400, body: { code: 'reason_due' } });
    expect((await answer(two, { answer: 'declined', reason: '当日出差' })).status).toBe(200);
    await app.drain();
    for (const answered of [one, two]) expect(await unread(answered)).not.toContain('panel-invitation');
    expect(await unread(experts[2]!)).toContain('panel-invitation');
    expect((await two.client.post(`/api/judging/invitations/${(await own(one))[0]!.id}/answer`, { answer: 'accepted' })).status).toBe(404);
    const rows = (await call.officer.client.get(`/api/calls/${call.id}/panel-invitations`)).body;
    expect(rows.map(({ status, reason }: { status: string; reason: string | null }) => [status, reason])).toEqual([['accepted', null], ['declined', '当日出差'], ['invited', null]]);
    expect((await call.officer.client.get(`/api/calls/${call.id}/panel-seats`)).body).toMatchObject([{ accountId: one.id, status: 'seated' }]);
  });

  it('is reminded once, on the last day, and can no longer answer after it', async () => {
    const [, , three] = experts as [Person, Person, Person];
    await app.repeat('scoring.remind-invited');
    expect(await mail(three)).not.toContain('评审邀请等您答复');
    app.clock.advance(30 * 3_600_000);
    await app.repeat('scoring.remind-invited');
    await app.repeat('scoring.remind-invited');
    expect((await call.officer.client.get(`/api/calls/${call.id}/panel-invitations`)).body[2].remindedAt).not.toBeNull();
    const { rows } = await app.db.query(`select count(distinct data ->> 'key')::int as n from outbox where data ->> 'kind' = 'panel-invitation-reminder'`);
    expect(rows[0].n).toBeLessThanOrEqual(1);
    expect(await mail(three)).toContain('评审邀请等您答复');
    app.clock.advance(24 * 3_600_000);
    expect(await answer(three, { answer: 'accepted' })).toMatchObject({ status: 409, body: { code: 'invitation_over' } });
  });

  it('says what she would rather review until it is assigned, and learns of no applicant by it', async () => {
    const [one, two] = experts as [Person, Person];
    const seats = (await call.officer.client.get(`/api/calls/${call.id}/panel-seats`)).body as { id: string }[];
    const at = `/api/judging/${seats[0]!.id}/wishes`;
    const wishes = await one.client.get(at);
    expect(wishes.body).toMatchObject({ open: true, applications: [{ applicationId, name: expect.stringContaining('木兰课堂'), wish: null }] });
    expect(JSON.stringify(wishes.body)).not.toContain('木兰中心');
    expect((await two.client.get(at)).status).toBe(404);
    expect((await one.client.put(`${at}/${applicationId}`, { wish: 'eager' })).body.applications[0].wish).toBe('eager');
    const plan = `/api/calls/${call.id}/assignments/written/experts`;
    const trial = await call.officer.client.post(`${plan}/trial`, { perApplication: 1, region: 'any' });
    expect(trial.body.rows[0].experts[0].merits).toContain('eager');
    await call.officer.client.post(plan, { perApplication: 1, region: 'any', mark: trial.body.mark });
    expect(await one.client.put(`${at}/${applicationId}`, { wish: 'none' })).toMatchObject({ status: 409, body: { code: 'wishes_closed' } });
  });

  it('is not asked for a seat that she has, and no longer for one that she is given without answering', async () => {
    const [one] = experts as [Person];
    const four = await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] });
    const statuses = async () => new Map((await call.officer.client.get(`/api/calls/${call.id}/panel-invitations`)).body.map((row: { accountId: string; status: string }) => [row.accountId, row.status]));
    const seat = (accountId: string) => call.officer.client.post(`/api/calls/${call.id}/panels/written/experts/seats`, { accountId });
    const five = await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] });
    expect((await seat(four.id)).status).toBeLessThan(300);
    expect((await invite([four.id, five.id, one.id])).status).toBe(200);
    expect([(await statuses()).has(four.id), await own(four), (await statuses()).get(five.id)]).toEqual([false, [], 'invited']);
    await app.drain();
    expect(await unread(five)).toContain('panel-invitation');
    expect((await seat(five.id)).status).toBeLessThan(300);
    expect([(await statuses()).get(five.id), await own(five)]).toEqual(['withdrawn', []]);
    await app.drain();
    expect(await unread(five)).not.toContain('panel-invitation');
  });
});
