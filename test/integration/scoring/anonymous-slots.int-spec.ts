import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RankingManifest } from '../../../src/modules/scoring/domain/ranking-manifest.js';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, entriesAt, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { ABSENT } from '../../support/named-things.js';
import { bootApp, type Answer, type Person, type TestApp } from '../../support/app.js';

interface Opened {
  id: string;
  alias: string;
  token: string;
  code: string;
}

const REVIEW = '/api/anonymous-review';

describe('an anonymous review', () => {
  let app: TestApp;
  let call: OpenCall;
  let panel: { judge: Person; seatId: string }[];
  let applications: { id: string; name: string }[];
  let place: string;
  let slots: string;
  let second: Person;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
      scoring: { ...rulebook.scoring, stages: rulebook.scoring.stages.map((stage) => ({ ...stage, blocs: stage.blocs.map((bloc) => ({ ...bloc, projectNames: 'redacted' as const, anonymousSlots: { most: 2, counts: true } })) })) },
    }));
    applications = [];
    for (const name of ['木兰课堂', '彩虹之家']) {
      const founder = await app.person();
      const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() });
      applications.push({ id: (await submitted(founder, call, organisationId, { name: `${name}的行动` })).id, name });
    }
    for (const { id } of applications) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 5);
    place = `/api/calls/${call.id}/panels/written/experts/slots`;
    slots = `/api/calls/${call.id}/slots`;
    second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const inDays = (days: number) => new Date(app.clock.now().getTime() + days * 86_400_000).toISOString();
  const open = (at: number, count = 1, until = inDays(10)) => call.officer.client.post(place, { applicationId: applications[at]!.id, count, until });
  const codeOf = (id: string, who = second) => who.client.post(`${slots}/${id}/code`);
  const coded = async (slot: Opened): Promise<Opened> => ({ ...slot, code: (await codeOf(slot.id)).body.code });
  const opened = async (at: number): Promise<Opened> => coded((await open(at)).body[0]);
  const door = ({ token, code }: Pick<Opened, 'token' | 'code'>) => ({ 'x-review-token': token, 'x-review-code': code });
  const read = (slot: Pick<Opened, 'token' | 'code'>, path = ''): Promise<Answer> => app.http.anonymous.get(`${REVIEW}${path}`, door(slot));
  const declare = (slot: Opened, verdict: string) => app.http.anonymous.post(`${REVIEW}/declaration`, { verdict }, door(slot));
  const handIn = (slot: Opened, percent: number, version = 0) => app.http.anonymous.post(`${REVIEW}/submission`, { entries: entriesAt(blocOf(call, 'written'), percent), comment: '不具名的意见', version }, door(slot));
  const listed = async () => (await call.officer.client.get(place)).body as { most: number; slots: { alias: string; standing: string; opinion: unknown }[] };

  it('is opened only while the stage is judged, as often as the rulebook allows, and for no longer than two months', async () => {
    expect(await open(0)).toMatchObject({ status: 409, body: { code: 'stage_not_open' } });
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`)).status).toBe(200);
    expect(await open(0, 3)).toMatchObject({ status: 409, body: { code: 'slots_exceeded' } });
    expect(await open(0, 1, inDays(61))).toMatchObject({ status: 400, body: { code: 'slot_until_off' } });
    expect(await open(0, 1, inDays(-1))).toMatchObject({ status: 400, body: { code: 'slot_until_off' } });
    expect((await panel[0]!.judge.client.post(place, { applicationId: applications[0]!.id, count: 1, until: inDays(1) })).status).toBe(403);
  });

  it('tells nobody by its refusal which applications there are elsewhere', async () => {
    const other = await anOpenCall(app);
    const founder = await app.person();
    const elsewhere = await submitted(founder, other, await found(app, founder, { name: '别处中心', creditCode: aCreditCode() }));
    const ask = async (applicationId: string) => {
      const { status, body } = await call.officer.client.post(place, { applicationId, count: 1, until: inDays(10) });
      return { status, code: body.code, detail: body.detail };
    };
    expect(await ask(elsewhere.id)).toMatchObject({ code: 'not_judged_here' });
    expect(await ask(elsewhere.id)).toEqual(await ask(ABSENT));
  });

  it('tells its link once and keeps only the hash of it', async () => {
    const { token, id } = (await open(0)).body[0] as Opened;
    const { rows } = await app.db.query('select token_hash from review_slot where id = $1', [id]);
    expect(rows[0].token_hash).toBe(createHash('sha256').update(token).digest('hex'));
    const everywhere = JSON.stringify((await app.db.query('select * from audit_leaf')).rows) + JSON.stringify((await app.db.query('select * from outbox')).rows) + JSON.stringify((await app.db.query('select response::text from idempotency_key')).rows) + JSON.stringify((await listed()).slots);
    expect(everywhere).not.toContain(token);
  });

  it('opens nothing for whoever opened it, nor for whoever gave its code: the link and the code come from two hands', async () => {
    const slot = (await open(0)).body[0] as Opened;
    expect(await codeOf(slot.id, call.officer)).toMatchObject({ status: 409, body: { code: 'second_person' } });
    expect(await read({ ...slot, code: '' })).toMatchObject({ status: 409, body: { code: 'slot_code_unasked' } });
    expect(await app.http.anonymous.post(`${REVIEW}/declaration`, { verdict: 'none' }, { 'x-review-token': slot.token })).toMatchObject({ status: 409, body: { code: 'slot_code_unasked' } });
    const { code } = (await codeOf(slot.id)).body as { code: string };
    expect(await read({ ...slot, code: '' })).toMatchObject({ status: 409, body: { code: 'slot_code_due' } });
    expect(await read({ ...slot, code: '0000-0000' })).toMatchObject({ status: 409, body: { code: 'slot_code_wrong' } });
    expect((await read({ ...slot, code: code.toLowerCase().replace('-', ' ') })).status).toBe(200);
    const again = (await codeOf(slot.id)).body as { code: string };
    expect(await read({ ...slot, code })).toMatchObject({ status: 409, body: { code: 'slot_code_wrong' } });
    const everywhere = JSON.stringify((await app.db.query('select * from audit_leaf')).rows) + JSON.stringify((await app.db.query('select * from review_slot')).rows) + JSON.stringify((await app.db.query('select response::text from idempotency_key')).rows);
    expect(everywhere).not.toContain(again.code);
    await expect(app.db.query('update review_slot set code_given_by = opened_by where id = $1', [slot.id])).rejects.toThrow(/second_person/);
    for (let tried = 0; tried < 20; tried += 1) await read({ ...slot, code: `0000-00${String(tried).padStart(2, '0')}` });
    expect(await read({ ...slot, code: '0000-0099' })).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } });
    expect((await call.officer.client.post(`${slots}/${slot.id}/revocation`, { reason: '试过了' })).status).toBe(204);
  });

  it('asks for a declaration first, then shows the application blind, and takes one sheet', async () => {
    const slot = await opened(0);
    const { alias } = slot;
    expect((await read(slot)).body).toMatchObject({ alias, conflict: null, application: null, open: false, counts: true });
    expect(await handIn(slot, 80)).toMatchObject({ status: 409, body: { code: 'declaration_first' } });
    const shown = await declare(slot, 'none');
    expect(shown.body).toMatchObject({ conflict: 'none', open: true, organisationName: null, application: { organisationName: null } });
    expect(shown.raw.toString('utf8')).not.toContain('木兰课堂');
    const half = await app.http.anonymous.put(REVIEW, { entries: {}, comment: '先记一句', version: 0 }, door(slot));
    expect(half.body).toMatchObject({ status: 'draft', version: 1, comment: '先记一句' });
    expect((await listed()).slots.at(-1)).toMatchObject({ standing: 'reading', opinion: null });
    const sent = await handIn(slot, 80, 1);
    expect(sent.body).toMatchObject({ status: 'submitted', commitment: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await handIn(slot, 80, 1)).body).toMatchObject({ status: 'submitted', commitment: sent.body.commitment });
    expect(await handIn(slot, 90, 2)).toMatchObject({ status: 409, body: { code: 'sheet_submitted' } });
    await expect(app.db.query(`update slot_sheet set comment = 'anders', version = version + 1 where status = 'submitted'`)).rejects.toThrow(/locked/);
    expect(await open(0)).toMatchObject({ status: 409, body: { code: 'slots_exceeded' } });
  });

  it('leaves nothing that leads to whoever reviewed, even when she is signed in while she does', async () => {
    const { id, ...keys } = await opened(1);
    const [{ judge }] = [panel[4]!];
    const headers = { ...door(keys), 'idempotency-key': 'a-key-of-her-own' };
    await judge.client.post(`${REVIEW}/declaration`, { verdict: 'none' }, headers);
    expect((await judge.client.post(`${REVIEW}/submission`, { entries: entriesAt(blocOf(call, 'written'), 60), comment: '', version: 0 }, headers)).status).toBe(200);
    const { rows: tables } = await app.db.query<{ name: string }>(`select table_name as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'`);
    const holding: string[] = [];
    for (const { name } of tables) {
      const { rows } = await app.db.query<{ row: string }>(`select t::text as row from "${name}" t where t::text like '%' || $1 || '%'`, [id]);
      if (rows.some(({ row }) => row.includes(judge.id) || row.includes(judge.email) || row.includes('127.0.0.1'))) holding.push(name);
    }
    expect(holding).toEqual([]);
    expect((await app.db.query('select 1 from idempotency_key where account_id = $1 and key = $2', [judge.id, 'a-key-of-her-own'])).rowCount).toBe(0);
    const leaves = await app.db.query(`select actor_id from audit_leaf where subject_id = $1 and action in ('slot.declared', 'slot_sheet.submitted')`, [id]);
    expect(leaves.rows.map(({ actor_id: actor }) => actor)).toEqual(['00000000-0000-7000-8000-000000000000', '00000000-0000-7000-8000-000000000000']);
  });

  it('ends with a conflict, a revocation or its last hour, and then its link is like one that never was', async () => {
    const nothing = await read({ token: 'a-link-that-was-never-given', code: 'K7QF-2M9P' });
    expect(nothing).toMatchObject({ status: 404, body: { code: 'slot_absent' } });
    const aside = await opened(1);
    expect((await declare(aside, 'has')).body).toMatchObject({ conflict: 'has', application: null, open: false });
    expect(await declare(aside, 'none')).toMatchObject({ status: 409, body: { code: 'slot_aside' } });
    const revoked = await opened(1);
    expect((await call.officer.client.post(`${slots}/${revoked.id}/revocation`, { reason: '发错了人' })).status).toBe(204);
    expect((await read(revoked)).body).toMatchObject({ code: 'slot_absent', detail: nothing.body.detail });
    const expiring = await coded((await open(1, 1, inDays(1))).body[0]);
    app.clock.set(new Date(app.clock.now().getTime() + 86_400_000 + 1000));
    expect((await read(expiring)).body).toMatchObject({ code: 'slot_absent' });
    expect((await listed()).slots.map(({ standing }) => standing).sort()).toEqual(['aside', 'expired', 'handed_in', 'handed_in', 'revoked', 'revoked', 'waiting']);
    const submittedOne = (await app.db.query(`select s.id from review_slot s join slot_sheet t on t.slot_id = s.id where t.status = 'submitted'`)).rows[0].id;
    expect(await call.officer.client.post(`${slots}/${submittedOne}/revocation`, { reason: '不合意' })).toMatchObject({ status: 409, body: { code: 'slot_handed_in' } });
  });

  it('is limited by its link, and links that are none by all of them together', async () => {
    const slot = await opened(1);
    const { id } = slot;
    await app.db.query(`update sign_in_throttle set attempts = 100000 where key = sha256($1::bytea)`, [Buffer.from(`review slot ${id}`)]);
    await read(slot);
    await app.db.query(`update sign_in_throttle set attempts = 100000 where key = sha256($1::bytea)`, [Buffer.from(`review slot ${id}`)]);
    expect(await read(slot)).toMatchObject({ status: 429, body: { code: 'too_many_attempts' } });
    await read({ token: 'no-link', code: '' });
    await app.db.query(`update sign_in_throttle set attempts = 100000 where key = sha256($1::bytea)`, [Buffer.from('review slots that are none')]);
    expect((await read({ token: 'no-link', code: '' })).status).toBe(429);
    expect((await call.officer.client.post(`${slots}/${id}/revocation`, { reason: '测试限流' })).status).toBe(204);
  });

  it('is waited for while its link is good, counts as the rulebook says, and is recomputed to the digit', async () => {
    for (const [at, { id }] of applications.entries()) for (const [number, seat] of panel.entries()) expect((await scoreAt(seat, id, blocOf(call, 'written'), 70 + at * 3 + number)).status).toBe(200);
    const seal = () => call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`);
    expect(await seal()).toMatchObject({ status: 409, body: { code: 'not_rankable' } });
    for (const slot of (await call.officer.client.get(place)).body.slots as { id: string; standing: string }[]) {
      if (slot.standing === 'waiting' || slot.standing === 'reading') await call.officer.client.post(`${slots}/${slot.id}/revocation`, { reason: '评审结束' });
    }
    const sealed = await seal();
    expect(sealed.status).toBe(200);
    const { rows } = await app.db.query<{ manifest: string }>('select manifest from score_ranking where call_id = $1', [call.id]);
    const manifest = JSON.parse(rows[0]!.manifest) as RankingManifest;
    expect(manifest.scores.filter(({ judgeId }) => judgeId.includes('匿名')).map(({ applicationId }) => applicationId).sort()).toEqual(applications.map(({ id }) => id).sort());
    expect(manifest.recusals.filter(({ judgeId }) => judgeId.includes('匿名'))).toHaveLength(1);
    expect(sealed.body.rows.map(({ blocs }: { blocs: { counted: number }[] }) => blocs[0]!.counted)).toEqual([6, 6]);
    const folder = mkdtempSync(join(tmpdir(), 'slots-'));
    writeFileSync(join(folder, 'manifest.json'), rows[0]!.manifest);
    expect(execFileSync(process.execPath, [resolve('scripts/verify-ranking.mjs'), join(folder, 'manifest.json')], { encoding: 'utf8' })).toContain(sealed.body.hash);
    expect((await listed()).slots.filter(({ opinion }) => opinion !== null)).toHaveLength(2);
    expect((await call.officer.client.get(`/api/calls/${call.id}/scoring/written/verification`)).body).toMatchObject({ checked: 12, faults: [] });
    expect((await call.officer.client.get(`/api/calls/${call.id}/scoring/written/analysis`)).status).toBe(200);
  });
});
