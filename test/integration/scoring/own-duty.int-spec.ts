import pg from 'pg';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel, blocOf } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

const OTHERS = 400;

interface Wire {
  _handleDataRow(message: { length: number }): void;
  _handleCommandComplete(message: unknown): void;
}

interface Counted {
  readonly statements: number;
  readonly rows: number;
  readonly bytes: number;
}

/** Counts what the database answers where it comes off the wire, on every connection that is opened from now on. */
function countAnswers(): { during: (work: () => Promise<unknown>) => Promise<Counted>; stop: () => void } {
  let count = { statements: 0, rows: 0, bytes: 0 };
  const wire = pg.Client.prototype as unknown as Wire;
  const { _handleDataRow: row, _handleCommandComplete: complete } = wire;
  wire._handleDataRow = function counted(message) {
    count = { ...count, rows: count.rows + 1, bytes: count.bytes + message.length };
    row.call(this, message);
  };
  wire._handleCommandComplete = function counted(message) {
    count = { ...count, statements: count.statements + 1 };
    complete.call(this, message);
  };
  return {
    stop: () => void Object.assign(wire, { _handleDataRow: row, _handleCommandComplete: complete }),
    during: async (work) => {
      const before = count;
      await work();
      return { statements: count.statements - before.statements, rows: count.rows - before.rows, bytes: count.bytes - before.bytes };
    },
  };
}

describe('a save in a large round', () => {
  const answers = countAnswers();
  let app: TestApp;
  let call: OpenCall;
  let panel: { judge: Person; seatId: string }[];
  let applicationId: string;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({ ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } } }));
    const founder = await app.person();
    ({ id: applicationId } = await submitted(founder, call, await found(app, founder, { name: '木兰课堂中心', creditCode: aCreditCode() }), { name: '木兰课堂' }));
    await admit(call.officer, call, applicationId);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 5);
    const at = `/api/calls/${call.id}/assignments/written/experts`;
    const settings = { perApplication: 5, region: 'any' };
    const { body } = await call.officer.client.post(`${at}/trial`, settings);
    expect((await call.officer.client.post(at, { ...settings, mark: body.mark })).status).toBe(200);
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`)).status).toBe(200);
  });
  afterAll(async () => {
    answers.stop();
    await app?.close();
  });

  let version = 0;
  const save = async () => {
    const [{ judge, seatId }] = panel as [(typeof panel)[0]];
    const { key } = blocOf(call, 'written').criteria[0]!;
    const { status, body } = await judge.client.put(`/api/judging/${seatId}/${applicationId}`, { version, comment: '', entries: { [key]: { points: '1' } } });
    expect(status).toBe(200);
    version = body.version;
  };

  it('asks and reads what a save in a small one does', async () => {
    const [{ judge, seatId }] = panel as [(typeof panel)[0]];
    await judge.client.post(`/api/judging/${seatId}/${applicationId}/conflict`, { verdict: 'none' });
    await save();
    const small = await answers.during(save);
    await app.db.query(
      `insert into application select (jsonb_populate_record(null::application, to_jsonb(a) || jsonb_build_object('id', gen_random_uuid(), 'number', a.number || '-' || n))).* from application a, generate_series(1, $2) n where a.id = $1`, [applicationId, OTHERS],
    );
    await app.db.query(`update score_stage set application_ids = (select array_agg(id) from application where call_id = $1) where call_id = $1`, [call.id]);
    await app.db.query(`insert into judge_assignment (seat_id, application_id, source, assigned_at) select p.id, a.id, 'solver', now() from panel_seat p, application a where p.call_id = $1 and a.call_id = $1 on conflict do nothing`, [call.id]);
    const large = await answers.during(save);
    // The session, the place, and that it was written.
    expect(small.rows).toBe(3);
    expect(large.statements).toBe(small.statements);
    expect(large.rows).toBe(small.rows);
    expect(Math.abs(large.bytes - small.bytes)).toBeLessThan(200);
  });
});
