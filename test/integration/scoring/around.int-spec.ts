import { SYSTEM } from '#libs/access';
import { readXlsx, writeXlsx } from '#libs/spreadsheets';
import { ApplicationsFacade } from '#modules/applications';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, entriesAt, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const NAMES = ['木兰课堂', '彩虹之家', '邻里妈妈', '好家风', '巧手坊', '向阳花'];

jest.setTimeout(180_000);

describe('around the score sheets', () => {
  let app: TestApp;
  let call: OpenCall;
  let panel: { judge: Person; seatId: string }[];
  let applications: { id: string; founder: Person }[];
  let past: { call: OpenCall; id: string };

  beforeAll(async () => {
    app = await bootApp();
    const open = () => anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
    }));
    const [earlier, veteran] = [await open(), await app.person()];
    past = { call: earlier, id: (await submitted(veteran, earlier, await found(app, veteran, { name: '往期中心', creditCode: aCreditCode() }), { name: '往期项目' })).id };
    call = await open();
    applications = [];
    for (const name of NAMES) {
      const founder = await app.person();
      const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() });
      applications.push({ id: (await submitted(founder, call, organisationId, { name })).id, founder });
    }
    for (const { id } of applications) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 5);
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    for (const { judge, seatId } of panel) for (const { id } of applications) await judge.client.post(`/api/judging/${seatId}/${id}/conflict`, { verdict: 'none' });
  }, 180_000);
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const place = (at: number, application = 0) => `/api/judging/${panel[at]!.seatId}/${applications[application]!.id}`;
  const room = async (at: number) => (await panel[at]!.judge.client.get(`${place(at)}/panel`)).body;
  const say = (at: number, body: object) => panel[at]!.judge.client.post(`${place(at)}/panel/messages`, body);

  it('shows a judge nothing of the others before her own sheet is in, then all of them once the panel is complete, by alias', async () => {
    const bloc = blocOf(call, 'written');
    await scoreAt(panel[0]!, applications[0]!.id, bloc, 60);
    expect(await room(1)).toMatchObject({ phase: 'own', sheets: [], messages: [], open: 4 });
    expect(await room(0)).toMatchObject({ phase: 'waiting', sheets: [], messages: [] });
    for (const at of [1, 2, 3]) await scoreAt(panel[at]!, applications[0]!.id, bloc, 60 + at * 10);
    expect(await room(0)).toMatchObject({ phase: 'waiting', open: 1, sheets: [] });
    expect(await say(0, { body: '先说两句' })).toMatchObject({ status: 409, body: { code: 'talk_not_open' } });
    await panel[4]!.judge.client.post(`${place(4)}/abstention`, { reason: '超出本人专业', version: 0 });
    const complete = await room(0);
    expect(complete).toMatchObject({ phase: 'discussion', open: 0, mayWrite: true });
    expect(complete.sheets.map(({ alias, status }: { alias: string; status: string }) => `${alias} ${status}`)).toEqual(['评委1 submitted', '评委2 submitted', '评委3 submitted', '评委4 submitted', '评委5 abstained']);
    expect(JSON.stringify(complete)).not.toContain(panel[1]!.judge.id);
  });

  it('lets the panel talk in threads with mentions, and nobody else read it', async () => {
    expect((await say(0, { body: '预算偏高，大家怎么看？', mentions: [panel[1]!.seatId] })).status).toBe(200);
    const [first] = (await room(1)).messages;
    expect(first).toMatchObject({ alias: '评委1', mine: false, mentions: ['评委2'], parentId: null });
    expect((await say(1, { body: '人员成本可以压缩', parentId: first.id })).body.messages).toMatchObject([{ alias: '评委1' }, { alias: '评委2', parentId: first.id, mine: true }]);
    expect(await say(1, { body: 'x', parentId: panel[1]!.seatId })).toMatchObject({ status: 400, body: { code: 'message_unknown' } });
    expect(await say(1, { body: 'x', mentions: [applications[0]!.id] })).toMatchObject({ status: 400, body: { code: 'member_unknown' } });
    await app.drain();
    expect(JSON.stringify((await panel[1]!.judge.client.get('/api/inbox')).body)).toContain('合议中有人提到您');
    expect((await call.officer.client.get(`${place(0)}/panel`)).status).toBe(403);
    expect((await panel[2]!.judge.client.get(`/api/judging/${panel[0]!.seatId}/${applications[0]!.id}/panel`)).status).toBe(404);
    const { rows } = await app.db.query(`select facts::text from audit_leaf where action = 'panel.message_written'`);
    expect(rows).toHaveLength(2);
    expect(rows[0].facts).not.toContain('预算');
  });

  it('keeps a machine’s reading apart: staff attach it, judges read it, no score and no manifest knows it', async () => {
    const reading = { applicationId: applications[0]!.id, source: '通用文本模型（演示）', body: '材料提到三处服务点，预算与活动基本对应。' };
    expect((await panel[0]!.judge.client.post(`/api/calls/${call.id}/readings`, reading)).status).toBe(403);
    expect((await call.officer.client.post(`/api/calls/${call.id}/readings`, reading)).status).toBe(204);
    expect(await room(1)).toMatchObject({ readings: [{ source: reading.source, body: reading.body }] });
    const [note] = (await call.officer.client.get(`/api/calls/${call.id}/readings`)).body;
    const again = { ...reading, body: '另一条' };
    await call.officer.client.post(`/api/calls/${call.id}/readings`, again);
    expect((await call.officer.client.post(`/api/readings/${note.id}/withdrawal`)).status).toBe(204);
    expect((await room(1)).readings).toMatchObject([{ body: '另一条' }]);
  });

  it('hands a judge her sheets as a workbook and takes it back as drafts, telling of every line that it did not take', async () => {
    const { judge, seatId } = panel[1]!;
    const { raw } = await judge.client.get(`/api/judging/${seatId}/form`);
    const [form] = await readXlsx(raw);
    expect(form!.rows).toHaveLength(NAMES.length);
    const bloc = blocOf(call, 'written');
    const cells = form!.rows.map(({ cells: each }) => [...each]);
    const filled = (percent: number, row: (string | number | boolean | null)[]) => cells[0]!.map((_, at) => {
      const criterion = bloc.criteria[(at - 3) / 2];
      return criterion ? Number(entriesAt(bloc, percent)[criterion.key]!.points) : (row[at] ?? null);
    });
    const lineOf = (name: string) => cells.findIndex((row) => row[1] === name);
    for (const name of ['彩虹之家', '邻里妈妈', '好家风']) cells[lineOf(name)] = filled(70, cells[lineOf(name)]!);
    cells[lineOf('巧手坊')]![3] = 999;
    cells[lineOf('向阳花')]![1] = '别的项目';
    await judge.client.put(place(1, 2), { entries: entriesAt(bloc, 90), comment: '', version: 0 });
    const workbook = async (rows: typeof cells) => writeXlsx([{ name: '评分', columns: rows[0]!.map((header) => ({ header: String(header) })), rows: rows.slice(1) }]);
    const upload = async (rows: typeof cells) => judge.client.upload(`/api/judging/${seatId}/form`, { name: 'form.xlsx', content: await workbook(rows) });
    const told = await upload(cells);
    expect(told.status).toBe(200);
    expect(told.body.saved).toBe(2);
    expect(Object.fromEntries(told.body.lines.map(({ projectName, outcome }: { projectName: string; outcome: string }) => [projectName, outcome]))).toEqual({ 彩虹之家: 'saved', 邻里妈妈: 'clash', 好家风: 'saved', 巧手坊: 'refused', 向阳花: 'refused' });
    expect(told.body.lines.find(({ outcome }: { outcome: string }) => outcome === 'clash')).toMatchObject({ formTotal: '70.00', keptTotal: '90.00' });
    expect((await judge.client.get(place(1, 2))).body).toMatchObject({ status: 'draft', version: 1 });
    expect((await upload(cells)).body).toMatchObject({ saved: 0 });
    const moved = cells.map((row) => [row[1]!, row[0]!, ...row.slice(2)]);
    expect(await upload(moved)).toMatchObject({ status: 400, body: { code: 'form_foreign' } });
    expect(await upload([...cells, cells[1]!])).toMatchObject({ status: 400, body: { code: 'form_twice' } });
    expect((await panel[2]!.judge.client.upload(`/api/judging/${seatId}/form`, { name: 'form.xlsx', content: await workbook(cells) })).status).toBe(404);
  });

  it('lets the panel try an earlier application first; its points are in no result', async () => {
    const { call: earlier, id } = past;
    const set = (applicationId: string) => call.officer.client.put(`/api/calls/${call.id}/scoring/written/calibration/experts`, { applicationId });
    expect(await set(id)).toMatchObject({ status: 400, body: { code: 'calibration_unsuitable' } });
    // Long past: a whole cycle of that call would say nothing more here, so its end is written and taken back.
    const { rows: [was] } = await app.db.query('select status from call where id = $1', [earlier.id]);
    await app.db.query(`update call set status = 'running' where id = $1`, [earlier.id]);
    await app.db.query(`update application set outcome = '{"kind":"not_awarded","reason":{"zh":"名额已满","en":"No seat left"}}', announced_at = now() where id = $1`, [id]);
    expect((await set(id)).status).toBe(204);
    const { judge, seatId } = panel[3]!;
    expect((await judge.client.get('/api/calibration')).body).toEqual([{ seatId, submitted: false }]);
    const before = (await judge.client.get(`/api/calibration/${seatId}`)).body;
    expect(before).toMatchObject({ spread: null, status: null, application: { projectName: '往期项目', organisationName: null } });
    const bloc = blocOf(call, 'written');
    expect(await judge.client.post(`/api/calibration/${seatId}/submission`, { entries: {}, comment: '', version: 0 })).toMatchObject({ status: 400, body: { code: 'sheet_faulty' } });
    const handedIn = await judge.client.post(`/api/calibration/${seatId}/submission`, { entries: entriesAt(bloc, 80), comment: '', version: 0 });
    expect(handedIn).toMatchObject({ status: 200, body: { status: 'submitted', spread: { due: 5, submitted: 1, totals: [expect.any(Number)] } } });
    expect(await judge.client.put(`/api/calibration/${seatId}`, { entries: {}, comment: '', version: 1 })).toMatchObject({ status: 409 });
    expect((await call.officer.client.get(`/api/calls/${call.id}/scoring/written/calibration`)).body).toMatchObject([{ projectName: '往期项目', spread: { submitted: 1 } }]);
    expect((await panel[0]!.judge.client.get(`/api/calibration/${seatId}`)).status).toBe(404);
    const { rows } = await app.db.query('select 1 from score_sheet where application_id = $1', [id]);
    expect(rows).toEqual([]);
    const board = (await call.officer.client.get(`/api/calls/${call.id}/scoring/written`)).body;
    expect(JSON.stringify(board)).not.toContain('往期项目');
    await app.db.query('update call set status = $2 where id = $1', [earlier.id, was.status]);
    await app.db.query('update application set outcome = null, announced_at = null where id = $1', [id]);
  });

  it('tells nothing of scores before the sealing, and afterwards what they say of the judges', async () => {
    const analysis = () => call.officer.client.get(`/api/calls/${call.id}/scoring/written/analysis`);
    expect((await analysis()).status).toBe(404);
    const bloc = blocOf(call, 'written');
    const version = async (at: number, number: number) => (await panel[at]!.judge.client.get(place(at, number))).body.version;
    for (const [number] of applications.entries()) {
      for (const [at, { judge }] of panel.entries()) {
        if (number === 0) continue;
        const percent = 60 + number * 5 - (at === 4 ? 20 : 0);
        const { status, body } = await judge.client.post(`${place(at, number)}/submission`, { entries: entriesAt(bloc, percent), comment: `评语${at}`, version: await version(at, number), confidence: 2 });
        if (status !== 200) throw new Error(JSON.stringify(body));
      }
    }
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`)).status).toBe(200);
    const { status, body } = await analysis();
    expect(status).toBe(200);
    expect(JSON.stringify(body)).not.toContain('往期项目');
    const [told] = body.blocs;
    const harsh = told.judges.find(({ alias }: { alias: string }) => alias === '评委5');
    expect(harsh.severity).toBeLessThan(-15);
    expect(harsh).toMatchObject({ agreement: 1, late: 0, confidence: 2, without: { enters: [], leaves: [] } });
    expect(told.applications[0].scores[0]).toEqual({ alias: '评委1', score: expect.any(Number), corrected: expect.any(Number) });
    expect(told.correctable).toBe(true);
    expect((await panel[0]!.judge.client.get(`/api/calls/${call.id}/scoring/written/analysis`)).status).toBe(403);
    expect((await applications[0]!.founder.client.get(`/api/calls/${call.id}/scoring/written/analysis`)).status).toBe(403);
  });

  it('has the first ten looked at again, and everything once more than one in twenty is wrong', async () => {
    const plan = async () => (await call.officer.client.get(`/api/calls/${call.id}/scoring/written/analysis`)).body.recheck;
    const record = (applicationId: string, finding: string) => call.officer.client.post(`/api/calls/${call.id}/scoring/written/rechecks`, { applicationId, finding, quality: 3, note: '与纸质签名件核对' });
    expect((await plan()).verdict).toBe('open');
    expect(await record(panel[0]!.seatId, 'same')).toMatchObject({ status: 400, body: { code: 'not_to_be_rechecked' } });
    for (const { id } of applications) expect((await record(id, 'same')).status).toBe(204);
    expect(await plan()).toMatchObject({ verdict: 'sound', rows: expect.arrayContaining([expect.objectContaining({ finding: 'same', quality: 3, why: 'first' })]) });
  });

  it('records how each judge did her duty, once the stage is sealed, and tells it where judges are chosen', async () => {
    const at = `/api/calls/${call.id}/scoring/written/performance`;
    const harsh = panel[4]!.judge;
    expect((await harsh.client.get(at)).status).toBe(403);
    expect(await call.officer.client.put(`${at}/${call.officer.id}`, { score: 90, complaints: 0, note: '不在评委组' })).toMatchObject({ status: 404, body: { code: 'seat_absent' } });
    expect((await call.officer.client.put(`${at}/${harsh.id}`, { score: 101, complaints: 0, note: '超出' })).status).toBe(400);
    const { body } = await call.officer.client.put(`${at}/${harsh.id}`, { score: 55, complaints: 1, note: '评分明显偏严，一次查实投诉' });
    expect(body.judges.find(({ accountId }: { accountId: string }) => accountId === harsh.id)).toMatchObject({ late: 0, severity: expect.any(Number), record: { score: 55, complaints: 1 } });
    expect(body.dueBy === null || /^\d{4}-\d{2}-\d{2}$/.test(body.dueBy)).toBe(true);
    const pool = (await call.officer.client.get(`/api/calls/${call.id}/judge-pool`)).body as { id: string; performance: number | null }[];
    expect(pool.find(({ id }) => id === harsh.id)).toMatchObject({ performance: 55 });
    const { rows } = await app.db.query('select facts from expert_performance where account_id = $1', [harsh.id]);
    expect(rows[0].facts).toMatchObject({ complaints: 1, due: expect.any(Number), submitted: expect.any(Number) });
    expect((await app.db.query(`select 1 from audit_leaf where action = 'expert.performance_recorded' and subject_id = $1`, [call.id])).rowCount).toBe(1);
  });

  it('gives an applicant feedback that tells on no judge, once it is announced and sent', async () => {
    const { id, founder } = applications[1]!;
    const facade = app.nest.get(ApplicationsFacade, { strict: false });
    const draft = async () => (await call.officer.client.get(`/api/applications/${id}/feedback-draft`)).body;
    const edit = (body: object) => call.officer.client.put(`/api/applications/${id}/feedback-draft`, body);
    expect(await draft()).toMatchObject({ small: false, version: 0, written: expect.arrayContaining(['评语0']) });
    const pack = { comments: ['服务对象清楚，建议补充评估办法'], advice: '可参加秋季培育营', version: 0, release: true };
    expect(await edit(pack)).toMatchObject({ status: 409, body: { code: 'not_announced' } });
    expect((await founder.client.get(`/api/applications/${id}/feedback`)).status).toBe(404);
    await facade.recordOutcome(id, { kind: 'not_awarded', reason: { zh: '名额已满', en: 'No seat left' } }, SYSTEM);
    await facade.announceOutcomes(call.id, SYSTEM);
    expect((await edit({ ...pack, release: false })).body).toMatchObject({ version: 1, releasedAt: null });
    expect((await founder.client.get(`/api/applications/${id}/feedback`)).status).toBe(404);
    expect(await edit(pack)).toMatchObject({ status: 412, body: { code: 'feedback_changed' } });
    expect((await edit({ ...pack, version: 1 })).body).toMatchObject({ releasedAt: expect.any(String) });
    const told = (await founder.client.get(`/api/applications/${id}/feedback`)).body;
    expect(told).toMatchObject({ comments: pack.comments, advice: pack.advice, criteria: expect.arrayContaining([expect.objectContaining({ own: expect.any(Number), band: { from: expect.any(Number), middle: expect.any(Number), to: expect.any(Number) } })]) });
    expect(JSON.stringify(told)).not.toMatch(/评委|alias|seatId|评语0/);
    expect((await applications[2]!.founder.client.get(`/api/applications/${id}/feedback`)).status).toBe(404);
  });
});
