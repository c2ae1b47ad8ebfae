import { isDeepStrictEqual } from 'node:util';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { FenColumn, InstantColumn, type Id } from '#libs/database';
import type { Sentence } from '#libs/errors';
import type { ApplicationStatus } from './application-status.js';
import type { BudgetSum, Figures } from './figures.js';
import type { Answers } from './form/answers.js';
import type { Origins } from './origins.js';

export type ApplicationId = Id<'application'>;

/** What became of it: the sum in fen and whether the award was confirmed after its notice, the place on the reserve list, or why not. */
export type Outcome =
  | { kind: 'awarded'; amountFen: number; confirmed?: boolean }
  | { kind: 'reserved'; position: number }
  | { kind: 'not_awarded'; reason: Sentence }
  | { kind: 'declined' };

/** While returned: what may be changed, until when, and why. */
export interface Return {
  readonly sections: readonly string[];
  readonly reason: string;
  readonly dueAt: string;
  /** Whether who applies together is to be put in order, too. */
  readonly parties?: boolean;
}

/** One project that one organisation, alone or with partners, proposes in one call. */
@Entity('application')
export class Application {
  @PrimaryColumn('uuid') id: ApplicationId;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text', { name: 'node_path' }) nodePath: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: string;
  @Column('text', { name: 'organisation_name' }) organisationName: string;
  @Column('uuid', { name: 'co_organisation_ids', array: true }) coOrganisationIds: string[];
  @Column('text') status: ApplicationStatus;
  /** Given at the first submission and kept. */
  @Column('text', { nullable: true }) number: string | null;
  @Column('jsonb') answers: Answers;
  @Column('text', { name: 'project_name' }) projectName: string;
  @Column('text', { name: 'category_key' }) categoryKey: string;
  @FenColumn({ name: 'requested_fen' }) requestedFen: number;
  @FenColumn({ name: 'total_fen' }) totalFen: number;
  @FenColumn({ name: 'matching_fen' }) matchingFen: number;
  @Column('jsonb') budget: readonly BudgetSum[];
  /** A first-timer's lower cap; null where none applies. */
  @FenColumn({ name: 'ceiling_fen', nullable: true }) ceilingFen: number | null;
  @Column('text', { array: true }) preferences: string[];
  /** The version of the rules under which it was last saved or submitted. */
  @Column('int', { name: 'rulebook_version' }) rulebookVersion: number;
  @InstantColumn({ name: 'submitted_at', nullable: true }) submittedAt: Date | null;
  @Column('jsonb', { nullable: true }) returned: Return | null;
  /** Why it was found ineligible. */
  @Column('text', { nullable: true }) reason: string | null;
  @Column('text', { nullable: true }) score: string | null;
  @Column('int', { nullable: true }) rank: number | null;
  @Column('jsonb', { nullable: true }) outcome: Outcome | null;
  @InstantColumn({ name: 'announced_at', nullable: true }) announcedAt: Date | null;
  /** Where the project of the award stands, and since when, as it was recorded from above. */
  @Column('text', { name: 'project_status', nullable: true }) projectStatus: string | null;
  @InstantColumn({ name: 'project_since', nullable: true }) projectSince: Date | null;
  @Column('uuid', { name: 'created_by' }) createdBy: string;
  /** Who submits: whoever began it, until she hands it over. */
  @Column('uuid', { name: 'owner_id' }) ownerId: string;
  @Column('uuid', { name: 'saved_by' }) savedBy: string;
  /** When the last earlier state was set aside. */
  @InstantColumn({ name: 'revised_at' }) revisedAt: Date;
  /** Answers that were not typed here, by `section.question`. */
  @Column('jsonb') origins: Origins;
  @InstantColumn({ name: 'created_at' }) createdAt: Date;
  @InstantColumn({ name: 'saved_at' }) savedAt: Date;
  /** What it is found by in a list; the store writes it with the names, and nobody reads it. */
  @Column({ type: 'text', array: true, select: false, insert: false, update: false }) words?: string[];
  /** Sites that are asked over links and whose requests stand; the store of sites counts them. */
  @Column({ type: 'int', name: 'site_requests', insert: false, update: false }) siteRequests: number;
  @Column('int') version: number;

  /** Takes over new answers and what follows from them. */
  answer(answers: Answers, figures: Figures, at: { now: Date; rulebookVersion: number }): void {
    // A budget that comes to the same stays the one that was read, which nobody has to send or write again.
    const budget = isDeepStrictEqual(this.budget, figures.budget) ? this.budget : figures.budget;
    Object.assign(this, { answers, ...figures, budget, savedAt: at.now, rulebookVersion: at.rulebookVersion });
  }

  get parties(): string[] {
    return [this.organisationId, ...this.coOrganisationIds];
  }
}

/** What was submitted, word for word. Rows are only added. */
@Entity('application_submission')
export class Submission {
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId: ApplicationId;
  /** The first submission is one; each amendment and correction adds one. */
  @PrimaryColumn('int') ordinal: number;
  @Column('text') number: string;
  @Column('jsonb') answers: Answers;
  /** SHA-256 of the canonical JSON (RFC 8785) of number, call, organisation, rulebook version and answers. */
  @Column('text') hash: string;
  @Column('int', { name: 'rulebook_version' }) rulebookVersion: number;
  @Column('uuid', { name: 'submitted_by' }) submittedBy: string;
  @InstantColumn({ name: 'submitted_at' }) submittedAt: Date;
}

export const CHECK_VERDICTS = ['passed', 'failed', 'not_applicable'] as const;
export type CheckVerdict = (typeof CHECK_VERDICTS)[number];

/** What a screener found on one rule, and on what evidence. */
@Entity('application_check')
export class EligibilityCheck {
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId: ApplicationId;
  @PrimaryColumn('text', { name: 'rule_id' }) ruleId: string;
  @Column('text') verdict: CheckVerdict;
  @Column('text', { nullable: true }) note: string | null;
  @Column('uuid', { name: 'checked_by' }) checkedBy: string;
  @InstantColumn({ name: 'checked_at' }) checkedAt: Date;
  /** `agreement`: what several screeners found alike; `officer`: an officer decided where they did not. */
  @Column('text', { name: 'settled_by', default: 'screener' }) settledBy: 'screener' | 'agreement' | 'officer';
}

/** One move in the life of an application. Rows are only added. */
@Entity('application_history')
export class ApplicationHistory {
  @PrimaryColumn('uuid', { name: 'application_id' }) applicationId: ApplicationId;
  @PrimaryColumn('int') step: number;
  @Column('text') move: string;
  @Column('text', { name: 'from_status' }) fromStatus: ApplicationStatus;
  @Column('text', { name: 'to_status' }) toStatus: ApplicationStatus;
  @Column('text', { nullable: true }) reason: string | null;
  @Column('uuid', { name: 'actor_id' }) actorId: string;
  @InstantColumn() at: Date;
}
