import { anOpenCall, PDF, submitted, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const DAY = 86_400_000;

describe('what is said between screeners and the applicant', () => {
  let app: TestApp;
  let call: OpenCall;
  let screener: Person;
  let second: Person;
  let officer: Person;
  let made = 0;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'yangzhou-2021', (rulebook) => ({
      ...rulebook, screening: { screeners: 2, agreement: 'unanimous', decision: { days: 10, unit: 'calendar' }, appeal: { days: 3, unit: 'working' } },
      basis: { ...rulebook.basis, '/screening': { kind: 'assumption', why: { zh: '测试', en: 'test' } } },
    }));
    officer = call.officer;
    screener = await app.person({ name: '周审查', roles: [{ role: 'screener', node: 'js.yz.' }] });
    second = await app.person({ name: '吴审查', roles: [{ role: 'screener', node: 'js.yz.' }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  async function application(): Promise<{ id: string; founder: Person }> {
    made += 1;
    const founder = await app.person();
    const organisationId = await found(app, founder, { name: `第${made}妇女儿童服务中心`, creditCode: aCreditCode() });
    return { id: (await submitted(founder, call, organisationId, { name: `项目${made}` })).id, founder };
  }
  const check = (person: Person, id: string, checks: object[]) => person.client.post(`/api/applications/${id}/checks`, { checks });
  const screen = (person: Person, id: string, decision: object) => person.client.post(`/api/applications/${id}/screening`, decision);
  const dialogue = async (person: Person, id: string) => (await person.client.get(`/api/applications/${id}/dialogue`)).body;
  const opinionsOn = async (person: Person, id: string, ruleId: string) => {
    const { body } = await person.client.get(`/api/applications/${id}/screening`);
    return body.rules.find((rule: { id: string }) => rule.id === ruleId);
  };
  const ruleIds = () => call.rulebook.eligibility.filter(({ moments }) => moments.includes('screening')).map(({ id }) => id as string);
  const all = (verdict: string) => ruleIds().map((ruleId) => ({ ruleId, verdict, ...(verdict === 'failed' ? { note: '不符合' } : {}) }));
  const inDays = (days: number) => new Date(app.clock.now().getTime() + days * DAY).toISOString();

  describe('several screeners', () => {
    it('judge each for herself, unseen by the others until both have spoken; what they share is the finding', async () => {
      const { id } = await application();
      await check(screener, id, [{ ruleId: 'E4', verdict: 'passed', note: '四个年度都合格' }]);
      expect(await opinionsOn(second, id, 'E4')).toMatchObject({ finding: null, opinions: { needed: 2, given: 1, state: 'waiting', mine: null, all: [] } });
      expect(await opinionsOn(screener, id, 'E4')).toMatchObject({ opinions: { mine: { verdict: 'passed' } } });
      expect(await screen(screener, id, { move: 'admit' })).toMatchObject({ status: 409, body: { code: 'rules_unjudged' } });
      await check(second, id, [{ ruleId: 'E4', verdict: 'passed' }]);
      expect(await opinionsOn(second, id, 'E4')).toMatchObject({ finding: { verdict: 'passed', note: '四个年度都合格', settledBy: 'agreement' }, opinions: { state: 'agreed', all: [{ who: '周审查' }, { who: '吴审查' }] } });
      expect(await check(officer, id, [{ ruleId: 'E4', verdict: 'failed', note: '我看不行' }])).toMatchObject({ status: 409, body: { code: 'screeners_complete' } });
      await check(screener, id, all('passed'));
      await check(second, id, all('passed'));
      expect(await screen(second, id, { move: 'admit' })).toMatchObject({ status: 200, body: { status: 'eligible' } });
    });

    it('who disagree leave it to an officer, with a reason; a changed mind takes a finding back', async () => {
      const { id } = await application();
      await check(screener, id, [{ ruleId: 'E14', verdict: 'passed' }]);
      await check(second, id, [{ ruleId: 'E14', verdict: 'failed', note: '业务范围不含儿童服务' }]);
      expect(await opinionsOn(officer, id, 'E14')).toMatchObject({ finding: null, opinions: { state: 'disagreed', all: [{ verdict: 'passed' }, { verdict: 'failed' }] } });
      const rule = (person: Person, body: object) => person.client.post(`/api/applications/${id}/rulings`, body);
      expect((await rule(screener, { ruleId: 'E14', verdict: 'passed', note: '章程第六条已含' })).status).toBe(403);
      expect(await rule(officer, { ruleId: 'E5', verdict: 'passed', note: '章程第六条已含' })).toMatchObject({ status: 409, body: { code: 'nothing_to_settle' } });
      expect((await rule(officer, { ruleId: 'E14', verdict: 'passed', note: '章程第六条已含儿童' })).status).toBe(200);
      expect(await opinionsOn(screener, id, 'E14')).toMatchObject({ finding: { verdict: 'passed', note: '章程第六条已含儿童', settledBy: 'officer' }, opinions: { state: 'settled' } });
      expect(await check(second, id, [{ ruleId: 'E14', verdict: 'failed', note: '仍不同意' }])).toMatchObject({ status: 409, body: { code: 'rule_settled' } });
      await check(screener, id, [{ ruleId: 'E4', verdict: 'passed' }]);
      await check(second, id, [{ ruleId: 'E4', verdict: 'passed' }]);
      await check(second, id, [{ ruleId: 'E4', verdict: 'failed', note: '2020年度基本合格' }]);
      expect(await opinionsOn(officer, id, 'E4')).toMatchObject({ finding: null, opinions: { state: 'disagreed' } });
    });
  });

  describe('a supplement', () => {
    it('stops the clock of the screening until it is answered in time, and leaves the form as it is', async () => {
      const { id, founder } = await application();
      const before = (await dialogue(screener, id)).clock;
      expect(before).toMatchObject({ pausedSince: null, overdue: false });
      expect((await dialogue(founder, id)).clock).toBeNull();
      const ask = (body: object, person = screener) => person.client.post(`/api/applications/${id}/supplements`, body);
      expect(await ask({ request: '请补充场地证明', dueAt: inDays(-1) })).toMatchObject({ status: 400, body: { code: 'supplement_due_invalid' } });
      const asked = await ask({ request: '请补充场地证明', dueAt: inDays(3) });
      expect(asked).toMatchObject({ status: 201, body: { supplements: [{ state: 'awaited', request: '请补充场地证明' }], clock: { pausedSince: expect.any(String) }, asking: { allowed: false } } });
      expect(await ask({ request: '再补充一项', dueAt: inDays(3) })).toMatchObject({ status: 409, body: { code: 'supplement_open' } });
      await check(screener, id, all('passed'));
      await check(second, id, all('passed'));
      expect(await screen(screener, id, { move: 'admit' })).toMatchObject({ status: 409, body: { code: 'supplement_awaited' } });
      app.clock.advance(2 * DAY);
      const [supplement] = (await dialogue(founder, id)).supplements;
      const { body: file } = await founder.client.upload('/api/documents', { name: '场地.pdf', content: PDF });
      const answered = await founder.client.post(`/api/applications/${id}/supplements/${supplement.id}/answer`, { answer: '场地证明见附件', documentIds: [file.id] });
      expect(answered).toMatchObject({ status: 200, body: { supplements: [{ state: 'answered', answer: '场地证明见附件', files: [{ name: '场地.pdf' }] }] } });
      const { clock } = await dialogue(screener, id);
      expect(clock.pausedSince).toBeNull();
      expect(Date.parse(clock.dueAt) - Date.parse(before.dueAt)).toBe(2 * DAY);
      expect(await screen(screener, id, { move: 'admit' })).toMatchObject({ status: 200, body: { status: 'eligible' } });
      await app.drain();
      expect((await screener.client.get('/api/inbox')).body.items).toContainEqual(expect.objectContaining({ kind: 'supplement-answered' }));
      expect((await founder.client.get('/api/inbox?show=unread')).body.items).not.toContainEqual(expect.objectContaining({ kind: 'supplement-asked' }));
    });

    it('that nobody answers in time lets the clock run on, and a late answer is refused', async () => {
      const { id, founder } = await application();
      const before = (await dialogue(screener, id)).clock;
      await screener.client.post(`/api/applications/${id}/supplements`, { request: '请补充社工证书', dueAt: inDays(1) });
      app.clock.advance(3 * DAY);
      const later = await dialogue(screener, id);
      expect(later).toMatchObject({ supplements: [{ state: 'lapsed' }], asking: { allowed: true }, clock: { pausedSince: null } });
      expect(Date.parse(later.clock.dueAt) - Date.parse(before.dueAt)).toBe(DAY);
      const answer = await founder.client.post(`/api/applications/${id}/supplements/${later.supplements[0].id}/answer`, { answer: '迟了', documentIds: [] });
      expect(answer).toMatchObject({ status: 409, body: { code: 'supplement_overdue' } });
      const stranger = await app.person();
      await found(app, stranger, { name: '旁人中心', creditCode: aCreditCode() });
      expect((await stranger.client.get(`/api/applications/${id}/dialogue`)).status).toBe(404);
    });
  });

  describe('a refusal', () => {
    async function refused(): Promise<{ id: string; founder: Person }> {
      const one = await application();
      for (const person of [screener, second]) await check(person, one.id, [...all('passed').filter(({ ruleId }) => ruleId !== 'E14'), { ruleId: 'E14', verdict: 'failed', note: '业务范围不含儿童服务' }]);
      expect((await screen(officer, one.id, { move: 'exclude', reason: '不符合业务范围' })).status).toBe(200);
      return one;
    }
    const appeal = (person: Person, id: string, grounds = '章程第六条写明儿童与家庭服务，请复核') => person.client.post(`/api/applications/${id}/appeals`, { grounds, documentIds: [] });
    const decide = (person: Person, id: string, appealId: string, body: object) => person.client.post(`/api/applications/${id}/appeals/${appealId}/decision`, body);

    it('names every failed rule with what was found, and how and until when to appeal, on the page and in the letter', async () => {
      const { id, founder } = await refused();
      const { refusal } = await dialogue(founder, id);
      expect(refusal).toMatchObject({ reason: '不符合业务范围', grounds: [{ rule: { zh: expect.any(String) }, found: '业务范围不含儿童服务' }], appealing: { allowed: true } });
      await app.drain();
      const letter = (await founder.client.get('/api/inbox')).body.items.find(({ kind }: { kind: string }) => kind === 'application-screened');
      expect(JSON.stringify(letter)).toMatch(/业务范围不含儿童服务.*提出申诉/);
      expect(JSON.stringify(letter)).not.toContain('。。');
    });

    it('is appealed against once and decided by another officer; upheld, it is screened anew', async () => {
      const { id, founder } = await refused();
      expect((await appeal(founder, id)).status).toBe(201);
      expect(await appeal(founder, id)).toMatchObject({ status: 409, body: { code: 'appeal_lodged' } });
      const [lodged] = (await dialogue(officer, id)).appeals;
      expect(lodged).toMatchObject({ status: 'lodged', deciding: { allowed: false, reason: { zh: expect.stringContaining('以外的人') } } });
      expect(await decide(officer, id, lodged.id, { decision: 'dismiss', reason: '维持原决定' })).toMatchObject({ status: 403, body: { code: 'second_person_needed' } });
      expect(await officer.client.post(`/api/applications/${id}/screening`, { move: 'reconsider', reason: '不经申诉重新审查' })).toMatchObject({ status: 409, body: { code: 'appeal_open' } });
      const other = await app.person({ name: '陈官员', roles: [{ role: 'officer', node: 'js.yz.' }] });
      expect(await decide(other, id, lodged.id, { decision: 'uphold', reason: '章程确含儿童服务' })).toMatchObject({ status: 200, body: { refusal: null, appeals: [{ status: 'upheld', decidedBy: '陈官员' }] } });
      expect(await decide(other, id, lodged.id, { decision: 'dismiss', reason: '再改一次' })).toMatchObject({ status: 409, body: { code: 'appeal_decided' } });
      const seen = await dialogue(founder, id);
      expect(seen.appeals).toMatchObject([{ status: 'upheld', decision: '章程确含儿童服务', decidedBy: null }]);
      expect((await founder.client.get(`/api/applications/${id}`)).body).toMatchObject({ status: 'submitted', reason: null });
    });

    it('stands once dismissed, and cannot be appealed against after its time', async () => {
      const [one, two] = [await refused(), await refused()];
      await appeal(one.founder, one.id);
      const other = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
      const [lodged] = (await dialogue(other, one.id)).appeals;
      await decide(other, one.id, lodged.id, { decision: 'dismiss', reason: '章程未含该项服务' });
      expect((await one.founder.client.get(`/api/applications/${one.id}`)).body.status).toBe('ineligible');
      expect(await appeal(one.founder, one.id)).toMatchObject({ status: 409, body: { code: 'appeal_lodged' } });
      const { refusal } = await dialogue(two.founder, two.id);
      app.clock.set(new Date(Date.parse(refusal.appealUntil) + 1));
      expect(await appeal(two.founder, two.id)).toMatchObject({ status: 409, body: { code: 'appeal_late' } });
      expect((await dialogue(two.founder, two.id)).refusal.appealing).toMatchObject({ allowed: false });
    });
  });
});
