import { aProject, signContract, type RunningCall } from '../../support/a-project.js';
import { bootApp, type TestApp } from '../../support/app.js';

describe('a contract that is signed late', () => {
  let app: TestApp;
  let round: RunningCall;
  beforeAll(async () => {
    app = await bootApp();
    round = await aProject(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const status = async () => (await round.call.officer.client.get(`/api/projects/${round.projectId}`)).body.status as string;

  it('lets the project run from the day of the signature, without waiting for the next morning', async () => {
    app.clock.set('2024-05-23T01:00:00Z');
    expect(await status()).toBe('opened');
    await signContract(app, round);
    expect(await status()).toBe('running');
    await app.repeat('milestones.start-projects');
    expect(await status()).toBe('running');
  });
});
