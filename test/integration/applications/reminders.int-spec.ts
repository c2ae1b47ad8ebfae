import { anOpenCall, answersOf, handIn, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';
import { markReached } from '../../../src/modules/applications/handlers/reach-marks.js';

const HOUR = 3_600_000;

describe('a complete draft that nobody has submitted', () => {
  let app: TestApp;
  let call: OpenCall;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  async function draft(complete: boolean): Promise<{ person: Person; id: string; told: () => Promise<string[]> }> {
    const person = await app.person();
    const organisationId = await found(app, person, { creditCode: aCreditCode(), name: `组织${person.id}`, kind: 'social_association' });
    const { body } = await person.client.post('/api/applications', { callId: call.id, organisationId });
    if (complete) await person.client.put(`/api/applications/${body.id}/answers`, { answers: await answersOf(person, call.rulebook), version: body.version });
    const told = async () => ((await person.client.get('/api/inbox')).body.items as { kind: string; title: { zh: string } }[]).filter(({ kind }) => kind === 'deadline-near').map(({ title }) => title.zh);
    return { person, id: body.id, told };
  }

  const at = async (hoursLeft: number, closesAt = call.closesAt) => {
    app.clock.set(new Date(closesAt.getTime() - hoursLeft * HOUR));
    await app.repeat('applications.reach-marks');
  };

  it('is spoken of at 72, 24 and 2 hours before the deadline, once at each; incomplete and submitted ones are not; a new deadline has marks of its own', async () => {
    const [whole, partial, sent] = [await draft(true), await draft(false), await draft(true)];
    await handIn(sent.person, sent.id);
    await at(72.1);
    expect(await whole.told()).toEqual([]);
    await at(72);
    await at(71.9);
    expect(await whole.told()).toEqual(['还没有提交：“木兰妈妈课堂”将在 72 小时内截止']);
    await at(24);
    await at(23);
    expect(await whole.told()).toHaveLength(2);
    const longer = new Date(call.closesAt.getTime() + 10 * 24 * HOUR);
    await app.db.query('update call set closes_at = $2 where id = $1', [call.id, longer]);
    await at(2);
    expect(await whole.told()).toHaveLength(2);
    for (const hours of [72, 24, 2, 1.9]) await at(hours, longer);
    expect(await whole.told()).toHaveLength(5);
    await at(-0.1, longer);
    expect(await whole.told()).toHaveLength(5);
    expect([await partial.told(), await sent.told()]).toEqual([[], []]);
    await app.db.query('update call set closes_at = $2 where id = $1', [call.id, call.closesAt]);
    const [letter] = (await app.db.query(`select content from kept_mail where subject like '还没有提交%' order by kept_at limit 1`)).rows as { content: string }[];
    expect(letter!.content).toMatch(/截止时间为 \d{4}-\d\d-\d\d \d\d:\d\d（北京时间）/);
    expect(letter!.content).toContain(`/desk/my-applications/${whole.id}/preview`);
  });

  it.each([[73, null], [72, 72], [25, 72], [24, 24], [2.01, 24], [2, 2], [0.01, 2], [0, null], [-1, null]])('with %d hours left is at the mark of %s', (left, mark) => {
    const closesAt = new Date('2026-06-01T10:00:00Z');
    expect(markReached(closesAt, new Date(closesAt.getTime() - left * HOUR))).toBe(mark);
  });
});
