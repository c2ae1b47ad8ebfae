import { randomUUID } from 'node:crypto';
import { anOpenCall, answersOf, type OpenCall } from '../support/a-call.js';
import { aCreditCode, found } from '../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../support/app.js';

const PEOPLE = 80;
const TWICE = 8;

/** The last minutes of a call: everybody at once, some of them twice, some after the bell. */
describe('everybody who submits at the last moment', () => {
  let app: TestApp;
  let call: OpenCall;
  let person: Person;
  /** What everybody has seen of her draft: they are all alike. */
  let previewed: string;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    person = await app.person();
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  /** One complete draft made as its writer would; the others are copies of it, each of an organisation of its own. */
  async function drafts(count: number): Promise<string[]> {
    const organisationId = await found(app, person, { creditCode: aCreditCode(), name: `高峰中心${aCreditCode()}` });
    const { body } = await person.client.post('/api/applications', { callId: call.id, organisationId });
    await person.client.put(`/api/applications/${body.id}/answers`, { answers: await answersOf(person, call.rulebook), version: body.version });
    previewed = (await person.client.get(`/api/applications/${body.id}/preview`)).body.hash as string;
    const ids: string[] = [];
    for (let at = 0; at < count; at += 1) {
      const made = [randomUUID(), organisationId, aCreditCode()];
      await app.db.query(`insert into organisation select (jsonb_populate_record(o, jsonb_build_object('id', $1::text, 'credit_code', $3::text, 'name', $3::text))).* from organisation o where o.id = $2`, made);
      await app.db.query(`insert into account_role select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'subject_id', $1::text))).* from account_role r where r.subject_id = $2`, made.slice(0, 2));
      const { rows } = await app.db.query(`insert into application select (jsonb_populate_record(a, jsonb_build_object('id', gen_random_uuid(), 'organisation_id', $1::text))).* from application a where a.id = $2 returning id`, [made[0], body.id]);
      ids.push(rows[0].id as string);
    }
    return ids;
  }

  const submit = (id: string) => person.client.post(`/api/applications/${id}/submission`, { declared: true, previewed }, { 'idempotency-key': `rush-${id}` });

  it('gets one receipt each with a number of its own, and whoever comes after the bell gets none', async () => {
    const ids = await drafts(PEOPLE + 5);
    const inTime = ids.slice(0, PEOPLE);
    app.clock.set(new Date(call.closesAt.getTime() + call.rulebook.deadline.graceSeconds * 1000));
    const answers = await Promise.all([...inTime, ...inTime.slice(0, TWICE)].map(submit));
    expect(answers.filter(({ status }) => status !== 201)).toEqual([]);
    const numbers = new Set(answers.map(({ body }) => body.number as string));
    expect(numbers.size).toBe(PEOPLE);
    expect([...numbers].map((number) => Number(number.split('-').at(-1))).sort((a, b) => a - b)).toEqual(Array.from({ length: PEOPLE }, (_, at) => at + 1));
    // Sent twice, answered alike.
    for (let at = 0; at < TWICE; at += 1) expect(answers[PEOPLE + at]!.body).toEqual(answers[at]!.body);
    app.clock.advance(1);
    const late = await Promise.all(ids.slice(PEOPLE).map(submit));
    expect(late.map(({ body }) => body.code)).toEqual(Array.from({ length: 5 }, () => 'deadline_passed'));
    const { rows: [kept] } = await app.db.query('select count(*)::int as submissions, count(distinct application_id)::int as applications, count(distinct number)::int as numbers from application_submission where application_id = any($1::uuid[])', [ids]);
    expect(kept).toEqual({ submissions: PEOPLE, applications: PEOPLE, numbers: PEOPLE });
  }, 120_000);
});
