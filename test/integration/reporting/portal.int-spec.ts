import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { signContract } from '../../support/a-project.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('what everybody may know', () => {
  let app: TestApp;
  let call: OpenCall;
  let founder: Person;
  let organisationId: string;
  let receipt: { id: string; number: string; hash: string };
  let projectId: string;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
      contract: { ...rulebook.contract, parties: rulebook.contract.parties.filter(({ role }) => role !== 'co_applicant') },
    }));
    founder = await app.person();
    organisationId = await found(app, founder, { name: '木兰服务中心', creditCode: aCreditCode() });
    receipt = await submitted(founder, call, organisationId, { name: '木兰妈妈课堂', requestedFen: 5_000_000, matchingFen: 1_000_000 });
    await admit(call.officer, call, receipt.id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    const panel = await aPanel(app, call, 'written', 3);
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    for (const seat of panel) await scoreAt(seat, receipt.id, blocOf(call, 'written'), 80);
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`);
    await call.officer.client.post(`/api/calls/${call.id}/awards/decision`);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const read = (path: string) => app.http.anonymous.get(`/api/public/${path}`);
  const verify = async (hash: string) => read(`verifications/${hash}`);
  const one = async () => (await read(`programmes/${call.id}`)).body;
  const sha = async (sql: string) => (await app.db.query<{ hash: string }>(sql)).rows[0]!.hash;
  /** Nothing of the private side may be read out of a public answer. */
  const tellsNothing = (body: unknown) => {
    for (const secret of ['木兰服务中心', '木兰妈妈课堂', founder.name, '5000000', '50,000', '50000', call.officer.name]) expect(JSON.stringify(body)).not.toContain(secret);
  };

  it('is nothing before the notice, although all is decided', async () => {
    expect((await read('programmes')).body).toEqual({ items: [] });
    expect(await read(`programmes/${call.id}`)).toMatchObject({ status: 404, body: { code: 'programme_absent' } });
    expect((await read('statistics')).body).toEqual({ programmes: 0, rounds: 0, applications: 0, projects: 0, organisations: 0, awardedFen: 0, paidFen: 0, openCalls: 0 });
  });

  it('says of a ranking that it is sealed and not yet published, and nothing else', async () => {
    const { status, body } = await verify(await sha('select hash from score_ranking where stage_key is null'));
    expect(status).toBe(200);
    expect(body.findings).toMatchObject([{ kind: 'ranking', remark: { zh: '该排名尚未公布' }, issuer: { zh: '湖北省妇女联合会' } }]);
    tellsNothing(body);
  });

  it('names what is on notice as such, and counts it among nothing yet', async () => {
    await call.officer.client.post(`/api/calls/${call.id}/awards/notice`);
    await app.drain();
    expect(await one()).toMatchObject({
      year: 2024, organiser: { zh: '湖北省妇女联合会' }, projects: 0, awardedFen: 0, onNotice: 1,
      list: [{ organisation: '木兰服务中心', project: '木兰妈妈课堂', amountFen: 5_000_000, state: { zh: '公示中' }, onNotice: true }],
    });
    expect((await read('statistics')).body).toMatchObject({ programmes: 1, rounds: 1, applications: 1, projects: 0, awardedFen: 0 });
  });

  it('shows of an award only what its notice shows', async () => {
    await app.db.query(`update award_notice set content = jsonb_set(content, '{columns}', '["project"]')`);
    expect(await one()).toMatchObject({ awardedFen: null, list: [{ organisation: null, project: '木兰妈妈课堂', category: null, amountFen: null }] });
    await app.db.query(`update award_notice set content = jsonb_set(content, '{columns}', '["organisation", "project", "category", "amount"]')`);
  });

  it('takes back what a withdrawn notice had named', async () => {
    await app.db.query(`update award_notice set withdrawn_at = now(), withdrawn_reason = '更正'`);
    expect((await read('programmes')).body.items).toEqual([]);
    const { body } = await verify(await sha('select hash from award_notice'));
    expect(body.findings).toMatchObject([{ kind: 'notice', remark: { zh: '此公示已撤回，不再有效' } }]);
    await app.db.query(`update award_notice set withdrawn_at = null, withdrawn_reason = null`);
  });

  it('counts a project once it is confirmed, and follows its state in words', async () => {
    const { rows: [{ last }] } = await app.db.query(`select to_char(last_day, 'YYYY-MM-DD') as last from award_notice`);
    app.clock.set(new Date(`${last}T16:00:01Z`));
    const [award] = (await call.officer.client.post(`/api/calls/${call.id}/awards/confirmation`)).body;
    expect(await one()).toMatchObject({ projects: 1, awardedFen: 5_000_000, onNotice: 0, list: [{ state: { zh: '已确认立项' } }] });
    await founder.client.post(`/api/awards/${award.id}/answer`, { answer: 'accept' });
    await app.drain();
    await call.officer.client.post(`/api/calls/${call.id}/round-moves`, { move: 'run' });
    projectId = (await call.officer.client.get(`/api/projects?callId=${call.id}`)).body.items[0].id;
    expect(await one()).toMatchObject({ list: [{ state: { zh: '已立项' } }] });
    expect((await read('statistics')).body).toMatchObject({ projects: 1, organisations: 1, awardedFen: 5_000_000, paidFen: 0 });
    expect((await read('programmes?limit=1')).body.items).toHaveLength(1);
  });

  it('keeps an order to be put right between the parties, and tells a termination', async () => {
    await app.db.query(`update project set status = 'rectifying', contract = '{}' where id = $1`, [projectId]);
    expect(await one()).toMatchObject({ list: [{ state: { zh: '实施中' } }] });
    await app.db.query(`update project set status = 'terminated', stopped_reason = '违约', contract = null where id = $1`, [projectId]);
    const terminated = await one();
    expect(terminated).toMatchObject({ list: [{ state: { zh: '已终止' } }] });
    expect(JSON.stringify(terminated)).not.toContain('违约');
    await app.db.query(`update project set status = 'opened', stopped_reason = null where id = $1`, [projectId]);
  });

  it('knows a receipt, a notice and the printed notice by their hashes, naming nobody', async () => {
    const known = { receipt: receipt.hash, notice: await sha('select hash from award_notice'), printed: await sha(`select sha256 as hash from document where owner_kind = 'award_notice'`) };
    const answers = { receipt: await verify(known.receipt), notice: await verify(known.notice.toUpperCase()), printed: await verify(known.printed) };
    expect(answers.receipt.body).toMatchObject({ hash: known.receipt, findings: [{ kind: 'receipt', what: { zh: `申报回执 ${receipt.number}（第 1 次提交）` }, issuedAt: expect.any(String) }] });
    expect(answers.notice.body).toMatchObject({ hash: known.notice, findings: [{ kind: 'notice', remark: null, what: { zh: expect.stringContaining('第 1 次公示') } }] });
    expect(answers.printed.body.findings).toMatchObject([{ kind: 'notice', what: { zh: expect.stringContaining('PDF') } }]);
    for (const { body } of Object.values(answers)) tellsNothing(body);
  });

  it('knows a contract once every party has signed it, and only that', async () => {
    await signContract(app, { call, founder, organisationId, projectId });
    const [contract] = (await app.db.query('select sha256, number, signed_at from contract')).rows;
    const { body } = await verify(contract.sha256);
    expect(body.findings).toEqual([{
      kind: 'contract', what: { zh: '已由各方签署的资助协议', en: 'Grant agreement signed by all parties' }, issuedAt: contract.signed_at.toISOString(), issuer: expect.objectContaining({ zh: '湖北省妇女联合会' }),
      round: call.rulebook.title, roundNumber: expect.any(String), remark: null,
    }]);
    tellsNothing(body);
    expect(JSON.stringify(body)).not.toContain(contract.number);
  });

  it('does not know an unsigned contract or a private file', async () => {
    await app.db.query(`update contract set status = 'superseded', signed_at = null`);
    expect((await verify(await sha('select sha256 as hash from contract'))).status).toBe(404);
    await app.db.query(`update contract set status = 'signed', signed_at = issued_at`);
    const uploaded = await sha(`select sha256 as hash from document where audience <> 'public' and owner_kind = 'application' limit 1`);
    expect((await verify(uploaded))).toMatchObject({ status: 404, body: { code: 'hash_unknown' } });
  });

  it('says clearly what it does not know and what is not a hash', async () => {
    expect(await verify('0'.repeat(64))).toMatchObject({ status: 404, body: { code: 'hash_unknown', detail: '本平台没有签发过与此校验码一致的文件' } });
    expect(await verify('abc')).toMatchObject({ status: 400, body: { code: 'hash_invalid' } });
    expect((await read('programmes/not-an-id')).status).toBe(404);
  });
});
