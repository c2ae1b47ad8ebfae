import { bootApp, FixedClock, type Person, type TestApp } from '../../support/app.js';

describe('what an officer reads of calls', () => {
  let app: TestApp;
  let officer: Person;
  let programmeId: string;

  beforeAll(async () => {
    app = await bootApp({ clock: new FixedClock('2021-08-01T01:00:00Z') });
    officer = await app.person({ name: '林官员', roles: [{ role: 'officer', node: 'js.yz.' }] });
    const { body } = await officer.client.post('/api/programmes', { nodeId: await app.node('js.yz.'), code: 'OF', title: { zh: '公益创投', en: 'Venture philanthropy' } });
    programmeId = body.id;
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const draft = async () => (await officer.client.post('/api/calls', { programmeId, template: 'yangzhou-2021' })).body;
  const move = (id: string, name: string, reason?: string) => officer.client.post(`/api/calls/${id}/moves`, { move: name, reason });

  it('lists rounds with their next date and how many stand where', async () => {
    const { id } = await draft();
    const { body } = await officer.client.get(`/api/calls?programmeId=${programmeId}`);
    expect(body.items[0]).toMatchObject({ id, next: { stage: { zh: '申报' }, edge: 'opens' } });
    expect(body.counts).toEqual({ draft: body.items.length });
    expect((await officer.client.get(`/api/calls?words=${encodeURIComponent('扬州市首届')}`)).body.items.map((row: { id: string }) => row.id)).toContain(id);
    expect((await officer.client.get(`/api/calls?words=${encodeURIComponent('没有这样的词')}`)).body).toMatchObject({ items: [], counts: {} });
  });

  it('says what may be done with a call, and to others why they may not', async () => {
    const { id } = await draft();
    const auditor = await app.person({ roles: [{ role: 'auditor', node: 'js.' }] });
    expect((await officer.client.get(`/api/calls/${id}`)).body).toMatchObject({
      changingRules: { allowed: true, needsReason: false }, supplementing: { allowed: false, reason: { zh: '结果确定后才能补充征集' } }, parent: null, supplements: [],
    });
    const seen = (await auditor.client.get(`/api/calls/${id}`)).body;
    expect(seen.changingRules).toMatchObject({ allowed: false, reason: { zh: '只有主办单位的项目官员可以修改' } });
    expect(seen.moves.map(({ allowed }: { allowed: boolean }) => allowed)).not.toContain(true);
  });

  it('names who moved a call and who made a version', async () => {
    const { id } = await draft();
    await move(id, 'publish');
    expect((await officer.client.get(`/api/calls/${id}/history`)).body).toMatchObject([{ label: { zh: '发布' }, status: { zh: '已发布' }, actorName: '林官员' }]);
    expect((await officer.client.get(`/api/calls/${id}/rulebook/versions`)).body).toMatchObject([{ version: 1, madeByName: '林官员' }]);
  });

  it('shows what a change would do before it is kept', async () => {
    const { id, rulebook } = await draft();
    await move(id, 'publish');
    const preview = async (rules: object) => (await officer.client.post(`/api/calls/${id}/rulebook/preview`, { rulebook: rules })).body;
    expect(await preview({ ...rulebook, year: 2022 })).toMatchObject({ allowed: true, changes: [{ path: 'year', change: 'changed', before: 2021, after: 2022 }], problems: [] });
    const at = '2021-09-10T17:00:00+08:00';
    const stages = rulebook.stages.map((stage: { kind: string }) => (stage.kind === 'application' ? { ...stage, closesAt: at } : stage));
    expect(await preview({ ...rulebook, stages, deadline: { ...rulebook.deadline, at } })).toMatchObject({ allowed: false, reason: { zh: '已公布的截止时间只能延后' } });
    expect((await preview({ ...rulebook, money: { ...rulebook.money, poolFen: 1 } })).problems).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'award_exceeds_pool' })]));
  });

  it('compares any two rulebooks and tells of the templates in words', async () => {
    const { rulebook } = await draft();
    const compared = await officer.client.post('/api/rulebooks/comparison', { before: rulebook, after: { ...rulebook, year: 2030 } });
    expect(compared).toMatchObject({ status: 200, body: [{ path: 'year', before: 2021, after: 2030 }] });
    const { body } = await officer.client.get('/api/rulebooks/templates');
    expect(body).toEqual(expect.arrayContaining([expect.objectContaining({ code: 'yangzhou-2021', title: rulebook.title, poolFen: 50_000_000, awards: 10 })]));
  });
});
