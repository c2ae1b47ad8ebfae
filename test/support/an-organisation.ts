import { creditCodeCheckCharacter, organisationCodeCheckCharacter } from '#libs/identifiers';
import type { Person, TestApp } from './app.js';

let codes = 0;

/** A sound unified social credit code that no other suite of the run has used. */
export function aCreditCode(): string {
  codes += 1;
  const body = `MJ${String(codes).padStart(6, '0')}`;
  const first = `52321003${body}${organisationCodeCheckCharacter(body)}`;
  return first + creditCodeCheckCharacter(first);
}

/** What the founder of a social organisation fills in; a true name and place, a made-up credit code with a sound check digit. */
export const anOrganisation = (changes: Record<string, unknown> = {}) => ({
  name: '扬州市邗江区彩虹社会工作服务中心',
  kind: 'social_service_institution',
  creditCode: '52321003MJ5600001X',
  registrationLevel: 'district',
  registrationAuthority: '扬州市邗江区民政局',
  registeredOn: '2016-05-04',
  territoryCode: '321003',
  address: '扬州市邗江区文昌中路1号',
  legalRepresentative: '李梅',
  businessScope: '为妇女、儿童和家庭提供社会工作服务。',
  profile: '为流动儿童家庭提供陪伴与支持。',
  grade: '4A',
  gradedOn: '2019-12-01',
  fullTimeStaff: 8,
  socialWorkers: 4,
  partyOrganisation: true,
  federationBody: true,
  inspections: [2017, 2018, 2019, 2020].map((year) => ({ year, verdict: 'passed' })),
  ...changes,
});

/** The founder signs up her organisation and signs in anew, for her new role. Answers its id. */
export async function found(app: TestApp, founder: Person, changes: Record<string, unknown> = {}, node = 'js.yz.'): Promise<string> {
  const { status, body } = await founder.client.post('/api/organisations', { ...anOrganisation(changes), nodeId: await app.node(node) });
  if (status !== 201) throw new Error(`answered ${status}: ${JSON.stringify(body)}`);
  await app.people.signIn(founder);
  return body.id as string;
}
