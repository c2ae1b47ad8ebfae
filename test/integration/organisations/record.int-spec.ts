import { PDF } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('what staff keep on record of an organisation', () => {
  let app: TestApp;
  let officer: Person;
  let screener: Person;
  let founder: Person;
  let id: string;

  beforeAll(async () => {
    app = await bootApp();
    officer = await app.person({ name: '王官员', roles: [{ role: 'officer', node: 'js.yz.' }] });
    screener = await app.person({ name: '周审查', roles: [{ role: 'screener', node: 'js.yz.' }] });
    founder = await app.person();
    id = await found(app, founder, { name: '扬州市和家社会工作服务中心', creditCode: aCreditCode() });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const page = async (person = screener) => (await person.client.upload('/api/documents', { name: '查询截图.pdf', content: PDF })).body.id as string;
  const lookUp = async (body: object, person = screener) => person.client.post(`/api/organisations/${id}/lookups`, { register: 'abnormal_list', lookedUpOn: '2026-03-02', entries: [], documentId: await page(person), ...body });

  it('keeps what was looked up, when, by whom, under which name, with the page of the register', async () => {
    const { status, body } = await lookUp({});
    expect(status).toBe(201);
    expect(body.lookups).toMatchObject([{
      register: 'abnormal_list', registerName: { zh: '社会组织活动异常名录' }, lookedUpOn: '2026-03-02', result: 'clear', entries: [], subjectName: '扬州市和家社会工作服务中心', who: '周审查',
      document: { name: '查询截图.pdf', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    }]);
    await officer.client.post('/api/documents/releases', { ids: [body.lookups[0].document.id], reason: '本机构人员从登记机关网站保存' });
    const kept = await officer.client.get(`/api/documents/${body.lookups[0].document.id}/content`);
    expect(kept.raw.equals(PDF)).toBe(true);
    expect((await founder.client.get(`/api/documents/${body.lookups[0].document.id}/content`)).status).toBe(404);
    await founder.client.put(`/api/organisations/${id}`, { ...(await profile()), name: '扬州市和家社工中心' });
    app.clock.advance(1000);
    const { body: later } = await lookUp({ register: 'penalties', entries: [{ fromDay: '2025-04-01', what: '警告，苏民罚字第3号' }] });
    expect(later.lookups[0]).toMatchObject({ result: 'listed', subjectName: '扬州市和家社工中心', entries: [{ fromDay: '2025-04-01', untilDay: null, what: '警告，苏民罚字第3号' }] });
    expect(later.lookups[1]).toMatchObject({ subjectName: '扬州市和家社会工作服务中心' });
  });

  async function profile() {
    const { body } = await founder.client.get(`/api/organisations/${id}`);
    const { id: _id, nodePath: _path, stopReason: _stop, mergedInto: _merged, remarks: _remarks, debarments: _bans, ...rest } = body;
    return rest;
  }

  it('refuses a look-up from the future, an entry that ends before it begins, a page of somebody else, and one out of place', async () => {
    expect(await lookUp({ lookedUpOn: '2026-03-03' })).toMatchObject({ status: 400, body: { code: 'looked_up_later' } });
    expect(await lookUp({ entries: [{ fromDay: '2025-04-01', untilDay: '2025-03-31', what: '警告' }] })).toMatchObject({ status: 400, body: { code: 'entry_days_reversed' } });
    expect((await screener.client.post(`/api/organisations/${id}/lookups`, { register: 'penalties', lookedUpOn: '2026-03-02', entries: [], documentId: await page(officer) })).status).toBe(404);
    const elsewhere = await app.person({ roles: [{ role: 'screener', node: 'js.nj.' }] });
    expect((await lookUp({}, elsewhere)).status).toBe(404);
    expect((await elsewhere.client.get(`/api/organisations/${id}/record`)).status).toBe(404);
    expect((await founder.client.get(`/api/organisations/${id}/record`)).status).toBe(403);
  });

  it('raises an issue with its reason and settles it with another, and the history keeps both', async () => {
    const raised = await screener.client.post(`/api/organisations/${id}/issues`, { kind: 'complaint', reason: '家长投诉活动未如期开展' });
    expect(raised).toMatchObject({ status: 201, body: { issues: [{ kind: { zh: '投诉举报' }, raisedBy: '周审查', resolution: null }] } });
    const [issue] = raised.body.issues;
    const settle = (reason: string) => officer.client.post(`/api/organisations/${id}/issues/${issue.id}/resolution`, { reason });
    expect((await settle('短')).status).toBe(400);
    expect(await settle('已实地走访，活动改期并告知家长')).toMatchObject({ status: 200, body: { issues: [{ resolution: '已实地走访，活动改期并告知家长', resolvedBy: '王官员' }] } });
    expect(await settle('再处理一次')).toMatchObject({ status: 409, body: { code: 'issue_resolved' } });
    const { body } = await officer.client.get(`/api/organisations/${id}/standing`);
    const words = body.history.map(({ what, note, who }: { what: { zh: string }; note: string; who: string }) => [what.zh, note, who]);
    expect(words).toEqual(expect.arrayContaining([['登记情况', '家长投诉活动未如期开展', '周审查'], ['情况已处理', '已实地走访，活动改期并告知家长', '王官员']]));
  });

  describe('of a double', () => {
    let double: string;
    let member: Person;
    beforeAll(async () => {
      member = await app.person({ name: '赵会员' });
      const made = await member.client.post('/api/organisations', {
        ...(await profileOfGroup()), nodeId: await app.node('js.yz.'),
      });
      expect(made.body.remarks).toEqual([expect.objectContaining({ code: 'similar_name', sentence: expect.objectContaining({ zh: expect.stringContaining('扬州市和家社工中心') }) })]);
      double = made.body.id;
      await app.people.signIn(member);
    });

    async function profileOfGroup() {
      const { version: _version, ...rest } = await profile();
      return { ...rest, name: '扬州市和家社工中心', kind: 'community_group', creditCode: undefined, registrationLevel: undefined, registrationAuthority: undefined, registeredOn: undefined };
    }

    it('warns whoever enters a name that is here already, telling nothing but the name', async () => {
      const { body } = await member.client.get(`/api/organisation-names?name=${encodeURIComponent('扬州市和家社工中心')}`);
      expect(body).toEqual([{ name: '扬州市和家社工中心', registered: true }, { name: '扬州市和家社工中心', registered: false }]);
      for (const said of ['扬州和家社会工作中心', '扬州市和家社工中心二部']) {
        expect((await member.client.get(`/api/organisation-names?name=${encodeURIComponent(said)}`)).body).toHaveLength(2);
      }
      expect((await member.client.get(`/api/organisation-names?name=${encodeURIComponent('扬州市和睦社工中心')}`)).body).toEqual([]);
      expect((await app.http.anonymous.get('/api/organisation-names?name=x')).status).toBe(401);
      expect((await screener.client.get(`/api/organisations/${id}/record`)).body.similar).toMatchObject([{ id: double }]);
    });

    it('shows what a merge would do and does it once: members and bans count for the one that stays, nothing is rewritten', async () => {
      await officer.client.post(`/api/organisations/${double}/debarments`, { fromDay: '2026-01-01', untilDay: '2026-12-31', basis: '2025年违约，三年不得申报' });
      const preview = await officer.client.get(`/api/organisations/${double}/merge?intoId=${id}`);
      expect(preview.body).toMatchObject({ refusal: null, newMembers: ['赵会员'], lost: { bans: 1 }, kept: { bans: 0 } });
      expect(preview.body.differences.map(({ field }: { field: { zh: string } }) => field.zh)).toContain('统一社会信用代码');
      expect((await screener.client.post(`/api/organisations/${double}/merge`, { intoId: id, reason: '同一家重复登记' })).status).toBe(403);
      expect(await officer.client.post(`/api/organisations/${id}/merge`, { intoId: double, reason: '同一家重复登记' })).toMatchObject({ status: 409, body: { code: 'merge_refused' } });
      const merged = await officer.client.post(`/api/organisations/${double}/merge`, { intoId: id, reason: '同一家重复登记' });
      expect(merged).toMatchObject({ status: 200, body: { doubles: [{ id: double }], similar: [] } });
      expect(await officer.client.post(`/api/organisations/${double}/merge`, { intoId: id, reason: '同一家重复登记' })).toMatchObject({ status: 409, body: { code: 'merge_refused' } });
      await app.people.signIn(member);
      expect((await member.client.get(`/api/organisations/${id}`)).status).toBe(200);
      // Those of the one that stays go on with what the double has under way; whoever joins or leaves does so for both.
      await app.people.signIn(founder);
      expect((await founder.client.get(`/api/organisations/${double}`)).status).toBe(200);
      const later = await app.person({ name: '后来的人' });
      expect((await founder.client.post(`/api/organisations/${id}/members`, { email: later.email })).status).toBeLessThan(300);
      await app.people.signIn(later);
      expect((await later.client.get(`/api/organisations/${double}`)).status).toBe(200);
      expect((await founder.client.delete(`/api/organisations/${id}/members/${later.id}`)).status).toBeLessThan(300);
      await app.people.signIn(later);
      expect((await later.client.get(`/api/organisations/${double}`)).status).toBe(403);
      expect((await officer.client.get(`/api/organisations/${double}/record`)).body.mergedInto).toMatchObject({ id });
      const { body: listed } = await officer.client.get('/api/organisations?words=和家&standing=sound');
      expect(listed.items.map((row: { id: string }) => row.id)).not.toContain(double);
      const historyOf = async (of: string) => (await officer.client.get(`/api/organisations/${of}/standing`)).body.history.map(({ what, note }: { what: { zh: string }; note: string }) => [what.zh, note]);
      expect(await historyOf(id)).toContainEqual(['并入重复登记的组织', '同一家重复登记']);
      expect(await historyOf(double)).toContainEqual(['并入另一家组织', '同一家重复登记']);
    });

    it('never merges two legal persons', async () => {
      const other = await app.person();
      const otherId = await found(app, other, { name: '扬州市另一家社工中心', creditCode: aCreditCode() });
      const { body } = await officer.client.get(`/api/organisations/${otherId}/merge?intoId=${id}`);
      expect(body.refusal.zh).toContain('两个法人');
      expect(await officer.client.post(`/api/organisations/${otherId}/merge`, { intoId: id, reason: '名称相近' })).toMatchObject({ status: 409, body: { code: 'merge_refused' } });
    });
  });
});
