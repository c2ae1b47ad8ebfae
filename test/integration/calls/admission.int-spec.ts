import type { Rulebook } from '#modules/calls';
import { anOpenCall, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, FixedClock, type Person, type TestApp } from '../../support/app.js';

const byInvitation = (book: Rulebook): Rulebook => ({ ...book, visibility: 'invited' });

describe('a call by invitation', () => {
  let app: TestApp;
  let call: OpenCall;

  beforeAll(async () => {
    app = await bootApp({ clock: new FixedClock('2021-06-01T01:00:00Z') });
  });
  beforeEach(async () => {
    call = await anOpenCall(app, 'yangzhou-2021', byInvitation);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const set = (listed: boolean, code: string) => call.officer.client.put(`/api/calls/${call.id}/admission`, { listed, code });
  const read = (client: Person['client'], code?: string) => client.get(`/api/public/calls/${call.id}${code === undefined ? '' : `?code=${encodeURIComponent(code)}`}`);
  const listed = async (client: Person['client']) => (await client.get('/api/public/calls?limit=200')).body.items.map(({ id }: { id: string }) => id).includes(call.id);
  const apply = (person: Person, organisationId: string) => person.client.post('/api/applications', { callId: call.id, organisationId });
  const member = async () => {
    const person = await app.person();
    return { person, organisationId: await found(app, person, { creditCode: aCreditCode() }) };
  };

  it('is unknown to everybody who was not invited, as long as the officer has not said otherwise', async () => {
    const { person, organisationId } = await member();
    expect(await read(app.http.anonymous)).toMatchObject({ status: 404, body: { code: 'call_absent' } });
    expect((await read(person.client)).status).toBe(404);
    expect([await listed(app.http.anonymous), await listed(person.client)]).toEqual([false, false]);
    expect(await apply(person, organisationId)).toMatchObject({ status: 409, body: { code: 'not_invited', detail: expect.stringContaining('本次征集只面向受邀组织') } });
    expect((await app.http.anonymous.post(`/api/public/calls/${call.id}/questions`, { text: '可以申报吗？', email: 'a@example.org' })).status).toBe(404);
  });

  it('shows that it exists where the officer says so, and refuses the rest in a plain sentence', async () => {
    await set(true, 'none');
    const { person } = await member();
    expect(await listed(app.http.anonymous)).toBe(true);
    for (const client of [app.http.anonymous, person.client]) expect(await read(client)).toMatchObject({ status: 403, body: { code: 'call_by_invitation', detail: expect.stringContaining('只面向受邀组织') } });
  });

  it('is read and answered by the organisations that were named, whose members are told once', async () => {
    const { person, organisationId } = await member();
    for (let again = 0; again < 2; again += 1) expect(await call.officer.client.post(`/api/calls/${call.id}/invitations`, { organisationIds: [organisationId] })).toMatchObject({ status: 200, body: { invitations: [{ organisationId, way: 'named' }] } });
    await app.drain();
    expect((await person.client.get('/api/inbox')).body.items.filter(({ kind }: { kind: string }) => kind === 'call-invitation')).toMatchObject([{ link: `/calls/${call.id}` }]);
    expect([await listed(person.client), await listed(app.http.anonymous)]).toEqual([true, false]);
    expect(await read(person.client)).toMatchObject({ status: 200, body: { byInvitation: true } });
    expect((await apply(person, organisationId)).status).toBe(201);
    const other = await member();
    expect((await apply(other.person, other.organisationId)).status).toBe(409);
  });

  it('lets in whoever has the code, which an officer may change or take away', async () => {
    const { body } = await set(false, 'new');
    const { person, organisationId } = await member();
    expect((await read(app.http.anonymous, body.code.toLowerCase())).status).toBe(200);
    expect((await read(app.http.anonymous, 'AAAAAAAA')).status).toBe(404);
    const redeem = (code: string) => person.client.post(`/api/calls/${call.id}/admittance`, { code, organisationId });
    expect(await redeem('AAAAAAAA')).toMatchObject({ status: 409, body: { code: 'code_wrong' } });
    expect((await apply(person, organisationId)).status).toBe(409);
    expect(await redeem(body.code)).toMatchObject({ status: 200, body: { organisationId } });
    expect((await apply(person, organisationId)).status).toBe(201);
    expect((await call.officer.client.get(`/api/calls/${call.id}/admission`)).body.invitations).toMatchObject([{ organisationId, way: 'code' }]);
    expect((await set(false, 'keep')).body.code).toBe(body.code);
    expect((await set(false, 'none')).body.code).toBeNull();
    expect((await read(app.http.anonymous, body.code)).status).toBe(404);
  });

  it('gives the code to nobody but staff, counts guesses, and takes no code for an organisation of others', async () => {
    const { body } = await set(true, 'new');
    expect(JSON.stringify((await read(app.http.anonymous, body.code)).body)).not.toContain(body.code);
    const [{ person }, other] = [await member(), await member()];
    expect(await person.client.post(`/api/calls/${call.id}/admittance`, { code: body.code, organisationId: other.organisationId })).toMatchObject({ status: 403, body: { code: 'not_your_organisation' } });
    for (let guess = 0; guess < 7; guess += 1) await person.client.post(`/api/calls/${call.id}/admittance`, { code: 'AAAAAAAA', organisationId: other.organisationId });
    expect((await person.client.post(`/api/calls/${call.id}/admittance`, { code: body.code, organisationId: other.organisationId })).status).toBe(429);
    expect((await person.client.get(`/api/calls/${call.id}/admission`)).status).toBe(403);
  });

  it('is told to the organisations that were named before it was published', async () => {
    const { person, organisationId } = await member();
    const { body: programme } = await call.officer.client.get('/api/programmes');
    const { body: draft } = await call.officer.client.post('/api/calls', { programmeId: programme.items[0].id, rulebook: byInvitation(call.rulebook) });
    await call.officer.client.post(`/api/calls/${draft.id}/invitations`, { organisationIds: [organisationId] });
    await app.drain();
    expect((await person.client.get('/api/inbox')).body.items).toEqual([]);
    await call.officer.client.post(`/api/calls/${draft.id}/moves`, { move: 'publish' });
    await app.drain();
    expect((await person.client.get('/api/inbox')).body.items).toMatchObject([{ kind: 'call-invitation' }]);
  });

  it('lets an organisation whose invitation was taken back begin nothing more, though it still reads the rules of what it began', async () => {
    const { person, organisationId } = await member();
    await call.officer.client.post(`/api/calls/${call.id}/invitations`, { organisationIds: [organisationId] });
    expect((await call.officer.client.delete(`/api/calls/${call.id}/invitations/${organisationId}`)).body.invitations).toEqual([]);
    expect((await read(person.client)).status).toBe(200);
    expect((await apply(person, organisationId)).status).toBe(409);
    expect((await call.officer.client.post(`/api/calls/${call.id}/invitations`, { organisationIds: [organisationId] })).body.invitations).toHaveLength(1);
    expect((await apply(person, organisationId)).status).toBe(201);
  });

  it('does not let an organisation whose invitation was taken back in again with the code', async () => {
    const { person, organisationId } = await member();
    const { code } = (await set(false, 'new')).body;
    const redeem = () => person.client.post(`/api/calls/${call.id}/admittance`, { code, organisationId });
    expect((await redeem()).status).toBe(200);
    await call.officer.client.delete(`/api/calls/${call.id}/invitations/${organisationId}`);
    expect(await redeem()).toMatchObject({ status: 409, body: { code: 'invitation_ended' } });
    expect((await apply(person, organisationId)).status).toBe(409);
    await call.officer.client.post(`/api/calls/${call.id}/invitations`, { organisationIds: [organisationId] });
    expect((await redeem()).status).toBe(200);
    expect((await apply(person, organisationId)).status).toBe(201);
  });
});
