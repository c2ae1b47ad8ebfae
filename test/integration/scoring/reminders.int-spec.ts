import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf, scoreAt } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('a reminder of open sheets', () => {
  let app: TestApp;
  let call: OpenCall;
  let panel: { judge: Person; seatId: string }[];
  let applicationIds: string[];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({ ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } } }));
    applicationIds = [];
    for (const name of ['木兰课堂', '木兰灶间']) {
      const founder = await app.person();
      const { id } = await submitted(founder, call, await found(app, founder, { name: `${name}服务中心`, creditCode: aCreditCode() }), { name });
      await admit(call.officer, call, id);
      applicationIds.push(id);
    }
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 3);
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`)).status).toBe(200);
  }, 120_000);
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const reminders = async ({ judge }: { judge: Person }) => ((await judge.client.get('/api/inbox?show=unread')).body.items as { kind: string }[]).filter(({ kind }) => kind === 'sheets-awaited').length;
  const nudge = async () => {
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/nudges`, { seatIds: panel.map(({ seatId }) => seatId) });
    await app.drain();
  };
  const aMinuteLater = async () => {
    app.clock.advance(60_000);
    await app.repeat('scoring.close-reminders');
    await app.drain();
  };

  it('stays on the bell while a sheet is open, and leaves it with the last one, however that is done with', async () => {
    const [scores, steps, waits] = panel as [(typeof panel)[0], (typeof panel)[0], (typeof panel)[0]];
    const bloc = blocOf(call, 'written');
    await nudge();
    expect(await Promise.all(panel.map(reminders))).toEqual([1, 1, 1]);
    expect((await scoreAt(scores, applicationIds[0]!, bloc, 80)).status).toBe(200);
    await aMinuteLater();
    expect(await reminders(scores)).toBe(1);
    expect((await scoreAt(scores, applicationIds[1]!, bloc, 70)).status).toBe(200);
    for (const id of applicationIds) expect((await steps.judge.client.post(`/api/judging/${steps.seatId}/${id}/conflict`, { verdict: 'has', note: '曾任该机构理事' })).status).toBeLessThan(300);
    await aMinuteLater();
    expect(await Promise.all([scores, steps, waits].map(reminders))).toEqual([0, 0, 1]);
  });

  it('comes anew to whoever still owes one, an hour later', async () => {
    const [scores, , waits] = panel as [(typeof panel)[0], (typeof panel)[0], (typeof panel)[0]];
    app.clock.advance(3_600_000);
    await nudge();
    expect([await reminders(scores), await reminders(waits)]).toEqual([0, 2]);
    for (const id of applicationIds) await scoreAt(waits, id, blocOf(call, 'written'), 75);
    await aMinuteLater();
    expect(await reminders(waits)).toBe(0);
  });
});
