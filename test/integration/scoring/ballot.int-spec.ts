import { differences } from '../../../scripts/verify-ranking.mjs';
import type { Rulebook } from '#modules/calls';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aField } from '../../support/a-field.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';
import { inBoards } from '../../support/calls/in-boards.js';

type Aggregation = Rulebook['scoring']['stages'][number]['blocs'][number]['aggregation'];

const votesBy = (aggregation: Aggregation) => (rulebook: Rulebook): Rulebook => ({
  ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
  scoring: { ...rulebook.scoring, tieBreak: [{ by: 'committee_vote' }], stages: rulebook.scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => ({ ...bloc, aggregation, projectNames: 'redacted' as const, panel: { ...bloc.panel, judges: 3, quorum: 2 } })) })) },
});

describe('a bloc that votes by ranked ballot', () => {
  let app: TestApp;
  let call: OpenCall;
  let ids: string[];
  let panel: { judge: Person; seatId: string }[];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', votesBy({ method: 'ranked_ballot', count: 'borda', partial: 'allowed' }));
    ids = [];
    ids = (await aField(app, call)).map(({ id }) => id);
    panel = await aPanel(app, call, 'written', 3);
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const ballotOf = (at: number) => `/api/judging/${panel[at]!.seatId}/ballot`;
  const declare = (at: number, id: string, verdict = 'none') => panel[at]!.judge.client.post(`/api/judging/${panel[at]!.seatId}/${id}/conflict`, { verdict, ...(verdict === 'none' ? {} : { note: '曾任顾问' }) });
  const version = async (at: number): Promise<number> => (await panel[at]!.judge.client.get(ballotOf(at))).body.version;
  const submit = async (at: number, order: string[]) => panel[at]!.judge.client.post(`${ballotOf(at)}/submission`, { order, version: await version(at) });

  it('shows a judge her own ballot alone, and lets her rank only what she has declared for', async () => {
    const [{ judge }] = panel as [(typeof panel)[0]];
    expect((await judge.client.get(ballotOf(0))).body).toMatchObject({ count: 'borda', partial: true, version: 0, status: null, refusal: null, rows: [{ conflict: null, place: null }, {}, {}, {}] });
    // The rulebook hides the names of projects: the ballot tells their numbers.
    expect(JSON.stringify((await judge.client.get(ballotOf(0))).body)).not.toMatch(/木兰课堂|彩虹之家/);
    expect((await panel[1]!.judge.client.get(ballotOf(0))).status).toBe(404);
    expect((await judge.client.get('/api/judging/queue')).body[0]).toMatchObject({ ballot: true });
    const faulty = await judge.client.put(ballotOf(0), { order: [ids[0]], version: 0 });
    expect(faulty).toMatchObject({ status: 400, body: { code: 'sheet_faulty', problems: [{ code: 'not_on_ballot' }] } });
    for (const id of ids.slice(0, 3)) await declare(0, id);
    const saved = await judge.client.put(ballotOf(0), { order: [ids[1], ids[0]], version: 0 });
    expect(saved.body).toMatchObject({ status: 'draft', version: 3, rows: expect.arrayContaining([expect.objectContaining({ applicationId: ids[1], place: 1 })]) });
    expect(await judge.client.put(ballotOf(0), { order: [ids[0]], version: 0 })).toMatchObject({ status: 412, body: { code: 'sheet_changed' } });
    expect(await submit(0, [ids[1]!, ids[0]!])).toMatchObject({ status: 409, body: { code: 'declaration_due' } });
    expect(await judge.client.put(`/api/judging/${panel[0]!.seatId}/${ids[0]}`, { entries: {}, comment: '', version: 1 })).toMatchObject({ status: 409, body: { code: 'ballot_due' } });
    expect(await judge.client.post(`/api/judging/${panel[0]!.seatId}/${ids[0]}/submission`, { entries: {}, comment: '', version: 1 })).toMatchObject({ status: 409, body: { code: 'ballot_due' } });
  });

  it('takes a ballot once, with a commitment for every place; a conflict keeps off it whoever it is about', async () => {
    await declare(0, ids[3]!, 'has');
    const twice = await submit(0, [ids[1]!, ids[1]!]);
    expect(twice).toMatchObject({ status: 400, body: { problems: [{ code: 'ranked_twice' }] } });
    expect((await submit(0, [])).body.problems).toMatchObject([{ code: 'ballot_empty' }]);
    const handedIn = await submit(0, [ids[1]!, ids[0]!]);
    expect(handedIn.body).toMatchObject({ status: 'submitted', submittedAt: expect.any(String) });
    expect(handedIn.body.rows.filter(({ commitment }: { commitment: string | null }) => commitment !== null)).toHaveLength(3);
    expect(await submit(0, [ids[0]!])).toMatchObject({ status: 409, body: { code: 'sheet_submitted' } });
    const { rows } = await app.db.query(`select facts::text from audit_leaf where action = 'sheet.submitted'`);
    expect(rows).toHaveLength(3);
    expect(rows.map(({ facts }) => facts).join()).not.toContain('place');
    await expect(app.db.query(`update score_sheet set entries = '{"place":{"points":"1"}}', version = version + 1 where seat_id = $1 and application_id = $2`, [panel[0]!.seatId, ids[0]])).rejects.toThrow('locked');
  });

  it('is opened again as a whole by two people, and its history tells the places', async () => {
    const board = (await call.officer.client.get(`/api/calls/${call.id}/scoring/written`)).body;
    const cell = board.cells.find((one: { seatId: string; applicationId: string }) => one.seatId === panel[0]!.seatId && one.applicationId === ids[0]);
    await call.officer.client.post(`/api/score-sheets/${cell.sheetId}/reopening`, { reason: '评委称次序填反' });
    const second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const [request] = (await second.client.get(`/api/calls/${call.id}/scoring/written/reopenings`)).body;
    expect((await second.client.post(`/api/sheet-reopenings/${request.id}/decision`, { granted: true })).status).toBe(204);
    expect((await panel[0]!.judge.client.get(ballotOf(0))).body).toMatchObject({ status: 'draft' });
    expect((await submit(0, [ids[0]!, ids[1]!, ids[2]!])).body.status).toBe('submitted');
    const history = (await panel[0]!.judge.client.get(`/api/judging/${panel[0]!.seatId}/${ids[0]}/history`)).body;
    expect(history.at(-1).changes).toMatchObject([{ title: { zh: '名次' }, to: '1' }]);
  });

  it('is counted, sealed into the manifest and recomputed by the script', async () => {
    for (const at of [1, 2]) for (const id of ids) await declare(at, id);
    await submit(1, [ids[0]!, ids[2]!, ids[1]!, ids[3]!]);
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`)).body.code).toBe('not_rankable');
    await submit(2, [ids[1]!]);
    const ranking = (await call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`)).body;
    // Of two, three and three others: ids[0] 2/2, 3/3, 1/3 → 7/9; ids[1] 1/2, 1/3, 3/3 → 11/18; ids[2] 0, 2/3, 1/3 → 1/3; ids[3] 0, 1/3 → 1/6
    expect(ranking.rows.map(({ applicationId, total }: { applicationId: string; total: string }) => [applicationId, Number(total).toFixed(2)])).toEqual([[ids[0], '77.78'], [ids[1], '61.11'], [ids[2], '33.33'], [ids[3], '16.67']]);
    expect(ranking.manifest.rubric.stages[0].blocs[0]).toMatchObject({ kind: 'ballot', count: 'borda' });
    expect(differences((await call.officer.client.get(`/api/calls/${call.id}/ranking/manifest`)).body)).toEqual([]);
    expect((await call.officer.client.get(`/api/calls/${call.id}/scoring/written/analysis`))).toMatchObject({ status: 200, body: { blocs: [] } });
    expect((await call.officer.client.get(`/api/applications/${ids[0]}/feedback-draft`)).status).toBeLessThan(500);
  });
});

