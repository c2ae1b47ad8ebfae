import { connect, type AddressInfo } from 'node:net';
import { anOpenCall, answersOf, handIn, type OpenCall } from '../support/a-call.js';
import { aCreditCode, found } from '../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../support/app.js';

const DAY = 86_400_000;

describe('the deadline', () => {
  let app: TestApp;
  let call: OpenCall;
  let last: number;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    last = call.closesAt.getTime() + call.rulebook.deadline.graceSeconds * 1000;
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  /** A complete draft of an organisation of its own, written a day before. */
  async function complete(): Promise<{ person: Person; id: string }> {
    app.clock.set(new Date(call.closesAt.getTime() - DAY));
    const person = await app.person();
    const organisationId = await found(app, person, { creditCode: aCreditCode(), name: `组织${person.id}`, kind: 'social_association' });
    const { body } = await person.client.post('/api/applications', { callId: call.id, organisationId });
    await person.client.put(`/api/applications/${body.id}/answers`, { answers: await answersOf(person, call.rulebook), version: body.version });
    return { person, id: body.id };
  }

  const submit = ({ person, id }: { person: Person; id: string }, headers: Record<string, string> = {}, more: object = {}) =>
    handIn(person, id, headers, more);

  it.each([-DAY, DAY])('is not moved by a client whose clock is %d milliseconds off, whatever zone it names', async (skew) => {
    const [early, late] = [await complete(), await complete()];
    const headers = (at: number) => ({ date: new Date(at + skew).toUTCString(), 'x-client-time': new Date(at + skew).toISOString(), 'x-timezone': 'Pacific/Kiritimati', 'accept-language': 'zh-CN' });
    app.clock.set(new Date(last - 1));
    expect(await submit(early, headers(last))).toMatchObject({ status: 201, body: { submittedAt: new Date(last - 1).toISOString() } });
    app.clock.set(new Date(last + 1));
    expect(await submit(late, headers(last))).toMatchObject({ status: 409, body: { code: 'deadline_passed' } });
    expect((await submit(late, {}, { submittedAt: new Date(last - DAY).toISOString() })).status).toBe(400);
  });

  it('is the published instant with its grace: one millisecond before it and at it is in time, one after it is late, every time', async () => {
    for (let round = 0; round < 3; round += 1) {
      const drafts = [await complete(), await complete(), await complete()];
      const answers = [];
      for (const [at, offset] of [-1, 0, 1].entries()) {
        app.clock.set(new Date(last + offset));
        answers.push(await submit(drafts[at]!));
      }
      expect(answers.map(({ status, body }) => [status, body.submittedAt ?? body.code])).toEqual([
        [201, new Date(last - 1).toISOString()], [201, new Date(last).toISOString()], [409, 'deadline_passed'],
      ]);
      // The receipt tells the rule by which it was in time, beside the instant.
      const { body } = await drafts[1]!.person.client.get(`/api/applications/${drafts[1]!.id}/receipts/1`);
      expect(body).toMatchObject({ submittedAt: new Date(last).toISOString(), closesAt: call.closesAt.toISOString(), graceSeconds: call.rulebook.deadline.graceSeconds });
    }
  });

  it('decides on the submission, not on an upload that began before it and ended after: the file is kept, the draft is not changed', async () => {
    const draft = await complete();
    const { body: before } = await draft.person.client.get(`/api/applications/${draft.id}`);
    await app.nest.listen(0, '127.0.0.1');
    app.clock.set(new Date(last - 1000));
    const body = Buffer.concat([Buffer.from('--b\r\nContent-Disposition: form-data; name="file"; filename="late.pdf"\r\n\r\n%PDF-1.7\n'), Buffer.alloc(20_000, 'x'), Buffer.from('\r\n--b--\r\n')]);
    const cookie = [...draft.person.client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const socket = connect((app.nest.getHttpServer().address() as AddressInfo).port, '127.0.0.1');
    const answered = new Promise<string>((resolve) => socket.on('data', (part) => resolve(part.toString())));
    socket.write(`POST /api/documents HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\nCookie: ${cookie}\r\nX-CSRF-Token: ${draft.person.client.csrfToken}\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: ${body.length}\r\n\r\n`);
    await new Promise<void>((resolve) => socket.write(body.subarray(0, 10_000), () => resolve()));
    app.clock.set(new Date(last + 1000));
    socket.write(body.subarray(10_000));
    expect(await answered).toMatch(/^HTTP\/1\.1 201/);
    socket.destroy();
    expect(await submit(draft)).toMatchObject({ status: 409, body: { code: 'deadline_passed' } });
    expect((await draft.person.client.get(`/api/applications/${draft.id}`)).body).toMatchObject({ status: 'draft', version: before.version, answers: before.answers });
  });

  it('numbers receipts in the order in which they were given, also when the clock of the database steps back ten minutes', async () => {
    const drafts = [await complete(), await complete(), await complete()];
    const noon = call.closesAt.getTime() - 3_600_000;
    const numbers: string[] = [];
    for (const [at, clock] of [noon, noon - 600_000, noon - 599_999].entries()) {
      app.clock.set(new Date(clock));
      numbers.push((await submit(drafts[at]!)).body.number);
    }
    expect(numbers).toEqual([...numbers].sort());
    expect(new Set(numbers).size).toBe(3);
    // The same application: an amendment never bears an earlier time than what it amends.
    app.clock.set(new Date(noon - 300_000));
    await drafts[0]!.person.client.post(`/api/applications/${drafts[0]!.id}/own-moves`, { move: 'amend' });
    const again = await submit(drafts[0]!);
    expect(again.body).toMatchObject({ number: numbers[0], ordinal: 2 });
    expect(Date.parse(again.body.submittedAt)).toBeGreaterThanOrEqual(noon);
  });

  it('is shown in Beijing time wherever the reader is', async () => {
    const draft = await complete();
    app.clock.set(new Date(last + 1));
    const { body } = await submit(draft, { 'accept-language': 'zh-CN', 'x-timezone': 'America/New_York' });
    const beijing = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' }).format(call.closesAt);
    expect(body.detail).toContain(beijing);
  });
});
