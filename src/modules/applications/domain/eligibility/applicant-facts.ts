import type { ApplicantType, Grade, RegistrationLevel } from '#modules/calls';
import type { Figures } from '../figures.js';

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
  readonly womenPercent: number | null;
  readonly figures: Pick<Figures, 'requestedFen' | 'totalFen' | 'matchingFen'>;
}

