import { anOpenCall, answersOf, type OpenCall } from '../../support/a-call.js';
import { aCreditCode, found } from '../../support/an-organisation.js';
import { bootApp, type Answer, type Person, type TestApp } from '../../support/app.js';

/** What a hostile or broken client sends where a draft is saved and submitted: refused in words, or kept as harmless text, never an error of ours. */
describe('answers from a hostile client', () => {
  let app: TestApp;
  let call: OpenCall;
  let person: Person;
  let id: string;
  beforeAll(async () => {
    app = await bootApp();
    call = await anOpenCall(app);
    person = await app.person();
    const organisationId = await found(app, person, { name: '正常的组织', creditCode: aCreditCode() });
    ({ id } = (await person.client.post('/api/applications', { callId: call.id, organisationId })).body);
  });
  afterEach(() => app.expectInvariants());
  afterAll(() => app?.close());

  const one = async () => (await person.client.get(`/api/applications/${id}`)).body;
  const raw = (method: 'PUT' | 'POST', path: string, body: string): Promise<Answer> => person.client.send(method, `/api/applications/${id}/${path}`, body, { 'content-type': 'application/json' });
  const save = async (answers: string): Promise<Answer> => raw('PUT', 'answers', `{"version":${(await one()).version},"answers":${answers}}`);
  const untouched = async (act: () => Promise<Answer>): Promise<Answer> => {
    const before = await one();
    const answer = await act();
    const after = await one();
    expect([after.version, after.answers]).toEqual([before.version, before.answers]);
    return answer;
  };

  it.each([
    ['a prototype', '{"__proto__":{"admin":true}}'],
    ['a prototype in a section', '{"proposal":{"__proto__":{"admin":true}}}'],
    ['a constructor with a prototype', '{"constructor":{"prototype":{"admin":true}}}'],
    ['ten thousand lists in each other', `{"proposal":{"summary":${'['.repeat(10_000)}${']'.repeat(10_000)}}}`],
    ['ten thousand objects in each other', `{"proposal":{"summary":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}}`],
    ['NUL in a text', '{"proposal":{"summary":"a\\u0000b"}}'],
    ['NUL in a key', '{"proposal":{"sum\\u0000mary":"a"}}'],
    ['half a character', '{"proposal":{"summary":"\\ud800"}}'],
    ['half a character in a cell', '{"money":{"budget":[{"item":"\\udc00x"}]}}'],
    ['a section that is a text', '{"proposal":"text"}'],
    ['a section that is a list', '{"proposal":[1,2]}'],
    ['no object', '[]'],
    ['a text', '"x"'],
    ['a number beyond every number', '{"scheme":{"requested":1e999}}'],
  ])('is refused: %s', async (_, answers) => {
    const { status, body, headers } = await untouched(() => save(answers));
    expect({ status, type: headers['content-type'] }).toEqual({ status: 400, type: expect.stringContaining('problem+json') });
    expect(body.detail).toMatch(/\S/);
    expect(JSON.stringify(body)).not.toMatch(/node_modules|at Object|RangeError|postgres/i);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  it('takes the last of two equal keys, and nothing of the first', async () => {
    expect((await save('{"proposal":{"summary":"first","summary":"second"}}')).status).toBe(200);
    expect((await one()).answers.proposal).toEqual({ summary: 'second' });
  });

  it('keeps text that turns round or cannot be seen, and shows no such name to others', async () => {
    const name = '\u202e安全\u200b\u2066项目\ufeff';
    expect((await save(JSON.stringify({ scheme: { 'project-name': name }, proposal: { summary: `x${name}` } }))).status).toBe(200);
    const { answers, projectName } = await one();
    expect(answers.scheme['project-name']).toBe(name);
    expect(projectName).toBe('安全项目');
  });

  it.each([
    ['a prototype', '{"declared":true,"__proto__":{"owns":true}}'],
    ['an unknown field', '{"declared":true,"submittedAt":"2020-01-01T00:00:00Z"}'],
    ['a word for yes', '{"declared":"yes"}'],
    ['ten thousand lists', `{"declared":${'['.repeat(10_000)}${']'.repeat(10_000)}}`],
    ['broken JSON', '{"declared":tru'],
    ['nothing', ''],
  ])('submits nothing for %s', async (_, body) => {
    expect((await untouched(() => raw('POST', 'submission', body))).status).toBe(400);
    expect((await one()).status).toBe('draft');
  });

  it('still takes what is honest', async () => {
    const saved = await save(JSON.stringify(await answersOf(person, call.rulebook)));
    expect(saved).toMatchObject({ status: 200, body: { faults: [] } });
    const { body: preview } = await person.client.get(`/api/applications/${id}/preview`);
    expect((await raw('POST', 'submission', JSON.stringify({ declared: true, previewed: preview.hash }))).status).toBe(201);
  });
});
