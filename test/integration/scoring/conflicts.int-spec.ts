import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { ABSENT } from '../../support/named-things.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const profile = { employer: '扬州大学', occupation: 'university', title: '教授', topics: [], languages: ['zh'], away: [], version: 0 };

describe('a conflict of interest', () => {
  let app: TestApp;
  let call: OpenCall;
  let second: Person;
  let panel: { judge: Person; seatId: string }[];
  let applications: string[];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
      scoring: { ...rulebook.scoring, stages: rulebook.scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => ({ ...bloc, panel: { ...bloc.panel, barred: ['finance_bureau'] } })) })) },
    }));
    second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    applications = [];
    for (const name of ['木兰课堂', '彩虹之家', '邻里妈妈']) {
      const founder = await app.person();
      const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode(), legalRepresentative: `${name}的负责人`, address: `扬州市${name}路1号` });
      applications.push((await submitted(founder, call, organisationId, { name })).id);
    }
    for (const id of applications) await admit(call.officer, call, id);
    await app.db.query(`update application a set answers = replace(a.answers::text, '13800000000', '1390000' || right(a.number, 4))::jsonb`);
    await app.db.query(`update application_submission s set answers = a.answers from application a where a.id = s.application_id`);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 5);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const place = (at: number, application: number) => `/api/judging/${panel[at]!.seatId}/${applications[application]!}`;
  const pin = (person: Person, at: number, application: number, verdict: string) => person.client.post('/api/conflict-pins', { accountId: panel[at]!.judge.id, applicationId: applications[application]!, verdict, reason: '经核实并留存材料' });
  const confirm = (person: Person, at: number, application: number) => person.client.post('/api/conflict-pins/confirmation', { accountId: panel[at]!.judge.id, applicationId: applications[application]! });
  const board = async () => (await call.officer.client.get(`/api/calls/${call.id}/scoring/written`)).body;

  it('keeps an occupation off the panel where the money route bars it', async () => {
    const bureau = await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] });
    await bureau.client.put('/api/judging/profile', { ...profile, employer: '扬州市财政局', occupation: 'finance_bureau' });
    expect(await call.officer.client.post(`/api/calls/${call.id}/panels/written/experts/seats`, { accountId: bureau.id })).toMatchObject({ status: 409, body: { code: 'barred_occupation' } });
  });

  it('that the platform knows of hides the application when judging begins, whatever the judge would say', async () => {
    const [{ judge }, { judge: caller }] = panel as [(typeof panel)[0], (typeof panel)[0]];
    await judge.client.put('/api/judging/profile', { ...profile, employer: '木兰课堂中心', occupation: 'social_organisation' });
    const { rows } = await app.db.query<{ number: string }>('select right(number, 4) as number from application where id = $1', [applications[1]]);
    await caller.client.put('/api/judging/profile', { ...profile, phone: `1390000${rows[0]!.number}` });
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`)).status).toBe(200);
    expect((await judge.client.get(place(0, 0))).body).toMatchObject({ conflict: 'has', application: null, open: false, conflictNote: null });
    expect((await caller.client.get(place(1, 1))).body).toMatchObject({ conflict: 'has', application: null, conflictNote: null });
    // The judging is blind: why, only staff read; it would tell her who applies.
    expect((await board()).conflicts.map(({ note }: { note: string }) => note)).toEqual(expect.arrayContaining([expect.stringContaining('工作单位是 木兰课堂中心'), expect.stringContaining('使用同一联系电话')]));
    expect(await judge.client.post(`${place(0, 0)}/conflict`, { verdict: 'none' })).toMatchObject({ status: 409, body: { code: 'conflict_pinned' } });
    expect(await judge.client.put(place(0, 0), { entries: {}, comment: '', version: 0 })).toMatchObject({ status: 409, body: { code: 'conflict_of_interest' } });
    const { applications: counts } = await board();
    expect(counts.map(({ due, recused }: { due: number; recused: number }) => [due, recused])).toEqual([[4, 1], [4, 1], [5, 0]]);
  });

  it('that comes to light late voids the sheet and leaves the count', async () => {
    const seat = panel[2]!;
    expect((await scoreAt(seat, applications[2]!, blocOf(call, 'written'), 90)).status).toBe(200);
    expect((await board()).applications[2]).toMatchObject({ submitted: 1, due: 5 });
    await seat.judge.client.post('/api/judging/profile/ties', { kind: 'family', personName: '邻里妈妈的负责人', organisationName: '邻里妈妈中心' });
    expect((await seat.judge.client.post(`${place(2, 2)}/conflict`, { verdict: 'none' })).body).toMatchObject({ conflict: 'has', application: null, status: 'void', conflictNote: null });
    expect(JSON.stringify((await board()).conflicts)).toContain('近亲属');
    expect((await board()).applications[2]).toMatchObject({ submitted: 0, due: 4, recused: 1 });
  });

  it('is pinned by an officer at once, and cleared only when a second officer agrees', async () => {
    expect((await pin(call.officer, 3, 0, 'conflict')).status).toBe(204);
    expect((await panel[3]!.judge.client.get(place(3, 0))).body).toMatchObject({ conflict: 'has', application: null });
    expect((await pin(call.officer, 0, 0, 'clear')).status).toBe(204);
    expect((await panel[0]!.judge.client.get(place(0, 0))).body).toMatchObject({ conflict: 'has' });
    expect(await confirm(call.officer, 0, 0)).toMatchObject({ status: 409, body: { code: 'same_person' } });
    const check = await second.client.get(`/api/calls/${call.id}/scoring/written/conflict-check`);
    expect(check.body.findings.find(({ accountId, applicationId }: { accountId: string; applicationId: string }) => accountId === panel[0]!.judge.id && applicationId === applications[0])).toMatchObject({ level: 'block', pin: { verdict: 'clear', inForce: false, mayConfirm: true } });
    expect((await confirm(second, 0, 0)).status).toBe(204);
    expect((await panel[0]!.judge.client.get(place(0, 0))).body).toMatchObject({ conflict: 'none', open: true });
    const { rows } = await app.db.query<{ action: string }>(`select action from audit_leaf where action like 'conflict.%ed' and action <> 'conflict.declared' `);
    expect(rows.map(({ action }) => action).sort()).toEqual(['conflict.cleared', 'conflict.pinned', 'conflict.pinned']);
  });

  it('is nobody’s own to settle, and no member of an applicant is ever cleared', async () => {
    expect((await pin(panel[0]!.judge, 0, 0, 'clear')).status).toBe(403);
    const member = await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] });
    const { rows } = await app.db.query<{ id: string }>('select organisation_id as id from application where id = $1', [applications[1]]);
    await app.db.query(`insert into account_role (id, account_id, role, subject_id, granted_at) select gen_random_uuid(), $1, 'applicant', $2, now()`, [member.id, rows[0]!.id]);
    const body = { accountId: member.id, applicationId: applications[1]!, verdict: 'clear', reason: '误报' };
    expect(await call.officer.client.post('/api/conflict-pins', body)).toMatchObject({ status: 409, body: { code: 'member_of_applicant' } });
  });

  it('is not pinned on somebody who could not judge here: whether there is such a person stays untold', async () => {
    const stranger = await app.person();
    const far = await app.person({ roles: [{ role: 'expert', node: 'js.nj.' }] });
    const told = async (accountId: string) => {
      const { status, body } = await call.officer.client.post('/api/conflict-pins', { accountId, applicationId: applications[0]!, verdict: 'conflict', reason: '试探' });
      return { status, code: body.code, detail: body.detail };
    };
    const nobody = await told(ABSENT);
    expect(nobody).toMatchObject({ status: 404, code: 'expert_absent' });
    expect([await told(stranger.id), await told(far.id)]).toEqual([nobody, nobody]);
  });

  it('is declared in advance by the expert, recorded by staff, and taken back only by whoever may', async () => {
    const { judge } = panel[4]!;
    const own = await judge.client.post('/api/judging/profile/ties', { kind: 'adviser', organisationName: '彩虹之家中心' });
    expect(own.body.ties).toMatchObject([{ source: 'self', mine: true }]);
    const staff = await call.officer.client.post(`/api/experts/${judge.id}/ties`, { kind: 'mentor', organisationName: '木兰课堂中心', since: '2025-01-01' });
    const tieBy = (source: string) => staff.body.ties.find((tie: { source: string }) => tie.source === source);
    const [mentoring, advising] = [tieBy('staff'), tieBy('self')];
    expect(await judge.client.post(`/api/judging/profile/ties/${mentoring.id}/withdrawal`, { reason: '已结束' })).toMatchObject({ status: 409, body: { code: 'tie_of_staff' } });
    expect((await judge.client.post(`/api/judging/profile/ties/${advising.id}/withdrawal`, { reason: '填错了' })).body.ties).toHaveLength(1);
    expect(await judge.client.post('/api/judging/profile/ties', { kind: 'family', organisationName: '彩虹之家中心' })).toMatchObject({ status: 400, body: { code: 'relative_unnamed' } });
    const far = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await far.client.get(`/api/experts/${judge.id}`)).status).toBe(404);
    expect((await call.officer.client.get(`/api/experts/${judge.id}`)).body.duties).toMatchObject([{ status: 'seated', sheets: 0, score: null }]);
  });

  it('of an expert is kept by officers below her place too, who read nothing of what she does in calls of the places above', async () => {
    const { judge } = panel[4]!;
    const below = await app.person({ roles: [{ role: 'officer', node: 'js.yz.gl.' }] });
    expect((await below.client.get(`/api/experts/${judge.id}`)).body).toMatchObject({ accountId: judge.id, duties: [] });
    expect((await judge.client.get('/api/judging/profile')).body.duties).toHaveLength(1);
  });
});
