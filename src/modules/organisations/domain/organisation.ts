import { Column, Entity, PrimaryColumn } from 'typeorm';
import { lookOfName } from '#libs/characters';
import { DayColumn, InstantColumn, type Id } from '#libs/database';

export type OrganisationId = Id<'organisation'>;

/** Legal forms a rulebook may admit; the same words as the rulebook's applicant types. */
export const ORGANISATION_KINDS = [
  'social_association', 'social_service_institution', 'foundation', 'community_group', 'enterprise', 'law_firm', 'public_institution_1',
  'public_institution_2', 'womens_federation', 'mass_organisation', 'village_committee', 'street_federation', 'social_work_station',
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

export const REGISTRATION_LEVELS = ['national', 'province', 'city', 'district'] as const;
export const GRADES = ['1A', '2A', '3A', '4A', '5A'] as const;
export const INSPECTION_VERDICTS = ['passed', 'basic', 'failed'] as const;

/** Verdict of the annual inspection of one year: 合格, 基本合格, 不合格. */
export interface AnnualInspection {
  year: number;
  verdict: (typeof INSPECTION_VERDICTS)[number];
}

/** What an organisation says of itself; filled once and used by every application. */
export class OrganisationProfile {
  @Column('text') name: string;
  @Column('text') kind: OrganisationKind;
  /** Unified social credit code (GB 32100-2015). Groups on record have none. */
  @Column('text', { name: 'credit_code', nullable: true }) creditCode: string | null;
  @Column('text', { name: 'registration_level', nullable: true }) registrationLevel: (typeof REGISTRATION_LEVELS)[number] | null;
  @Column('text', { name: 'registration_authority', nullable: true }) registrationAuthority: string | null;
  @DayColumn({ name: 'registered_on', nullable: true }) registeredOn: string | null;
  /** GB/T 2260 division code of the place of registration. */
  @Column('text', { name: 'territory_code' }) territoryCode: string;
  @Column('text') address: string;
  @Column('text', { name: 'legal_representative' }) legalRepresentative: string;
  @Column('text', { name: 'business_scope' }) businessScope: string;
  @Column('text') profile: string;
  @Column('text', { nullable: true }) grade: (typeof GRADES)[number] | null;
  /** The grade is valid for five years from this day. */
  @DayColumn({ name: 'graded_on', nullable: true }) gradedOn: string | null;
  @Column('int', { name: 'full_time_staff' }) fullTimeStaff: number;
  @Column('int', { name: 'social_workers' }) socialWorkers: number;
  @Column('boolean', { name: 'party_organisation' }) partyOrganisation: boolean;
  /** 社会组织妇联: a women's-federation body inside the organisation. */
  @Column('boolean', { name: 'federation_body' }) federationBody: boolean;
  @Column('jsonb') inspections: AnnualInspection[];
}

@Entity('organisation')
export class Organisation extends OrganisationProfile {
  @PrimaryColumn('uuid') id: OrganisationId;
  /** The federation in whose care it is. */
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('int') version: number;
  @InstantColumn({ name: 'created_at' }) createdAt: Date;
  /** Set while staff have stopped every step of this organisation. */
  @Column('text', { name: 'stop_reason', nullable: true }) stopReason: string | null;
  @InstantColumn({ name: 'stopped_at', nullable: true }) stoppedAt: Date | null;
  /** A double that was merged: what it did stays its own, everything from then on is the other's. */
  @Column('uuid', { name: 'merged_into', nullable: true }) mergedInto: OrganisationId | null;

  /** What its name and that of its legal representative look like: `lookOfName`. Null where a newer rule has still to be applied. */
  @Column('text', { name: 'name_look', nullable: true }) nameLook: string | null;
  @Column('text', { name: 'representative_look', nullable: true }) representativeLook: string | null;

  static found(profile: OrganisationProfile, origin: { id: OrganisationId; nodePath: string; now: Date }): Organisation {
    const { id, nodePath, now: createdAt } = origin;
    return Object.assign(new Organisation(), { id, nodePath, version: 1, createdAt, stopReason: null, stoppedAt: null, mergedInto: null }).describe(profile);
  }

  describe(profile: OrganisationProfile): this {
    return Object.assign(this, profile, { nameLook: lookOfName(profile.name), representativeLook: lookOfName(profile.legalRepresentative) });
  }
}

/** A ban with a first and a last day, a basis and a scope. */
@Entity('organisation_debarment')
export class Debarment {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: OrganisationId;
  @DayColumn({ name: 'from_day' }) fromDay: string;
  @DayColumn({ name: 'until_day' }) untilDay: string;
  /** Text of the rule or decision it rests on. */
  @Column('text') basis: string;
  @Column('uuid', { name: 'decided_by' }) decidedBy: string;
  @InstantColumn({ name: 'lifted_at', nullable: true }) liftedAt: Date | null;
}
