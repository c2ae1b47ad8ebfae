import type { Rulebook } from '#modules/calls';
import { aRankedRound, expectInvariantsBesideScoring, type RankedRound } from '../../support/a-ranked-round.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const twoSeats = (changes: (rulebook: Rulebook) => Partial<Rulebook> = () => ({})) => (rulebook: Rulebook): Rulebook => ({
  ...rulebook, money: { ...rulebook.money, awards: 2 }, ...changes(rulebook),
});

describe('the answer of a winner', () => {
  let app: TestApp;
  let round: RankedRound;

  beforeAll(async () => {
    app = await bootApp();
  });
  afterEach(() => expectInvariantsBesideScoring(app));
  afterAll(() => app?.close());

  /** Two confirmed winners, and the rest on the reserve list. */
  const confirmed = async (rulebook: (rulebook: Rulebook) => Rulebook = twoSeats(), proposals: object[] = [{}, {}, {}]): Promise<void> => {
    round = await aRankedRound(app, { proposals, rulebook });
    await round.officerPosts('awards/decision');
    const { body } = await round.officerPosts('awards/notice');
    round.passTheDay(body.lastDay);
    await round.officerPosts('awards/confirmation');
    await app.drain();
  };
  const awardOf = async (at: number) => (await round.awards()).find(({ applicationId }) => applicationId === round.contestants[at]!.applicationId)!;
  const statuses = async (): Promise<string[]> => Promise.all(round.contestants.map(async (_, at) => (await awardOf(at)).status));
  const answer = async (at: number, given: 'accept' | 'decline', note?: string) => {
    const got = await round.contestants[at]!.founder.client.post(`/api/awards/${(await awardOf(at)).id}/answer`, { answer: given, note });
    await app.drain();
    return got;
  };
  const told = async ({ client }: Person): Promise<string[]> => ((await client.get('/api/inbox')).body.items as { kind: string }[]).map(({ kind }) => kind).reverse();
  const unread = async ({ client }: Person): Promise<string[]> => ((await client.get('/api/inbox?show=unread')).body.items as { kind: string }[]).map(({ kind }) => kind);
  const termOf = async (at: number): Promise<Date> => {
    const [row] = (await app.db.query<{ answer_until: Date }>('select answer_until from award where application_id = $1', [round.contestants[at]!.applicationId])).rows;
    return row!.answer_until;
  };
  let turns = 0;
  /** Ten minutes further on at each turn: what the clock does at a minute it does once. */
  const pastTheTerm = async (): Promise<void> => {
    turns += 1;
    app.clock.set(new Date((await termOf(0)).getTime() + 1000 + turns * 600_000));
    await app.repeat('awards.read-silence');
  };

  it('is asked for with its term, and a reminder reaches only who has not answered', async () => {
    await confirmed();
    expect(await told(round.contestants[0]!.founder)).toEqual(['application-submitted', 'application-screened', 'award-notice', 'award-confirmed']);
    expect(await told(round.contestants[2]!.founder)).toEqual(['application-submitted', 'application-screened', 'award-notice']);
    const { items } = (await round.contestants[0]!.founder.client.get('/api/inbox')).body;
    expect(items[0].body.zh).toMatch(/请在 \d{4}-\d\d-\d\d 23:59 前答复是否接受。逾期未答复视为放弃/);
    expect((await answer(1, 'accept')).body.status).toBe('accepted');
    expect(await unread(round.contestants[1]!.founder)).not.toContain('award-confirmed');
    expect(await unread(round.contestants[0]!.founder)).toContain('award-confirmed');
    const term = await termOf(0);
    app.clock.set(new Date(term.getTime() - 15 * 3_600_000 - 24 * 3_600_000));
    await app.drain();
    expect(await told(round.contestants[0]!.founder)).not.toContain('award-answer-due');
    app.clock.set(new Date(term.getTime() - 14 * 3_600_000 - 24 * 3_600_000));
    await app.drain();
    expect((await told(round.contestants[0]!.founder)).at(-1)).toBe('award-answer-due');
    expect(await told(round.contestants[1]!.founder)).not.toContain('award-answer-due');
    const { rows } = await app.db.query(`select content from kept_mail where recipient = $1 and subject like '请在%'`, [round.contestants[0]!.founder.email]);
    expect(rows).toHaveLength(1);
  });

  it('is asked of a confirmed award, and the application says that it was confirmed; until then it is proposed', async () => {
    const read = async (at: number, who?: Person) => (await (who ?? round.contestants[at]!.founder).client.get(`/api/applications/${round.contestants[at]!.applicationId}`)).body;
    round = await aRankedRound(app, { proposals: [{}, {}, {}], rulebook: twoSeats() });
    await round.officerPosts('awards/decision');
    const { body } = await round.officerPosts('awards/notice');
    expect(await read(0)).toMatchObject({ label: { zh: '拟立项' }, outcome: { kind: 'awarded' } });
    round.passTheDay(body.lastDay);
    await round.officerPosts('awards/confirmation');
    for (const who of [round.contestants[0]!.founder, round.call.officer]) expect(await read(0, who)).toMatchObject({ status: 'awarded', label: { zh: '已立项', en: 'Awarded' }, outcome: { confirmed: true } });
    const listed = (await round.call.officer.client.get(`/api/applications?callId=${round.call.id}&status=awarded`)).body.items as { label: { zh: string } }[];
    expect(listed.map(({ label }) => label.zh)).toEqual(['已立项', '已立项']);
    expect(await read(2)).toMatchObject({ label: { zh: '候补' }, outcome: { kind: 'reserved' } });
  });

  it('is no: the officers hear of it, and the first of the reserve moves up into a notice of its own', async () => {
    await confirmed();
    expect((await answer(0, 'decline', '人手不足，无法实施。')).body).toMatchObject({ status: 'declined', note: '人手不足，无法实施。' });
    expect((await answer(0, 'accept')).body.code).toBe('wrong_state');
    expect(await statuses()).toEqual(['declined', 'confirmed', 'proposed']);
    expect(await told(round.contestants[2]!.founder)).toContain('award-promoted');
    expect((await told(round.call.officer)).slice(-2).sort()).toEqual(['award-declined', 'award-to-publish']);
    expect((await round.contestants[0]!.founder.client.get(`/api/applications/${round.contestants[0]!.applicationId}`)).body.status).toBe('declined');
    const { body } = await round.officerPosts('awards/notice');
    round.passTheDay(body.lastDay);
    await round.officerPosts('awards/confirmation');
    expect(await statuses()).toEqual(['declined', 'confirmed', 'confirmed']);
    expect((await answer(2, 'accept')).body.status).toBe('accepted');
    const { body: projects } = await round.call.officer.client.get(`/api/projects?callId=${round.call.id}`);
    expect(projects.items).toHaveLength(1);
    expect(await round.callStatus()).toBe('confirmed');
  });

  it('is no, and whoever is of the freed category comes first where the rulebook says so', async () => {
    await confirmed(
      twoSeats(({ allocation }) => ({ allocation: { ...allocation, reserve: { size: 3, promote: 'same_category_first' } } })),
      [{ categoryKey: 'volunteers' }, { categoryKey: 'child-safety' }, { categoryKey: 'child-safety' }, { categoryKey: 'volunteers' }],
    );
    await answer(0, 'decline');
    expect(await statuses()).toEqual(['declined', 'confirmed', 'reserve', 'proposed']);
  });

  it('is no, and nobody moves up where the rulebook has no reserve move up', async () => {
    await confirmed(twoSeats(({ acceptance }) => ({ acceptance: { ...acceptance, promoteReserve: false } })));
    await answer(0, 'decline');
    expect(await statuses()).toEqual(['declined', 'confirmed', 'reserve']);
    expect(await told(round.call.officer)).not.toContain('award-to-publish');
  });

  it('is read from silence as a no when the term is over', async () => {
    await confirmed();
    await answer(1, 'accept');
    app.clock.set(await termOf(0));
    await app.repeat('awards.read-silence');
    expect(await statuses()).toEqual(['confirmed', 'accepted', 'reserve']);
    await pastTheTerm();
    expect(await statuses()).toEqual(['declined', 'accepted', 'proposed']);
    expect(await awardOf(0)).toMatchObject({ note: '逾期未答复' });
    expect(await told(round.contestants[0]!.founder)).toContain('award-lapsed');
    await pastTheTerm();
    expect(await statuses()).toEqual(['declined', 'accepted', 'proposed']);
  });

  it('comes too late once the term is over, even before the clock has read the silence', async () => {
    await confirmed();
    app.clock.set(new Date((await termOf(0)).getTime() + 1000));
    expect((await answer(0, 'accept')).body).toMatchObject({ status: 409, code: 'answer_late' });
  });

  it('is read from silence as a yes where the rulebook says so, and the project opens', async () => {
    await confirmed(twoSeats(({ acceptance }) => ({ acceptance: { ...acceptance, silence: 'accepts' } })));
    await pastTheTerm();
    expect(await statuses()).toEqual(['accepted', 'accepted', 'reserve']);
    expect(await told(round.contestants[0]!.founder)).toContain('award-accepted-by-silence');
    const { body } = await round.call.officer.client.get(`/api/projects?callId=${round.call.id}`);
    expect(body.items).toHaveLength(2);
  });

  it('has to be waited for before the round is archived, and a suspended call is neither announced nor confirmed', async () => {
    await confirmed();
    await answer(1, 'accept');
    await answer(0, 'decline');
    await round.call.officer.client.post(`/api/calls/${round.call.id}/moves`, { move: 'suspend', reason: '经费渠道核实中。' });
    expect((await round.officerPosts('awards/notice')).body.code).toBe('call_stopped');
    expect((await round.officerPosts('awards/confirmation')).body.code).toBe('call_stopped');
    await round.call.officer.client.post(`/api/calls/${round.call.id}/moves`, { move: 'resume', reason: '核实完毕。' });
    const { items: [project] } = (await round.call.officer.client.get(`/api/projects?callId=${round.call.id}`)).body;
    for (const move of ['run', 'wind-up']) expect((await round.officerPosts('round-moves', { move })).status).toBe(200);
    expect((await round.officerPosts('round-moves', { move: 'archive' })).body.code).toBe('projects_under_way');
    await round.call.officer.client.post(`/api/projects/${project.id}/moves`, { move: 'terminate', reason: '组织注销。' });
    expect((await round.officerPosts('round-moves', { move: 'archive' })).body).toMatchObject({ code: 'awards_under_way', facts: { count: 1 } });
  });
});
