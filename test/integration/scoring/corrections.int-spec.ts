import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SYSTEM } from '#libs/access';
import { ApplicationsFacade } from '#modules/applications';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const ROOT = resolve('scripts/verify-ranking.mjs');

describe('a conflict that comes to light after the sealing', () => {
  let app: TestApp;
  let call: OpenCall;
  let second: Person;
  let panel: { judge: Person; seatId: string }[];
  let applications: string[];
  let first: { hash: string };

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
      scoring: { ...rulebook.scoring, stages: rulebook.scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => ({ ...bloc, aggregation: { method: 'mean' as const }, panel: { ...bloc.panel, judges: 5, quorum: 4 } })) })) },
    }));
    second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    applications = [];
    for (const name of ['木兰课堂', '彩虹之家']) {
      const founder = await app.person();
      applications.push((await submitted(founder, call, await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() }), { name })).id);
    }
    for (const id of applications) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 5);
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`)).status).toBe(200);
    // The first judge lifts the first application above the second; without her sheet it falls behind.
    for (const [at, id] of applications.entries()) for (const [number, seat] of panel.entries()) expect((await scoreAt(seat, id, blocOf(call, 'written'), at === 0 ? (number === 0 ? 100 : 75) : 78)).status).toBe(200);
    const sealed = await call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`);
    expect(sealed.status).toBe(200);
    first = sealed.body;
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const tells = (who: Person, at: number, application = 0) => who.client.post(`/api/judging/${panel[at]!.seatId}/${applications[application]!}/late-conflict`, { reason: '近三年曾任该单位顾问' });
  const list = async (who = call.officer) => (await who.client.get(`/api/calls/${call.id}/scoring/written/corrections`)).body as { corrections: { id: string; moved: { before: number; after: number }[]; refusal: { zh: string } | null; effect: string | null }[]; sheets: { seatId: string }[] };
  const decide = (who: Person, id: string, granted = true) => who.client.post(`/api/ranking-corrections/${id}/decision`, { granted, note: '经核实' });
  const ranking = async () => (await call.officer.client.get(`/api/calls/${call.id}/ranking`)).body;
  const ranks = async () => (await app.nest.get(ApplicationsFacade, { strict: false }).many(applications)).sort((a, b) => applications.indexOf(a.id) - applications.indexOf(b.id)).map(({ rank }) => rank);

  it('is told by the judge or an officer, shows what would change, and changes nothing yet', async () => {
    expect(await panel[0]!.judge.client.post(`/api/judging/${panel[0]!.seatId}/${applications[0]}/conflict`, { verdict: 'has', note: '顾问' })).toMatchObject({ status: 409, body: { code: 'stage_not_open' } });
    expect((await tells(panel[1]!.judge, 0)).status).toBe(404);
    expect((await tells(panel[0]!.judge, 0)).status).toBe(200);
    expect(await tells(panel[0]!.judge, 0)).toMatchObject({ status: 409, body: { code: 'correction_waits' } });
    const { corrections } = await list();
    expect(corrections[0]).toMatchObject({ refusal: null, moved: [{ before: 1, after: 2 }, { before: 2, after: 1 }] });
    expect(await ranking()).toMatchObject({ hash: first.hash, corrects: null });
    expect(await ranks()).toEqual([1, 2]);
  });

  it('voids the sheet and recalculates once a second person has granted it; the first ranking stays, and both recompute', async () => {
    const { id } = (await list()).corrections[0]!;
    expect((await decide(panel[0]!.judge, id)).status).toBe(403);
    const granted = await decide(call.officer, id);
    expect(granted.body.corrections[0]).toMatchObject({ effect: 'sealed_again', granted: true, moved: [] });
    expect(await decide(second, id)).toMatchObject({ status: 409, body: { code: 'correction_decided' } });
    expect(await ranking()).toMatchObject({ corrects: first.hash, rows: [{ rank: 1, applicationId: applications[1] }, { rank: 2, applicationId: applications[0], recused: ['评委1'], blocs: [{ counted: 4 }] }] });
    expect(await ranks()).toEqual([2, 1]);
    const { rows } = await app.db.query<{ manifest: string; hash: string }>('select manifest, hash from score_ranking where call_id = $1 order by sealed_at, id', [call.id]);
    expect(rows).toHaveLength(2);
    for (const { manifest, hash } of rows) {
      const file = join(mkdtempSync(join(tmpdir(), 'corrected-')), 'manifest.json');
      writeFileSync(file, manifest);
      expect(execFileSync(process.execPath, [ROOT, file], { encoding: 'utf8' })).toContain(hash);
    }
    const { rows: sheets } = await app.db.query('select status from score_sheet where seat_id = $1 and application_id = $2', [panel[0]!.seatId, applications[0]]);
    expect(sheets).toEqual([{ status: 'void' }]);
    expect((await panel[0]!.judge.client.get(`/api/judging/${panel[0]!.seatId}/${applications[0]}`)).body).toMatchObject({ conflict: 'has', application: null });
    const leaf = await app.db.query(`select facts from audit_leaf where action = 'ranking.corrected' and subject_id = $1`, [call.id]);
    expect(leaf.rows[0].facts).toMatchObject({ toldBy: panel[0]!.judge.id, effect: 'sealed_again' });
  });

  it('is never told and decided by one person, whichever way', async () => {
    const told = await call.officer.client.post(`/api/calls/${call.id}/scoring/written/corrections`, { seatId: panel[1]!.seatId, applicationId: applications[0], reason: '举报查实' });
    const [{ id }] = told.body.corrections;
    expect(await decide(call.officer, id)).toMatchObject({ status: 409, body: { code: 'second_person' } });
    await expect(app.db.query('update ranking_correction set decided_by = told_by, decided_at = now(), granted = false where id = $1', [id])).rejects.toThrow();
    expect((await list(second)).corrections[0]).toMatchObject({ refusal: null });
  });

  it('opens the stage again where too few sheets are left, so that another judge is seated and it is sealed once more', async () => {
    const { id } = (await list()).corrections[0]!;
    await expect(app.db.query(`update score_stage set status = 'open', sealed_at = null where call_id = $1`, [call.id])).rejects.toThrow(/stays sealed/);
    expect((await decide(second, id)).body.corrections[0]).toMatchObject({ effect: 'reopened' });
    const seal = () => call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`);
    expect(await seal()).toMatchObject({ status: 409, body: { code: 'not_rankable' } });
    const [substitute] = await aPanel(app, call, 'written', 1);
    for (const application of applications) expect((await scoreAt(substitute!, application, blocOf(call, 'written'), 76)).status).toBe(200);
    const again = await seal();
    expect(again.status).toBe(200);
    expect(again.body.rows[1]).toMatchObject({ applicationId: applications[0], recused: ['评委1', '评委2'], blocs: [{ counted: 4 }] });
  });

  it('is refused with the way out once the awards are decided', async () => {
    await app.nest.get(ApplicationsFacade, { strict: false }).recordOutcome(applications[1]!, { kind: 'awarded' } as never, SYSTEM);
    expect((await tells(panel[2]!.judge, 2)).status).toBe(200);
    const { id, refusal } = (await list()).corrections[0]!;
    expect(refusal?.zh).toContain('撤回公示');
    const before = (await ranking()).hash;
    expect(await decide(call.officer, id)).toMatchObject({ status: 409, body: { code: 'outcomes_decided' } });
    expect((await ranking()).hash).toBe(before);
    expect((await decide(call.officer, id, false)).body.corrections[0]).toMatchObject({ granted: false, effect: null });
  });
});
