import type { Rulebook } from '#modules/calls';
import { applicationsInvariants } from '#modules/applications';
import { awardsInvariants } from '#modules/awards';
import { aRankedRound, type RankedRound } from '../../support/a-ranked-round.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const twoSeats = (rulebook: Rulebook): Rulebook => ({ ...rulebook, money: { ...rulebook.money, awards: 2 } });

describe('an award round, read', () => {
  let app: TestApp;
  let round: RankedRound;
  let visitor: Person;
  beforeAll(async () => {
    app = await bootApp();
    round = await aRankedRound(app, { proposals: [{}, {}, {}], rulebook: twoSeats });
    visitor = await app.person();
  });
  /** Of the rooms in question: the ranking here was entered without sheets behind it. */
  afterEach(async () => {
    for (const { name, sql } of [...awardsInvariants, ...applicationsInvariants]) expect({ name, rows: (await app.db.query(sql)).rows }).toEqual({ name, rows: [] });
  });
  afterAll(() => app?.close());

  const read = async (path: string) => (await round.call.officer.client.get(`/api/calls/${round.call.id}/${path}`)).body;
  const moves = async (): Promise<[string, boolean, string?][]> =>
    (await read('award-round')).moves.map(({ move, allowed, reason }: { move: string; allowed: boolean; reason?: { zh: string } }) => (reason ? [move, allowed, reason.zh] : [move, allowed]));

  it('says of the dry run who would get what, from which seat, and what the committee may change', async () => {
    const draft = await read('allocation');
    expect(draft).toMatchObject({
      maxAwards: 2, awards: [{ rank: 1, score: '90', seat: 'open', category: { zh: expect.any(String) }, bounds: { needed: false, minFen: expect.any(Number) } }, { rank: 2 }],
      reserve: [{ rank: 3, projectName: expect.stringContaining('项目'), reason: { code: 'award.no_seat', sentence: { zh: '排名第3，名额已满' } } }],
    });
    const [first] = draft.awards;
    const refused = await round.officerPosts('allocation/amounts', { applicationId: first.applicationId, amountFen: 1, reason: '评审委员会核减' });
    expect(refused.body).toMatchObject({ code: 'amount_outside', detail: expect.stringMatching(/至 ¥[\d,]+\.\d\d 之间/) });
    const { body } = await round.officerPosts('allocation/amounts', { applicationId: first.applicationId, amountFen: first.bounds.minFen, reason: '评审委员会核减人员经费' });
    expect(body.acts).toEqual([expect.objectContaining({ kind: 'amount', who: round.call.officer.name, projects: [first.projectName], reason: '评审委员会核减人员经费' })]);
  });

  it('says what stands against each step, before and after it', async () => {
    expect(await moves()).toEqual([['decide', true], ['announce', false, '没有待公示的立项'], ['correct', false, '没有可以更正的公示'], ['confirm', false, '没有公示中的立项']]);
    expect((await visitor.client.get(`/api/calls/${round.call.id}/award-round`)).status).toBe(403);
    await round.officerPosts('awards/decision');
    expect(await moves()).toEqual([['decide', false, '结果已经确定，不能再改'], ['announce', true], ['correct', false, '没有可以更正的公示'], ['confirm', false, '没有公示中的立项']]);
    expect(await read('award-round')).toMatchObject({ decided: true, decidedBy: round.call.officer.name, awards: { proposed: 2, reserve: 1 }, openObjections: 0 });
    expect((await read('awards'))[0]).toMatchObject({ projectName: expect.any(String), callNumber: expect.any(String), silence: 'declines', reason: { sentence: { zh: expect.stringContaining('排名第1') } } });
  });

  it('shows the notice before it is published, with the days that count', async () => {
    const preview = await read('awards/notice-preview');
    expect(preview.content.rows).toHaveLength(2);
    expect(preview.totalFen).toBe(preview.content.rows.reduce((sum: number, { amount }: { amount: number }) => sum + amount, 0));
    expect(preview.totalInWords).toMatch(/^人民币.+整$/);
    expect(preview.days.filter(({ ordinal }: { ordinal: number | null }) => ordinal !== null).map(({ ordinal }: { ordinal: number }) => ordinal)).toEqual([1, 2, 3, 4, 5]);
    expect(preview.days.at(-1)).toMatchObject({ day: preview.lastDay, ordinal: 5 });
    const { body } = await round.officerPosts('awards/notice');
    expect(body).toMatchObject({ firstDay: preview.firstDay, lastDay: preview.lastDay, content: preview.content });
    expect((await moves())[3]).toEqual(['confirm', false, expect.stringMatching(/^公示至 .* 为止，期满前不能确认$/)]);
  });

  it('is read by everybody while it runs, and an objection waits for the officer with its moves', async () => {
    const [notice] = (await visitor.client.get(`/api/public/notices/${round.call.id}`)).body;
    expect(notice).toMatchObject({ state: 'running', label: { zh: '公示中' }, term: { days: 5, unit: 'working', countFirstDay: true }, objection: { realName: true, seal: true, anonymous: 'read_only' } });
    expect(notice.subjects).toHaveLength(2);
    const objection = { text: '该项目的服务场地与申报材料不一致，请核实。', applicationId: notice.subjects[0].applicationId, anonymous: false, name: '陈明', contact: '13800000000' };
    const { body: receipt } = await visitor.client.post(`/api/public/notices/${round.call.id}/objections`, objection);
    const waiting = (await round.call.officer.client.get('/api/objections/waiting')).body;
    expect(waiting).toEqual([expect.objectContaining({ reference: receipt.reference, projectName: notice.subjects[0].projectName, person: expect.objectContaining({ name: '陈明' }), moves: [expect.objectContaining({ move: 'admit', allowed: true }), expect.objectContaining({ move: 'turn_away', allowed: true })] })]);
    expect(await read('award-round')).toMatchObject({ openObjections: 1 });
    for (const move of ['admit', 'reject']) await round.call.officer.client.post(`/api/objections/${waiting[0].id}/moves`, { move, reply: '经核实，场地与申报一致。' });
    expect((await round.call.officer.client.get('/api/objections/waiting')).body).toEqual([]);
    expect((await read('objections'))[0]).toMatchObject({ decidedBy: round.call.officer.name, moves: [{ move: 'escalate', allowed: true }] });
    round.passTheDay(notice.lastDay);
    expect((await visitor.client.get('/api/public/notices')).body[0]).toMatchObject({ state: 'over', subjects: [] });
    expect((await moves())[3]).toEqual(['confirm', true]);
  });

  it('is corrected by taking it down with a reason and publishing it anew, until something of it is confirmed', async () => {
    const correct = (reason: string) => round.officerPosts('awards/notice-correction', { reason });
    expect((await visitor.client.post(`/api/calls/${round.call.id}/awards/notice-correction`, { reason: '名单有误' })).status).toBe(403);
    expect(await correct('项目名称有误，现予更正')).toMatchObject({ status: 200, body: { ordinal: 1, withdrawnReason: '项目名称有误，现予更正' } });
    expect((await correct('再撤回一次')).body.code).toBe('notice_none_standing');
    await app.drain();
    const [letter] = (await round.contestants[0]!.founder.client.get('/api/inbox')).body.items;
    expect(letter).toMatchObject({ kind: 'award-notice-withdrawn', body: { zh: expect.stringMatching(/撤回更正，原因：项目名称有误，现予更正。.*仍为拟立项/), en: expect.stringContaining('withdrawn to be corrected') } });
    expect(await round.callStatus()).toBe('decided');
    expect(await moves()).toEqual([['decide', false, expect.any(String)], ['announce', true], ['correct', false, expect.any(String)], ['confirm', false, expect.any(String)]]);
    const { body } = await round.officerPosts('awards/notice');
    expect(body).toMatchObject({ ordinal: 2, withdrawnReason: null });
    const seen = (await visitor.client.get(`/api/public/notices/${round.call.id}`)).body;
    expect(seen.map(({ ordinal, state }: { ordinal: number; state: string }) => [ordinal, state])).toEqual(expect.arrayContaining([[1, 'withdrawn'], [2, 'running']]));
    round.passTheDay(body.lastDay);
    await round.officerPosts('awards/confirmation');
    expect((await correct('确认后不能更正')).body.code).toBe('notice_none_standing');
  });
});
