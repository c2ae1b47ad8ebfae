import { publishedNotices } from '../../support/calls/published-notices.js';
import { rulebookOfNotice } from '../../support/calls/rulebook-of-notice.js';
import { assumedNotice } from '../../../scripts/cycle/demo/assumed-notice.mjs';
import { bootApp, FixedClock, type Person, type TestApp } from '../../support/app.js';

describe('every published programme we know of', () => {
  let app: TestApp;
  let officer: Person;
  let programmeId: string;

  beforeAll(async () => {
    app = await bootApp({ clock: new FixedClock('2011-01-01T01:00:00Z') });
    officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
    const { body } = await officer.client.post('/api/programmes', { nodeId: await app.node('js.yz.'), code: 'ALL', title: { zh: '公益创投', en: 'Venture philanthropy' } });
    programmeId = body.id;
    // Working days of years before our first notice are counted once an administrator has entered those years.
    const administrator = await app.person({ roles: [{ role: 'administrator', node: 'js.' }] });
    for (let year = 2012; year < 2020; year += 1) {
      const recorded = await administrator.client.post('/api/holiday-notices', assumedNotice(year, `${year - 1}-12-01`));
      expect([201, 409]).toContain(recorded.status);
    }
  });
  afterAll(async () => {
    await app?.expectInvariants();
    await app?.close();
  });

  it('counts thirty-four, each by a name of its own', () => {
    expect(new Set(publishedNotices.map(({ id }) => id)).size).toBe(34);
  });

  it.each(publishedNotices.map((notice) => [notice.id, notice] as const))('can be written down, found sound and published: %s', async (_, notice) => {
    const rulebook = rulebookOfNotice(notice);
    const made = await officer.client.post('/api/calls', { programmeId, rulebook });
    expect(made.status).toBe(201);
    expect(made.body.problems.filter(({ severity }: { severity: string }) => severity === 'error')).toEqual([]);
    app.clock.set(new Date(Date.parse(made.body.opensAt) - 86_400_000));
    expect(await officer.client.post(`/api/calls/${made.body.id}/moves`, { move: 'publish' })).toMatchObject({ status: 201, body: { status: 'published' } });
    const { body } = await app.http.anonymous.get(`/api/public/calls/${made.body.id}`);
    expect(body.boards).toMatchObject((notice.boards ?? []).map(({ zh, awards = null, closesOn }) => ({ title: { zh }, awards, ...(closesOn ? { closesAt: new Date(`${closesOn}T17:00:00+08:00`).toISOString() } : { closesAt: made.body.closesAt }) })));
    expect(body.rulebook).toMatchObject({ title: { zh: notice.zh }, categories: (notice.categories ?? ['综合类']).map((zh) => expect.objectContaining({ title: expect.objectContaining({ zh }) })) });
  });
});
