import type { EditOrganisationBody, OrganisationView } from '../../api/index.js';

/** The profile as it stands in the fields: text, so that what is half typed is never lost. */
export interface ProfileFields {
  name: string;
  kind: string;
  creditCode: string;
  nodeId: string;
  registrationLevel: string;
  registrationAuthority: string;
  registeredOn: string;
  territoryCode: string;
  address: string;
  legalRepresentative: string;
  businessScope: string;
  profile: string;
  grade: string;
  gradedOn: string;
  fullTimeStaff: string;
  socialWorkers: string;
  partyOrganisation: boolean;
  federationBody: boolean;
  /** By year; an empty text where there was no inspection. */
  inspections: Record<string, string>;
}

export const EMPTY_PROFILE: ProfileFields = {
  name: '', kind: '', creditCode: '', nodeId: '', registrationLevel: '', registrationAuthority: '', registeredOn: '', territoryCode: '', address: '',
  legalRepresentative: '', businessScope: '', profile: '', grade: '', gradedOn: '', fullTimeStaff: '', socialWorkers: '', partyOrganisation: false, federationBody: false,
  inspections: {},
};

export function fieldsOf(shown: OrganisationView): ProfileFields {
  const text = (value: string | null) => value ?? '';
  return {
    name: shown.name, kind: shown.kind, creditCode: text(shown.creditCode), nodeId: '', registrationLevel: text(shown.registrationLevel),
    registrationAuthority: text(shown.registrationAuthority), registeredOn: text(shown.registeredOn), territoryCode: shown.territoryCode, address: shown.address,
    legalRepresentative: shown.legalRepresentative, businessScope: shown.businessScope, profile: shown.profile, grade: text(shown.grade), gradedOn: text(shown.gradedOn),
    fullTimeStaff: String(shown.fullTimeStaff), socialWorkers: String(shown.socialWorkers), partyOrganisation: shown.partyOrganisation, federationBody: shown.federationBody,
    inspections: Object.fromEntries(shown.inspections.map(({ year, verdict }) => [String(year), verdict])),
  };
}

export function bodyOf(fields: ProfileFields): Omit<EditOrganisationBody, 'version'> {
  const { nodeId: _node, ...given } = fields;
  const optional = Object.fromEntries(
    (['creditCode', 'registrationLevel', 'registrationAuthority', 'registeredOn', 'grade', 'gradedOn'] as const).filter((key) => fields[key].trim() !== '').map((key) => [key, fields[key].trim()]),
  );
  const inspections = Object.entries(fields.inspections).filter(([, verdict]) => verdict !== '').map(([year, verdict]) => ({ year: Number(year), verdict }));
  const { name, kind, territoryCode, address, legalRepresentative, businessScope, profile, partyOrganisation, federationBody } = given;
  return {
    name, kind, territoryCode, address, legalRepresentative, businessScope, profile, partyOrganisation, federationBody, inspections,
    fullTimeStaff: Number(fields.fullTimeStaff), socialWorkers: Number(fields.socialWorkers), ...optional,
  } as Omit<EditOrganisationBody, 'version'>;
}

/** The five years before the present one, and whatever older ones are on record. */
export function inspectionYears(fields: ProfileFields, thisYear: number): string[] {
  const recent = [1, 2, 3, 4, 5].map((back) => String(thisYear - back));
  return [...new Set([...recent, ...Object.keys(fields.inspections)])].sort((a, b) => Number(b) - Number(a));
}
