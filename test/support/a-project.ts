import { admit, anOpenCall, PDF, submitted, type OpenCall } from './a-call.js';
import { aPanel, blocOf, scoreAt } from './a-panel.js';
import { aCreditCode, found } from './an-organisation.js';
import type { Answer, Person, TestApp } from './app.js';

export interface RunningCall {
  call: OpenCall;
  founder: Person;
  organisationId: string;
  projectId: string;
}

/** The answer; an error where it refuses. */
export const ok = async (answer: Promise<Answer>): Promise<Answer> => {
  const got = await answer;
  if (got.status >= 300) throw new Error(`answered ${got.status}: ${JSON.stringify(got.body)}`);
  return got;
};

export type Panel = { judge: Person; seatId: string }[];

/** What else happens on the way. */
export interface OnTheWay {
  /** Every sheet is in, nothing is sealed. */
  scored?(call: OpenCall, panel: Panel, applicationId: string): Promise<void>;
  /** The ranking is sealed, no award decided. */
  sealed?(call: OpenCall, panel: Panel, applicationId: string): Promise<void>;
  /** The list is on public notice. */
  published?(call: OpenCall, applicationId: string): Promise<void>;
}

/** A round played to the accepted award through the same routes as people use: one application, a panel of three, 50,000 yuan. */
export async function aProject(app: TestApp, onTheWay: OnTheWay = {}): Promise<RunningCall> {
  const call = await anOpenCall(app, 'hubei-mulan-2024', (rulebook) => ({
    ...rulebook, applicants: { ...rulebook.applicants, registeredIn: [], joint: { ...rulebook.applicants.joint, mode: 'allowed', together: [] } },
    contract: { ...rulebook.contract, parties: rulebook.contract.parties.filter(({ role }) => role !== 'co_applicant') },
  }));
  const { officer } = call;
  const founder = await app.person();
  const organisationId = await found(app, founder, { name: '木兰服务中心', creditCode: aCreditCode() });
  const { id } = await submitted(founder, call, organisationId, { requestedFen: 5_000_000, matchingFen: 1_000_000 });
  await admit(officer, call, id);
  app.clock.set(new Date(call.closesAt.getTime() + 3_600_000));
  await app.repeat('calls.open-and-close');
  const panel = await aPanel(app, call, 'written', 3);
  await ok(officer.client.post(`/api/calls/${call.id}/scoring/written/beginning`));
  for (const seat of panel) await scoreAt(seat, id, blocOf(call, 'written'), 80);
  await onTheWay.scored?.(call, panel, id);
  await ok(officer.client.post(`/api/calls/${call.id}/scoring/written/sealing`));
  await onTheWay.sealed?.(call, panel, id);
  await ok(officer.client.post(`/api/calls/${call.id}/awards/decision`));
  const notice = await ok(officer.client.post(`/api/calls/${call.id}/awards/notice`));
  await onTheWay.published?.(call, id);
  app.clock.set(new Date(`${notice.body.lastDay}T16:00:01Z`));
  const [award] = (await ok(officer.client.post(`/api/calls/${call.id}/awards/confirmation`))).body;
  await ok(founder.client.post(`/api/awards/${award.id}/answer`, { answer: 'accept' }));
  await app.drain();
  await ok(officer.client.post(`/api/calls/${call.id}/round-moves`, { move: 'run' }));
  const { body } = await ok(officer.client.get(`/api/projects?callId=${call.id}`));
  return { call, founder, organisationId, projectId: body.items[0].id };
}

/** The project's contract, accepted by every party. Answers its id. */
export async function signContract(app: TestApp, { call, founder, projectId }: RunningCall, term = { startsOn: '2024-05-20', endsOn: '2024-11-30' }): Promise<string> {
  const { body: contract } = await ok(call.officer.client.post(`/api/projects/${projectId}/contracts`, term));
  if (!founder.totpSecret) await app.people.enrol(founder);
  else await app.people.giveFactor(founder);
  await app.people.giveFactor(call.officer);
  for (const { key, role } of contract.parties as { key: string; role: string }[]) {
    const person = role === 'grantee' ? founder : call.officer;
    const evidence = role === 'grantee' || role === 'funder' ? {} : { evidenceId: (await ok(person.client.upload('/api/documents', { name: '签章页.pdf', content: PDF }))).body.id };
    await ok(person.client.post(`/api/contracts/${contract.id}/acceptances`, { partyKey: key, signatory: person.name, ...evidence }));
  }
  await app.drain();
  return contract.id as string;
}
