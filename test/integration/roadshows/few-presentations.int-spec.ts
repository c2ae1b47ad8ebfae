import type { Rulebook } from '#modules/calls';
import type { OpenCall } from '../../support/a-call.js';
import { aHall } from '../../support/a-hall.js';
import { blocOf, scoreAt } from '../../support/a-panel.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

/** The first five scores wait for each other: more than will come. */
const waitsForFive = (rulebook: Rulebook): Rulebook => ({ ...rulebook, roadshow: { ...rulebook.roadshow!, calibrationPresentations: 5 } });

describe('a hall to which fewer come than its first scores wait for', () => {
  let app: TestApp;
  let call: OpenCall;
  let judges: { judge: Person; seatId: string }[];
  let sessionId: string;
  let turns: { id: string; applicationId: string }[];

  beforeAll(async () => {
    app = await bootApp();
    ({ call, judges, sessionId } = await aHall(app, waitsForFive));
    turns = (await call.officer.client.post(`/api/roadshow-sessions/${sessionId}/order`, { seed: '20251021' })).body.turns;
    await call.officer.client.post(`/api/roadshow-sessions/${sessionId}/start`);
  }, 120_000);
  afterAll(async () => {
    await app?.expectInvariants();
    await app?.close();
  });

  const score = (at: number, turn: number) => scoreAt(judges[at]!, turns[turn]!.applicationId, blocOf(call, call.rulebook.scoring.stages[0]!.key), 80);
  const close = (reason?: string) => call.officer.client.post(`/api/roadshow-sessions/${sessionId}/close`, reason ? { reason } : undefined);
  const present = async (at: number) => {
    await call.officer.client.post(`/api/presentations/${turns[at]!.id}/sign-in`, { name: '李梅', substitute: false });
    for (const move of ['present', 'score', 'finish']) {
      expect((await call.officer.client.post(`/api/presentations/${turns[at]!.id}/moves`, { move })).status).toBe(204);
    }
  };

  it('closes with a reason alone while sheets are missing, and ends the scoring of every project with the hall', async () => {
    await present(0);
    await present(1);
    for (const at of judges.keys()) expect((await score(at, 0)).status).toBe(200);
    for (const at of [...judges.keys()].slice(1)) expect((await score(at, 1)).status).toBe(200);
    expect((await call.officer.client.get(`/api/roadshow-sessions/${sessionId}`)).body.close).toMatchObject({ allowed: true, needsReason: true });
    expect(await close()).toMatchObject({ status: 409, body: { code: 'judges_waiting' } });
    expect((await close('一位评委临时离场')).body).toMatchObject({ status: 'closed' });
    expect(await score(0, 1)).toMatchObject({ status: 409 });
    const { rows } = await app.db.query('select 1 from live_opening where call_id = $1 and closed_at is null', [call.id]);
    expect(rows).toEqual([]);
  });
});
