import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Rulebook } from '#modules/calls';
import { admit, anOpenCall, PDF, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

type TieBreak = Rulebook['scoring']['tieBreak'];
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let rounds = 0;

/** A round whose chain is this one; the first two applications get the same sheets, the third fewer points. */
async function aTiedRound(app: TestApp, tieBreak: TieBreak) {
  const call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
    ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } }, scoring: { ...rulebook.scoring, tieBreak },
  }));
  const ids: string[] = [];
  for (const name of ['木兰课堂', '彩虹之家', '邻里妈妈']) {
    const founder = await app.person();
    const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() });
    ids.push((await submitted(founder, call, organisationId, { name })).id);
  }
  for (const id of ids) await admit(call.officer, call, id);
  rounds += 1;
  app.clock.set(new Date(call.closesAt.getTime() + 3_600_000 + rounds * 60_000));
  await app.repeat('calls.open-and-close');
  const panel = await aPanel(app, call, 'written', 5);
  await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
  return { call, ids, panel };
}

async function scoreEverybody({ call, ids, panel }: Awaited<ReturnType<typeof aTiedRound>>): Promise<void> {
  for (const seat of panel) for (const [at, id] of ids.entries()) await scoreAt(seat, id, blocOf(call, 'written'), at === 2 ? 60 : 80);
}

