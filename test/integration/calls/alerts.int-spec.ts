import { anOpenCall } from '../../support/a-call.js';
import { bootApp, FixedClock, type Person, type TestApp } from '../../support/app.js';

describe('a kept search', () => {
  let app: TestApp;

  beforeAll(async () => {
    app = await bootApp({ clock: new FixedClock('2021-06-01T01:00:00Z') });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const keep = (person: Person, search: object) => person.client.post('/api/own/call-alerts', search);
  const alerts = async (person: Person) => (await person.client.get('/api/inbox')).body.items.filter(({ kind }: { kind: string }) => kind === 'call-alert');

  it('tells its keeper when a call that it finds opens, by inbox and letter, once', async () => {
    const [finds, findsTwice, misses] = [await app.person(), await app.person(), await app.person()];
    await keep(finds, { applicantType: 'community_group' });
    await keep(findsTwice, { words: '巾帼志愿' });
    await keep(findsTwice, {});
    await keep(misses, { applicantType: 'enterprise' });
    const call = await anOpenCall(app);
    await app.drain();
    for (const person of [finds, findsTwice]) expect(await alerts(person)).toMatchObject([{ link: `/calls/${call.id}`, title: { zh: expect.stringContaining('开始征集') } }]);
    expect(await alerts(misses)).toEqual([]);
  });

  it('says nothing of calls by invitation', async () => {
    const person = await app.person();
    await keep(person, {});
    await anOpenCall(app, 'yangzhou-2021', (book) => ({ ...book, visibility: 'invited' }));
    await app.drain();
    expect(await alerts(person)).toEqual([]);
  });

  it('is kept once, listed, and ended by its keeper alone', async () => {
    const [person, other] = [await app.person(), await app.person()];
    await keep(person, { words: '家庭' });
    const { body } = await keep(person, { words: ' 家庭 ' });
    expect(body).toMatchObject([{ words: '家庭', applicantType: null }]);
    expect(await other.client.delete(`/api/own/call-alerts/${body[0].id}`)).toMatchObject({ status: 404, body: { code: 'alert_absent' } });
    expect((await person.client.delete(`/api/own/call-alerts/${body[0].id}`)).body).toEqual([]);
    await anOpenCall(app);
    await app.drain();
    expect(await alerts(person)).toEqual([]);
  });

  it('is one of ten at most, and asks who is there', async () => {
    const person = await app.person();
    for (let at = 0; at < 10; at += 1) await keep(person, { words: `词${at}` });
    expect(await keep(person, { words: '第十一个' })).toMatchObject({ status: 409, body: { code: 'too_many_alerts' } });
    expect((await app.http.anonymous.post('/api/own/call-alerts', {})).status).toBe(401);
  });
});
