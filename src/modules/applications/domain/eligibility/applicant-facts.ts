import type { ApplicantType, Grade, RegistrationLevel } from '#modules/calls';
import type { NewestLookup } from '#modules/organisations';
import type { Figures } from '../figures.js';

/** An award that was announced to the organisation, alone or as a partner, and what became of its project. */
export interface PastAward {
  readonly applicationId: string;
  readonly projectName: string;
  readonly announcedOn: string;
  /** In the programme of this call. */
  readonly sameProgramme: boolean;
  /** The level of the federation whose programme it was; null above the provinces. */
  readonly level: RegistrationLevel | null;
  /** What modules above have recorded of the project; null until it is opened. */
  readonly project: { readonly status: string; readonly since: string } | null;
}

/** What is known of an applicant on the day of the test. Days are those of Asia/Shanghai. */
export interface ApplicantFacts {
  readonly today: string;
  readonly organisation: {
    readonly kind: ApplicantType;
    readonly creditCode: string | null;
    readonly registrationLevel: RegistrationLevel | null;
    readonly registeredOn: string | null;
    readonly territoryCode: string;
    readonly grade: Grade | null;
    readonly gradedOn: string | null;
    readonly fullTimeStaff: number;
    readonly socialWorkers: number;
    readonly partyOrganisation: boolean;
    readonly federationBody: boolean;
    readonly inspections: readonly { year: number; verdict: 'passed' | 'basic' | 'failed' }[];
  };
  /** Kinds of the co-applicants. */
  readonly partners: readonly ApplicantType[];
  /** Applications of the organisation in the call, this one included. */
  readonly applications: number;
  /** Awards that the organisation has won in this programme before. */
  readonly earlierAwards: number;
  readonly awards: readonly PastAward[];
  /** The newest look into each public register. */
  readonly lookups: readonly NewestLookup[];
  /** A bank account in its own name was verified. */
  readonly accountVerified: boolean;
  readonly womenPercent: number | null;
  readonly figures: Pick<Figures, 'requestedFen' | 'totalFen' | 'matchingFen' | 'projectName'>;
}