function recomputed(json: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ties-'));
  const file = join(folder, 'manifest.json');
  writeFileSync(file, json);
  const said = execFileSync(process.execPath, [resolve('scripts/verify-ranking.mjs'), file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return said;
}

const manifestOf = async (call: OpenCall): Promise<string> => JSON.stringify((await call.officer.client.get(`/api/calls/${call.id}/ranking/manifest`)).body);

describe('equals whom no score parts', () => {
  let app: TestApp;
  let second: Person;
  beforeAll(async () => {
    app = await bootApp();
    second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  it('are drawn by lot where the chain says so: before the number is known, once, repeatable by anybody, and sealing waits for it', async () => {
    const round = await aTiedRound(app, [{ by: 'preference' }, { by: 'lot' }]);
    const { call, ids } = round;
    const path = `/api/calls/${call.id}`;
    expect((await call.officer.client.get(`${path}/ties`)).body).toMatchObject({ waitsFor: { zh: expect.stringContaining('还没有全部提交') }, ties: [] });
    await scoreEverybody(round);
    const board = (await call.officer.client.get(`${path}/ties`)).body;
    expect(board).toMatchObject({ open: true, mine: true, waitsFor: null, ties: [{ way: 'lot', value: null, steps: [{ outcome: 'equal' }], decision: null }] });
    const equals = board.ties[0].equals.map(({ applicationId }: { applicationId: string }) => applicationId);
    expect([...equals].sort()).toEqual([ids[0], ids[1]].sort());
    expect(await call.officer.client.post(`${path}/scoring/written/sealing`)).toMatchObject({ status: 409, body: { code: 'not_rankable', problems: [{ code: 'score.lot_due' }] } });

    const source = '双色球2026137期开奖号码';
    expect(await call.officer.client.post(`${path}/ties/lots`, { applicationIds: [ids[0], ids[2]], source })).toMatchObject({ status: 404, body: { code: 'tie_absent' } });
    expect(await call.officer.client.post(`${path}/ties/orders`, { applicationIds: equals, reason: '委员会讨论决定如此排序', minutesId: ids[0] })).toMatchObject({ status: 404, body: { code: 'tie_absent' } });
    const fixed = (await call.officer.client.post(`${path}/ties/lots`, { applicationIds: equals, source })).body.ties[0].decision;
    expect(fixed).toMatchObject({ state: 'fixed', secret: null, seed: null, ordered: false, commitment: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(await second.client.post(`${path}/ties/lots`, { applicationIds: equals, source })).toMatchObject({ status: 409, body: { code: 'tie_decided' } });
    expect((await call.officer.client.post(`${path}/scoring/written/sealing`)).body.code).toBe('not_rankable');
    expect((await round.panel[0]!.judge.client.post(`${path}/tie-decisions/${fixed.id}/revelation`, { publicValue: '1' })).status).toBe(403);

    const drawn = (await call.officer.client.post(`${path}/tie-decisions/${fixed.id}/revelation`, { publicValue: '03 08 15 21 27 33 + 09' })).body.ties[0].decision;
    expect(sha256(`tie-draw-v1|${drawn.secret}`)).toBe(fixed.commitment);
    expect(sha256(`tie-draw-v1|${drawn.secret}|03 08 15 21 27 33 + 09`)).toBe(drawn.seed);
    const key = (id: string) => sha256(`${drawn.seed}|${id}`);
    const order = [...equals].sort((a, b) => (key(a) < key(b) ? -1 : 1));
    expect(drawn.equals.map(({ applicationId }: { applicationId: string }) => applicationId)).toEqual(order);
    expect(await second.client.post(`${path}/tie-decisions/${fixed.id}/revelation`, { publicValue: '9' })).toMatchObject({ status: 409, body: { code: 'tie_decided' } });
    await expect(app.db.query('update tie_decision set ordered_ids = $2 where id = $1', [fixed.id, [...order].reverse()])).rejects.toThrow('what was fixed does not change');

    const ranking = (await call.officer.client.post(`${path}/scoring/written/sealing`)).body;
    expect(ranking.rows.map(({ applicationId, rank, sharesRank }: { applicationId: string; rank: number; sharesRank: boolean }) => [applicationId, rank, sharesRank])).toEqual([[order[0], 1, false], [order[1], 2, false], [ids[2], 3, false]]);
    expect(ranking.manifest.draws).toEqual([{ applicationIds: [...equals].sort(), source, secret: drawn.secret, commitment: fixed.commitment, publicValue: '03 08 15 21 27 33 + 09' }]);
    expect(recomputed(await manifestOf(call))).toContain('一致');
    expect((await second.client.get(`${path}/ties`)).body.ties[0]).toMatchObject({ value: expect.stringMatching(/^\d+\.\d\d$/), decision: { state: 'settled' } });
    expect((await call.officer.client.post(`${path}/ties/lots`, { applicationIds: equals, source })).body.code).toBe('stage_not_open');
  }, 120_000);

  it('stand as the committee has put them once a second officer has confirmed it, with reason and minutes', async () => {
    const round = await aTiedRound(app, [{ by: 'committee_vote' }]);
    const { call, ids } = round;
    const path = `/api/calls/${call.id}`;
    await scoreEverybody(round);
    const minutes = await call.officer.client.upload('/api/documents', { name: '评审委员会会议纪要.pdf', content: PDF });
    const order = { applicationIds: [ids[1], ids[0]], reason: '两项目得分相同，经委员会讨论，以受益面较大者在前', minutesId: minutes.body.id };
    expect((await call.officer.client.post(`${path}/ties/orders`, { ...order, reason: '短' })).status).toBe(400);
    expect(await second.client.post(`${path}/ties/orders`, order)).toMatchObject({ status: 404, body: { code: 'document_absent' } });
    const { decision } = (await call.officer.client.post(`${path}/ties/orders`, order)).body.ties[0];
    expect(decision).toMatchObject({ state: 'waits', ordered: true, decidable: false, minutes: { name: '评审委员会会议纪要.pdf' } });
    const decide = (person: Person, granted: boolean) => person.client.post(`${path}/tie-decisions/${decision.id}/decision`, { granted });
    expect(await decide(call.officer, true)).toMatchObject({ status: 409, body: { code: 'second_person' } });
    expect((await second.client.get(`${path}/ties`)).body.ties[0].decision.decidable).toBe(true);
    expect((await decide(second, false)).body).toMatchObject({ ties: [{ decision: null }], past: [{ state: 'refused' }] });

    const again = await call.officer.client.upload('/api/documents', { name: '会议纪要（更正）.pdf', content: PDF });
    const corrected = (await call.officer.client.post(`${path}/ties/orders`, { ...order, minutesId: again.body.id })).body.ties[0].decision;
    const confirmed = (await second.client.post(`${path}/tie-decisions/${corrected.id}/decision`, { granted: true })).body;
    expect(confirmed.ties[0].decision).toMatchObject({ state: 'settled', equals: [{ applicationId: ids[1] }, { applicationId: ids[0] }] });
    const { rows } = await app.db.query(`select action from audit_leaf where action like 'tie.%' and subject_id = $1 order by seq`, [call.id]);
    expect(rows.map(({ action }) => action)).toEqual(['tie.order_recorded', 'tie.order_refused', 'tie.order_recorded', 'tie.order_confirmed']);
    const ranking = (await call.officer.client.post(`${path}/scoring/written/sealing`)).body;
    expect(ranking.rows.map(({ applicationId, rank }: { applicationId: string; rank: number }) => [applicationId, rank])).toEqual([[ids[1], 1], [ids[0], 2], [ids[2], 3]]);
    expect(recomputed(await manifestOf(call))).toContain('一致');
  }, 120_000);

  it('cannot be parted by a rule that was written after the scoring began', async () => {
    const { call } = await aTiedRound(app, [{ by: 'lot' }]);
    const { body } = await call.officer.client.get(`/api/calls/${call.id}`);
    const rulebook = { ...body.rulebook, scoring: { ...body.rulebook.scoring, tieBreak: [{ by: 'lower_request' }, { by: 'committee_vote' }] } };
    const changed = await call.officer.client.put(`/api/calls/${call.id}/rulebook`, { rulebook, version: body.version, reason: '改由委员会决定' });
    expect(changed).toMatchObject({ status: 409, body: { code: 'rules_settled' } });
    expect((await call.officer.client.get(`/api/calls/${call.id}/ties`)).body.chain).toEqual([{ zh: '抽签', en: 'By lot' }]);
  }, 120_000);
});
