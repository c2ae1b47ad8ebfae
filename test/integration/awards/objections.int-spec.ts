import { aRankedRound, expectInvariantsBesideScoring, type RankedRound } from '../../support/a-ranked-round.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

/** Two seats for three, all of whom asked for the same. */
const twoOfThree = {
  proposals: [{}, {}, {}],
  rulebook: <R extends { money: object }>(rulebook: R): R => ({ ...rulebook, money: { ...rulebook.money, awards: 2 } }),
};

const SAYS = '该单位申报材料中的服务场地与实际不符，请核实。';
const signed = { text: SAYS, anonymous: false, name: '王芳', contact: '13800001111' };
let objectors = 0;

describe('objections to a notice', () => {
  let app: TestApp;
  let round: RankedRound;
  let email: string;

  beforeAll(async () => {
    app = await bootApp();
  });
  beforeEach(async () => {
    objectors += 1;
    email = `wang.fang.${objectors}@example.org`;
    round = await aRankedRound(app, twoOfThree);
    await round.officerPosts('awards/decision');
  });
  afterEach(() => expectInvariantsBesideScoring(app));
  afterAll(() => app?.close());

  const announce = async (): Promise<{ ordinal: number; firstDay: string; lastDay: string; content: { rows: { organisation: string }[] } }> => {
    const { status, body } = await round.officerPosts('awards/notice');
    expect(status).toBe(200);
    await app.drain();
    return body;
  };
  const object = (body: object) => app.http.anonymous.post(`/api/public/notices/${round.call.id}/objections`, body);
  const against = async (at: number): Promise<{ id: string; reference: string }> => {
    const { status, body } = await object({ ...signed, contact: `${signed.contact}，${email}`, applicationId: round.contestants[at]!.applicationId });
    expect(status).toBe(201);
    await app.drain();
    const [row] = (await app.db.query<{ id: string }>('select id from award_objection where reference = $1', [body.reference])).rows;
    return { id: row!.id, reference: body.reference };
  };
  const judge = async (id: string, move: string, reply: string) => {
    const answer = await round.call.officer.client.post(`/api/objections/${id}/moves`, { move, reply });
    await app.drain();
    return answer;
  };
  const statuses = async (): Promise<(string | undefined)[]> => {
    const awards = await round.awards();
    return round.contestants.map(({ applicationId }) => awards.find((award) => award.applicationId === applicationId)?.status);
  };
  const inbox = async ({ client }: Person): Promise<Record<string, { zh: string; en: string }>> => {
    const { items } = (await client.get('/api/inbox')).body as { items: { kind: string; body: { zh: string; en: string } }[] };
    return Object.fromEntries(items.reverse().map(({ kind, body }) => [kind, body]));
  };
  const lettersTo = async (address: string): Promise<{ subject: string; text: string }[]> =>
    (await app.db.query(`select subject, content as text from kept_mail where recipient = $1 order by kept_at`, [address])).rows;

  it('are in time by the instant at which they arrived, however late the server reaches them', async () => {
    const notice = await announce();
    const inTime = app.clock.now();
    round.passTheDay(notice.lastDay);
    app.arrive(inTime);
    const taken = await object(signed);
    app.arrive(null);
    expect(taken.status).toBe(201);
    expect(await object(signed)).toMatchObject({ status: 409, body: { code: 'notice_not_open' } });
  });

  it('hold the award and keep the call from being confirmed; upheld, the reserve stands a notice of its own', async () => {
    const [winner, second, reserve] = round.contestants;
    const notice = await announce();
    const { id, reference } = await against(0);
    expect((await inbox(round.call.officer))['objection-received']!.zh).toContain('甲');
    round.passTheDay(notice.lastDay);
    expect((await round.officerPosts('awards/confirmation')).status).toBe(200);
    expect(await statuses()).toEqual(['in_publicity', 'confirmed', 'reserve']);
    expect(await round.callStatus()).toBe('in_publicity');
    expect((await round.officerPosts('awards/confirmation')).body.code).toBe('objection_open');

    expect((await judge(id, 'uphold', '经核实，场地不符。')).body.code).toBe('wrong_state');
    expect((await judge(id, 'admit', '材料具体，予以受理。')).body.status).toBe('admissible');
    expect((await judge(id, 'uphold', '经核实，服务场地与申报不符。')).body.status).toBe('upheld');
    expect(await statuses()).toEqual(['withdrawn', 'confirmed', 'proposed']);
    expect(await round.callStatus()).toBe('in_publicity');
    expect((await inbox(winner!.founder))['award-withdrawn']!.zh).toContain('服务场地与申报不符');
    expect((await inbox(reserve!.founder))['award-promoted']!.zh).toContain('递补');
    expect(Object.keys(await inbox(round.call.officer))).toContain('award-to-publish');
    const [letter] = await lettersTo(email);
    expect(letter!.text).toContain('异议成立');
    expect(letter!.text).toContain(`/objections/${reference}`);
    expect((await winner!.founder.client.get(`/api/applications/${winner!.applicationId}`)).body).toMatchObject({ status: 'not_awarded', outcome: { reason: { zh: '异议成立：经核实，服务场地与申报不符。' } } });

    const anew = await announce();
    expect(anew).toMatchObject({ ordinal: 2, content: { rows: [{ organisation: reserve!.name }] } });
    expect(anew.firstDay > notice.lastDay).toBe(true);
    expect((await inbox(second!.founder))['award-notice']!.zh).toContain('原有结果不变');
    expect((await round.officerPosts('awards/confirmation')).body.code).toBe('publicity_running');
    round.passTheDay(anew.lastDay);
    await round.officerPosts('awards/confirmation');
    expect(await statuses()).toEqual(['withdrawn', 'confirmed', 'confirmed']);
    expect(await round.callStatus()).toBe('confirmed');
  });

  it('take the whole list down when upheld before anybody is confirmed, and the others are published anew', async () => {
    const notice = await announce();
    const { id } = await against(1);
    await judge(id, 'admit', '予以受理。');
    await judge(id, 'uphold', '该项目与往年项目重复。');
    expect(await statuses()).toEqual(['proposed', 'withdrawn', 'proposed']);
    expect(await round.callStatus()).toBe('decided');
    expect((await inbox(round.contestants[0]!.founder))['award-notice-withdrawn']!.zh).toContain('重新公示');
    const [shown] = (await app.http.anonymous.get(`/api/public/notices/${round.call.id}`)).body;
    expect(shown).toMatchObject({ ordinal: 1, withdrawnReason: '该项目与往年项目重复。' });
    expect((await object(signed)).body.code).toBe('notice_not_open');
    round.passTheDay(notice.lastDay);
    expect((await round.officerPosts('awards/confirmation')).body.code).toBe('nothing_to_confirm');
    const anew = await announce();
    expect(anew.content.rows).toHaveLength(2);
    round.passTheDay(anew.lastDay);
    await round.officerPosts('awards/confirmation');
    expect(await statuses()).toEqual(['confirmed', 'withdrawn', 'confirmed']);
  });

  it('go on against the award on its next list, whichever objection took the first one down', async () => {
    await announce();
    const first = await against(0);
    const other = await against(1);
    for (const { id } of [first, other]) await judge(id, 'admit', '予以受理。');
    await judge(first.id, 'uphold', '材料不实。');
    const anew = await announce();
    round.passTheDay(anew.lastDay);
    await round.officerPosts('awards/confirmation');
    expect(await statuses()).toEqual(['withdrawn', 'in_publicity', 'confirmed']);
    await judge(other.id, 'uphold', '材料同样不实。');
    expect(await statuses()).toEqual(['withdrawn', 'withdrawn', 'confirmed']);
    expect(await round.callStatus()).toBe('confirmed');
  });

  it('let the award go on when dismissed with a reason, which the objector reads by the reference', async () => {
    const notice = await announce();
    const { id, reference } = await against(0);
    await judge(id, 'admit', '予以受理。');
    expect((await judge(id, 'reject', '')).body.code).toBe('input_invalid');
    expect((await judge(id, 'reject', '现场核查，场地属实。')).body.status).toBe('rejected');
    const { body } = await app.http.anonymous.get(`/api/public/objections/${reference.toLowerCase()}`);
    expect(body).toMatchObject({ status: 'rejected', reply: '现场核查，场地属实。', projectName: `${round.contestants[0]!.name}的项目`, text: SAYS });
    expect(JSON.stringify(body)).not.toContain('王芳');
    expect((await app.http.anonymous.get('/api/public/objections/0123456789ABCDEF01234567')).status).toBe(404);
    round.passTheDay(notice.lastDay);
    await round.officerPosts('awards/confirmation');
    expect(await statuses()).toEqual(['confirmed', 'confirmed', 'reserve']);
    expect(await round.callStatus()).toBe('confirmed');
    await judge(id, 'escalate', '可向上级主管单位申请复核。');
    expect((await app.http.anonymous.get(`/api/public/objections/${reference}`)).body.reply).toBe('现场核查，场地属实。\n\n可向上级主管单位申请复核。');
    expect(await lettersTo(email)).toHaveLength(2);
  });

  it('are late after the day of the answer, told by their project: the reference stays the objector’s', async () => {
    await announce();
    const { reference } = await against(0);
    const [row] = (await app.db.query<{ day: string }>(`select to_char(answer_until, 'YYYY-MM-DD') as day from award_objection where reference = $1`, [reference])).rows;
    expect((await object(signed)).status).toBe(201);
    round.passTheDay(row!.day);
    const evaluator = await app.person({ roles: [{ role: 'evaluator', node: 'js.yz.' }] });
    const { body } = await evaluator.client.get(`/api/calls/${round.call.id}/statistics`);
    expect(body.lateThings.filter(({ kind }: { kind: string }) => kind === 'objection')).toEqual(expect.arrayContaining([
      expect.objectContaining({ title: `${round.contestants[0]!.name}的项目`, detail: null }), expect.objectContaining({ detail: { zh: '整份名单', en: 'the whole list' } }),
    ]));
    expect(JSON.stringify(body)).not.toContain(reference);
  });

  it('are answered in the language in which they were made', async () => {
    await announce();
    const { body } = await app.http.anonymous.post(`/api/public/notices/${round.call.id}/objections`, { ...signed, contact: email, applicationId: round.contestants[0]!.applicationId }, { 'accept-language': 'en' });
    const { rows } = await app.db.query<{ id: string }>('select id from award_objection where reference = $1', [body.reference]);
    await judge(rows[0]!.id, 'turn_away', 'Nothing in it can be examined.');
    const [letter] = await lettersTo(email);
    expect(letter!.subject).toMatch(/^Your objection to the notice of .* is answered$/);
    expect(letter!.text).toContain('Result: Not admitted.\nReply: Nothing in it can be examined.');
    expect(`${letter!.subject}${letter!.text}`).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it('against the whole list hold every award on it', async () => {
    const notice = await announce();
    const { status, body } = await object(signed);
    expect(status).toBe(201);
    round.passTheDay(notice.lastDay);
    expect((await round.officerPosts('awards/confirmation')).body.code).toBe('objection_open');
    expect((await object(signed)).body.code).toBe('notice_not_open');
    const { rows } = await app.db.query<{ id: string }>('select id from award_objection where reference = $1', [body.reference]);
    await judge(rows[0]!.id, 'turn_away', '内容不具体，不予受理。');
    expect(await lettersTo('13800001111')).toEqual([]);
    await round.officerPosts('awards/confirmation');
    expect(await round.callStatus()).toBe('confirmed');
  });

  it('need a name when the rulebook asks for one, keep it under seal, and leave an anonymous word a lead', async () => {
    await announce();
    expect((await object({ text: SAYS, anonymous: false })).body.code).toBe('real_name_needed');
    expect((await object({ ...signed, organisation: '某某中心' })).body.code).toBe('seal_needed');
    expect((await object({ ...signed, applicationId: round.contestants[2]!.applicationId })).body.code).toBe('award_absent');
    expect((await object({ text: SAYS, anonymous: true })).status).toBe(201);
    await against(0);
    const officer = (await round.call.officer.client.get(`/api/calls/${round.call.id}/objections`)).body;
    expect(officer.map(({ person }: { person: object | null }) => person)).toEqual([null, { name: '王芳', contact: `13800001111，${email}`, organisation: null, sealed: false, language: 'zh' }]);
    const auditor = await app.person({ roles: [{ role: 'auditor', node: 'js.yz.' }] });
    expect((await auditor.client.get(`/api/calls/${round.call.id}/objections`)).body.map(({ person }: { person: object | null }) => person)).toEqual([null, null]);
    const { rows } = await app.db.query<{ sealed_person: string | null }>('select sealed_person from award_objection');
    expect(rows.every(({ sealed_person: kept }) => !kept?.includes('王芳'))).toBe(true);
    expect((await judge(officer[0].id, 'admit', '予以受理。')).body.code).toBe('objection_anonymous');
    const stranger = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await stranger.client.post(`/api/objections/${officer[0].id}/moves`, { move: 'turn_away', reply: '不予受理。' })).status).toBe(404);
  });

  it('are taken five times in a quarter of an hour from one address, and a refusal says how long to wait', async () => {
    await announce();
    const visitor = app.http.anonymous;
    visitor.address = '203.0.113.7';
    const send = () => visitor.post(`/api/public/notices/${round.call.id}/objections`, signed);
    for (let sent = 0; sent < 5; sent += 1) expect((await send()).status).toBe(201);
    app.wall.advance(5 * 60_000);
    const refusal = await send();
    expect(refusal).toMatchObject({ status: 429, body: { code: 'too_many_attempts', detail: '次数过多，本次没有受理，请 10 分钟后再试' } });
    expect(refusal.headers['retry-after']).toBe('600');
    expect((await object(signed)).status).toBe(201);
    app.wall.advance(10 * 60_000);
    expect((await send()).status).toBe(201);
    expect((await app.db.query('select count(*)::int as count from award_objection where call_id = $1', [round.call.id])).rows[0].count).toBe(7);
  });

  it('are limited for one call, whoever sends them', async () => {
    await announce();
    const visitor = app.http.anonymous;
    const answers: number[] = [];
    for (let sent = 0; sent < 101; sent += 1) {
      visitor.address = `198.51.100.${1 + Math.floor(sent / 4)}`;
      answers.push((await visitor.post(`/api/public/notices/${round.call.id}/objections`, { text: SAYS, anonymous: true })).status);
    }
    expect(answers.filter((status) => status === 201)).toHaveLength(100);
    expect(answers.at(-1)).toBe(429);
  });
});
