import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, InstantColumn, type Id } from '#libs/database';

export type TieId = Id<'expert_tie'>;

/** Occupations that a money route may bar from a panel; the words stand in the rulebook's `panel.barred`. */
export const OCCUPATIONS = ['university', 'social_organisation', 'accounting', 'law', 'enterprise', 'media', 'womens_federation', 'civil_affairs', 'finance_bureau', 'procurement_regulator', 'other'] as const;
export type Occupation = (typeof OCCUPATIONS)[number];

export const REVIEW_LANGUAGES = ['zh', 'en'] as const;

/** Days, both inclusive, on which an expert cannot be asked. */
export interface Away {
  readonly from: string;
  readonly until: string;
}

/** What an expert says of herself, once for every call. */
@Entity('expert_profile')
export class ExpertProfile {
  @PrimaryColumn('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') employer: string;
  /** Unified social credit code of the employer, when known: it finds the employer among applicants without guessing. */
  @Column('text', { name: 'employer_code', nullable: true }) employerCode: string | null;
  @Column('text') occupation: Occupation;
  @Column('text') title: string;
  /** GB/T 2260 division code of where she works. */
  @Column('text', { name: 'territory_code', nullable: true }) territoryCode: string | null;
  /** Fields of expertise in her own words; compared with the titles of categories and the names of projects. */
  @Column('text', { array: true }) topics: string[];
  @Column('text', { array: true }) languages: string[];
  /** The most applications that she takes in one stage; null leaves it to the officer. */
  @Column('int', { nullable: true }) most: number | null;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) address: string | null;
  @Column('jsonb') away: readonly Away[];
  /** Since when she has said so, word for word: a conflict is told with the day of what it follows from, whenever else the profile was saved. */
  @InstantColumn({ name: 'employer_since' }) employerSince: Date;
  @InstantColumn({ name: 'phone_since', nullable: true }) phoneSince: Date | null;
  @InstantColumn({ name: 'address_since', nullable: true }) addressSince: Date | null;
  @Column('uuid', { name: 'saved_by' }) savedBy: string;
  @InstantColumn({ name: 'saved_at' }) savedAt: Date;
  @Column('int') version: number;
}

export const TIE_KINDS = ['employed', 'adviser', 'board', 'legal_representative', 'shareholder', 'family', 'mentor', 'dispute', 'requirement', 'other'] as const;
export type TieKind = (typeof TIE_KINDS)[number];

/** A relation between an expert and an organisation, declared by her or recorded by staff or by the platform. Rows are only withdrawn. */
@Entity('expert_tie')
export class ExpertTie {
  @PrimaryColumn('uuid') id: TieId;
  @Column('uuid', { name: 'account_id' }) accountId: string;
  @Column('text') kind: TieKind;
  @Column('uuid', { name: 'organisation_id', nullable: true }) organisationId: string | null;
  @Column('text', { name: 'organisation_name' }) organisationName: string;
  /** The relative, for `family`. */
  @Column('text', { name: 'person_name', nullable: true }) personName: string | null;
  @DayColumn({ nullable: true }) since: string | null;
  @DayColumn({ nullable: true }) until: string | null;
  @Column('text', { nullable: true }) note: string | null;
  @Column('text') source: 'self' | 'staff' | 'platform';
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @InstantColumn({ name: 'recorded_at' }) recordedAt: Date;
  @InstantColumn({ name: 'withdrawn_at', nullable: true }) withdrawnAt: Date | null;
  @Column('uuid', { name: 'withdrawn_by', nullable: true }) withdrawnBy: string | null;
  @Column('text', { name: 'withdrawn_why', nullable: true }) withdrawnWhy: string | null;
}

type Stated = Pick<ExpertProfile, 'employer' | 'employerCode' | 'phone' | 'address'>;
type Since = Pick<ExpertProfile, 'employerSince' | 'phoneSince' | 'addressSince'>;

/** What she said before in the same words keeps its day; what is new is of now. */
export function datedStatements(now: Date, stated: Stated, before: (Stated & Since) | null): Since {
  const same = (...keys: (keyof Stated)[]) => before !== null && keys.every((key) => (before[key] ?? '').trim() === (stated[key] ?? '').trim());
  return {
    employerSince: same('employer', 'employerCode') ? before!.employerSince : now,
    phoneSince: stated.phone === null ? null : same('phone') ? before!.phoneSince : now,
    addressSince: stated.address === null ? null : same('address') ? before!.addressSince : now,
  };
}

/** Whether she can be asked on that day. @param day `YYYY-MM-DD` */
export const isAway = ({ away }: Pick<ExpertProfile, 'away'>, day: string): boolean => away.some(({ from, until }) => from <= day && day <= until);
