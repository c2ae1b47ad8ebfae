import { createHash } from 'node:crypto';
import { Client as DatabaseClient } from 'pg';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, entriesAt, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';
import { faultOf, type RecordedSheet } from '../../../src/modules/scoring/domain/sheet-commitment.js';
import { SheetStore } from '../../../src/modules/scoring/store/sheet.store.js';
import { verifyInclusion } from '../../../libs/audit/verify-proof.js';

describe('a score sheet that was handed in', () => {
  let app: TestApp;
  let call: OpenCall;
  let panel: { judge: Person; seatId: string }[];
  let ids: string[];
  let second: Person;
  /** The application's own role, as an intruder with its password would have it. */
  let sql: DatabaseClient;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
    }));
    ids = [];
    for (const name of ['木兰课堂', '彩虹之家']) {
      const founder = await app.person();
      const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() });
      ids.push((await submitted(founder, call, organisationId, { name })).id);
    }
    for (const id of ids) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 5);
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    sql = new DatabaseClient({ connectionString: app.databaseUrl });
    await sql.connect();
  });
  afterEach(() => app.expectInvariants());
  afterAll(async () => {
    await sql?.end();
    await app?.close();
  });

  const placeOf = (at: number, application = 0) => `/api/judging/${panel[at]!.seatId}/${ids[application]}`;
  const sheetOf = async (at: number, application = 0): Promise<{ id: string; version: number; entries: Record<string, unknown> }> =>
    (await app.db.query('select id, version, entries from score_sheet where seat_id = $1 and application_id = $2', [panel[at]!.seatId, ids[application]])).rows[0];
  const ask = (person: Person, sheetId: string, reason = '理由栏误填为他项') => person.client.post(`/api/score-sheets/${sheetId}/reopening`, { reason });
  const waiting = async (person: Person) => (await person.client.get(`/api/calls/${call.id}/scoring/written/reopenings`)).body as { id: string; decidable: boolean; granted: boolean | null }[];
  const decide = (person: Person, id: string, granted: boolean) => person.client.post(`/api/sheet-reopenings/${id}/decision`, { granted, note: '已核对' });

  it('changes for nobody: judge, officer, administrator, or SQL in the name of the application', async () => {
    const bloc = blocOf(call, 'written');
    expect((await scoreAt(panel[0]!, ids[0]!, bloc, 80)).status).toBe(200);
    const { id, version } = await sheetOf(0);
    const body = { entries: entriesAt(bloc, 100), comment: '', version };
    expect(await panel[0]!.judge.client.put(placeOf(0), body)).toMatchObject({ status: 409, body: { code: 'sheet_submitted' } });
    expect(await panel[0]!.judge.client.post(`${placeOf(0)}/submission`, body)).toMatchObject({ status: 409, body: { code: 'sheet_submitted' } });
    expect(await panel[0]!.judge.client.post(`${placeOf(0)}/abstention`, { reason: '改主意', version })).toMatchObject({ status: 409, body: { code: 'sheet_submitted' } });
    const administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.' }] });
    for (const person of [call.officer, administrator]) expect((await person.client.put(placeOf(0), body)).status).toBe(403);
    const attempts = [
      `update score_sheet set entries = '{}', version = version + 1 where id = '${id}'`,
      `update score_sheet set entries = '{}', status = 'draft', version = version + 1 where id = '${id}'`,
      `update score_sheet set status = 'draft', submitted_at = null, commitment = null, version = version + 1 where id = '${id}'`,
      `update score_sheet set comment = 'x', version = version + 1 where id = '${id}'`,
      `update score_sheet set confidence = 1 where id = '${id}'`,
      `update score_sheet set status = 'void', entries = '{}', version = version + 1 where id = '${id}'`,
      `update score_sheet set seat_id = '${panel[1]!.seatId}', version = version + 1 where id = '${id}'`,
      `update score_sheet_history set entries = '{}' where sheet_id = '${id}'`,
      `delete from score_sheet_history where sheet_id = '${id}'`,
      `delete from score_sheet where id = '${id}'`,
      'truncate score_sheet cascade',
    ];
    for (const attempt of attempts) await expect(sql.query(attempt)).rejects.toThrow(/locked|keeps its place|permission denied/);
    expect(await sheetOf(0)).toMatchObject({ version, entries: entriesAt(bloc, 80) });
  });

  it('is opened again by two people only, and keeps every version with who, when and why', async () => {
    const { id } = await sheetOf(0);
    expect((await ask(panel[0]!.judge, id)).status).toBe(403);
    expect((await ask(call.officer, id)).status).toBe(204);
    expect(await ask(second, id)).toMatchObject({ status: 409, body: { code: 'reopening_waits' } });
    expect((await panel[0]!.judge.client.get(placeOf(0))).body.status).toBe('submitted');
    const [request] = await waiting(call.officer);
    expect(request).toMatchObject({ decidable: false, granted: null });
    expect(await decide(call.officer, request!.id, true)).toMatchObject({ status: 409, body: { code: 'second_person' } });
    await expect(sql.query(`update sheet_reopening set decided_by = asked_by, decided_at = now(), granted = true where id = '${request!.id}'`)).rejects.toThrow('sheet_reopening_check');
    expect((await waiting(second))[0]).toMatchObject({ decidable: true });
    expect((await decide(second, request!.id, true)).status).toBe(204);
    expect(await decide(second, request!.id, false)).toMatchObject({ status: 409 });
    const opened = (await panel[0]!.judge.client.get(placeOf(0))).body;
    expect(opened).toMatchObject({ status: 'draft', reopened: { reason: '理由栏误填为他项' }, commitment: null });
    const bloc = blocOf(call, 'written');
    const [first] = bloc.criteria;
    const entries = { ...entriesAt(bloc, 80), [first!.key]: { ...entriesAt(bloc, 80)[first!.key]!, points: String(first!.max) } };
    expect((await panel[0]!.judge.client.post(`${placeOf(0)}/submission`, { entries, comment: '更正', version: opened.version })).status).toBe(200);
    const history = (await panel[0]!.judge.client.get(`${placeOf(0)}/history`)).body;
    expect(history.map(({ status, reason }: { status: string; reason: string | null }) => [status, reason])).toEqual([['submitted', null], ['draft', '理由栏误填为他项'], ['submitted', null]]);
    expect(history[2]).toMatchObject({ commentChanged: true, changes: [{ criterion: first!.key, from: entriesAt(bloc, 80)[first!.key]!.points, to: String(first!.max), reasonChanged: false }] });
    expect((await panel[1]!.judge.client.get(`/api/judging/${panel[0]!.seatId}/${ids[0]}/history`)).status).toBe(404);
  });

  it('stays as it is when the second person refuses', async () => {
    const { id, version } = await sheetOf(0);
    await ask(second, id, '想改高一点');
    const request = (await waiting(call.officer)).find(({ granted }) => granted === null)!;
    expect((await decide(call.officer, request.id, false)).status).toBe(204);
    expect(await sheetOf(0)).toMatchObject({ version });
    expect((await panel[0]!.judge.client.get(placeOf(0))).body.status).toBe('submitted');
  });

  it('is read by no officer before the sealing, not even an old version', async () => {
    const { id } = await sheetOf(0);
    expect(await call.officer.client.get(`/api/score-sheets/${id}/history`)).toMatchObject({ status: 409, body: { code: 'not_sealed_yet' } });
  });

  it('leaves a receipt that the audit trail proves and that tells nothing of the score', async () => {
    const receipt = () => panel[0]!.judge.client.get(`${placeOf(0)}/receipt`);
    await app.repeat('audit.seal');
    const { body } = await receipt();
    expect(body).toMatchObject({ sealed: true, commitment: expect.stringMatching(/^[0-9a-f]{64}$/) });
    const { index, size, leafHash, path, root } = body;
    expect(verifyInclusion({ index, size, leafHash, path }, root)).toBe(true);
    const forged = createHash('sha256').update('another sheet').digest('hex');
    expect(verifyInclusion({ index, size, leafHash: forged, path }, root)).toBe(false);
    expect(JSON.stringify(body)).not.toMatch(/points|entries|salt|comment/);
    expect((await panel[1]!.judge.client.get(`/api/judging/${panel[0]!.seatId}/${ids[0]}/receipt`)).status).toBe(404);
    expect((await panel[2]!.judge.client.get(`${placeOf(2)}/receipt`)).status).toBe(404);
  });

  describe('whose receipt is held by somebody without an account', () => {
    type Held = Record<'number' | 'submittedAt' | 'commitment' | 'leafId' | 'leafHash' | 'root', string> & { index: number; size: number; path: string[] };
    const held = async (at: number): Promise<Held> => (({ sealed: _, ...receipt }) => receipt)((await panel[at]!.judge.client.get(`${placeOf(at)}/receipt`)).body);
    const check = (receipt: Held) => app.http.anonymous.post('/api/public/score-receipts/check', receipt);
    const flip = (hash: string) => (hash.startsWith('0') ? '1' : '0') + hash.slice(1);
    it('is proven to the root of today, and neither points nor the judge are told', async () => {
      const receipt = await held(0);
      await app.repeat('audit.seal');
      const { status, body } = await check(receipt);
      expect({ status, ...body }).toMatchObject({ status: 200, proven: true, stands: true });
      expect(body.steps).toHaveLength(5);
      const { rows: [said] } = await app.db.query('select s.entries, h.salt, p.account_id from score_sheet s join score_sheet_history h on h.sheet_id = s.id and h.version = s.version join panel_seat p on p.id = s.seat_id where s.seat_id = $1 and s.application_id = $2', [panel[0]!.seatId, ids[0]]);
      const told = JSON.stringify(body);
      expect(told).not.toMatch(/points|entries|comment|judge/);
      for (const secret of [said.salt, said.account_id, panel[0]!.seatId]) expect(told).not.toContain(secret);
      expect((await app.http.anonymous.get(`/api/public/verifications/${receipt.commitment}`)).body).toMatchObject({ findings: [{ kind: 'score_sheet', remark: null }] });
    });

    it('does not hold once a figure of its proof was altered, and each fault is named', async () => {
      const receipt = await held(0);
      const failed = async (forged: Held) => ((await check(forged)).body.steps as { passed: boolean }[]).flatMap(({ passed }, at) => (passed ? [] : [at]));
      expect(await failed({ ...receipt, path: [flip(receipt.path[0]!), ...receipt.path.slice(1)] })).toEqual([1]);
      expect(await failed({ ...receipt, leafHash: flip(receipt.leafHash) })).toEqual([0, 1]);
      expect(await failed({ ...receipt, root: flip(receipt.root) })).toEqual([1, 2]);
      expect(await failed({ ...receipt, size: receipt.size + 100_000 })).toContain(3);
      expect(await failed({ ...receipt, number: 'X-2026-1-0001' })).toEqual([4]);
      expect(await failed({ ...receipt, submittedAt: new Date(Date.parse(receipt.submittedAt) - 86_400_000).toISOString() })).toEqual([4]);
    });

    it('says nothing to whoever holds no commitment that was recorded', async () => {
      const receipt = await held(0);
      expect(await check({ ...receipt, commitment: flip(receipt.commitment) })).toMatchObject({ status: 404, body: { code: 'receipt_unknown' } });
      expect(await check({ ...receipt, leafId: ids[0]! })).toMatchObject({ status: 404, body: { code: 'receipt_unknown' } });
      expect((await check({ ...receipt, commitment: "' or true --" })).status).toBe(400);
    });
  });

  it('can be declined with a reason: it then leaves the denominator, is neither zero nor missing, and may be taken up again', async () => {
    const { judge } = panel[1]!;
    await judge.client.post(`${placeOf(1)}/conflict`, { verdict: 'none' });
    expect(await judge.client.post(`${placeOf(1)}/abstention`, { reason: '材料缺页，无法判断', version: 0 })).toMatchObject({ status: 200, body: { status: 'abstained', version: 1 } });
    const board = (await call.officer.client.get(`/api/calls/${call.id}/scoring/written`)).body;
    expect(board.applications.find(({ applicationId }: { applicationId: string }) => applicationId === ids[0])).toMatchObject({ recused: 1, due: 4 });
    expect((await judge.client.get('/api/judging/queue')).body[0]).toMatchObject({ due: 1 });
    expect(await judge.client.put(placeOf(1), { entries: {}, comment: '', version: 1 })).toMatchObject({ status: 200, body: { status: 'draft' } });
    expect(await judge.client.post(`${placeOf(1)}/abstention`, { reason: '超出本人专业', version: 2 })).toMatchObject({ status: 200 });
  });

  it('tells how sure a judge is beside the score, and never counts it', async () => {
    const { judge } = panel[2]!;
    await judge.client.post(`${placeOf(2)}/conflict`, { verdict: 'none' });
    const body = { entries: entriesAt(blocOf(call, 'written'), 70), comment: '', version: 0, confidence: 1 };
    expect(await judge.client.post(`${placeOf(2)}/submission`, { ...body, confidence: 4 })).toMatchObject({ status: 400 });
    expect(await judge.client.post(`${placeOf(2)}/submission`, body)).toMatchObject({ status: 200, body: { confidence: 1 } });
  });

  it('is not handed in when its record cannot be written, and leaves one record otherwise', async () => {
    const { judge } = panel[3]!;
    await judge.client.post(`${placeOf(3)}/conflict`, { verdict: 'none' });
    const hand = () => judge.client.post(`${placeOf(3)}/submission`, { entries: entriesAt(blocOf(call, 'written'), 63), comment: '', version: 0 });
    await app.db.query('revoke insert on audit_leaf from qiongxiang_app');
    expect((await hand()).status).toBe(500);
    await app.db.query('grant insert on audit_leaf to qiongxiang_app');
    expect(await sheetOf(3)).toBeUndefined();
    expect((await hand()).status).toBe(200);
    const { rows } = await app.db.query(`select action from audit_leaf where subject_id = $1`, [(await sheetOf(3)).id]);
    expect(rows).toEqual([{ action: 'sheet.submitted' }]);
  });

  it('after the sealing nothing moves at all, and officers read its history', async () => {
    const bloc = blocOf(call, 'written');
    for (const [at, seat] of panel.entries()) for (const [number, id] of ids.entries()) if (!(number === 0 && at <= 3)) await scoreAt(seat, id, bloc, 60 + at + number * 5);
    const sealed = await call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`);
    expect(sealed.status).toBe(200);
    expect(JSON.stringify(sealed.body.manifest)).not.toContain('confidence');
    const { id } = await sheetOf(0);
    expect(await ask(call.officer, id)).toMatchObject({ status: 409, body: { code: 'stage_not_open' } });
    const attempts = [
      `update score_sheet set status = 'draft', submitted_at = null, commitment = null, version = version + 1 where id = '${id}'`,
      `update score_stage set status = 'open', sealed_at = null where call_id = '${call.id}'`,
      `insert into score_sheet (id, seat_id, application_id, status, entries, comment, version, saved_at) select gen_random_uuid(), seat_id, application_id, 'draft', '{}', '', 1, now() from score_sheet where id = '${id}'`,
      `update score_ranking set manifest = '{}' where call_id = '${call.id}'`,
    ];
    for (const attempt of attempts) await expect(sql.query(attempt)).rejects.toThrow(/not open|stays sealed|permission denied/);
    expect((await call.officer.client.get(`/api/score-sheets/${id}/history`)).body).toHaveLength(3);
  });

  it('is named by the verifier when its owner in the database changes one bit of it: a thousand times out of a thousand', async () => {
    const verify = async () => (await call.officer.client.get(`/api/calls/${call.id}/scoring/written/verification`)).body;
    expect(await verify()).toEqual({ checked: 9, faults: [] });
    const sheets = await app.nest.get(SheetStore, { strict: false }).recorded(panel.map(({ seatId }) => seatId));
    const unseen = Array.from({ length: 1000 }, (_, seed) => oneBitOff(sheets[seed % sheets.length]!, seed)).filter((forged) => faultOf(forged) === null);
    expect(unseen).toEqual([]);
    const { id } = await sheetOf(3, 1);
    await app.db.query('alter table score_sheet disable trigger user');
    const raise = (points: string) => app.db.query(`update score_sheet set entries = jsonb_set(entries, array[(select min(k) from jsonb_object_keys(entries) k), 'points'], to_jsonb($2::text)) where id = $1`, [id, points]);
    const key = Object.keys((await sheetOf(3, 1)).entries).sort()[0]!;
    const { points } = (await sheetOf(3, 1)).entries[key] as { points: string };
    await raise(`${points}.5`);
    expect(await verify()).toMatchObject({ checked: 9, faults: [{ sheetId: id, alias: '评委4', projectName: '彩虹之家', what: { zh: '内容与提交时的承诺值不符' } }] });
    await raise(points);
    await app.db.query('alter table score_sheet enable trigger user');
    expect((await verify()).faults).toEqual([]);
  });
});

/** The sheet with one bit of what it says turned over. */
function oneBitOff(sheet: RecordedSheet, seed: number): RecordedSheet {
  const keys = Object.keys(sheet.entries);
  const key = keys[seed % keys.length]!;
  const { points, reason = '' } = sheet.entries[key]!;
  const turn = (text: string) => {
    const at = seed % text.length;
    return text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ (1 << (seed % 4))) + text.slice(at + 1);
  };
  const forged = seed % 3 === 0 ? { points, reason: turn(reason) } : { points: turn(points!), reason };
  return { ...sheet, entries: { ...sheet.entries, [key]: forged } };
}
