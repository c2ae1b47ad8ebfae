import type { Rulebook } from '#modules/calls';
import { admit, anOpenCall, answersOf, handIn, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('whoever applies together', () => {
  let app: TestApp;
  let call: OpenCall;
  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const anApplicant = async (name: string, changes: Record<string, unknown> = {}) => {
    const person = await app.person({ name: `${name}的经办人` });
    return { person, id: await found(app, person, { name, creditCode: aCreditCode(), ...changes }) };
  };
  const whole = async (person: Person, { body }: { body: { id: string; version: number } }, of: OpenCall = call) => {
    const saved = await person.client.put(`/api/applications/${body.id}/answers`, { answers: await answersOf(person, of.rulebook), version: body.version });
    expect(saved.status).toBe(200);
    return body.id;
  };
  const news = async (person: Person, kind: string) => {
    await app.drain();
    return (await person.client.get('/api/inbox')).body.items.filter((item: { kind: string }) => item.kind === kind);
  };

  it('is a party only once it has agreed itself: it is told, reads, declines or agrees, and nothing is submitted before', async () => {
    const [leader, partner, stranger] = [await anApplicant('牵头中心'), await anApplicant('同伴中心'), await anApplicant('旁人中心')];
    const started = await leader.person.client.post('/api/applications', { callId: call.id, organisationId: leader.id, coOrganisationIds: [partner.id] });
    const id = await whole(leader.person, started);
    const answer = (person: Person, agreed: boolean, note?: string) => person.client.post(`/api/applications/${id}/partner-answers`, { organisationId: partner.id, agreed, note });
    expect(await news(partner.person, 'partner-asked')).toEqual([expect.objectContaining({ link: `/desk/my-applications/${id}` })]);
    expect((await partner.person.client.get('/api/applications/mine')).body).toMatchObject([{ id, leads: false, toAgree: true }]);
    expect((await partner.person.client.get(`/api/applications/${id}`)).body).toMatchObject({ partners: [{ id: partner.id, consent: 'asked', mine: true, host: false }] });
    expect((await leader.person.client.get(`/api/applications/${id}`)).body).toMatchObject({ partners: [{ mine: false }], bars: [{ code: 'partner_not_agreed', sentence: { zh: expect.stringContaining('“同伴中心”还没有同意') } }] });
    expect(await handIn(leader.person, id)).toMatchObject({ status: 400, body: { problems: [{ code: 'partner_not_agreed' }] } });
    for (const other of [leader.person, stranger.person]) expect((await answer(other, true)).status).toBe(404);
    expect(await answer(partner.person, false)).toMatchObject({ status: 409, body: { code: 'note_needed' } });
    expect((await answer(partner.person, false, '今年人手不足')).body).toMatchObject({ partners: [{ consent: 'declined', note: '今年人手不足', answeredBy: '同伴中心的经办人' }] });
    expect(await news(leader.person, 'partner-answered')).toEqual([expect.objectContaining({ link: `/desk/my-applications/${id}` })]);
    expect(await handIn(leader.person, id)).toMatchObject({ status: 400, body: { problems: [{ code: 'partner_declined' }] } });
    expect((await answer(partner.person, true)).status).toBe(200);
    expect((await handIn(leader.person, id)).status).toBe(201);
    expect(await answer(partner.person, false, '反悔')).toMatchObject({ status: 409, body: { code: 'partner_not_asked' } });
    const screened = await call.officer.client.get(`/api/applications/${id}`);
    expect(screened.body.partners).toMatchObject([{ name: '同伴中心', consent: 'agreed', answeredBy: '同伴中心的经办人', mine: false }]);
  });

  it('is asked when it is added later, and need not answer once it is left out', async () => {
    const [leader, one, two] = [await anApplicant('先行中心'), await anApplicant('后来一'), await anApplicant('后来二')];
    const { body } = await leader.person.client.post('/api/applications', { callId: call.id, organisationId: leader.id });
    const change = async (partnerIds: string[], version: number) => (await leader.person.client.put(`/api/applications/${body.id}/partners`, { partnerIds, version })).body;
    const changed = await change([one.id], body.version);
    await one.person.client.post(`/api/applications/${body.id}/partner-answers`, { organisationId: one.id, agreed: true });
    const both = await change([one.id, two.id], changed.version);
    expect(both.partners).toEqual(expect.arrayContaining([expect.objectContaining({ id: one.id, consent: 'agreed' }), expect.objectContaining({ id: two.id, consent: 'asked' })]));
    expect(await news(two.person, 'partner-asked')).toHaveLength(1);
    await change([one.id], both.version);
    expect(await news(two.person, 'partner-asked')).toEqual([expect.objectContaining({ readAt: expect.any(String) })]);
    expect((await two.person.client.post(`/api/applications/${body.id}/partner-answers`, { organisationId: two.id, agreed: true })).status).toBe(404);
    expect((await two.person.client.get('/api/applications/mine')).body).toEqual([]);
  });

  it('need not be asked where the one who begins acts for it, too', async () => {
    const leader = await anApplicant('一人两会之一');
    const second = await found(app, leader.person, { name: '一人两会之二', creditCode: aCreditCode() });
    const started = await leader.person.client.post('/api/applications', { callId: call.id, organisationId: leader.id, coOrganisationIds: [second] });
    expect((await handIn(leader.person, await whole(leader.person, started))).status).toBe(201);
  });

  it('may be the host of a group without registration, also where joint applications are not taken; a registered one names none', async () => {
    const alone = (book: Rulebook): Rulebook => ({ ...book, applicants: { ...book.applicants, joint: { mode: 'forbidden', maxParties: 1, together: [] } } });
    const own = await anOpenCall(app, undefined, alone);
    const [group, host, other] = [await anApplicant('银杏树下读书会', { kind: 'community_group', creditCode: null, registeredOn: null, registrationLevel: null }), await anApplicant('街道社工服务站', { kind: 'social_work_station' }), await anApplicant('旁边的企业', { kind: 'enterprise' })];
    const start = (by: { person: Person; id: string }, ...others: string[]) => by.person.client.post('/api/applications', { callId: own.id, organisationId: by.id, coOrganisationIds: others });
    expect(await start(host, group.id)).toMatchObject({ status: 409, body: { code: 'joint_forbidden' } });
    expect(await start(group, other.id)).toMatchObject({ status: 409, body: { code: 'joint_forbidden' } });
    expect(await start(group, host.id, other.id)).toMatchObject({ status: 409, body: { code: 'joint_forbidden' } });
    const without = await start(group);
    expect(await handIn(group.person, await whole(group.person, without, own))).toMatchObject({ status: 400, body: { problems: [{ code: 'host_needed' }] } });
    const started = await start(group, host.id);
    expect(started.status).toBe(201);
    expect((await host.person.client.get(`/api/applications/${started.body.id}`)).body.partners).toMatchObject([{ host: true, consent: 'asked', mine: true }]);
    // What the form asks about registration is the host's, for the group has none.
    const [of, by] = [(await group.person.client.get(`/api/applications/${started.body.id}`)).body.answers, (await host.person.client.get(`/api/organisations/${host.id}`)).body];
    expect(of).toMatchObject({ organisation: { 'organisation-name': '银杏树下读书会', uscc: by.creditCode, 'registered-on': by.registeredOn } });
  });

  it('that becomes the host later fills in its registration where nothing was typed, and says so; another takes its place, and none leaves it empty', async () => {
    const group = await anApplicant('石榴花读书会', { kind: 'community_group', creditCode: null, registeredOn: null, registrationLevel: null });
    const [one, two] = [await anApplicant('社工站之一', { kind: 'social_work_station' }), await anApplicant('社工站之二', { kind: 'social_work_station' })];
    const codeOf = async ({ person, id }: { person: Person; id: string }) => (await person.client.get(`/api/organisations/${id}`)).body.creditCode;
    const { body } = await group.person.client.post('/api/applications', { callId: call.id, organisationId: group.id });
    const typed = await group.person.client.put(`/api/applications/${body.id}/answers`, { answers: { ...body.answers, organisation: { ...body.answers.organisation, 'registered-on': '2018-05-05' } }, version: body.version });
    const change = async (partnerIds: string[], version: number) => (await group.person.client.put(`/api/applications/${body.id}/partners`, { partnerIds, version })).body;
    const first = await change([one.id], typed.body.version);
    expect(first.filled).toEqual([{ path: 'organisation.uscc', title: { zh: '统一社会信用代码', en: expect.any(String) }, from: '社工站之一' }]);
    expect(first.answers.organisation).toMatchObject({ uscc: await codeOf(one), 'registered-on': '2018-05-05' });
    expect(first.origins).toContainEqual(expect.objectContaining({ path: 'organisation.uscc', kind: 'profile', organisationName: '社工站之一' }));
    const second = await change([two.id], first.version);
    expect(second).toMatchObject({ filled: [{ path: 'organisation.uscc', from: '社工站之二' }], answers: { organisation: { uscc: await codeOf(two), 'registered-on': '2018-05-05' } } });
    const none = await change([], second.version);
    expect(none).toMatchObject({ filled: [{ path: 'organisation.uscc', from: null }], answers: { organisation: { 'registered-on': '2018-05-05' } } });
    expect(none.answers.organisation.uscc).toBeUndefined();
    const own = await group.person.client.put(`/api/applications/${body.id}/answers`, { answers: { ...none.answers, organisation: { ...none.answers.organisation, uscc: '自己填写' } }, version: none.version });
    expect(await change([one.id], own.body.version)).toMatchObject({ filled: [], answers: { organisation: { uscc: '自己填写' } } });
    expect((await group.person.client.get(`/api/applications/${body.id}/revisions`)).body.revisions.length).toBeGreaterThanOrEqual(3);
  });

  describe('and leaves after the submission', () => {
    const joined = async (name: string, own: OpenCall = call) => {
      const [leader, partner] = [await anApplicant(`${name}牵头`), await anApplicant(`${name}同伴`, { kind: 'social_association' })];
      const started = await leader.person.client.post('/api/applications', { callId: own.id, organisationId: leader.id, coOrganisationIds: [partner.id] });
      const id = await whole(leader.person, started, own);
      await partner.person.client.post(`/api/applications/${id}/partner-answers`, { organisationId: partner.id, agreed: true });
      const leave = (person: Person, reason?: string) => person.client.post(`/api/applications/${id}/partner-leavings`, { organisationId: partner.id, reason });
      return { leader, partner, id, leave };
    };
    const screen = (id: string, body: object, own: OpenCall = call) => own.officer.client.post(`/api/applications/${id}/screening`, body);
    const aWeekOn = (): string => new Date(app.clock.now().getTime() + 7 * 86_400_000).toISOString();

    it('stays named and is marked, with what no longer holds; the officer returns it, the parties are put in order, and it goes back', async () => {
      const required = (book: Rulebook): Rulebook => ({ ...book, applicants: { ...book.applicants, joint: { mode: 'required', maxParties: 3, together: [['social_service_institution'], ['social_association']] } } });
      const own = await anOpenCall(app, undefined, required);
      const { leader, partner, id, leave } = await joined('木棉', own);
      expect(await leave(partner.person, '还没提交就想走')).toMatchObject({ status: 409, body: { code: 'partner_stays', detail: expect.stringContaining('还没有提交') } });
      expect((await handIn(leader.person, id)).status).toBe(201);
      expect((await leave(leader.person, '不是我们的')).status).toBe(404);
      expect((await leave(partner.person)).status).toBe(400);
      expect((await partner.person.client.get(`/api/applications/${id}`)).body.partners).toMatchObject([{ mine: false, leaving: true }]);
      expect((await leave(partner.person, '理事会改变了计划')).body).toMatchObject({ status: 'submitted', partners: [{ consent: 'left', note: '理事会改变了计划', mine: true, leaving: false }] });
      expect(await leave(partner.person, '再来一次')).toMatchObject({ status: 409, body: { code: 'partner_stays' } });
      for (const told of [leader.person, own.officer]) expect(await news(told, 'partner-left')).toHaveLength(1);
      const seen = (await own.officer.client.get(`/api/applications/${id}`)).body;
      expect(seen).toMatchObject({ coOrganisationIds: [partner.id], partners: [{ name: '木棉同伴', consent: 'left' }] });
      expect(seen.bars.map(({ code }: { code: string }) => code)).toEqual(['joint_application_needed', 'partner_left']);
      expect(seen.moves.find(({ move }: { move: string }) => move === 'admit')).toMatchObject({ allowed: false, reason: { zh: expect.stringContaining('有申报单位已退出') } });
      expect(await screen(id, { move: 'admit' }, own)).toMatchObject({ status: 409, body: { code: 'party_left' } });
      expect(await screen(id, { move: 'return', reason: '请调整申报单位', dueAt: aWeekOn() }, own)).toMatchObject({ status: 400, body: { code: 'sections_needed' } });
      expect((await screen(id, { move: 'return', reason: '请调整申报单位', parties: true, dueAt: aWeekOn() }, own)).status).toBe(200);
      expect(await handIn(leader.person, id)).toMatchObject({ status: 400, body: { problems: [{ code: 'joint_application_needed' }, { code: 'partner_left' }] } });
      const other = await anApplicant('木棉新同伴', { kind: 'social_association' });
      const { version, returned } = (await leader.person.client.get(`/api/applications/${id}`)).body;
      expect(returned).toMatchObject({ sections: [], parties: true });
      expect((await leader.person.client.put(`/api/applications/${id}/partners`, { partnerIds: [other.id], version })).body).toMatchObject({ partners: [{ name: '木棉新同伴', consent: 'asked' }] });
      expect(await handIn(leader.person, id)).toMatchObject({ status: 400, body: { problems: [{ code: 'partner_not_agreed' }] } });
      expect((await other.person.client.post(`/api/applications/${id}/partner-answers`, { organisationId: other.id, agreed: true })).status).toBe(200);
      expect((await handIn(leader.person, id)).status).toBe(201);
      expect((await own.officer.client.get(`/api/applications/${id}`)).body).toMatchObject({ bars: [], partners: [{ name: '木棉新同伴', consent: 'agreed' }] });
    });

    it('may come back until the screening decides, and not leave any more after that', async () => {
      const { leader, partner, id, leave } = await joined('玉兰');
      await handIn(leader.person, id);
      await leave(partner.person, '误会');
      const back = (agreed: boolean) => partner.person.client.post(`/api/applications/${id}/partner-answers`, { organisationId: partner.id, agreed, note: '误会已经解开' });
      expect(await back(false)).toMatchObject({ status: 409, body: { code: 'partner_not_asked' } });
      expect((await back(true)).body).toMatchObject({ bars: [], partners: [{ consent: 'agreed', leaving: true }] });
      expect(await news(call.officer, 'partner-back')).toHaveLength(1);
      await admit(call.officer, call, id);
      expect((await partner.person.client.get(`/api/applications/${id}`)).body.partners).toMatchObject([{ leaving: false }]);
      expect(await leave(partner.person, '太晚了')).toMatchObject({ status: 409, body: { code: 'partner_stays', detail: expect.stringContaining('资格审查作出决定之前') } });
    });

    it('lets the parties be changed in a correction that is about them, and in no other', async () => {
      const { leader, partner, id, leave } = await joined('石楠');
      await handIn(leader.person, id);
      await leave(partner.person, '人手不足');
      await screen(id, { move: 'return', reason: '请补充概述', sections: ['proposal'], dueAt: aWeekOn() });
      const { version } = (await leader.person.client.get(`/api/applications/${id}`)).body;
      expect(await leader.person.client.put(`/api/applications/${id}/partners`, { partnerIds: [], version })).toMatchObject({ status: 409, body: { code: 'not_editable' } });
      expect((await leader.person.client.post(`/api/applications/${id}/own-moves`, { move: 'withdraw' })).status).toBe(201);
    });
  });
});
