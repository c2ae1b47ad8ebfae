import { Transaction } from '#libs/database';
import { say } from '#libs/errors';
import { Events } from '#libs/events';
import { MailingPrepared, MOST_UNCONFIRMED, type ToBeTold } from '#modules/identity';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

interface Row {
  id: string;
  about: { zh: string };
  people: number;
  status: string;
}

describe('letters to many', () => {
  let app: TestApp;
  let call: OpenCall;
  let second: Person;
  let founders: Person[];
  let panel: { judge: Person; seatId: string }[];

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({ ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } } }));
    second = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    founders = [];
    for (let at = 0; at <= MOST_UNCONFIRMED; at += 1) {
      const founder = await app.person({ name: `第${at}家的负责人` });
      founders.push(founder);
      const { id } = await submitted(founder, call, await found(app, founder, { name: `姐妹服务中心${at}`, creditCode: aCreditCode() }), { name: `姐妹行动${at}` });
      await admit(call.officer, call, id);
    }
    await app.drain();
  }, 180_000);
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const mailings = async (who = second) => (await who.client.get('/api/mailings')).body as Row[];
  const waiting = async () => (await mailings()).find(({ status }) => status === 'waiting')!;
  const one = (id: string, who = second) => who.client.get(`/api/mailings/${id}`);
  const decide = (id: string, send: boolean, who = second) => who.client.post(`/api/mailings/${id}/decision`, { send });
  const inboxOf = async ({ client }: Person, kind: string) => ((await client.get('/api/inbox')).body.items as { kind: string }[]).filter((item) => item.kind === kind);
  const kept = async () => (await app.db.query<{ recipient: string; subject: string; content: string }>('select recipient, subject, content from kept_mail order by kept_at')).rows;

  it('wait, with every recipient and every word, until a second person has looked them over', async () => {
    const before = (await kept()).length;
    expect((await call.officer.client.post(`/api/calls/${call.id}/questions`, { question: '可否跨区报名', answer: '可以，以注册地为准' })).status).toBe(201);
    await app.drain();
    for (const founder of founders) expect(await inboxOf(founder, 'call-answered')).toEqual([]);
    const { id } = await waiting();
    const { body } = await one(id);
    expect(body).toMatchObject({ people: founders.length, status: 'waiting', letters: [{ body: { zh: expect.stringContaining('可以，以注册地为准') } }] });
    expect(body.letters[0].to.map(({ name, email }: { name: string; email: string }) => `${name} ${email}`).sort()).toEqual(founders.map(({ name, email }) => `${name} ${email}`).sort());
    expect(await inboxOf(second, 'mailing-waits')).toHaveLength(1);
    expect((await kept()).slice(before).map(({ recipient }) => recipient)).not.toContain(founders[0]!.email);
    expect(await decide(id, true, call.officer)).toMatchObject({ status: 409, body: { code: 'second_person' } });
    expect((await decide(id, true, await app.person({ roles: [{ role: 'officer', node: 'js.nj.' }] }))).status).toBe(404);
    expect((await decide(id, true, founders[0]!)).status).toBe(403);
    await expect(app.db.query(`update mailing set status = 'sent', decided_by = prepared_by, decided_at = now() where id = $1`, [id])).rejects.toThrow();
    await expect(app.db.query(`update mailing set letters = '[]' where id = $1`, [id])).rejects.toThrow(/looked over/);
  });

  it('go to exactly those who were shown, once, and both people stand in the record', async () => {
    const { id } = await waiting();
    expect((await decide(id, true)).body).toMatchObject({ status: 'sent', decidedBy: second.name, moves: [] });
    await app.drain();
    for (const founder of founders) expect(await inboxOf(founder, 'call-answered')).toHaveLength(1);
    expect(await decide(id, true)).toMatchObject({ status: 409, body: { code: 'wrong_state' } });
    const { rows } = await app.db.query(`select action, actor_id, facts from audit_leaf where subject_id = $1 order by action`, [id]);
    expect(rows).toMatchObject([{ action: 'mailing.prepared', actor_id: call.officer.id }, { action: 'mailing.sent', actor_id: second.id, facts: { preparedBy: call.officer.id, people: founders.length } }]);
  });

  it('are dropped by either of the two, and nobody hears of them', async () => {
    await call.officer.client.post(`/api/calls/${call.id}/questions`, { question: '材料是否需要盖章', answer: '不需要' });
    await app.drain();
    const { id } = await waiting();
    expect((await decide(id, false, call.officer)).body).toMatchObject({ status: 'dropped' });
    await app.drain();
    for (const founder of founders) expect(await inboxOf(founder, 'call-answered')).toHaveLength(1);
  });

  it('wait as well when judges are reminded, invited and given their work; a few are written to at once', async () => {
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 7);
    expect((await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`)).status).toBe(200);
    const nudge = (seats: typeof panel) => call.officer.client.post(`/api/calls/${call.id}/scoring/written/nudges`, { seatIds: seats.map(({ seatId }) => seatId) });
    expect((await nudge(panel)).body).toEqual({ told: 7, waits: true });
    await app.drain();
    for (const { judge } of panel) expect(await inboxOf(judge, 'sheets-awaited')).toEqual([]);
    const { id, about } = await waiting();
    expect(about.zh).toContain('提醒 7 位评委');
    expect((await decide(id, true)).status).toBe(200);
    await app.drain();
    for (const { judge } of panel) expect(await inboxOf(judge, 'sheets-awaited')).toHaveLength(1);

    const experts = [];
    for (let at = 0; at <= MOST_UNCONFIRMED; at += 1) experts.push(await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] }));
    const invite = (people: Person[]) => call.officer.client.post(`/api/calls/${call.id}/panels/written/experts/invitations`, { accountIds: people.map((person) => person.id), replyBy: '2099-01-01T00:00:00Z' });
    expect((await invite(experts)).status).toBe(200);
    const few = await app.person({ roles: [{ role: 'expert', node: 'js.yz.' }] });
    expect((await invite([few])).status).toBe(200);
    await app.drain();
    expect(await inboxOf(experts[0]!, 'panel-invitation')).toEqual([]);
    expect(await inboxOf(few, 'panel-invitation')).toHaveLength(1);
    expect((await waiting()).about.zh).toContain(`邀请 ${experts.length} 位评审专家`);
    await decide((await waiting()).id, false);

    const plan = `/api/calls/${call.id}/assignments/written/experts`;
    const { body } = await call.officer.client.post(`${plan}/trial`, { perApplication: 3, region: 'any' });
    expect((await call.officer.client.post(plan, { perApplication: 3, region: 'any', mark: body.mark })).status).toBeLessThan(300);
    await app.drain();
    for (const { judge } of panel) expect(await inboxOf(judge, 'applications-assigned')).toEqual([]);
    expect((await waiting()).about.zh).toContain('通知 7 位评委评审任务');
    await decide((await waiting()).id, true);
  });

  it('name in no head and no body whom their reader may not know', async () => {
    await app.drain();
    const letters = await kept();
    const people = new Map(panel.map(({ judge }) => [judge.email, judge.name]));
    const toJudges = letters.filter(({ recipient }) => people.has(recipient));
    expect(toJudges.filter(({ subject }) => subject.includes('评分')).length).toBe(panel.length);
    // Each letter has one reader, and stands under her own address alone.
    for (const { recipient } of letters) expect(recipient).toMatch(/^[^\s,;<>]+@[^\s,;<>]+$/);
    const judges = panel.map(({ judge }) => judge);
    const named = (text: string, others: readonly Person[]) => others.filter(({ name, email }) => new RegExp(`${email}|${name}(?!\\d)`).test(text)).map(({ name }) => name);
    for (const { recipient, subject, content } of letters) {
      const isJudge = people.has(recipient);
      const isApplicant = founders.some(({ email }) => email === recipient);
      if (isJudge) expect(`${subject} ${content}`).not.toContain('姐妹');
      if (isJudge || isApplicant) expect(named(`${subject} ${content}`, [...judges, ...founders].filter(({ email }) => email !== recipient))).toEqual([]);
    }
  });

  it('reach nobody who joins after they were looked over', async () => {
    const letter: ToBeTold = { to: { role: 'officer', nodePath: 'js.yz.' }, kind: 'late-news', title: say('通知', 'News'), body: say('内容', 'Words'), facts: {}, key: 'late-news' };
    const others = [];
    for (let at = 0; at <= MOST_UNCONFIRMED; at += 1) others.push(await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] }));
    await app.nest.get(Transaction).run(() => app.nest.get(Events).tell(MailingPrepared, { by: call.officer.id, nodePath: 'js.yz.', about: say('通知', 'News'), key: 'late-news', letters: [letter] }));
    await app.drain();
    const late = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    await decide((await waiting()).id, true);
    await app.drain();
    expect(await inboxOf(others[0]!, 'late-news')).toHaveLength(1);
    expect(await inboxOf(late, 'late-news')).toEqual([]);
  });
});
