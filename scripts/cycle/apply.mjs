import { aCreditCode, PROPOSALS } from './proposals.mjs';
import { fillForm } from './fill-form.mjs';
import { uploadPaper } from './paper.mjs';
import { day, stageOf } from './stage.mjs';
import { together } from './together.mjs';

/** Everybody of the programme's list applies: they write at the same time and hand in one after the other, so that numbers follow the list. */
export async function apply(round) {
  const { cast, template, tell } = round;
  const drafts = await together(PROPOSALS[template], async (proposal, at) => draft(round, { ...(await join(round, proposal, at)), proposal }));
  round.applications = [];
  for (const application of drafts) {
    const receipt = await handIn(application);
    const verified = await cast.browser().get(`/public/receipts/${receipt.hash}`);
    if (verified.number !== receipt.number) throw new Error('A receipt does not verify.');
    round.applications.push(application);
    tell(`${receipt.number} ${application.proposal.name}（${application.proposal.organisation}）`);
  }
}

/** Somebody new, with her organisation and, where the programme asks for one, its partner. */
async function join(round, proposal, at) {
  const { cast, rulebook, node } = round;
  const person = await cast.applicant(proposal.leader, at + 1);
  const organisation = await person.post('/organisations', { ...profile(proposal, rulebook, at), nodeId: node.id });
  await person.signIn(person.email, 'rain on the old canal');
  return { person, organisation, partners: await partnersOf(round, proposal, at) };
}

async function partnersOf({ cast, rulebook, node }, proposal, at) {
  if (rulebook.applicants.joint.mode !== 'required') return [];
  const person = await cast.applicant(`${proposal.leader}的联合申报人`, 500 + at);
  const federation = await person.post('/organisations', { ...profile({ ...proposal, organisation: `${proposal.place}妇女联合会`, kind: 'womens_federation' }, rulebook, 500 + at), nodeId: node.id });
  await person.signIn(person.email, 'rain on the old canal');
  return [{ id: federation.id, person }];
}

function profile({ organisation, kind = 'social_service_institution', leader }, rulebook, at) {
  const [territory] = rulebook.applicants.registeredIn.length > 0 ? rulebook.applicants.registeredIn : rulebook.applicants.implementedIn;
  const year = rulebook.year;
  return {
    name: organisation, kind, creditCode: aCreditCode(at), registrationLevel: 'district', registrationAuthority: '民政局', registeredOn: `${year - 6}-05-04`,
    territoryCode: territory.code.padEnd(6, '0').slice(0, 6), address: `${territory.name.zh}解放路${at + 1}号`, legalRepresentative: leader,
    businessScope: '为妇女、儿童和家庭提供社会工作服务，开展公益项目。', profile: `${organisation}长期服务妇女儿童与家庭。`, grade: at % 3 === 0 ? '4A' : '3A', gradedOn: `${year - 2}-12-01`,
    fullTimeStaff: 6 + (at % 5), socialWorkers: 3, partyOrganisation: at % 2 === 0, federationBody: at % 4 === 0,
    inspections: [3, 2, 1].map((back) => ({ year: year - back, verdict: 'passed' })),
  };
}

/** An application with the whole form filled in, not handed in yet; its partners have agreed. */
export async function draft({ rulebook, call }, { person, organisation, proposal, partners = [] }) {
  const { id, version } = await person.post('/applications', { callId: call.id, organisationId: organisation.id, coOrganisationIds: partners.map((partner) => partner.id) });
  for (const partner of partners) await partner.person.post(`/applications/${id}/partner-answers`, { organisationId: partner.id, agreed: true });
  const files = [];
  for (const { title } of filesOf(rulebook)) files.push(await uploadPaper(person, title.zh, [`单位：${organisation.name}`, `项目：${proposal.name}`]));
  const implementation = stageOf({ rulebook }, 'implementation');
  const answers = fillForm(rulebook, { startsOn: day(implementation.opensAt), endsOn: day(implementation.closesAt), ...proposal, organisation }, files);
  await person.put(`/applications/${id}/answers`, { answers, version });
  return { id, person, organisation, proposal };
}

const filesOf = ({ form }) => form.sections.flatMap(({ questions }) => questions).filter(({ kind }) => kind === 'file');

/** Submits what the preview shows. @returns the receipt, which the application keeps */
export async function handIn(application) {
  const { hash } = await application.person.get(`/applications/${application.id}/preview`);
  return (application.receipt = await application.person.post(`/applications/${application.id}/submission`, { declared: true, previewed: hash }));
}
