import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, entriesAt, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const REASON = '申报材料中提到有儿童正处于危险之中，须立即核实';

interface Access {
  id: string;
  status: string;
  over: boolean;
  openUntil: string | null;
  readings: string[];
  moves: { move: string; allowed: boolean; reason: { zh: string } | null }[];
}

describe('hidden data in an emergency', () => {
  let app: TestApp;
  let call: OpenCall;
  let administrator: Person;
  let auditor: Person;
  let panel: { judge: Person; seatId: string }[];
  let applications: { id: string; founder: Person; organisationId: string; name: string }[];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
      scoring: { ...rulebook.scoring, stages: rulebook.scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => ({ ...bloc, anonymousSlots: { most: 2, counts: true } })) })) },
    }));
    administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.' }] });
    auditor = await app.person({ roles: [{ role: 'auditor', node: 'js.yz.' }] });
    applications = [];
    for (const name of ['木兰课堂', '彩虹之家']) {
      const founder = await app.person();
      const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode(), legalRepresentative: `${name}的赵法人`, address: `扬州市${name}路1号` });
      applications.push({ id: (await submitted(founder, call, organisationId, { name: `${name}行动` })).id, founder, organisationId, name: `${name}中心` });
    }
    for (const { id } of applications) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 5);
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`)).status).toBe(200);
    expect((await scoreAt(panel[0]!, applications[0]!.id, blocOf(call, 'written'), 91)).status).toBe(200);
  }, 120_000);
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const accesses = async (who: Person) => (await who.client.get('/api/emergency-accesses')).body as Access[];
  const askForSheets = (who: Person, at = 0, reason = REASON) => who.client.post('/api/emergency-accesses', { applicationId: applications[at]!.id, stageKey: 'written', reason });
  const askForApplicant = (seat: number, at = 0) => panel[seat]!.judge.client.post(`/api/judging/${panel[seat]!.seatId}/${applications[at]!.id}/emergency-access`, { reason: REASON });
  const decide = (who: Person, id: string, granted = true) => who.client.post(`/api/emergency-accesses/${id}/decision`, { granted, note: '情况属实' });
  const look = (who: Person, id: string) => who.client.post(`/api/emergency-accesses/${id}/readings`);
  const review = (who: Person, id: string) => who.client.post(`/api/emergency-accesses/${id}/review`, { note: '已核对理由与查看记录' });
  const end = (who: Person, id: string) => who.client.post(`/api/emergency-accesses/${id}/end`);
  const leaves = async (id: string) => (await app.db.query<{ action: string }>(`select action from audit_leaf where facts ->> 'accessId' = $1 order by seq, at`, [id])).rows.map(({ action }) => action);
  const openedFor = async (who: Person, ask: () => Promise<{ status: number; body: Access[] }>) => {
    const asked = await ask();
    expect(asked.status).toBe(201);
    const { id } = asked.body[0]!;
    expect((await decide(administrator, id)).status).toBe(200);
    expect((await accesses(who)).find((one) => one.id === id)).toMatchObject({ status: 'granted', over: false });
    return id;
  };

  it('stay hidden until a second person has granted them, with a reason, and are shown to whoever asked and to nobody else', async () => {
    expect((await askForSheets(call.officer, 0, '看看')).status).toBe(400);
    const asked = await askForSheets(call.officer);
    expect(asked.body).toMatchObject([{ thing: 'sheets', status: 'asked', reason: REASON, mine: true, openUntil: null }]);
    const { id } = asked.body[0] as Access;
    expect(await askForSheets(call.officer)).toMatchObject({ status: 409, body: { code: 'access_stands' } });
    expect(await look(call.officer, id)).toMatchObject({ status: 409, body: { code: 'access_waits' } });
    expect((await decide(call.officer, id)).status).toBe(403);
    expect((await decide(await app.person({ roles: [{ role: 'administrator', node: 'js.nj.' }] }), id)).status).toBe(404);
    expect((await decide(administrator, id)).status).toBe(200);
    expect(await decide(administrator, id)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    const shown = await look(call.officer, id);
    expect(shown).toMatchObject({ status: 201, body: { applicants: [] } });
    expect(shown.body.sheets.find(({ judgeName }: { judgeName: string }) => judgeName === panel[0]!.judge.name)).toMatchObject({ state: 'submitted' });
    expect(shown.body.sheets.flatMap(({ scores }: { scores: { points: string }[] }) => scores).length).toBe(blocOf(call, 'written').criteria.length);
    for (const other of [administrator, auditor]) expect((await look(other, id)).status).toBe(403);
    const both = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }, { role: 'administrator', node: 'js.yz.' }] });
    expect(await look(both, id)).toMatchObject({ status: 409, body: { code: 'not_own_request' } });
    expect((await look(panel[1]!.judge, id)).status).toBe(404);
    expect((await accesses(call.officer)).find((one) => one.id === id)!.readings).toHaveLength(1);
    expect(await leaves(id)).toEqual(['emergency.asked', 'emergency.granted', 'emergency.looked']);
  });

  it('are never opened by one person, not even one who holds both roles, nor by SQL', async () => {
    const both = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }, { role: 'administrator', node: 'js.yz.' }] });
    const { id } = (await askForSheets(both, 1)).body[0] as Access;
    expect(await decide(both, id)).toMatchObject({ status: 409, body: { code: 'second_person' } });
    expect((await accesses(both)).find((one) => one.id === id)!.moves.find(({ move }) => move === 'grant')).toMatchObject({ allowed: false, reason: { zh: expect.stringContaining('另一位') } });
    await expect(app.db.query(`update emergency_access set status = 'granted', decided_by = asked_by, decided_at = now(), open_until = now() where id = $1`, [id])).rejects.toThrow();
    await expect(app.db.query(`update emergency_access set status = 'granted', decided_by = $2, decided_at = now(), open_until = now() + interval '25 hours' where id = $1`, [id, administrator.id])).rejects.toThrow();
    await expect(app.db.query('insert into emergency_reading (id, access_id, read_by, read_at) values (gen_random_uuid(), $1, $2, now())', [id, both.id])).rejects.toThrow(/while it is open/);
    expect((await end(both, id)).body.find((one: Access) => one.id === id)).toMatchObject({ status: 'withdrawn' });
  });

  it('are opened neither by nor for a party, a judge of the round or anybody in conflict', async () => {
    const member = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    await app.db.query(`insert into account_role (id, account_id, role, subject_id, granted_at) select gen_random_uuid(), $1, 'applicant', $2, now()`, [member.id, applications[1]!.organisationId]);
    await app.people.signIn(member);
    expect(await askForSheets(member, 1)).toMatchObject({ status: 409, body: { code: 'party_of_application' } });
    const judging = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }, { role: 'expert', node: 'js.yz.' }] });
    expect((await call.officer.client.post(`/api/calls/${call.id}/panels/written/experts/seats`, { accountId: judging.id })).status).toBeLessThan(300);
    expect(await askForSheets(judging, 1)).toMatchObject({ status: 409, body: { code: 'judge_of_round' } });
    await panel[3]!.judge.client.post(`/api/judging/${panel[3]!.seatId}/${applications[0]!.id}/conflict`, { verdict: 'has', note: '理事' });
    expect(await askForApplicant(3)).toMatchObject({ status: 409, body: { code: 'conflict_of_interest' } });
    const near = await app.person({ name: '彩虹之家的赵法人', roles: [{ role: 'administrator', node: 'js.yz.' }] });
    const { id } = (await askForSheets(call.officer, 1)).body.find(({ status }: Access) => status === 'asked') as Access;
    expect(await decide(near, id)).toMatchObject({ status: 409, body: { code: 'conflict_of_interest' } });
    expect((await decide(administrator, id, false)).body.find((one: Access) => one.id === id)).toMatchObject({ status: 'refused' });
    expect(await look(call.officer, id)).toMatchObject({ status: 409, body: { code: 'access_over' } });
  });

  it('hold the reviews by link as well, each under its alias and without anybody’s name', async () => {
    const second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const until = new Date(app.clock.now().getTime() + 86_400_000).toISOString();
    const opened = await call.officer.client.post(`/api/calls/${call.id}/panels/written/experts/slots`, { applicationId: applications[1]!.id, count: 2, until });
    const doors = [];
    for (const { id, token } of opened.body as { id: string; token: string }[]) {
      const { body } = await second.client.post(`/api/calls/${call.id}/slots/${id}/code`);
      doors.push({ 'x-review-token': token, 'x-review-code': body.code as string });
    }
    for (const door of doors) expect((await app.http.anonymous.post('/api/anonymous-review/declaration', { verdict: 'none' }, door)).status).toBeLessThan(300);
    const entries = entriesAt(blocOf(call, 'written'), 70);
    expect((await app.http.anonymous.post('/api/anonymous-review/submission', { entries, comment: '可行', version: 0 }, doors[0])).status).toBeLessThan(300);
    expect((await app.http.anonymous.put('/api/anonymous-review', { entries, comment: '草稿里的话', version: 0 }, doors[1])).status).toBe(200);
    const id = await openedFor(second, () => askForSheets(second, 1));
    const shown = await look(second, id);
    expect(shown.body.sheets.slice(-2)).toMatchObject([
      { judgeName: null, alias: '匿名1', state: 'submitted', comment: '可行', scores: blocOf(call, 'written').criteria.map(() => ({ points: expect.any(String) })) },
      { judgeName: null, alias: '匿名2', state: 'draft', comment: '', scores: [] },
    ]);
    expect(shown.raw.toString('utf8')).not.toContain('草稿里的话');
  });

  it('tell a blind judge who applies, and tell her until a conflict comes to light', async () => {
    const { judge, seatId } = panel[1]!;
    const id = await openedFor(judge, () => askForApplicant(1));
    expect(JSON.stringify(await accesses(judge))).not.toContain(applications[0]!.name);
    expect((await look(judge, id)).body).toMatchObject({ sheets: [], applicants: [{ name: applications[0]!.name, legalRepresentative: '木兰课堂的赵法人' }] });
    // Elsewhere she stays as blind as she was.
    expect((await judge.client.post(`/api/judging/${seatId}/${applications[0]!.id}/conflict`, { verdict: 'none' })).raw.toString('utf8')).not.toContain(applications[0]!.name);
    await judge.client.post(`/api/judging/${seatId}/${applications[0]!.id}/conflict`, { verdict: 'has', note: '原来认识' });
    expect(await look(judge, id)).toMatchObject({ status: 409, body: { code: 'conflict_of_interest' } });
  });

  it('are closed again after a day, at once when somebody closes them, and with the role that asked', async () => {
    const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const id = await openedFor(officer, () => askForSheets(officer));
    app.clock.advance(24 * 3_600_000 - 1);
    expect((await look(officer, id)).status).toBe(201);
    app.clock.advance(1);
    expect(await look(officer, id)).toMatchObject({ status: 409, body: { code: 'access_over' } });
    const again = await openedFor(officer, () => askForSheets(officer));
    expect((await look(officer, again)).status).toBe(201);
    expect((await end(administrator, again)).status).toBe(200);
    expect(await look(officer, again)).toMatchObject({ status: 409, body: { code: 'access_over' } });
    const third = await openedFor(officer, () => askForSheets(officer));
    await app.db.query(`update account_role set revoked_at = now() where account_id = $1 and role = 'officer'`, [officer.id]);
    expect((await look(officer, third)).status).toBeGreaterThanOrEqual(401);
    expect((await accesses(administrator)).find((one) => one.id === third)!.readings).toEqual([]);
  });

  it('stand in the weekly list of the auditors until one of them has reviewed every look', async () => {
    await app.repeat('scoring.remind-of-emergencies');
    await app.drain();
    const inbox = (await auditor.client.get('/api/inbox')).body.items as { kind: string; title: { zh: string }; link: string }[];
    const waiting = (await accesses(auditor)).length;
    expect(inbox.find(({ kind }) => kind === 'emergency-review')).toMatchObject({ title: { zh: `紧急查阅每周复核：${waiting} 项待复核` }, link: '/desk/emergency' });
    const elsewhere = await app.person({ roles: [{ role: 'auditor', node: 'js.nj.' }] });
    expect(await accesses(elsewhere)).toEqual([]);
    const seen = (await accesses(auditor)).find(({ readings, over }) => readings.length > 0 && over)!;
    expect((await review(elsewhere, seen.id)).status).toBe(404);
    expect((await review(administrator, seen.id)).status).toBe(403);
    expect((await review(auditor, seen.id)).body.find(({ id }: Access) => id === seen.id)).toMatchObject({ reviewedBy: auditor.name, reviewNote: '已核对理由与查看记录' });
    expect(await review(auditor, seen.id)).toMatchObject({ status: 409, body: { code: 'access_reviewed' } });
    expect((await leaves(seen.id)).at(-1)).toBe('emergency.reviewed');
    await expect(app.db.query('update emergency_access set reviewed_by = decided_by where id = $1', [seen.id])).rejects.toThrow();
    app.clock.advance(7 * 86_400_000);
    await app.repeat('scoring.remind-of-emergencies');
    await app.drain();
    const next = (await auditor.client.get('/api/inbox')).body.items as { kind: string; title: { zh: string } }[];
    expect(next.find(({ kind }) => kind === 'emergency-review')!.title.zh).toBe(`紧急查阅每周复核：${waiting - 1} 项待复核`);
  });
});
