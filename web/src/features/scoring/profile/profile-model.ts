import type { ExpertProfileBody, ExpertProfileView } from '../../../api/index.js';

export interface Draft {
  readonly employer: string;
  readonly employerCode: string;
  readonly occupation: ExpertProfileBody['occupation'];
  readonly title: string;
  readonly territoryCode: string;
  readonly topics: string;
  readonly languages: readonly string[];
  readonly most: string;
  readonly phone: string;
  readonly address: string;
  readonly away: readonly { from: string; until: string }[];
}

export const OCCUPATIONS = ['university', 'social_organisation', 'accounting', 'law', 'enterprise', 'media', 'womens_federation', 'civil_affairs', 'finance_bureau', 'procurement_regulator', 'other'] as const;
export const TIES = ['employed', 'adviser', 'board', 'legal_representative', 'shareholder', 'family', 'mentor', 'dispute', 'requirement', 'other'] as const;

export const draftOf = ({ employer, employerCode, occupation, title, territoryCode, topics, languages, most, phone, address, away }: ExpertProfileView): Draft => ({
  employer, employerCode: employerCode ?? '', occupation: occupation as Draft['occupation'], title, territoryCode: territoryCode ?? '', topics: topics.join('、'), languages, most: most === null ? '' : String(most), phone: phone ?? '', address: address ?? '', away,
});

/** Fields that are left empty are left out. */
export function bodyOf({ employer, employerCode, occupation, title, territoryCode, topics, languages, most, phone, address, away }: Draft, version: number): ExpertProfileBody {
  const filled = Object.fromEntries(Object.entries({ employerCode: employerCode.trim().toUpperCase(), territoryCode: territoryCode.trim(), phone: phone.trim(), address: address.trim() }).filter(([, value]) => value !== ''));
  return {
    employer: employer.trim(), occupation, title: title.trim(), topics: topics.split(/[、,，;；\n]/).map((topic) => topic.trim()).filter(Boolean), languages: [...languages],
    away: away.filter(({ from, until }) => from !== '' && until !== '').map((one) => ({ ...one })), version, ...filled, ...(most === '' ? {} : { most: Number(most) }),
  };
}
