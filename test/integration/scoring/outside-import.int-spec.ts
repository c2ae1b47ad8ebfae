import { writeXlsx } from '#libs/spreadsheets';
import { IMPORT_HEADER } from '../../../src/modules/scoring/domain/outside-import.js';
import { anOpenCall, type OpenCall } from '../../support/a-call.js';
import { aField } from '../../support/a-field.js';
import { aPanel } from '../../support/a-panel.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

type Row = [string, string, string | number, string];

describe('scores from outside, sent as a file', () => {
  let app: TestApp;
  let call: OpenCall;
  let judge: Person;
  let known: { number: string; projectName: string }[];

  beforeAll(async () => {
    app = await bootApp();
    const bonus = { key: 'raised', title: { zh: '筹资加分', en: 'Funds raised' }, max: 10, by: 'recorded' as const, preferences: [] };
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, scoring: { ...rulebook.scoring, bonuses: [bonus] },
      applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
    }));
    await aField(app, call);
    judge = (await aPanel(app, call, 'written', 3))[0]!.judge;
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    known = (await read()).applications;
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const read = async () => (await call.officer.client.get(`/api/calls/${call.id}/outside-scores`)).body;
  const rowsOf = (...values: (string | number)[]): Row[] => known.map(({ number, projectName }, at) => [number, projectName, values[at]!, '银行到账回单']);
  const send = async (rows: readonly (readonly (string | number)[])[], person: Person = call.officer, header: readonly string[] = IMPORT_HEADER) =>
    person.client.upload(`/api/calls/${call.id}/outside-scores/bonus.raised/import`, { name: '筹资加分.xlsx', content: await writeXlsx([{ name: '得分', columns: header.map((title) => ({ header: title, width: 20 })), rows: rows.map((row) => [...row]) }]) });

  it('are refused whole, with the line and the reason, when one line is doubtful', async () => {
    const refused = [
      { why: 'ranks pasted as scores', rows: rowsOf(2, 1, 4, 3), code: 'ranks_not_scores' },
      { why: 'a score above the scale', rows: rowsOf(9, 11, 5, 5), code: 'import_faulty', line: '3', fault: 'value_malformed' },
      { why: 'a slipped line', rows: rowsOf(9, 8, 5, 5).map((row, at, all): Row => [row[0], all[(at + 1) % 4]![1], row[2], row[3]]), code: 'import_faulty', line: '2', fault: 'name_differs' },
      { why: 'somebody twice', rows: [...rowsOf(9, 8, 5, 5), rowsOf(7, 0, 0, 0)[0]!], code: 'import_faulty', line: '6', fault: 'number_twice' },
      { why: 'nobody of this round', rows: [['HB-0000', '不存在的项目', 5, '回单'] as Row], code: 'import_faulty', line: '2', fault: 'number_unknown' },
    ];
    for (const { why, rows, code, line, fault } of refused) {
      const { status, body } = await send(rows);
      expect({ why, status, code: body.code }).toEqual({ why, status: 400, code });
      if (line) expect({ why, faults: body.problems }).toEqual({ why, faults: expect.arrayContaining([expect.objectContaining({ path: line, code: fault })]) });
    }
    const moved = await send(rowsOf(9, 8, 5, 5).map(([number, name, value, note]) => [number, value, name, note]), call.officer, [IMPORT_HEADER[0], IMPORT_HEADER[2], IMPORT_HEADER[1], IMPORT_HEADER[3]]);
    expect(moved).toMatchObject({ status: 400, body: { code: 'import_foreign' } });
    expect((await read()).values).toEqual([]);
    expect((await app.db.query(`select 1 from audit_leaf where action = 'outside_score.recorded'`)).rowCount).toBe(0);
  });

  it('are taken whole when every line is sound, by officers alone', async () => {
    expect((await send(rowsOf(9, 8, 5, 5), judge)).status).toBe(403);
    const taken = await send(rowsOf(9.5, 8, 5, 0));
    expect(taken.status).toBe(200);
    expect(taken.body.values.map(({ value }: { value: string }) => value).sort()).toEqual(['0', '5', '8', '9.5']);
    expect((await app.db.query(`select 1 from audit_leaf where action = 'outside_score.recorded'`)).rowCount).toBe(4);
  });
});