describe('ballots inside boards', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  it('rank the projects of their own board alone, and share out its money alone', async () => {
    const call = await anOpenCall(app, 'yangzhou-2021', (rulebook) => {
      const book = inBoards(rulebook);
      const vote = { method: 'ranked_ballot' as const, count: 'equal_shares' as const, partial: 'allowed' as const };
      return { ...book, scoring: { ...book.scoring, tieBreak: [{ by: 'committee_vote' }], stages: book.scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => ({ ...bloc, panel: { ...bloc.panel, judges: 2, quorum: 2 }, aggregation: bloc.key === 'of-women' ? vote : { method: 'mean' as const } })) })) } };
    });
    const ids: string[] = [];
    for (const [name, categoryKey] of [['木兰课堂', 'volunteers'], ['邻里妈妈', 'fund-study'], ['平安上学', 'child-safety']] as const) {
      const founder = await app.person();
      ids.push((await submitted(founder, call, await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() }), { name, categoryKey })).id);
    }
    for (const id of ids) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    const children = await aPanel(app, call, 'written', 2);
    const women: { judge: Person; seatId: string }[] = [];
    for (let at = 0; at < 2; at += 1) {
      const judge = await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] });
      women.push({ judge, seatId: (await call.officer.client.post(`/api/calls/${call.id}/panels/written/of-women/seats`, { accountId: judge.id })).body.id });
    }
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`)).status).toBe(200);
    for (const seat of children) expect((await scoreAt(seat, ids[2]!, blocOf(call, 'written'), 80)).status).toBe(200);
    for (const { judge, seatId } of women) {
      const shown = (await judge.client.get(`/api/judging/${seatId}/ballot`)).body;
      expect(shown.rows.map(({ applicationId }: { applicationId: string }) => applicationId).sort()).toEqual(ids.slice(0, 2).sort());
      for (const id of ids.slice(0, 2)) await judge.client.post(`/api/judging/${seatId}/${id}/conflict`, { verdict: 'none' });
      expect(await judge.client.post(`/api/judging/${seatId}/ballot/submission`, { order: [ids[2]], version: 0 })).toMatchObject({ status: 400, body: { problems: [{ code: 'not_on_ballot' }] } });
      expect((await judge.client.post(`/api/judging/${seatId}/ballot/submission`, { order: [ids[0]], version: 0 })).body).toMatchObject({ status: 'submitted' });
    }
    const sealed = await call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`);
    expect(sealed.status).toBe(200);
    const { body: manifest } = await call.officer.client.get(`/api/calls/${call.id}/scoring/written/ranking/manifest`);
    expect(manifest.rubric.stages[0].blocs.find(({ kind }: { kind: string }) => kind === 'ballot')).toMatchObject({ count: 'equal-shares', poolFen: 20_000_000, boards: ['women'] });
    expect(differences(manifest)).toEqual([]);
    const total = (id: string) => Number(sealed.body.rows.find(({ applicationId }: { applicationId: string }) => applicationId === id).total);
    expect(total(ids[0]!)).toBeGreaterThan(total(ids[1]!));
  });
});

describe('a rulebook that has a bloc vote', () => {
  it('says how many are elected, and leaves room for approval', async () => {
    const app = await bootApp();
    const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const { body: rulebook } = await officer.client.get('/api/rulebooks/templates/hubei-mulan-2024');
    const examine = async (aggregation: Aggregation) => (await officer.client.post('/api/rulebooks/examination', { rulebook: votesBy(aggregation)(rulebook) })).body.problems.filter(({ severity }: { severity: string }) => severity === 'error').map(({ code }: { code: string }) => code);
    expect(await examine({ method: 'ranked_ballot', count: 'schulze', partial: 'refused' })).toEqual([]);
    expect(await examine({ method: 'ranked_ballot', count: 'stv', partial: 'allowed' })).toEqual(['ballot_seats_missing']);
    expect(await examine({ method: 'ranked_ballot', count: 'equal_shares', partial: 'refused' })).toEqual(['ballot_approves_all']);
    await app.close();
  });
});
