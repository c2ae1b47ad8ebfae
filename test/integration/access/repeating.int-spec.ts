import { anOpenCall, answersOf, type OpenCall } from '../../support/a-call.js';
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
    const answers = await Promise.all([1, 2, 3].map(() => person.client.post(`/api/applications/${draft.id}/submission`, { declared: true }, key('submit'))));
    expect(answers.map(({ status, body: { hash } }) => `${status} ${hash}`)).toEqual(Array.from({ length: 3 }, () => `201 ${answers[0]!.body.hash}`));
    expect((await person.client.get(`/api/applications/${draft.id}/receipts`)).body).toHaveLength(1);
    expect(await person.client.post(`/api/applications/${draft.id}/submission`, { declared: true }, key('later'))).toMatchObject({ status: 409 });
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
