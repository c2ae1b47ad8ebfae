import type { Sentence } from '#libs/errors';
import type { Fen } from '#libs/money';

export const APPLICANT_TYPES = [
  'social_association', 'social_service_institution', 'foundation', 'community_group', 'enterprise', 'law_firm', 'public_institution_1',
  'public_institution_2', 'womens_federation', 'mass_organisation', 'village_committee', 'street_federation', 'social_work_station',
] as const;
export type ApplicantType = (typeof APPLICANT_TYPES)[number];

export type RegistrationLevel = 'national' | 'province' | 'city' | 'district';
/** Grade of a social organisation, valid five years. */
export type Grade = '1A' | '2A' | '3A' | '4A' | '5A';
export type LicenceKind = 'social_worker' | 'assistant_social_worker' | 'any_social_worker';

/** How far back a rule looks: from the evidence date, or over named years. */
export type LookBack = { months: number } | { fromYear: number; toYear: number };

/** The rule library E1 to E30: each is a switch with these parameters. */
export interface EligibilityParameters {
  /** Registered as a legal person with a registration authority; of a group with a host, the host. */
  E1: Record<string, never>;
  /** Registered at these levels only. */
  E2: { levels: RegistrationLevel[] };
  /** Registered for at least so many years on the test date. */
  E3: { minYears: number };
  /** Annual inspection passed. `basic` lets 基本合格 pass. */
  E4: { years: 'last' | 'all' | number; basic: boolean };
  /** Not on the list of abnormal activity. */
  E5: { lookBack: LookBack };
  /** Not on the list of seriously illegal and dishonest organisations. */
  E6: { lookBack: LookBack };
  /** No major violation, no administrative penalty. */
  E7: { lookBack: LookBack };
  /** The leader is not a dishonest judgment debtor. */
  E8: { persons: ('legal_representative' | 'leader')[] };
  /** A grade of at least X, inside its validity on the test date. */
  E9: { minGrade: Grade; validYears: number };
  /** Independent accounts, financial system, bank account of its own. */
  E10: { bankAccount: boolean; accountingSystem: boolean };
  /** Full-time staff; retirees re-hired count. */
  E11: { min: number };
  /** Licensed social workers. */
  E12: { min: number; licence: LicenceKind };
  /** Party organisation set up where conditions exist. */
  E13: { inCharter: boolean };
  /** The project lies within the charter's scope of business. */
  E14: Record<string, never>;
  /** Place of implementation and beneficiaries inside the territory of `applicants.implementedIn`. */
  E15: Record<string, never>;
  /** Applications per organisation and round. */
  E16: { max: number };
  /** Awards per organisation and year. */
  E17: { max: number };
  /** The same project is not financed elsewhere, and no project of an earlier grant still runs. */
  E18: { sameProject: boolean; stillRunning: boolean };
  /** The same service link for the same beneficiaries is not funded twice. */
  E19: Record<string, never>;
  /** Winners of another level's scheme this year stay out. */
  E20: { levels: RegistrationLevel[] };
  /** Last year's winners stay out. (Where they are preferred instead, see `preferences`.) */
  E21: { years: number };
  /** A project of the organisation was put into liquidation. */
  E22: { lookBack: LookBack };
  /** These bodies may not be contractors. */
  E23: { types: ApplicantType[] };
  /** Joint application as `applicants.joint` says; `strict` false means "in principle". */
  E24: { strict: boolean };
  /** Unregistered groups only through a host. */
  E25: { hostTypes: ApplicantType[] };
  /** These types may apply beside social organisations. */
  E26: { types: ApplicantType[] };
  /** Matching money of at least so much of the whole budget. */
  E27: { minPercent: number };
  /** The request stays under the cap, a first-timer's under a lower one. */
  E28: { maxFen: Fen; firstTimerMaxFen: Fen | null };
  /** Premises, equipment and staff. */
  E29: { premises: boolean; equipment: boolean; staff: boolean };
  /** Share of women among the beneficiaries. */
  E30: { minPercent: number };
}

export type EligibilityId = keyof EligibilityParameters;
export type EligibilityMoment = 'self_check' | 'submission' | 'screening' | 'signing';

interface RuleOf<Id extends EligibilityId> {
  id: Id;
  parameters: EligibilityParameters[Id];
  /** The rule in the words of the notice. */
  text: Sentence;
  /** `exclude` refuses; `flag` asks a person to look. */
  effect: 'exclude' | 'flag';
  /** When it is tested. Lists and grades expire, so E5 to E9 are tested again before signing. */
  moments: EligibilityMoment[];
  /** Keys of file questions of the form that serve as evidence. */
  evidence: string[];
}

export type EligibilityRule = { [Id in EligibilityId]: RuleOf<Id> }[EligibilityId];

export type PreferenceKind =
  | 'party_organisation' | 'womens_federation_body' | 'grade' | 'matching' | 'experience' | 'social_worker_licence'
  | 'last_year_winner' | 'local_co_funding' | 'other';

/** One preference. Its order in the list is its rank among equals. */
export interface PreferenceRule {
  key: string;
  kind: PreferenceKind;
  text: Sentence;
  minGrade?: Grade;
  minPercent?: number;
  /** Zero when it only breaks ties; otherwise points added by the bonus that names it. */
  points: number;
}
