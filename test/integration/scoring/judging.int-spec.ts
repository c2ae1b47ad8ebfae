import { execFileSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { SYSTEM } from '#libs/access';
import { ApplicationsFacade } from '#modules/applications';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aField } from '../../support/a-field.js';
import { aPanel, blocOf, entriesAt, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('judging', () => {
  let app: TestApp;
  let call: OpenCall;
  let panel: { judge: Person; seatId: string }[];
  let applications: { id: string; founder: Person; organisationId: string }[];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
    }));
    applications = [];
    applications = await aField(app, call);
    panel = await aPanel(app, call, 'written', 5);
    const begun = await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    expect(begun).toMatchObject({ status: 200, body: { status: 'open' } });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  it('shows an application only after a declaration, and without what would give the applicant away', async () => {
    const [{ judge, seatId }] = panel as [(typeof panel)[0]];
    const { id } = applications[0]!;
    const place = `/api/judging/${seatId}/${id}`;
    expect((await judge.client.get(place)).body).toMatchObject({ conflict: null, application: null, open: false });
    expect(await judge.client.put(place, { entries: {}, comment: '', version: 0 })).toMatchObject({ status: 409, body: { code: 'declaration_first' } });
    const declared = await judge.client.post(`${place}/conflict`, { verdict: 'none' });
    expect(declared.body.application.projectName).toBe('木兰课堂');
    expect(JSON.stringify(declared.body)).not.toMatch(/木兰课堂中心|扬州市邗江区文昌中路|13800000000|leader@example/);
    expect((await panel[1]!.judge.client.get(place)).status).toBe(404);
    expect(declared.body).toMatchObject({ organisationName: null, blind: 'single', open: true, refusal: null, application: { organisationName: null, hidden: expect.any(Number) } });
    expect(declared.body.application.hidden).toBeGreaterThan(0);
  });

  it('gives a judge her queue and all her sheets side by side, and no file where judging is blind', async () => {
    const [{ judge, seatId }] = panel as [(typeof panel)[0]];
    const [queue] = (await judge.client.get('/api/judging/queue')).body;
    expect(queue).toMatchObject({ seatId, blind: 'single', live: false, stage: 'open', due: 4, submitted: 0 });
    expect(queue.tasks[0].name).toMatch(/^\S+ 木兰课堂$/);
    const grid = await judge.client.get(`/api/judging/${seatId}/sheets`);
    expect(grid.body.criteria).toHaveLength(6);
    expect(grid.body.rows.map(({ open }: { open: boolean }) => open)).toEqual([true, false, false, false]);
    expect((await panel[1]!.judge.client.get(`/api/judging/${seatId}/sheets`)).status).toBe(404);
    const { rows } = await app.db.query(`select id from document where owner_id = $1 limit 1`, [applications[0]!.id]);
    expect((await judge.client.get(`/api/judging/${seatId}/${applications[0]!.id}/files/${rows[0].id}`)).status).toBe(404);
  });

  it('keeps a draft to itself, refuses points off the scale, and takes a sheet once', async () => {
    const [{ judge, seatId }] = panel as [(typeof panel)[0]];
    const { id } = applications[0]!;
    const place = `/api/judging/${seatId}/${id}`;
    const bloc = blocOf(call, 'written');
    const [first] = bloc.criteria;
    const sheet = (points: string) => ({ entries: { [first!.key]: { points } }, comment: '', version: 0 });
    expect(await judge.client.put(place, sheet(String(first!.max + 1)))).toMatchObject({ status: 400, body: { code: 'sheet_faulty', problems: [{ code: 'points_above_max' }] } });
    expect(await judge.client.put(place, sheet('1.3'))).toMatchObject({ status: 400, body: { problems: [{ code: 'points_off_step' }] } });
    const saved = await judge.client.put(place, sheet('8'));
    expect(saved).toMatchObject({ status: 200, body: { version: 1, status: 'draft' } });
    expect(await judge.client.put(place, sheet('7'))).toMatchObject({ status: 412, body: { code: 'sheet_changed' } });
    const progress = await call.officer.client.get(`/api/calls/${call.id}/scoring/written`);
    expect(JSON.stringify(progress.body)).not.toContain(first!.key);
    const incomplete = await judge.client.post(`${place}/submission`, { ...sheet('8'), version: 1 });
    expect(incomplete.body.problems.map(({ code }: { code: string }) => code)).toContain('points_missing');
    const bare = Object.fromEntries(Object.entries(entriesAt(bloc, 20)).map(([key, { points }]) => [key, { points }]));
    expect((await judge.client.post(`${place}/submission`, { entries: bare, comment: '', version: 1 })).body.problems.map(({ code }: { code: string }) => code)).toContain('reason_due');
    // Whether a sheet is late is decided by the instant at which it arrived.
    const arrivedAt = app.clock.now();
    app.arrive(arrivedAt);
    app.clock.advance(60_000);
    const handedIn = await judge.client.post(`${place}/submission`, { entries: entriesAt(bloc, 80), comment: '扎实', version: 1 });
    app.arrive(null);
    expect((await app.db.query(`select submitted_at from score_sheet where seat_id = $1 and application_id = $2`, [seatId, id])).rows[0].submitted_at).toEqual(arrivedAt);
    expect(handedIn).toMatchObject({ status: 200, body: { status: 'submitted', commitment: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(await judge.client.put(place, { ...sheet('1'), version: 2 })).toMatchObject({ status: 409, body: { code: 'sheet_submitted' } });
    const { rows } = await app.db.query(`select facts::text from audit_leaf where action = 'sheet.submitted'`);
    expect(rows).toHaveLength(1);
    expect(rows[0].facts).not.toMatch(/points|entries/);
  });

  it('says why a sheet was opened again, and shows officers who stands where', async () => {
    const [{ judge, seatId }] = panel as [(typeof panel)[0]];
    const { id } = applications[0]!;
    const place = `/api/judging/${seatId}/${id}`;
    const board = () => call.officer.client.get(`/api/calls/${call.id}/scoring/written`);
    const cell = (await board()).body.cells.find((one: { seatId: string; applicationId: string }) => one.seatId === seatId && one.applicationId === id);
    expect(cell).toMatchObject({ state: 'submitted', sheetId: expect.any(String) });
    expect((await call.officer.client.post(`/api/score-sheets/${cell.sheetId}/reopening`, { reason: '理由栏误填为他项' })).status).toBe(204);
    const second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const [request] = (await second.client.get(`/api/calls/${call.id}/scoring/written/reopenings`)).body;
    expect((await second.client.post(`/api/sheet-reopenings/${request.id}/decision`, { granted: true })).status).toBe(204);
    expect((await judge.client.get(place)).body).toMatchObject({ status: 'draft', reopened: { reason: '理由栏误填为他项' }, commitment: null });
    await judge.client.post(`${place}/submission`, { entries: entriesAt(blocOf(call, 'written'), 80), comment: '', version: (await judge.client.get(place)).body.version });
    expect((await judge.client.get(place)).body).toMatchObject({ status: 'submitted', reopened: null });
    const [round] = (await call.officer.client.get('/api/scoring-rounds')).body;
    expect(round).toMatchObject({ callId: call.id, mine: true, published: false, stages: [{ key: 'written', status: 'open', due: 20, submitted: 1, last: true, begin: { allowed: false }, seal: { allowed: false } }] });
    expect(round.stages[0].blocs).toMatchObject([{ seated: 5, quorum: 3 }]);
  });

  it('describes the pool by place and by what ties a person to an applicant', async () => {
    const founder = applications[0]!.founder;
    const pool = (await call.officer.client.get(`/api/calls/${call.id}/judge-pool`)).body;
    expect(pool.find(({ id }: { id: string }) => id === panel[0]!.judge.id)).toMatchObject({ roles: ['expert'], ownApplications: [], places: [expect.any(String)] });
    expect(pool.some(({ id }: { id: string }) => id === founder.id)).toBe(false);
  });

  it('reminds judges of what they owe, once an hour', async () => {
    const nudge = () => call.officer.client.post(`/api/calls/${call.id}/scoring/written/nudges`, { seatIds: panel.map(({ seatId }) => seatId) });
    expect(await nudge()).toMatchObject({ status: 200, body: { told: 5 } });
    await nudge();
    await app.drain();
    const inbox = (await panel[1]!.judge.client.get('/api/inbox')).body;
    expect(JSON.stringify(inbox).match(/还有 4 份评分待提交/g)).toHaveLength(1);
  });

  it('takes out whoever has a conflict, at once and for good, and lets only staff settle a doubt', async () => {
    const { judge, seatId } = panel[4]!;
    const { id } = applications[3]!;
    const place = `/api/judging/${seatId}/${id}`;
    await scoreAt(panel[4]!, id, blocOf(call, 'written'), 90);
    expect((await judge.client.post(`${place}/conflict`, { verdict: 'unsure', note: '曾任其顾问' })).body).toMatchObject({ conflict: 'unsure', application: null, status: 'void' });
    expect(await judge.client.post(`${place}/conflict`, { verdict: 'none' })).toMatchObject({ status: 409, body: { code: 'conflict_pinned' } });
    const progress = await call.officer.client.get(`/api/calls/${call.id}/scoring/written`);
    expect(progress.body.unsure).toMatchObject([{ seatId, applicationId: id, note: '曾任其顾问' }]);
    const settle = (person: Person) => person.client.post(`/api/panel-seats/${seatId}/conflicts/${id}`, { verdict: 'has', note: '两年内担任顾问' });
    expect((await settle(judge)).status).toBe(403);
    expect((await settle(call.officer)).status).toBe(204);
    expect((await judge.client.get(place)).body).toMatchObject({ conflict: 'has', application: null });
  });

  it('seals only when nothing is lacking, and what is published recomputes to the digit', async () => {
    const seal = () => call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`);
    const early = await seal();
    expect(early).toMatchObject({ status: 409, body: { code: 'not_rankable' } });
    const bloc = blocOf(call, 'written');
    for (const [at, { id }] of applications.entries()) {
      for (const [number, seat] of panel.entries()) {
        if ((at === 0 && number === 0) || (at === 3 && number === 4)) continue;
        expect((await scoreAt(seat, id, bloc, 70 + at * 5 + number)).status).toBe(200);
      }
    }
    const sealed = await seal();
    expect(sealed).toMatchObject({ status: 200, body: { hash: expect.stringMatching(/^[0-9a-f]{64}$/) } });
    expect(await seal()).toMatchObject({ status: 409, body: { code: 'stage_not_open' } });
    expect((await app.http.anonymous.get(`/api/public/rankings/${call.id}`)).status).toBe(404);
    const folder = mkdtempSync(join(tmpdir(), 'ranking-'));
    const { rows } = await app.db.query('select manifest from score_ranking where id = $1', [sealed.body.id]);
    writeFileSync(join(folder, 'manifest.json'), rows[0].manifest);
    const verified = execFileSync(process.execPath, [resolve('scripts/verify-ranking.mjs'), join(folder, 'manifest.json')], { encoding: 'utf8' });
    expect(verified).toContain(sealed.body.hash);
    const bytes = await call.officer.client.get(`/api/calls/${call.id}/ranking/manifest`);
    expect(JSON.stringify(bytes.body)).toBe(rows[0].manifest);
    // A name here would win over the one that the page gives the file, and that its command to recompute names.
    expect(bytes.headers['content-disposition']).toBe('attachment');
    expect(sealed.body.rows.map(({ rank }: { rank: number }) => rank)).toEqual([1, 2, 3, 4]);
    expect(sealed.body.rows[0]).toMatchObject({ number: expect.any(String), blocs: [{ stageKey: 'written', counted: expect.any(Number) }], reasons: [] });
    expect(sealed.body.rows.flatMap(({ recused }: { recused: string[] }) => recused)).toEqual(['评委5']);
    const ranked = await app.nest.get(ApplicationsFacade, { strict: false }).rankingOf(call.id);
    expect(ranked!.rows.map(({ rank }) => rank)).toEqual([1, 2, 3, 4]);
    expect(JSON.stringify(sealed.body.manifest)).not.toContain(panel[0]!.judge.id);
    // An outsider finds in the manifest whom a notice names: by the number, and by no name that may never be announced.
    const numbers = (rows: { number: string }[]) => rows.map(({ number }) => number).sort();
    expect(numbers(sealed.body.manifest.applications)).toEqual(numbers(sealed.body.rows));
    const names = sealed.body.rows.flatMap(({ projectName, organisationName }: { projectName: string; organisationName: string }) => [projectName, organisationName]);
    expect(names.filter((name: string) => rows[0].manifest.includes(name))).toEqual([]);
  });

  it('publishes the ranking once applicants know their outcome, and tells them no judge’s scores', async () => {
    await app.nest.get(ApplicationsFacade, { strict: false }).announceOutcomes(call.id, SYSTEM);
    const { id, founder } = applications[0]!;
    await app.nest.get(ApplicationsFacade, { strict: false }).recordOutcome(id, { kind: 'not_awarded', reason: { zh: '名额已满', en: 'No seat left' } }, SYSTEM);
    await app.nest.get(ApplicationsFacade, { strict: false }).announceOutcomes(call.id, SYSTEM);
    const published = await app.http.anonymous.get(`/api/public/rankings/${call.id}`);
    expect(published.status).toBe(200);
    expect(published.body.rows.map(({ projectName, organisationName }: { projectName: string; organisationName: string }) => projectName ?? organisationName)).toEqual([null, null, null, null]);
    expect((await app.http.anonymous.get(`/api/public/rankings/${call.id}/manifest`)).status).toBe(200);
    expect((await founder.client.get(`/api/judging/${panel[0]!.seatId}/${id}`)).status).toBe(403);
    expect((await founder.client.get(`/api/calls/${call.id}/scoring/written`)).status).toBe(403);
  });
});

describe('a panel', () => {
  let app: TestApp;
  let call: OpenCall;
  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  it('does not begin before screening is done, nor with too few judges', async () => {
    const begin = (stage = 'written') => call.officer.client.post(`/api/calls/${call.id}/scoring/${stage}/beginning`);
    expect(await begin('roadshow')).toMatchObject({ status: 409, body: { code: 'stage_before_open' } });
    const founder = await app.person();
    await submitted(founder, call, await found(app, founder));
    expect(await begin()).toMatchObject({ status: 409, body: { code: 'screening_open' } });
  });
});

describe('values that no judge gives', () => {
  let app: TestApp;
  let call: OpenCall;
  let id: string;
  beforeAll(async () => {
    app = await bootApp();
    const bonus = { key: 'raised', title: { zh: '筹资加分', en: 'Funds raised' }, max: 10, by: 'recorded' as const, preferences: [] };
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, scoring: { ...rulebook.scoring, bonuses: [bonus] },
      applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
    }));
    const founder = await app.person();
    id = (await submitted(founder, call, await found(app, founder, { name: '木兰中心', creditCode: aCreditCode() }))).id;
    await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    await aPanel(app, call, 'written', 3);
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  it('are recorded by officers within the rulebook, and read back with their evidence', async () => {
    const read = () => call.officer.client.get(`/api/calls/${call.id}/outside-scores`);
    const record = (value: string) => call.officer.client.post(`/api/calls/${call.id}/outside-scores`, { applicationId: id, source: 'bonus.raised', value, note: '银行到账回单' });
    expect((await read()).body).toMatchObject({ sources: [{ source: 'bonus.raised', kind: 'bonus', max: 10 }], applications: [{ applicationId: id }], values: [] });
    expect(await record('11')).toMatchObject({ status: 400, body: { code: 'value_above_max' } });
    expect((await record('7.5')).status).toBe(204);
    expect((await read()).body.values).toMatchObject([{ applicationId: id, source: 'bonus.raised', value: '7.5', note: '银行到账回单' }]);
  });
});
