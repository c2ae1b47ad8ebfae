import { readXlsx } from '#libs/spreadsheets';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const profile = { employer: '扬州大学', occupation: 'university', title: '教授', topics: ['儿童'], languages: ['zh'], away: [], version: 0 };
const anyRegion = (perApplication: number) => ({ perApplication, region: 'any' });

interface View {
  mark: string;
  missing: number;
  added: number;
  removed: number;
  judges: { seatId: string; load: number; out: string | null }[];
  rows: { applicationId: string; number: string; experts: { seatId: string; merits: string[]; pinned: boolean }[]; shortage: { missing: number; obstacles: { obstacle: string; count: number }[] } | null }[];
  conflicts: { accountId: string; applicationId: string; level: string; why: { zh: string } }[];
}

describe('an assignment', () => {
  let app: TestApp;
  let call: OpenCall;
  let panel: { judge: Person; seatId: string }[];
  let applications: { id: string; organisationId: string; founder: Person }[];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
    }));
    applications = [];
    for (const name of ['木兰课堂', '彩虹之家', '邻里妈妈', '好家风', '儿童书房', '暖心驿站']) {
      const founder = await app.person();
      const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode(), legalRepresentative: `${name}的负责人`, address: `扬州市${name}路1号` });
      const { id } = await submitted(founder, call, organisationId, { name });
      applications.push({ id, organisationId, founder });
    }
    for (const { id } of applications) await admit(call.officer, call, id);
    // Each applicant has a telephone of its own; a common one would be a conflict.
    await app.db.query(`update application a set answers = replace(a.answers::text, '13800000000', '1390000' || right(a.number, 4))::jsonb`);
    await app.db.query(`update application_submission s set answers = a.answers from application a where a.id = s.application_id`);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 5);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const at = (rest = '') => `/api/calls/${call.id}/assignments/written/experts${rest}`;
  const trial = async (settings: object = anyRegion(3)): Promise<View> => {
    const { status, body } = await call.officer.client.post(at('/trial'), settings);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as View;
  };
  const commit = async (settings: object = anyRegion(2)) => call.officer.client.post(at(), { ...settings, mark: (await trial(settings)).mark });
  const spread = ({ judges }: View) => Math.max(...judges.map(({ load }) => load)) - Math.min(...judges.map(({ load }) => load));
  const seatsAt = ({ rows }: View, id: string) => rows.find(({ applicationId }) => applicationId === id)!.experts.map(({ seatId }) => seatId);

  it('is tried out evenly with a reason for each expert, and nothing of it is kept', async () => {
    expect((await panel[0]!.judge.client.put('/api/judging/profile', profile)).status).toBe(200);
    const view = await trial();
    expect(view.rows.map(({ experts }) => experts.length)).toEqual([3, 3, 3, 3, 3, 3]);
    expect(view).toMatchObject({ missing: 0, added: 18, removed: 0 });
    expect(spread(view)).toBeLessThanOrEqual(1);
    const book = view.rows.find(({ applicationId }) => applicationId === applications[4]!.id)!.experts.find(({ seatId }) => seatId === panel[0]!.seatId);
    expect(book?.merits).toEqual([expect.stringMatching(/^(topic|project)$/)]);
    expect((await call.officer.client.get(at())).body).toMatchObject({ kind: 'none', settings: null });
  });

  it('says why there are not enough experts', async () => {
    const capped = await trial({ ...anyRegion(5), most: 2 });
    expect(capped.missing).toBe(20);
    expect(capped.rows.flatMap(({ shortage }) => shortage?.obstacles.map(({ obstacle }) => obstacle) ?? [])).toContain('full');
    expect(await call.officer.client.post(at('/trial'), anyRegion(9))).toMatchObject({ status: 409, body: { code: 'too_many_each' } });
  });

  it('leaves out whoever works for an applicant, with the way and its day, before anybody is asked', async () => {
    const [, second] = panel as [(typeof panel)[0], (typeof panel)[0]];
    await second.judge.client.put('/api/judging/profile', { ...profile, employer: '木兰课堂中心', occupation: 'social_organisation' });
    await second.judge.client.post('/api/judging/profile/ties', { kind: 'adviser', organisationName: '彩虹之家中心', since: '2025-05-01' });
    const view = await trial();
    expect(seatsAt(view, applications[0]!.id)).not.toContain(second.seatId);
    expect(seatsAt(view, applications[1]!.id)).not.toContain(second.seatId);
    expect(view.conflicts.map(({ why }) => why.zh)).toEqual([expect.stringMatching(/工作单位是 木兰课堂中心（\d{4}-\d\d-\d\d 登记）$/), expect.stringMatching(/担任 彩虹之家中心 的顾问（2025-05-01）$/)]);
    const check = await call.officer.client.get(`/api/calls/${call.id}/scoring/written/conflict-check`);
    expect(check.body).toMatchObject({ applications: 6, findings: [{ level: 'block', seated: true, steps: [{ kind: 'employer', recorded: true, day: expect.stringMatching(/^\d{4}-/) }] }, { level: 'block', steps: [{ kind: 'adviser', day: '2025-05-01' }] }] });
    await app.drain();
    expect((await second.judge.client.get('/api/inbox')).body.items ?? []).toEqual([]);
    expect((await second.judge.client.get(`/api/calls/${call.id}/scoring/written/conflict-check`)).status).toBe(403);
  });

  it('is committed as it was seen, and not when something has changed since', async () => {
    const { mark } = await trial(anyRegion(2));
    await panel[2]!.judge.client.put('/api/judging/profile', { ...profile, most: 1 });
    expect(await call.officer.client.post(at(), { ...anyRegion(2), mark })).toMatchObject({ status: 412, body: { code: 'assignment_changed', detail: expect.stringContaining('有变化：评委组或评委资料。没有写入') } });
    expect(await commit()).toMatchObject({ status: 200, body: { kind: 'standing', settings: { perApplication: 2 }, committedBy: expect.any(String) } });
    const { rows } = await app.db.query(`select facts from audit_leaf where action = 'assignment.committed'`);
    expect(rows).toHaveLength(1);
    await app.drain();
    expect(JSON.stringify((await panel[0]!.judge.client.get('/api/inbox')).body)).toMatch(/份申报请您评审/);
  });

  it('keeps an officer’s hand edits when it is run again', async () => {
    const [first] = panel as [(typeof panel)[0]];
    const standing = (await call.officer.client.get(at())).body as View;
    const without = applications.find(({ id }) => !seatsAt(standing, id).includes(first.seatId))!;
    const edit = (verdict: string, applicationId: string, seatId = first.seatId) => call.officer.client.post(at('/pins'), { seatId, applicationId, verdict, reason: '熟悉该领域' });
    expect(seatsAt((await edit('must', without.id)).body as View, without.id)).toContain(first.seatId);
    const withHer = applications.find(({ id }) => id !== without.id && seatsAt(standing, id).includes(first.seatId))!;
    expect(seatsAt((await edit('never', withHer.id)).body as View, withHer.id)).not.toContain(first.seatId);
    expect(await edit('must', applications[0]!.id, panel[1]!.seatId)).toMatchObject({ status: 409, body: { code: 'conflict_of_interest', detail: expect.stringContaining('工作单位') } });
    const again = (await commit()).body as View;
    expect(seatsAt(again, without.id)).toContain(first.seatId);
    expect(seatsAt(again, withHer.id)).not.toContain(first.seatId);
    expect(seatsAt(again, withHer.id)).toHaveLength(2);
  });

  it('is taken from a file only when no line is at fault, and names each fault with its line', async () => {
    const standing = (await call.officer.client.get(at())).body as View;
    const numberOf = (id: string) => standing.rows.find(({ applicationId }) => applicationId === id)!.number;
    const file = (lines: string[], write: boolean) => call.officer.client.post(at('/file'), { text: ['申报编号,评委,安排,理由', ...lines].join('\r\n'), write });
    const bad = [`${numberOf(applications[2]!.id)},评委4,安排,"专长, 相符"`, 'X-1,评委4,安排,', `${numberOf(applications[0]!.id)},评委2,安排,`, `${numberOf(applications[3]!.id)},评委9,安排,`, `${numberOf(applications[3]!.id)},评委4,也许,`];
    const checked = await file(bad, true);
    expect(checked.body).toMatchObject({ accepted: 1, written: false });
    expect(checked.body.faults.map(({ line }: { line: number }) => line)).toEqual([3, 4, 5, 6]);
    expect(checked.body.faults.map(({ sentence }: { sentence: { zh: string } }) => sentence.zh).join()).toMatch(/没有编号为“X-1”的申报.*工作单位是 木兰课堂中心.*没有“评委9”.*应为“安排”或“不安排”/);
    expect((await file([bad[0]!], true)).body).toMatchObject({ accepted: 1, written: true, faults: [] });
    expect(seatsAt((await call.officer.client.get(at())).body as View, applications[2]!.id)).toContain(panel[3]!.seatId);
  });

  it('gives a judge what was given to her and nothing else, and the ranking waits for nobody else', async () => {
    expect((await commit(anyRegion(3))).body.missing).toBe(0);
    const begun = await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    expect(begun.status).toBe(200);
    const standing = (await call.officer.client.get(at())).body as View;
    const [{ judge, seatId }] = panel as [(typeof panel)[0]];
    const [queue] = (await judge.client.get('/api/judging/queue')).body;
    const own = applications.filter(({ id }) => seatsAt(standing, id).includes(seatId));
    expect(queue.tasks.map(({ applicationId }: { applicationId: string }) => applicationId).sort()).toEqual(own.map(({ id }) => id).sort());
    const other = applications.find(({ id }) => !seatsAt(standing, id).includes(seatId))!;
    const absentOne = await judge.client.get(`/api/judging/${seatId}/00000000-0000-7000-8000-000000000009`);
    expect(await judge.client.get(`/api/judging/${seatId}/${other.id}`)).toMatchObject({ status: 404, body: { ...absentOne.body, instance: expect.anything() } });
    for (const { judge: one, seatId: seat } of panel) {
      for (const { id } of applications.filter((application) => seatsAt(standing, application.id).includes(seat))) expect((await scoreAt({ judge: one, seatId: seat }, id, blocOf(call, 'written'), 80)).status).toBe(200);
    }
    const board = (await call.officer.client.get(`/api/calls/${call.id}/scoring/written`)).body;
    expect(board.gaps).toEqual([]);
    expect(board.judges.every(({ due, submitted: handedIn }: { due: number; submitted: number }) => due === handedIn)).toBe(true);
    expect(board.cells.filter(({ state }: { state: string }) => state === 'elsewhere')).not.toHaveLength(0);
  });

  it('fills the place of a judge who steps aside, and leaves begun sheets where they are', async () => {
    const standing = (await call.officer.client.get(at())).body as View;
    const [{ judge, seatId }] = panel as [(typeof panel)[0]];
    const own = applications.slice(2).find(({ id }) => seatsAt(standing, id).includes(seatId))!;
    expect((await judge.client.post(`/api/judging/${seatId}/${own.id}/conflict`, { verdict: 'has', note: '其理事' })).body).toMatchObject({ conflict: 'has', status: 'void' });
    expect((await call.officer.client.get(at())).body.missing).toBe(1);
    const again = (await commit(anyRegion(3))).body as View;
    expect(seatsAt(again, own.id)).not.toContain(seatId);
    expect(seatsAt(again, own.id)).toHaveLength(3);
    for (const { id } of applications.filter(({ id: one }) => one !== own.id)) expect(seatsAt(again, id).sort()).toEqual(seatsAt(standing, id).sort());
  });

  const givenTo = (standing: View, seatId: string) => applications.filter(({ id }) => seatsAt(standing, id).includes(seatId)).map(({ id }) => id).sort();

  it('bounds the panel’s talk and the forms to the pairs that were given', async () => {
    const standing = (await call.officer.client.get(at())).body as View;
    const given = (seatId: string) => givenTo(standing, seatId);
    for (const { judge, seatId } of panel) {
      const grid = (await judge.client.get(`/api/judging/${seatId}/sheets`)).body as { rows: { applicationId: string }[] };
      expect(grid.rows.map(({ applicationId }) => applicationId).sort()).toEqual(given(seatId));
      for (const { id } of applications) {
        const room = await judge.client.get(`/api/judging/${seatId}/${id}/panel`);
        if (!given(seatId).includes(id)) expect(room.status).toBe(404);
      }
    }
    const form = await panel[1]!.judge.client.get(`/api/judging/${panel[1]!.seatId}/form`);
    const lines = (await readXlsx(form.raw))[0]!.rows.flatMap(({ cells }) => cells).map(String);
    for (const { id } of applications) expect(lines.includes(standing.rows.find(({ applicationId }) => applicationId === id)!.number) && !given(panel[1]!.seatId).includes(id)).toBe(false);
  });

  it('bounds the analysis and the record of each judge to them too', async () => {
    const standing = (await call.officer.client.get(at())).body as View;
    const given = (seatId: string) => givenTo(standing, seatId);
    const open = applications.flatMap(({ id }) => seatsAt(standing, id).map((seatId) => ({ id, ...panel.find((one) => one.seatId === seatId)! })));
    for (const { id, judge, seatId } of open) {
      const { body } = await judge.client.get(`/api/judging/${seatId}/${id}`);
      if (body.status !== 'submitted') expect((await scoreAt({ judge, seatId }, id, blocOf(call, 'written'), 70)).status).toBe(200);
    }
    const [one] = open as [(typeof open)[0]];
    const room = (await one.judge.client.get(`/api/judging/${one.seatId}/${one.id}/panel`)).body as { due: number; members: { seatId: string }[]; sheets: { alias: string }[]; phase: string };
    expect(room).toMatchObject({ due: 3, phase: 'discussion' });
    expect(room.members.map(({ seatId }) => seatId).sort()).toEqual(seatsAt(standing, one.id).sort());
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`)).status).toBe(200);
    const analysis = (await call.officer.client.get(`/api/calls/${call.id}/scoring/written/analysis`)).body;
    const performance = (await call.officer.client.get(`/api/calls/${call.id}/scoring/written/performance`)).body as { judges: { alias: string; due: number; submitted: number }[] };
    for (const [number, { seatId }] of panel.entries()) {
      const sheets = given(seatId).length;
      expect(analysis.blocs[0].judges.find(({ alias }: { alias: string }) => alias === `评委${number + 1}`)).toMatchObject({ sheets });
      expect(performance.judges.find(({ alias }) => alias === `评委${number + 1}`)).toMatchObject({ due: sheets, submitted: sheets });
    }
    for (const { applicationId, scores } of analysis.blocs[0].applications as { applicationId: string; scores: unknown[] }[]) expect(scores).toHaveLength(seatsAt(standing, applicationId).length);
  });
});
