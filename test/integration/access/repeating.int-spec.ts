import { anOpenCall, answersOf, handIn, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, anOrganisation, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('a command sent again with its key', () => {
  let app: TestApp;
  let call: OpenCall;
  let person: Person;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
  });
  beforeEach(async () => {
    person = await app.person();
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const profile = async (changes: Record<string, unknown>) => ({ ...anOrganisation(changes), nodeId: await app.node('js.yz.') });
  const key = (name: string) => ({ 'idempotency-key': `${name}-${person.id}` });

  it('is carried out once and answered alike', async () => {
    const body = await profile({ creditCode: aCreditCode() });
    const first = await person.client.post('/api/organisations', body, key('found'));
    const again = await person.client.post('/api/organisations', body, key('found'));
    expect(first).toMatchObject({ status: 201 });
    expect(again).toMatchObject({ status: 201, body: first.body, headers: { 'idempotent-replayed': 'true' } });
    expect((await person.client.get('/api/organisations/mine')).body).toHaveLength(1);
  });

  it('is carried out once when the two meet', async () => {
    const body = await profile({ creditCode: aCreditCode() });
    const answers = await Promise.all(Array.from({ length: 6 }, () => person.client.post('/api/organisations', body, key('together'))));
    expect(new Set(answers.map(({ status, body: { id } }) => `${status} ${id}`)).size).toBe(1);
    expect((await person.client.get('/api/organisations/mine')).body).toHaveLength(1);
  });

  it('gets the first answer although the first has changed what it meets', async () => {
    const organisationId = await found(app, person, { creditCode: aCreditCode() });
    const { body: draft } = await person.client.post('/api/applications', { callId: call.id, organisationId });
    await person.client.put(`/api/applications/${draft.id}/answers`, { answers: await answersOf(person, call.rulebook), version: draft.version });
    const answers = await Promise.all([1, 2, 3].map(() => handIn(person, draft.id, key('submit'))));
    expect(answers.map(({ status, body: { hash } }) => `${status} ${hash}`)).toEqual(Array.from({ length: 3 }, () => `201 ${answers[0]!.body.hash}`));
    expect((await person.client.get(`/api/applications/${draft.id}/receipts`)).body).toHaveLength(1);
    expect(await handIn(person, draft.id, key('later'))).toMatchObject({ status: 409 });
  });

  it('is one of fifty that come at once: one is carried out, and all are answered alike', async () => {
    const organisationId = await found(app, person, { creditCode: aCreditCode() });
    const { body: draft } = await person.client.post('/api/applications', { callId: call.id, organisationId });
    await person.client.put(`/api/applications/${draft.id}/answers`, { answers: await answersOf(person, call.rulebook), version: draft.version });
    const answers = await Promise.all(Array.from({ length: 50 }, () => handIn(person, draft.id, key('fifty'))));
    expect(new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(Object.entries(body as object).sort())}`)).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 201, body: { ordinal: 1 } });
    expect((await app.db.query('select count(*)::int as n from application_submission where application_id = $1', [draft.id])).rows).toEqual([{ n: 1 }]);
  });

  it('is one of fifty that come at once also where nothing but the key tells them from fifty commands', async () => {
    const words = { question: '可否跨区报名', answer: '可以，以注册地为准' };
    const answers = await Promise.all(Array.from({ length: 50 }, () => call.officer.client.post(`/api/calls/${call.id}/questions`, words, { 'idempotency-key': 'fifty-clarifications' })));
    for (const { status, body } of answers) expect([status, body]).toEqual([201, answers[0]!.body]);
    expect((await app.db.query('select count(*)::int as n from call_question where call_id = $1', [call.id])).rows).toEqual([{ n: 1 }]);
  });

  it('is answered as at first a second, a day and a month later, and nothing is done again', async () => {
    const organisationId = await found(app, person, { creditCode: aCreditCode() });
    const { body: draft } = await person.client.post('/api/applications', { callId: call.id, organisationId });
    await person.client.put(`/api/applications/${draft.id}/answers`, { answers: await answersOf(person, call.rulebook), version: draft.version });
    const submit = () => handIn(person, draft.id, key('late'));
    const receipt = await submit();
    for (const seconds of [1, 25 * 3_600, 30 * 86_400]) {
      app.wall.advance(seconds * 1000);
      await app.people.signIn(person);
      expect(await submit()).toMatchObject({ status: 201, body: receipt.body, headers: { 'idempotent-replayed': 'true' } });
    }
    expect((await app.db.query('select count(*)::int as n from application_submission where application_id = $1', [draft.id])).rows).toEqual([{ n: 1 }]);
  });

  it('is nobody else’s, and no other command’s', async () => {
    const one = await person.client.post('/api/organisations', await profile({ creditCode: aCreditCode() }), { 'idempotency-key': 'the-same-for-two' });
    const other = await app.person();
    const theirs = await other.client.post('/api/organisations', await profile({ creditCode: aCreditCode() }), { 'idempotency-key': 'the-same-for-two' });
    expect([one.status, theirs.status]).toEqual([201, 201]);
    expect(theirs.body.id).not.toBe(one.body.id);
    expect(theirs.headers['idempotent-replayed']).toBeUndefined();
    await app.people.signIn(person);
    const elsewhere = await person.client.post('/api/applications', { callId: call.id, organisationId: one.body.id }, { 'idempotency-key': 'the-same-for-two' });
    expect(elsewhere).toMatchObject({ status: 201, body: { organisationId: one.body.id } });
    expect(elsewhere.headers['idempotent-replayed']).toBeUndefined();
  });

  it('is refused when it asks for something else', async () => {
    await person.client.post('/api/organisations', await profile({ creditCode: aCreditCode() }), key('other'));
    const other = await person.client.post('/api/organisations', await profile({ creditCode: aCreditCode(), name: '别的组织' }), key('other'));
    expect(other).toMatchObject({ status: 422, body: { code: 'idempotency_key_reused' } });
  });

  it('may be asked again after a refusal', async () => {
    const body = await profile({ creditCode: aCreditCode() });
    expect((await person.client.post('/api/organisations', { ...body, name: '' }, key('refused'))).status).toBe(400);
    expect((await person.client.post('/api/organisations', body, key('refused'))).status).toBe(201);
  });
});
