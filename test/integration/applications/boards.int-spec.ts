import { anOpenCall, answersOf, handIn, type OpenCall } from '../../support/a-call.js';
import { aRankedRound, expectInvariantsBesideScoring } from '../../support/a-ranked-round.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';
import { inBoards } from '../../support/calls/in-boards.js';

const DAY = 86_400_000;

interface Fault {
  path: string;
  code: string;
  sentence: { zh: string };
}

describe('a contest of boards', () => {
  let app: TestApp;
  let call: OpenCall;
  let earlier: Date;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'yangzhou-2021', inBoards);
    earlier = new Date(call.closesAt.getTime() - 3 * DAY);
  });
  afterEach(() => expectInvariantsBesideScoring(app));
  afterAll(() => app?.close());

  async function draft(categoryKey: string): Promise<{ person: Person; id: string; answers: Record<string, Record<string, unknown>>; save: (answers: object) => Promise<Fault[]> }> {
    const person = await app.person();
    const organisationId = await found(app, person, { creditCode: aCreditCode(), name: `组织${person.id}`, kind: 'social_association' });
    const { body } = await person.client.post('/api/applications', { callId: call.id, organisationId });
    let { version } = body;
    const answers = await answersOf(person, call.rulebook, { categoryKey });
    const save = async (given: object): Promise<Fault[]> => {
      const saved = await person.client.put(`/api/applications/${body.id}/answers`, { answers: given, version });
      if (saved.status !== 200) throw new Error(JSON.stringify(saved.body));
      version = saved.body.version;
      return saved.body.faults;
    };
    return { person, id: body.id, answers, save };
  }

  it('is told in public with the money, the end and the owner of each board', async () => {
    const { body } = await app.http.anonymous.get(`/api/public/calls/${call.id}`);
    expect(body.boards).toMatchObject([
      { key: 'children', poolFen: 30_000_000, awards: 6, owner: null, closesAt: call.closesAt.toISOString(), amount: { kind: 'range' } },
      { key: 'women', poolFen: 20_000_000, awards: 4, owner: { zh: '市妇联' }, closesAt: earlier.toISOString(), categoryKeys: ['volunteers', 'fund-study'] },
    ]);
  });

  it('asks the questions and keeps the cost rules of the board alone that was chosen', async () => {
    const women = await draft('volunteers');
    const { 'of-women': _, ...common } = women.answers;
    expect((await women.save(common)).map(({ path, code }) => [path, code])).toEqual([['of-women.own-question', 'answer_missing']]);
    const lines = [...(women.answers.money!.budget as object[])];
    lines[0] = { ...lines[0], item: '组织参观' };
    const travelling = { ...women.answers, money: { ...women.answers.money, budget: lines } };
    expect((await women.save(travelling)).map(({ path, sentence }) => [path, sentence.zh])).toEqual([['money.budget.0', '本板块不资助外出参观']]);
    const children = await draft('child-safety');
    expect(await children.save({ ...children.answers, money: { ...children.answers.money, budget: lines }, 'of-women': {} })).toEqual([]);
  });

  it('takes applications of a board until its own end, and those of the others until the end of the call', async () => {
    const [women, children] = [await draft('volunteers'), await draft('child-safety')];
    expect([await women.save(women.answers), await children.save(children.answers)]).toEqual([[], []]);
    expect((await women.person.client.get(`/api/applications/${women.id}`)).body.call.closesAt).toBe(earlier.toISOString());
    app.clock.set(new Date(earlier.getTime() + call.rulebook.deadline.graceSeconds * 1000 + 1));
    const late = await handIn(women.person, women.id);
    expect(late).toMatchObject({ status: 409, body: { code: 'deadline_passed' } });
    expect((await handIn(children.person, children.id)).status).toBe(201);
    const shown = async ({ person, id }: { person: Person; id: string }) => [
      (await person.client.get('/api/applications/mine')).body.find((row: { id: string }) => row.id === id), (await person.client.get(`/api/applications/${id}`)).body.call,
    ];
    for (const view of await shown(women)) expect(view).toMatchObject({ takes: false, closedBoard: { zh: '妇女板块' } });
    expect(await women.save({ ...women.answers, ...(await answersOf(women.person, call.rulebook, { categoryKey: 'child-protection' })) })).toEqual([]);
    for (const view of await shown(women)) expect(view).toMatchObject({ takes: true, closedBoard: null });
    expect((await handIn(women.person, women.id)).status).toBe(201);
  });

  it('reminds of the end of the board', async () => {
    app.clock.set(new Date(earlier.getTime() - 10 * DAY));
    const [women, children] = [await draft('volunteers'), await draft('child-safety')];
    await women.save(women.answers);
    await children.save(children.answers);
    const told = async ({ person }: { person: Person }) => ((await person.client.get('/api/inbox')).body.items as { kind: string }[]).filter(({ kind }) => kind === 'deadline-near').length;
    app.clock.set(new Date(earlier.getTime() - DAY));
    await app.repeat('applications.reach-marks');
    await app.drain();
    expect([await told(women), await told(children)]).toEqual([1, 0]);
  });

  it('keeps its published ends: neither earlier nor later by rewriting the rules', async () => {
    app.clock.set(new Date(earlier.getTime() - 10 * DAY));
    const { body } = await call.officer.client.get(`/api/calls/${call.id}`);
    const moved = (closesAt: string) => ({ ...call.rulebook, boards: call.rulebook.boards!.map((board) => (board.key === 'women' ? { ...board, closesAt } : board)) });
    const change = (rulebook: object) => call.officer.client.put(`/api/calls/${call.id}/rulebook`, { rulebook, version: body.version, reason: '板块安排调整' });
    expect((await change(moved(new Date(earlier.getTime() - DAY).toISOString()))).body.code).toBe('deadline_moved_earlier');
    expect((await change(moved(new Date(earlier.getTime() + DAY).toISOString()))).body.code).toBe('deadline_needs_two');
  });

  it('gives each board its own money, by the ranks of that board', async () => {
    const proposals = ['volunteers', 'volunteers', 'fund-study', 'fund-study', 'volunteers', 'child-safety'].map((categoryKey) => ({ categoryKey, requestedFen: 5_000_000, matchingFen: 1_250_000 }));
    const round = await aRankedRound(app, { proposals, rulebook: inBoards, scores: [95, 90, 85, 80, 75, 70] });
    const { body } = await round.call.officer.client.get(`/api/calls/${round.call.id}/allocation`);
    expect(body.boards).toMatchObject([{ key: 'children', grantedFen: 5_000_000, leftFen: 25_000_000, awards: 1, maxAwards: 6 }, { key: 'women', grantedFen: 20_000_000, leftFen: 0, awards: 4, maxAwards: 4 }]);
    expect(body.reserve.map(({ applicationId, reason }: { applicationId: string; reason: { code: string } }) => [applicationId, reason.code])).toEqual([[round.contestants[4]!.applicationId, 'award.no_seat']]);
    expect((await round.officerPosts('awards/decision')).status).toBe(200);
    const reserve = (await round.awards()).filter(({ status }) => status === 'reserve');
    expect(reserve).toHaveLength(1);
    expect(reserve[0]).toMatchObject({ place: 1, board: { zh: '妇女板块' } });
    const preview = await round.call.officer.client.get(`/api/calls/${round.call.id}/awards/notice-preview`);
    expect(preview.body.content.rows.map(({ category }: { category: string }) => category.split(' · ')[0])).toEqual(['儿童板块', '妇女板块', '妇女板块', '妇女板块', '妇女板块']);
  });
});
