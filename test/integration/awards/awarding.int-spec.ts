import { SYSTEM } from '#libs/access';
import { ApplicationsFacade } from '#modules/applications';
import { CallsFacade } from '#modules/calls';
import { newId, Transaction } from '#libs/database';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { expectInvariantsBesideScoring } from '../../support/a-ranked-round.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('awarding', () => {
  let app: TestApp;
  let call: OpenCall;
  const founders: Person[] = [];
  const ids: string[] = [];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    for (const name of ['甲', '乙']) {
      const founder = await app.person();
      const organisation = await found(app, founder, { creditCode: aCreditCode(), name: `${name}服务中心`, kind: 'social_association' });
      ids.push((await submitted(founder, call, organisation)).id);
      founders.push(founder);
    }
    const screener = await app.person({ roles: [{ role: 'screener', node: 'js.yz.' }] });
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    for (const id of ids) await admit(screener, call, id);
    const applications = app.nest.get(ApplicationsFacade, { strict: false });
    await app.nest.get(Transaction, { strict: false }).run(async () => {
      await app.nest.get(CallsFacade, { strict: false }).move(call.id, 'reviewing', SYSTEM);
      await applications.bringToReview(call.id, 'written', SYSTEM);
      const rows = ids.map((applicationId, at) => ({ applicationId, rank: at + 1, score: String(90 - at * 40) }));
      await applications.recordRanking(call.id, { rankingId: newId(), manifestHash: 'a'.repeat(64), rows }, SYSTEM);
    });
  });
  afterEach(() => expectInvariantsBesideScoring(app));
  afterAll(() => app?.close());

  const post = (path: string, body?: unknown) => call.officer.client.post(`/api/calls/${call.id}/${path}`, body);

  it('rehearses, decides, announces, confirms after the term, and opens a project from the yes of the winner', async () => {
    const preview = await call.officer.client.get(`/api/calls/${call.id}/allocation`);
    expect(preview).toMatchObject({ status: 200, body: { awards: [{ applicationId: ids[0], amountFen: 4_000_000 }], declined: [{ applicationId: ids[1], reason: { code: 'award.below_line' } }] } });
    const stranger = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    expect((await stranger.client.get(`/api/calls/${call.id}/allocation`)).status).toBe(404);
    expect((await post('allocation/amounts', { applicationId: ids[0], amountFen: 5_000_000, reason: '超过申请额' })).body.code).toBe('amount_outside');
    expect((await post('allocation/amounts', { applicationId: ids[0], amountFen: 3_600_000, reason: '先议的金额' })).body.acts).toMatchObject([{ amountFen: 3_600_000, stands: true }]);
    const cut = await post('allocation/amounts', { applicationId: ids[0], amountFen: 3_500_000, reason: '评审委员会核减' });
    expect(cut.body).toMatchObject({ awards: [{ amountFen: 3_500_000 }], acts: [{ amountFen: 3_600_000, stands: false }, { amountFen: 3_500_000, stands: true }] });
    expect((await post('awards/decision')).status).toBe(200);
    expect((await post('awards/decision')).body.code).toBe('awards_decided');
    const notice = await post('awards/notice');
    expect(notice).toMatchObject({ status: 200, body: { ordinal: 1, content: { rows: [{ amount: 3_500_000, organisation: '甲服务中心' }] } } });
    await app.drain();
    const [shown] = (await app.http.anonymous.get(`/api/public/notices/${call.id}`)).body;
    expect((await app.http.anonymous.get(`/api/documents/${shown.documentId}/content`)).raw.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await post('awards/confirmation')).body.code).toBe('publicity_running');
    app.clock.set(new Date(`${notice.body.lastDay}T16:00:01Z`));
    const [award] = (await post('awards/confirmation')).body;
    expect(award.status).toBe('confirmed');
    expect((await founders[1]!.client.post(`/api/awards/${award.id}/answer`, { answer: 'accept' })).status).toBe(404);
    expect((await founders[0]!.client.post(`/api/awards/${award.id}/answer`, { answer: 'accept' })).body.status).toBe('accepted');
    await app.drain();
    const { body } = await call.officer.client.get(`/api/projects?callId=${call.id}`);
    expect(body.items).toMatchObject([{ status: 'opened', awardedFen: 3_500_000, organisationName: '甲服务中心' }]);
    expect((await post('round-moves', { move: 'run' })).body.status).toBe('running');
  });
});
