import { Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { NothingLeftToDo, PeopleToBeTold, type ToBeTold } from '#modules/identity';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

describe('notifications', () => {
  let app: TestApp;
  let officer: Person;
  beforeAll(async () => {
    app = await bootApp();
    officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const news = (changes: Partial<ToBeTold> = {}): ToBeTold => ({
    to: { accountIds: [officer.id] }, kind: 'report-due', title: say('{name} 待交', '{name} is due'), body: say('请于 {dueAt} 前提交，金额 {awardFen}', 'Please hand it in before {dueAt}; {awardFen}'),
    facts: { name: '中期报告', dueAt: '2026-03-10T09:00:00Z', awardFen: 3_000_050 }, link: '/projects/1', key: 'one', ...changes,
  });
  const told = (changes: Partial<ToBeTold> = {}) => app.nest.get(Transaction).run(() => app.nest.get(Events).tell(PeopleToBeTold, news(changes)));
  const inbox = async (person: Person, query = '') => (await person.client.get(`/api/inbox${query}`)).body;
  const mailTo = async (email: string) => (await app.db.query('select subject, content from kept_mail where recipient = $1 order by kept_at', [email])).rows;

  it('puts news into the inbox with its facts in words, and one letter beside it, however often it is told', async () => {
    await told();
    await told();
    await app.drain();
    const { items, unread } = await inbox(officer);
    expect(items).toMatchObject([{ kind: 'report-due', title: { zh: '中期报告 待交', en: '中期报告 is due' }, link: '/projects/1', readAt: null }]);
    expect(items[0].body.zh).toMatch(/2026-03-10 17:00.*30,000\.50/);
    expect(unread).toBe(1);
    const letters = (await mailTo(officer.email)).filter(({ subject }) => subject === '中期报告 待交');
    expect(letters).toHaveLength(1);
    expect(letters[0].content).toContain('/projects/1');
  });

  it('finds people by their role at the place or above it, and for a subject', async () => {
    const above = await app.person({ roles: [{ role: 'officer', node: 'js.' }] });
    const beside = await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] });
    await told({ to: { role: 'officer', nodePath: 'js.yz.gl.' }, key: 'to the place' });
    await app.drain();
    expect((await inbox(above)).unread).toBe(1);
    expect((await inbox(beside)).unread).toBe(0);
  });

  it('waits until it is due', async () => {
    const later = new Date(app.clock.now().getTime() + 86_400_000);
    const person = await app.person();
    await told({ to: { accountIds: [person.id] }, key: 'later', dueAt: later.toISOString() });
    await app.drain();
    expect((await inbox(person)).items).toEqual([]);
    app.clock.set(later);
    await app.drain();
    expect((await inbox(person)).items).toHaveLength(1);
  });

  it('is read by whoever it is for, and by nobody else', async () => {
    const stranger = await app.person();
    const [{ id }] = (await inbox(officer)).items;
    expect((await stranger.client.post(`/api/inbox/${id}/read`)).status).toBe(404);
    expect((await officer.client.post(`/api/inbox/${id}/read`)).status).toBe(204);
    expect((await inbox(officer, '?show=unread')).items.map((item: { id: string }) => item.id)).not.toContain(id);
    expect((await officer.client.post('/api/inbox/read-all')).status).toBe(204);
    expect((await inbox(officer)).unread).toBe(0);
    expect((await app.http.anonymous.get('/api/inbox')).status).toBe(401);
  });

  it('counts what asked for a step no longer once somebody has done it, and leaves what asks for another', async () => {
    const [one, other] = [await app.person(), await app.person()];
    for (const key of ['step:a_1:2', 'step:a_12:1', 'step:ab1:1']) await told({ to: { accountIds: [one.id, other.id] }, key });
    await app.drain();
    expect((await inbox(one)).unread).toBe(3);
    await app.nest.get(Transaction).run(() => app.nest.get(Events).tell(NothingLeftToDo, { asked: ['step:a_1:'] }));
    await app.drain();
    for (const person of [one, other]) {
      const { items, unread } = await inbox(person);
      expect([unread, items.length]).toEqual([2, 3]);
    }
  });

  it('leaves what asks for the step anew', async () => {
    const person = await app.person();
    await told({ to: { accountIds: [person.id] }, key: 'returned:b:1' });
    await app.drain();
    const until = app.clock.now().toISOString();
    app.clock.advance(1000);
    await told({ to: { accountIds: [person.id] }, key: 'returned:b:2' });
    await app.drain();
    await app.nest.get(Transaction).run(() => app.nest.get(Events).tell(NothingLeftToDo, { asked: ['returned:b:'], until }));
    app.clock.advance(60_000);
    await app.drain();
    expect((await inbox(person, '?show=unread')).items).toHaveLength(1);
    expect((await inbox(person)).items[0].readAt).toBeNull();
  });

  it('keeps letters for administrators while none can be sent', async () => {
    const administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.' }] });
    await app.drain();
    const { status, body } = await administrator.client.get(`/api/kept-mail?to=${encodeURIComponent(administrator.email)}`);
    expect(status).toBe(200);
    expect(body[0]).toMatchObject({ to: administrator.email, text: expect.stringContaining('#token=') });
    expect((await officer.client.get('/api/kept-mail')).status).toBe(403);
  });
});
