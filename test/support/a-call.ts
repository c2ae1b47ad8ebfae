import type { Rulebook } from '#modules/calls';
import { countFiles, fillForm } from '../../scripts/cycle/fill-form.mjs';
import type { Answer, Person, TestApp } from './app.js';

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');

export interface OpenCall {
  id: string;
  rulebook: Rulebook;
  officer: Person;
  closesAt: Date;
}

let programmes = 0;

/** A published programme, open for applications: the clock stands an hour after its opening. */
export async function anOpenCall(app: TestApp, template = 'yangzhou-2021', changes: (rulebook: Rulebook) => Rulebook = (rulebook) => rulebook): Promise<OpenCall> {
  programmes += 1;
  const officer = await app.person({ roles: [{ role: 'officer', node: 'js.yz.' }] });
  const programme = await officer.client.post('/api/programmes', { nodeId: await app.node('js.yz.'), code: `P${programmes}X`, title: { zh: '公益创投', en: 'Venture philanthropy' } });
  const { body: rulebook } = await officer.client.get(`/api/rulebooks/templates/${template}`);
  const made = await officer.client.post('/api/calls', { programmeId: programme.body.id, rulebook: changes(rulebook) });
  const opensAt = new Date(made.body.opensAt);
  app.clock.set(new Date(opensAt.getTime() - 3_600_000));
  const published = await officer.client.post(`/api/calls/${made.body.id}/moves`, { move: 'publish' });
  if (published.status !== 201) throw new Error(`answered ${published.status}: ${JSON.stringify(published.body)}`);
  // A minute of its own for each call: what the clock does at a minute it does once.
  app.clock.set(new Date(opensAt.getTime() + 3_600_000 + programmes * 60_000));
  await app.repeat('calls.open-and-close');
  return { id: made.body.id, rulebook: published.body.rulebook, officer, closesAt: new Date(made.body.closesAt) };
}

export interface Proposal {
  name?: string;
  requestedFen?: number;
  matchingFen?: number;
  categoryKey?: string;
}

/** Answers to the whole form, with their files uploaded by the person. */
export async function answersOf(person: Person, rulebook: Rulebook, { name = '木兰妈妈课堂', requestedFen = 4_000_000, matchingFen = 1_000_000, categoryKey }: Proposal = {}): Promise<Record<string, Record<string, unknown>>> {
  const ids: string[] = [];
  for (let at = 0; at < countFiles(rulebook); at += 1) {
    const { body } = await person.client.upload('/api/documents', { name: `证明${at + 1}.pdf`, content: PDF });
    ids.push(body.id);
  }
  return fillForm(rulebook, { name, requestedFen, matchingFen, categoryKey, startsOn: '2021-12-01', endsOn: '2022-10-31' }, ids);
}

/** Looks at the preview and submits what it shows, as the page does. */
export async function handIn(person: Person, applicationId: string, headers: Record<string, string> = {}, more: object = {}): Promise<Answer> {
  const { body } = await person.client.get(`/api/applications/${applicationId}/preview`);
  return person.client.post(`/api/applications/${applicationId}/submission`, { declared: true, previewed: body.hash, ...more }, headers);
}

/** A submitted application of the founder's organisation. Answers its id and receipt. */
export async function submitted(founder: Person, call: OpenCall, organisationId: string, proposal: Proposal = {}): Promise<{ id: string; number: string; hash: string }> {
  const started = await founder.client.post('/api/applications', { callId: call.id, organisationId });
  if (started.status !== 201) throw new Error(`answered ${started.status}: ${JSON.stringify(started.body)}`);
  const answers = await answersOf(founder, call.rulebook, proposal);
  await founder.client.put(`/api/applications/${started.body.id}/answers`, { answers, version: started.body.version });
  const receipt = await handIn(founder, started.body.id);
  if (receipt.status !== 201) throw new Error(`answered ${receipt.status}: ${JSON.stringify(receipt.body)}`);
  return { id: started.body.id, ...receipt.body };
}

/** Every rule of the screening found passed, and the application admitted. */
export async function admit(officer: Person, call: OpenCall, applicationId: string): Promise<void> {
  const checks = call.rulebook.eligibility.filter(({ moments }) => moments.includes('screening')).map(({ id }) => ({ ruleId: id, verdict: 'passed' }));
  await officer.client.post(`/api/applications/${applicationId}/checks`, { checks });
  const { status, body } = await officer.client.post(`/api/applications/${applicationId}/screening`, { move: 'admit' });
  if (status !== 200) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
}
