import { PASSWORD } from '../cast.mjs';
import { aCreditCode } from '../proposals.mjs';
import { FEDERATIONS, ORGANISATIONS } from './organisations.mjs';
import { profileOf } from './words.mjs';

/** The applicants of the demonstration and their organisations: each comes in once and applies as often as she likes. */
export class Members {
  #former = new Map();
  #joined = new Map();

  constructor(cast, nodeId) {
    Object.assign(this, { cast, nodeId });
  }

  /** Takes over who applied in the archived programme. */
  adopt(applications) {
    for (const { person, organisation } of applications) {
      const known = [...ORGANISATIONS.values()].find(({ name }) => name === organisation.name);
      if (known) this.#former.set(known.key, { person, organisation });
    }
  }

  /** @param {string} key @param {number} year in which she applies @returns {Promise<{person: object, organisation: object}>} */
  of(key, year) {
    if (!this.#joined.has(key)) this.#joined.set(key, this.#join(key, year));
    return this.#joined.get(key);
  }

  /** Women's federations that apply jointly: one person speaks for them. @returns {Promise<Map<string, {id: string, person: object}>>} by name */
  async federations(year) {
    const person = await this.cast.applicant('吕梁', 31);
    const federations = new Map();
    for (const [at, [name, territoryCode]] of FEDERATIONS.entries()) {
      const profile = { ...profileIn(year, { name, territoryCode, address: `${name.replace('妇女联合会', '')}政务服务中心`, at: 100 + at, leader: '吕梁' }), kind: 'womens_federation', profile: `${name}联系和服务辖区妇女儿童与家庭。` };
      const { id } = await person.post('/organisations', { ...profile, nodeId: this.nodeId });
      federations.set(name, { id, person });
    }
    await person.signIn(person.email, PASSWORD);
    return federations;
  }

  async #join(key, year) {
    const known = ORGANISATIONS.get(key);
    if (known.since) return this.#refresh(known, year);
    const person = await this.cast.applicant(known.leader, known.at + 1);
    const organisation = await person.post('/organisations', { ...profileIn(year, known), nodeId: this.nodeId });
    await person.signIn(person.email, PASSWORD);
    return { ...known, person, organisation };
  }

  /** Inspections and the rest of the years since she last applied. */
  async #refresh(known, year) {
    const { person, organisation } = this.#former.get(known.key);
    const { id, kind, registeredOn, creditCode, legalRepresentative } = organisation;
    const { version } = await person.get(`/organisations/${id}`);
    const profile = { ...profileIn(year, { ...known, leader: person.personName }), kind, registeredOn, creditCode, legalRepresentative };
    return { ...known, person, organisation: await person.put(`/organisations/${id}`, { ...profile, version }) };
  }
}

function profileIn(year, { name, territoryCode, address, at, leader }) {
  return {
    name, kind: name.includes('促进会') || name.includes('联合会') ? 'social_association' : 'social_service_institution', creditCode: aCreditCode(at), registrationLevel: 'district',
    registrationAuthority: '民政局', registeredOn: `${year - 8}-05-04`, territoryCode, address, legalRepresentative: leader,
    businessScope: '面向妇女、儿童和家庭的社会工作服务、家庭教育指导、心理支持、公益项目策划与评估。', profile: profileOf(name),
    grade: at % 3 === 0 ? '4A' : '3A', gradedOn: `${year - 2}-12-01`, fullTimeStaff: 6 + (at % 5), socialWorkers: 3, partyOrganisation: at % 2 === 0, federationBody: at % 4 === 0,
    inspections: [3, 2, 1].map((back) => ({ year: year - back, verdict: 'passed' })),
  };
}
