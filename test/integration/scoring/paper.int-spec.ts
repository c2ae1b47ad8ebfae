import { differences } from '../../../scripts/verify-ranking.mjs';
import { readXlsx, writeXlsx } from '#libs/spreadsheets';
import { readDocx, writeDocx } from '#libs/word';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, entriesAt, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const PHONE = '13912345678';

interface Row {
  applicationId: string;
  number: string;
  code: string | null;
  standing: string;
  conflict: string | null;
  mark: { enteredBy: string; checkedBy: string | null; byFile: boolean } | null;
}

describe('a guest judge without an account', () => {
  let app: TestApp;
  let call: OpenCall;
  let ids: string[];
  let panel: { judge: Person; seatId: string }[];
  let second: Person;
  let third: Person;
  let guest: { id: string; accountId: string; alias: string };
  let scanId: string;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
      scoring: { ...rulebook.scoring, stages: rulebook.scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => ({ ...bloc, panel: { ...bloc.panel, judges: 3, quorum: 3 } })) })) },
    }));
    ids = [];
    for (const name of ['木兰课堂', '彩虹之家', '邻里妈妈']) {
      const founder = await app.person();
      const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() });
      ids.push((await submitted(founder, call, organisationId, { name })).id);
    }
    for (const id of ids) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 2);
    [second, third] = [await app.person({ name: '钱核对', roles: [{ role: 'officer', node: 'js.yz.' }] }), await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] })];
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const at = () => `/api/calls/${call.id}`;
  const scan = async (who: Person, name = '签字扫描件.pdf'): Promise<string> => (await who.client.upload('/api/documents', { name, content: PDF })).body.id;
  const rows = async (): Promise<Row[]> => (await call.officer.client.get(`${at()}/scoring/written/paper`)).body[0].rows;
  const rowOf = async (applicationId: string): Promise<Row> => (await rows()).find((row) => row.applicationId === applicationId)!;
  const enter = (who: Person, code: string, percent: number, more: { scanId?: string } = {}) =>
    who.client.put(`${at()}/paper-sheets/${code}/entry`, { entries: entriesAt(blocOf(call, 'written'), percent), comment: '可行', ...more });
  const look = (who: Person, code: string) => who.client.get(`${at()}/paper-sheets/${code}`);

  it('is seated by name, counts for the quorum, and can neither sign in nor be written to', async () => {
    expect(await call.officer.client.post(`${at()}/scoring/written/beginning`)).toMatchObject({ status: 409, body: { code: 'panel_too_small' } });
    const seat = await call.officer.client.post(`${at()}/panels/written/experts/guests`, { name: '周特邀', employer: '扬州大学', occupation: 'university', phone: PHONE });
    expect(seat).toMatchObject({ status: 201, body: { alias: '特邀评委3', onPaper: true } });
    guest = seat.body;
    expect((await panel[0]!.judge.client.post(`${at()}/panels/written/experts/guests`, { name: '周特邀', employer: '扬州大学', occupation: 'university' })).status).toBe(403);
    expect((await call.officer.client.post(`${at()}/scoring/written/beginning`)).status).toBe(200);
    const { rows: [account] } = await app.db.query('select email, status, password_hash from account where id = $1', [guest.accountId]);
    expect(account).toEqual({ email: `${guest.accountId}@guest.invalid`, status: 'guest', password_hash: null });
    expect((await app.http.anonymous.post('/api/session', { email: account.email, password: 'rain on the old canal' })).status).toBeGreaterThanOrEqual(400);
    await app.http.anonymous.post('/api/password-resets', { email: account.email });
    await app.drain();
    expect((await app.db.query('select 1 from mailed_link where account_id = $1', [guest.accountId])).rowCount).toBe(0);
    await expect(app.db.query(`update account set password_hash = 'x' where id = $1`, [guest.accountId])).rejects.toThrow(/guest/);
    expect((await call.officer.client.post(`${at()}/scoring/written/nudges`, { seatIds: [guest.id] })).body).toMatchObject({ told: 0 });
  });

  it('declares on signed paper before anything of an application is printed for her', async () => {
    const print = () => call.officer.client.post(`${at()}/paper-seats/${guest.id}/booklet`);
    expect(await print()).toMatchObject({ status: 409, body: { code: 'nothing_to_print' } });
    const declared = [{ applicationId: ids[0], verdict: 'none' }, { applicationId: ids[1], verdict: 'none' }, { applicationId: ids[2], verdict: 'has', note: '担任过顾问' }];
    expect((await call.officer.client.post(`${at()}/paper-seats/${guest.id}/declarations`, { declared })).status).toBe(400);
    scanId = await scan(call.officer);
    expect((await call.officer.client.post(`${at()}/paper-seats/${guest.id}/declarations`, { declared, scanId })).status).toBe(204);
    const { body } = await print();
    expect(body).toMatchObject({ name: '周特邀', alias: '特邀评委3', ballot: false, pages: [{ code: expect.stringMatching(/^[0-9A-Z]{4}-[0-9A-Z]{4}$/) }, {}] });
    expect(JSON.stringify(body.pages)).not.toContain('木兰课堂中心');
    expect((await print()).body.pages.map(({ code }: { code: string }) => code)).toEqual(body.pages.map(({ code }: { code: string }) => code));
    expect(await rowOf(ids[2]!)).toMatchObject({ conflict: 'has', code: null });
    const { rows: leaves } = await app.db.query(`select facts from audit_leaf where action = 'conflict.declared' and facts->>'accountId' = $1`, [guest.accountId]);
    expect(leaves.map(({ facts }) => [facts.verdict, facts.scanId])).toEqual([['none', scanId], ['none', scanId], ['has', scanId]]);
  });

  it('is handed in only when two people have read the same on her paper; where they differ both are told, and nobody else', async () => {
    const code = (await rowOf(ids[0]!)).code!;
    expect(await enter(call.officer, 'ZZZZ-ZZZZ', 80, { scanId })).toMatchObject({ status: 404, body: { code: 'paper_absent' } });
    expect(await enter(call.officer, code, 80)).toMatchObject({ status: 400, body: { code: 'scan_due' } });
    expect((await enter(call.officer, code.toLowerCase().replace('-', ''), 80, { scanId })).body).toMatchObject({ standing: 'entered', mark: { enteredBy: call.officer.name, checkedBy: null } });
    expect((await enter(call.officer, code, 80)).body).toMatchObject({ standing: 'entered' });
    const before = await look(second, code);
    expect(before.body).toMatchObject({ own: null, differences: [], scan: { id: scanId }, comment: '可行' });
    expect(Object.values(before.body.words as Record<string, { points: string | null; reason: string }>).every(({ points, reason }) => points === null && reason.length > 0)).toBe(true);
    expect((await enter(second, code, 60)).body).toMatchObject({ standing: 'differs', differences: expect.arrayContaining([expect.objectContaining({ wordsDiffer: false })]), commitment: null });
    const mine = (await look(call.officer, code)).body.differences as { mine: string; theirs: string }[];
    const theirs = (await look(second, code)).body.differences as { mine: string; theirs: string }[];
    expect(mine.map(({ mine: a, theirs: b }) => [a, b])).toEqual(theirs.map(({ mine: a, theirs: b }) => [b, a]));
    expect((await look(third, code)).body).toMatchObject({ own: null, differences: [], standing: 'differs' });
    expect((await app.db.query('select 1 from score_sheet where seat_id = $1', [guest.id])).rowCount).toBe(0);
    const handedIn = await enter(second, code, 80);
    expect(handedIn.body).toMatchObject({ standing: 'handed_in', own: null, differences: [], commitment: expect.stringMatching(/^[0-9a-f]{64}$/), mark: { enteredBy: call.officer.name, checkedBy: '钱核对', byFile: false } });
    expect(await enter(third, code, 80)).toMatchObject({ status: 409, body: { code: 'sheet_submitted' } });
    const { rows: [leaf] } = await app.db.query(`select facts from audit_leaf where action = 'sheet.submitted' and facts->>'seatId' = $1`, [guest.id]);
    expect(leaf.facts).toMatchObject({ commitment: handedIn.body.commitment, paper: { code, enteredBy: call.officer.id, checkedBy: second.id, scanId } });
  });

  it('is told everywhere to have come on paper, by whom and checked by whom, and never what it says', async () => {
    const board = await third.client.get(`${at()}/scoring/written`);
    expect(board.body.cells).toContainEqual(expect.objectContaining({ seatId: guest.id, applicationId: ids[0], state: 'submitted', paper: { enteredBy: call.officer.name, checkedBy: '钱核对', byFile: false } }));
    const { rows: [{ id }] } = await app.db.query('select id from score_sheet where seat_id = $1', [guest.id]);
    expect(await third.client.get(`/api/score-sheets/${id}/history`)).toMatchObject({ status: 409, body: { code: 'not_sealed_yet' } });
    expect((await third.client.get(`/api/documents/${scanId}`)).status).toBe(404);
    await third.client.post('/api/documents/releases', { ids: [scanId], reason: '逐页看过' });
    expect((await third.client.get(`/api/documents/${scanId}`)).status).toBe(404);
    expect((await third.client.get(`${at()}/paper-seats/${guest.id}/scans/${scanId}`)).status).toBe(200);
    expect((await app.db.query(`select 1 from audit_leaf where action = 'paper.scan_opened' and actor_id = $1`, [third.id])).rowCount).toBe(1);
    expect((await panel[0]!.judge.client.get(`${at()}/scoring/written/paper`)).status).toBe(403);
  });

  it('is read by nobody who judges in the same stage, even an officer', async () => {
    const both = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }, { role: 'expert', node: 'js.yz.' }] });
    await call.officer.client.post(`${at()}/panels/written/experts/seats`, { accountId: both.id });
    const code = (await rowOf(ids[0]!)).code!;
    for (const answer of [await look(both, code), await enter(both, code, 70), await both.client.get(`${at()}/paper-seats/${guest.id}/scans/${scanId}`)]) expect(answer).toMatchObject({ status: 409, body: { code: 'own_panel' } });
    const { rows: [{ id }] } = await app.db.query('select id from panel_seat where account_id = $1', [both.id]);
    await call.officer.client.post(`/api/panel-seats/${id}/unseating`, { reason: '改任工作人员' });
  });

  it('fills in a workbook as well: bad lines are refused one by one, and a file never confirms', async () => {
    const form = await call.officer.client.get(`${at()}/paper-seats/${guest.id}/form`);
    const [sheet] = await readXlsx(form.raw);
    const [head, line] = sheet!.rows.map(({ cells }) => cells.map((cell) => (cell === null ? '' : cell) as string | number));
    expect(sheet!.rows).toHaveLength(2);
    const bloc = blocOf(call, 'written');
    const filled = (mark: string, points: (max: number) => string | number) => [line![0]!, line![1]!, mark, ...bloc.criteria.flatMap(({ max }) => [points(max), '结合书面材料，该项表现符合评分等级的描述，特此说明理由。']), '可行'];
    const send = async (who: Person, lines: (string | number)[][], scanned: string) =>
      who.client.upload(`${at()}/paper-seats/${guest.id}/form?scanId=${scanned}`, { name: '评分表.xlsx', content: await writeXlsx([{ name: '评分', columns: head!.map((header) => ({ header: String(header) })), rows: lines }]) });
    const other = (await rowOf(ids[0]!)).code!;
    const own = await scan(second, '第二份.pdf');
    expect((await send(second, [filled(other, (max) => max)], own)).body).toMatchObject({ saved: 0, lines: [{ line: 2, outcome: 'refused', reason: { zh: expect.stringContaining('编码') } }] });
    expect((await send(second, [filled(String(line![2]), (max) => max + 1)], own)).body).toMatchObject({ saved: 0, lines: [{ line: 2, outcome: 'refused', reason: { zh: expect.stringContaining('最高') } }] });
    expect((await send(second, [filled(String(line![2]), (max) => max)], own)).body).toMatchObject({ saved: 1, lines: [{ outcome: 'saved', formTotal: '100.00' }] });
    expect((await rowOf(ids[1]!))).toMatchObject({ standing: 'entered', mark: { byFile: true, enteredBy: '钱核对' } });
    expect((await send(third, [filled(String(line![2]), (max) => max)], await scan(third))).body).toMatchObject({ saved: 0, lines: [{ outcome: 'refused', reason: { zh: expect.stringContaining('不能再用文件') } }] });
    const typed = Object.fromEntries(bloc.criteria.map(({ key, max }) => [key, { points: String(max), reason: '结合书面材料，该项表现符合评分等级的描述，特此说明理由。' }]));
    expect((await third.client.put(`${at()}/paper-sheets/${String(line![2])}/entry`, { entries: typed, comment: '可行' })).body).toMatchObject({ standing: 'handed_in' });
  });

  it('fills in a document of a word processor as well, judged like a workbook', async () => {
    const { id: seatId } = (await call.officer.client.post(`${at()}/panels/written/experts/guests`, { name: '郑文档', employer: '扬州市职业大学', occupation: 'university' })).body;
    await call.officer.client.post(`${at()}/paper-seats/${seatId}/declarations`, { declared: ids.map((applicationId) => ({ applicationId, verdict: 'none' })), scanId: await scan(call.officer) });
    const blocks = await readDocx((await call.officer.client.get(`${at()}/paper-seats/${seatId}/form?kind=docx`)).raw);
    const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block.rows] : []));
    expect(tables).toHaveLength(ids.length);
    const send = async (points: string, scanId: string) => {
      const again = tables.slice(0, 1).map((rows) => rows.map((row, number) => (number < 2 || number === rows.length - 1 ? row : [row[0]!, row[1]!, points, '结合书面材料，该项表现符合评分等级的描述，特此说明理由。'])));
      const grids = again.map(([head, columns, ...rows]) => ({ kind: 'grid' as const, title: head![0]!.split('\n')[0]!, notes: head![0]!.split('\n').slice(1), columns: columns!, rows }));
      return second.client.upload(`${at()}/paper-seats/${seatId}/form?scanId=${scanId}`, { name: '评分表.docx', content: await writeDocx(grids, '评分表') });
    };
    expect((await send('十分', await scan(second))).body).toMatchObject({ saved: 0, lines: [{ outcome: 'refused' }] });
    expect((await send('8分', await scan(second, '文档签字件.pdf'))).body).toMatchObject({ saved: 1, lines: [{ line: 1, outcome: 'saved' }] });
    const { rows } = (await call.officer.client.get(`${at()}/scoring/written/paper`)).body.find((seat: { seatId: string }) => seat.seatId === seatId) as { rows: Row[] };
    expect(rows.map(({ standing }) => standing).sort()).toEqual(['entered', 'waiting', 'waiting']);
    expect(await second.client.upload(`${at()}/paper-seats/${seatId}/form?scanId=${await scan(second)}`, { name: '评分表.docx', content: Buffer.from('no document') })).toMatchObject({ status: 400 });
    await call.officer.client.post(`/api/panel-seats/${seatId}/unseating`, { reason: '另有安排' });
  });

  it('is opened again by two people like any sheet, and then read anew', async () => {
    const { rows: [{ id }] } = await app.db.query('select id from score_sheet where seat_id = $1 and application_id = $2', [guest.id, ids[0]]);
    await second.client.post(`/api/score-sheets/${id}/reopening`, { reason: '录入时看错一行' });
    const [request] = (await third.client.get(`${at()}/scoring/written/reopenings`)).body;
    expect((await third.client.post(`/api/sheet-reopenings/${request.id}/decision`, { granted: true })).status).toBe(204);
    const code = (await rowOf(ids[0]!)).code!;
    expect(await rowOf(ids[0]!)).toMatchObject({ standing: 'waiting' });
    expect((await enter(second, code, 90, { scanId: await scan(second, '重录.pdf') })).body).toMatchObject({ standing: 'entered' });
    expect((await enter(call.officer, code, 90)).body).toMatchObject({ standing: 'handed_in' });
  });

  it('is left to the others by a tick on the paper that two people have read, is no zero, and can be signed anew', async () => {
    const other = (await call.officer.client.post(`${at()}/panels/written/experts/guests`, { name: '吴弃评', employer: '扬州工业职业技术学院', occupation: 'university' })).body;
    const declared = ids.map((applicationId) => ({ applicationId, verdict: 'none' }));
    await call.officer.client.post(`${at()}/paper-seats/${other.id}/declarations`, { declared, scanId: await scan(call.officer) });
    const [page] = (await call.officer.client.post(`${at()}/paper-seats/${other.id}/booklet`)).body.pages as { code: string }[];
    const tick = (who: Person, comment: string, more = {}) => who.client.put(`${at()}/paper-sheets/${page!.code}/entry`, { entries: {}, comment, abstained: true, ...more });
    expect(await tick(call.officer, '', { scanId: await scan(call.officer) })).toMatchObject({ status: 400, body: { problems: [{ code: 'reason_due' }] } });
    expect((await tick(call.officer, '超出本人专业', { scanId: await scan(call.officer) })).body).toMatchObject({ standing: 'entered', ownAbstained: true });
    expect((await look(second, page!.code)).body).toMatchObject({ ownAbstained: false, differences: [] });
    expect((await enter(second, page!.code, 70)).body).toMatchObject({ standing: 'differs', differences: expect.arrayContaining([expect.objectContaining({ mine: null, theirs: '✓' })]) });
    expect((await tick(second, '超出本人专业')).body).toMatchObject({ standing: 'abstained', commitment: null, scan: null });
    const cell = (await second.client.get(`${at()}/scoring/written`)).body.cells.find(({ seatId }: { seatId: string }) => seatId === other.id);
    expect(cell).toMatchObject({ state: 'abstained', paper: { enteredBy: call.officer.name, checkedBy: '钱核对' } });
    const { rows: [leaf] } = await app.db.query(`select facts from audit_leaf where action = 'sheet.abstained' and facts->>'seatId' = $1`, [other.id]);
    expect(leaf.facts).toMatchObject({ paper: { code: page!.code, enteredBy: call.officer.id, checkedBy: second.id } });
    expect((await enter(second, page!.code, 70, { scanId: await scan(second) })).body).toMatchObject({ standing: 'entered', ownAbstained: false });
    expect((await enter(call.officer, page!.code, 70)).body).toMatchObject({ standing: 'handed_in' });
    await call.officer.client.post(`/api/panel-seats/${other.id}/unseating`, { reason: '演练结束' });
  });

  it('counts as every other judge: the recusal leaves the denominator, and the manifest recomputes', async () => {
    for (const id of ids) for (const [number, seat] of panel.entries()) expect((await scoreAt(seat, id, blocOf(call, 'written'), 70 + number * 10)).status).toBe(200);
    const extra = await aPanel(app, call, 'written', 1);
    for (const id of ids) expect((await scoreAt(extra[0]!, id, blocOf(call, 'written'), 75)).status).toBe(200);
    const sealed = await call.officer.client.post(`${at()}/scoring/written/sealing`);
    expect(sealed.status).toBe(200);
    const counted = Object.fromEntries(sealed.body.rows.map(({ applicationId, blocs }: { applicationId: string; blocs: { counted: number }[] }) => [applicationId, blocs[0]!.counted]));
    expect(counted).toEqual({ [ids[0]!]: 4, [ids[1]!]: 4, [ids[2]!]: 3 });
    const { body: manifest } = await call.officer.client.get(`${at()}/ranking/manifest`);
    expect(manifest.scores.filter(({ judgeId }: { judgeId: string }) => judgeId.includes('特邀评委'))).toHaveLength(2);
    expect(manifest.recusals.map(({ judgeId }: { judgeId: string }) => judgeId)).toEqual([expect.stringContaining('特邀评委3')]);
    expect(differences(manifest)).toEqual([]);
    expect((await call.officer.client.get(`${at()}/scoring/written/verification`)).body).toMatchObject({ checked: 11, faults: [] });
    const { rows: [{ id }] } = await app.db.query('select id from score_sheet where seat_id = $1 and application_id = $2', [guest.id, ids[0]]);
    const history = (await third.client.get(`/api/score-sheets/${id}/history`)).body as { status: string; reason: string | null }[];
    expect(history.filter(({ status }) => status === 'submitted').map(({ reason }) => reason)).toEqual([expect.stringMatching(/^纸质评分表 .+ 录入，钱核对 核对$/), expect.stringMatching(/钱核对 录入/)]);
  });
});
