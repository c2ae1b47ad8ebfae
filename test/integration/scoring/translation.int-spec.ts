import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { admit, anOpenCall, submitted, type OpenCall } from '../../support/a-call.js';
import { aPanel } from '../../support/a-panel.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

/** Speaks LibreTranslate’s interface on this machine and remembers what it was sent. */
async function aTranslator(): Promise<{ server: Server; url: string; sent: string[] }> {
  const sent: string[] = [];
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part)).on('end', () => {
      const { q, target } = JSON.parse(Buffer.concat(parts).toString('utf8')) as { q: string[]; target: string };
      sent.push(...q);
      reply.end(JSON.stringify({ translatedText: q.map((text) => `${target}: ${text}`) }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, sent };
}

describe('a machine translation for reviewers', () => {
  let app: TestApp;
  let call: OpenCall;
  let panel: { judge: Person; seatId: string }[];
  let translator: Awaited<ReturnType<typeof aTranslator>>;
  const applications: string[] = [];

  beforeAll(async () => {
    translator = await aTranslator();
    app = await bootApp({ config: { translation: { url: translator.url } } });
    call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
      ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
    }));
    for (const name of ['木兰课堂', '彩虹之家']) {
      const founder = await app.person();
      const organisationId = await found(app, founder, { name: `${name}中心`, creditCode: aCreditCode() });
      applications.push((await submitted(founder, call, organisationId, { name })).id);
    }
    for (const id of applications) await admit(call.officer, call, id);
    app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
    await app.repeat('calls.open-and-close');
    panel = await aPanel(app, call, 'written', 5);
    await call.officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`);
    for (const id of applications.slice(0, 1)) await panel[0]!.judge.client.post(`/api/judging/${panel[0]!.seatId}/${id}/conflict`, { verdict: 'none' });
  });
  afterEach(() => app.expectInvariants());
  afterAll(async () => {
    translator?.server.close();
    await app?.close();
  });

  it('puts what a judge is shown into her language by machine, beside the original, marked and kept nowhere', async () => {
    const [{ judge, seatId }] = panel as [(typeof panel)[0]];
    const place = `/api/judging/${seatId}/${applications[0]!}`;
    const before = (await judge.client.get(place)).body;
    const { status, body } = await judge.client.post(`${place}/translation`, { to: 'en' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'made', provider: 'LibreTranslate (127.0.0.1)', to: 'en', notice: { zh: '机器翻译，仅供参考；评分以原文为准' } });
    expect(body.texts[0]).toEqual({ question: 'project-title', text: 'en: 木兰课堂' });
    expect(body.texts.length).toBeGreaterThan(3);
    // What blind judging hides from her is not sent to the translator either.
    expect(translator.sent.join()).not.toMatch(/木兰课堂中心|扬州市邗江区文昌中路|13800000000|leader@example/);
    expect((await judge.client.get(place)).body).toEqual(before);
    const { rows } = await app.db.query(`select (select count(*)::int from idempotency_key where response::text like '%en: 木兰课堂%') as keys, (select count(*)::int from application where answers::text like '%en: %') as answers`);
    expect(rows).toEqual([{ keys: 0, answers: 0 }]);
    expect((await judge.client.post(`/api/judging/${seatId}/${applications[1]!}/translation`, { to: 'en' })).status).toBe(404);
  });
});
