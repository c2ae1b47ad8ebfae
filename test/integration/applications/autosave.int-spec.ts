import { anOpenCall, answersOf, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Person, type TestApp } from '../../support/app.js';

type Filled = Record<string, Record<string, unknown>>;

describe('saving what has changed', () => {
  let app: TestApp;
  let call: OpenCall;

  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  async function complete(): Promise<{ person: Person; id: string; version: number; answers: Filled }> {
    const person = await app.person();
    const organisation = await found(app, person, { creditCode: aCreditCode(), name: `组织${person.id}`, kind: 'social_association' });
    const { body } = await person.client.post('/api/applications', { callId: call.id, organisationId: organisation });
    const answers = await answersOf(person, call.rulebook);
    const saved = await person.client.put(`/api/applications/${body.id}/answers`, { answers, version: body.version });
    expect(saved).toMatchObject({ status: 200, body: { faults: [], sections: call.rulebook.form.sections.map(({ key }) => key) } });
    return { person, id: body.id, version: saved.body.version, answers };
  }

  const read = async (person: Person, id: string) => (await person.client.get(`/api/applications/${id}`)).body;

  it('changes what is named and leaves every other answer as it was', async () => {
    const { person, id, version, answers } = await complete();
    const saved = await person.client.patch(`/api/applications/${id}/answers`, { changes: { scheme: { 'project-name': '安心回家' } }, version });
    expect(saved).toMatchObject({ status: 200, body: { version: version + 1 } });
    const now = await read(person, id);
    expect(now.answers).toEqual({ ...answers, scheme: { ...answers['scheme'], 'project-name': '安心回家' } });
    expect(now.projectName).toBe('安心回家');
  });

  it('tells the faults of the sections in which they have changed, and takes an answer away for null', async () => {
    const { person, id, version } = await complete();
    const emptied = await person.client.patch(`/api/applications/${id}/answers`, { changes: { scheme: { 'project-name': null } }, version });
    expect(emptied.body).toMatchObject({ sections: ['scheme'], faults: [expect.objectContaining({ path: 'scheme.project-name', code: 'answer_missing' })] });
    expect((await read(person, id)).answers.scheme).not.toHaveProperty('project-name');
    const mended = await person.client.patch(`/api/applications/${id}/answers`, { changes: { scheme: { 'project-name': '安心回家' } }, version: version + 1 });
    expect(mended.body).toMatchObject({ sections: ['scheme'], faults: [] });
    const again = await person.client.patch(`/api/applications/${id}/answers`, { changes: { scheme: { 'project-name': '安心回家2' } }, version: version + 2 });
    expect(again.body).toMatchObject({ sections: [], faults: [] });
  });

  it('tells the same faults as the page that is opened anew', async () => {
    const { person, id, version } = await complete();
    const { body } = await person.client.patch(`/api/applications/${id}/answers`, { changes: { scheme: { 'project-name': null }, money: { budget: null } }, version });
    expect((await read(person, id)).faults).toEqual(body.faults);
  });

  it('overwrites nothing that was saved since, and says so', async () => {
    const { person, id, version, answers } = await complete();
    const save = (name: string) => person.client.patch(`/api/applications/${id}/answers`, { changes: { scheme: { 'project-name': name } }, version });
    const both = await Promise.all([save('甲'), save('乙')]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 412]);
    const kept = both[0]!.status === 200 ? '甲' : '乙';
    expect((await read(person, id)).answers).toEqual({ ...answers, scheme: { ...answers['scheme'], 'project-name': kept } });
  });

  it('refuses what the form does not ask, and a section that is no set of answers', async () => {
    const { person, id, version, answers } = await complete();
    const change = (changes: object) => person.client.patch(`/api/applications/${id}/answers`, { changes, version });
    expect(await change({ scheme: { invented: 1 } })).toMatchObject({ status: 400, body: { code: 'question_unknown' } });
    expect(await change({ elsewhere: { 'project-name': '名' } })).toMatchObject({ status: 400, body: { code: 'question_unknown' } });
    expect(await change({ scheme: '名' })).toMatchObject({ status: 400, body: { code: 'section_invalid' } });
    expect((await read(person, id)).answers).toEqual(answers);
  });

  it('takes no file that somebody else has uploaded', async () => {
    const { person, id, version, answers } = await complete();
    const stranger = await complete();
    const section = call.rulebook.form.sections.find(({ questions }) => questions.some(({ kind }) => kind === 'file'))!;
    const question = section.questions.find(({ kind }) => kind === 'file')!.key;
    const theirs = stranger.answers[section.key]![question];
    expect(await person.client.patch(`/api/applications/${id}/answers`, { changes: { [section.key]: { [question]: theirs } }, version })).toMatchObject({ status: 404, body: { code: 'document_absent' } });
    expect((await read(person, id)).answers).toEqual(answers);
  });
});
