import { anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, FixedClock, type Person, type TestApp } from '../../support/app.js';

const DAY = 86_400_000;

describe('a later deadline', () => {
  let app: TestApp;
  let call: OpenCall;
  let another: Person;

  beforeAll(async () => {
    app = await bootApp({ clock: new FixedClock('2021-06-01T01:00:00Z') });
    another = await app.person({ name: '另一位官员', roles: [{ role: 'officer', node: 'js.' }] });
  });
  beforeEach(async () => {
    call = await anOpenCall(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const later = (days: number) => new Date(call.closesAt.getTime() + days * DAY).toISOString();
  const propose = (by: Person, closesAt = later(5), more: object = {}) =>
    by.client.post(`/api/calls/${call.id}/extensions`, { closesAt, reason: '台风停课，学校无法盖章', movesLater: true, ...more });
  const decide = (by: Person, id: string, body: object) => by.client.post(`/api/calls/${call.id}/extensions/${id}/moves`, body);
  const closesAt = async () => new Date((await app.http.anonymous.get(`/api/public/calls/${call.id}`)).body.closesAt).toISOString();

  it('is proposed by one officer and holds only once another has confirmed it', async () => {
    const before = await closesAt();
    const proposed = await propose(call.officer);
    expect(proposed).toMatchObject({ status: 201, body: { proposing: { allowed: false, reason: { zh: '已有一个延长提议等待确认' } }, items: [{ status: 'proposed', reason: '台风停课，学校无法盖章' }] } });
    expect(await closesAt()).toBe(before);
    const { id, moves } = proposed.body.items[0];
    expect(moves).toContainEqual(expect.objectContaining({ move: 'confirm', allowed: false, reason: expect.objectContaining({ zh: '须由另一位项目官员确认，提出人不能自己确认' }) }));
    expect(await decide(call.officer, id, { move: 'confirm' })).toMatchObject({ status: 409, body: { code: 'extension_own_proposal' } });
    expect(await closesAt()).toBe(before);
    const confirmed = await decide(another, id, { move: 'confirm' });
    expect(confirmed).toMatchObject({ status: 201, body: { items: [{ status: 'confirmed', decidedByName: '另一位官员' }], proposing: { allowed: true } } });
    expect(await closesAt()).toBe(later(5));
  });

  it('holds for everybody: submissions are taken until the new instant, and the addendum says why', async () => {
    const { id } = (await propose(call.officer)).body.items[0];
    await decide(another, id, { move: 'confirm' });
    app.clock.set(new Date(call.closesAt.getTime() + 4 * DAY));
    await app.repeat('calls.open-and-close');
    const founder = await app.person();
    expect(await submitted(founder, call, await found(app, founder, { creditCode: aCreditCode() }))).toMatchObject({ number: expect.any(String) });
    const { body } = await app.http.anonymous.get(`/api/public/calls/${call.id}`);
    expect(body.addenda).toMatchObject([{ reason: '台风停课，学校无法盖章', changes: expect.arrayContaining([expect.objectContaining({ path: 'deadline.at' })]) }]);
    app.clock.set(new Date(call.closesAt.getTime() + 6 * DAY));
    await app.repeat('calls.open-and-close');
    expect((await app.http.anonymous.get(`/api/public/calls/${call.id}`)).body.status).toBe('closed');
  });

  it('is announced to whoever has a draft or an application, and the other officers are called to decide', async () => {
    const [drafting, applying, outside] = await Promise.all([app.person(), app.person(), app.person()]);
    const ids = [await found(app, drafting, { creditCode: aCreditCode() }), await found(app, applying, { creditCode: aCreditCode() }), await found(app, outside, { creditCode: aCreditCode() })];
    await drafting.client.post('/api/applications', { callId: call.id, organisationId: ids[0] });
    await submitted(applying, call, ids[1]!);
    const { id } = (await propose(call.officer)).body.items[0];
    await app.drain();
    expect((await another.client.get('/api/inbox')).body.items).toContainEqual(expect.objectContaining({ kind: 'extension-proposed', link: `/desk/calls/${call.id}` }));
    expect((await call.officer.client.get('/api/inbox')).body.items.filter(({ kind }: { kind: string }) => /^(extension|call)-/.test(kind))).toEqual([]);
    await decide(another, id, { move: 'confirm' });
    await app.drain();
    for (const person of [drafting, applying]) {
      const told = (await person.client.get('/api/inbox')).body.items.filter(({ kind }: { kind: string }) => /^call-/.test(kind));
      expect(told).toMatchObject([{ kind: 'call-extended', body: { zh: expect.stringContaining('台风停课') } }]);
    }
    expect(JSON.stringify((await outside.client.get('/api/inbox')).body.items)).not.toContain('call-extended');
  });

  it('never comes nearer, and a whole rewriting of the rules cannot move it either', async () => {
    expect(await propose(call.officer, later(-1))).toMatchObject({ status: 409, body: { code: 'deadline_moved_earlier' } });
    expect(await propose(call.officer, later(0))).toMatchObject({ status: 409, body: { code: 'deadline_moved_earlier' } });
    const { body } = await call.officer.client.get(`/api/calls/${call.id}`);
    const at = later(3);
    const stages = body.rulebook.stages.map((stage: { kind: string }) => (stage.kind === 'application' ? { ...stage, closesAt: at } : stage));
    const rewritten = { rulebook: { ...body.rulebook, stages, deadline: { ...body.rulebook.deadline, at } }, version: body.version, reason: '延后三天' };
    expect(await call.officer.client.put(`/api/calls/${call.id}/rulebook`, rewritten)).toMatchObject({ status: 409, body: { code: 'deadline_needs_two' } });
  });

  it('moves the later stages along only when that was proposed', async () => {
    const opening = async () => (await call.officer.client.get(`/api/calls/${call.id}`)).body.rulebook.stages.find(({ kind }: { kind: string }) => kind === 'publicity').opensAt as string;
    const before = Date.parse(await opening());
    const first = (await propose(call.officer, later(2), { movesLater: false })).body.items[0];
    await decide(another, first.id, { move: 'confirm' });
    expect(Date.parse(await opening())).toBe(before);
    const second = (await propose(another, later(4))).body.items[0];
    await decide(call.officer, second.id, { move: 'confirm' });
    expect(Date.parse(await opening())).toBe(before + 2 * DAY);
  });

  it('is declined with a reason, or taken back by its proposer alone', async () => {
    const { id } = (await propose(call.officer)).body.items[0];
    expect(await decide(another, id, { move: 'decline' })).toMatchObject({ status: 409, body: { code: 'reason_needed' } });
    expect(await decide(another, id, { move: 'withdraw' })).toMatchObject({ status: 409, body: { code: 'extension_not_own' } });
    expect(await decide(another, id, { move: 'decline', answer: '不影响申报' })).toMatchObject({ status: 201, body: { items: [{ status: 'declined', answer: '不影响申报' }] } });
    expect(await decide(another, id, { move: 'confirm' })).toMatchObject({ status: 409 });
    const again = (await propose(call.officer)).body.items[0];
    expect(await decide(call.officer, again.id, { move: 'withdraw' })).toMatchObject({ status: 201, body: { items: [{ status: 'withdrawn' }, { status: 'declined' }] } });
  });

  it('comes too late once applications have closed, also for a proposal that waited', async () => {
    const { id } = (await propose(call.officer)).body.items[0];
    app.clock.set(new Date(call.closesAt.getTime() + DAY));
    expect(await decide(another, id, { move: 'confirm' })).toMatchObject({ status: 409, body: { code: 'extension_too_late' } });
    expect((await another.client.get(`/api/calls/${call.id}/extensions`)).body.proposing).toMatchObject({ allowed: false, reason: { zh: '申报已截止，截止时间不能再延长' } });
  });

  it('is nobody else’s to decide', async () => {
    const { id } = (await propose(call.officer)).body.items[0];
    const [elsewhere, screener] = [await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] }), await app.person({ roles: [{ role: 'screener', node: 'js.' }] })];
    expect((await decide(elsewhere, id, { move: 'confirm' })).status).toBe(404);
    expect((await decide(screener, id, { move: 'confirm' })).status).toBe(403);
    expect((await app.db.query('select action from audit_leaf where subject_id = $1 and action like $2', [call.id, 'call.extension%'])).rows).toEqual([{ action: 'call.extension_proposed' }]);
  });
});
