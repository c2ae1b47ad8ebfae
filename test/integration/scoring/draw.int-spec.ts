import { createHash } from 'node:crypto';
import { anOpenCall, type OpenCall } from '../../support/a-call.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('a panel', () => {
  let app: TestApp;
  let call: OpenCall;
  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  it('is drawn so that everybody can repeat it, from the pool of the place alone', async () => {
    const pool: Person[] = [];
    for (let at = 0; at < 6; at += 1) pool.push(await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] }));
    const outsider = await app.person({ roles: [{ role: 'expert', node: 'js.nj.' }] });
    const draws = `/api/calls/${call.id}/panels/written/experts/draws`;
    expect(await call.officer.client.post(draws, { source: '双色球2021104期', count: 9 })).toMatchObject({ status: 409, body: { code: 'pool_too_small' } });
    const [committed] = (await call.officer.client.post(draws, { source: '双色球2021104期', count: 4 })).body;
    expect(committed).toMatchObject({ secret: null, seed: null, drawn: [], commitment: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect(committed.pool.map(({ accountId }: { accountId: string }) => accountId)).toEqual(pool.map(({ id }) => id).sort());
    const [drawn] = (await call.officer.client.post(`/api/calls/${call.id}/panel-draws/${committed.id}/revelation`, { publicValue: '03 08 15 21 27 33 + 09' })).body;
    expect(createHash('sha256').update(`panel-draw-v1|${drawn.secret}`).digest('hex')).toBe(committed.commitment);
    const seed = createHash('sha256').update(`panel-draw-v1|${drawn.secret}|03 08 15 21 27 33 + 09`).digest('hex');
    const key = ({ id }: { id: string }) => createHash('sha256').update(`${seed}|${id}`).digest('hex');
    const order = [...pool].sort((a, b) => (key(a) < key(b) ? -1 : 1)).map(({ id }) => id);
    expect([...drawn.drawn, ...drawn.alternates].map(({ accountId }: { accountId: string }) => accountId)).toEqual(order);
    expect(await call.officer.client.post(`/api/calls/${call.id}/panel-draws/${committed.id}/revelation`, { publicValue: '1' })).toMatchObject({ status: 409, body: { code: 'draw_revealed' } });
    const seats = (await call.officer.client.get(`/api/calls/${call.id}/panel-seats`)).body;
    expect(seats.map(({ accountId }: { accountId: string }) => accountId).sort()).toEqual(order.slice(0, 4).sort());
    expect(await call.officer.client.post(`/api/calls/${call.id}/panels/written/experts/seats`, { accountId: outsider.id })).toMatchObject({ status: 409, body: { code: 'not_in_pool' } });
    expect((await pool[0]!.client.post(`/api/calls/${call.id}/panels/written/experts/seats`, { accountId: pool[0]!.id })).status).toBe(403);
  });
});
