import { Column, Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, type Id } from '#libs/database';
import { commitAndReveal, orderByLot } from './draw-judges.js';
import type { TieOrder, TieWay } from './score-tree/open-ties.js';

export type TieDecisionId = Id<'tie_decision'>;

/**
 * How a set of equals was put in order where the rulebook ends in a lot or in the committee. A lot is committed to first (secret fixed, hash
 * published) and settled by a public number; a committee's order is recorded by one officer and confirmed by another.
 */
@Entity('tie_decision')
export class TieDecision {
  @PrimaryColumn('uuid') id: TieDecisionId;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('text') way: TieWay;
  /** Sorted: of the same equals there is one decision. */
  @Column('uuid', { name: 'application_ids', array: true }) applicationIds: string[];
  /** First to last; of a lot once it is drawn. */
  @Column('uuid', { name: 'ordered_ids', array: true, nullable: true }) orderedIds: string[] | null;
  /** Where the public number will come from, or why the committee ordered them so. */
  @Column('text') grounds: string;
  @Column('uuid', { name: 'minutes_id', nullable: true }) minutesId: string | null;
  @Column('text', { nullable: true }) secret: string | null;
  @Column('text', { nullable: true }) commitment: string | null;
  @Column('text', { name: 'public_value', nullable: true }) publicValue: string | null;
  @Column('uuid', { name: 'recorded_by' }) recordedBy: string;
  @InstantColumn({ name: 'recorded_at' }) recordedAt: Date;
  @Column('uuid', { name: 'settled_by', nullable: true }) settledBy: string | null;
  @InstantColumn({ name: 'settled_at', nullable: true }) settledAt: Date | null;
  @Column('boolean', { nullable: true }) granted: boolean | null;
  @Column('text', { nullable: true }) note: string | null;
}

/** What a sealed ranking says of a lot, so that anybody can draw it again. */
export interface PublishedDraw {
  readonly applicationIds: readonly string[];
  readonly source: string;
  readonly secret: string;
  /** SHA-256 of `tie-draw-v1|secret`, published before the number was known. */
  readonly commitment: string;
  readonly publicValue: string;
}

export const { commitmentOf: lotCommitment, seedOf: lotSeed } = commitAndReveal('tie-draw-v1');
/** The equals by SHA-256 of `seed|application id`, the lowest first. */
export const drawLots = (applicationIds: readonly string[], secret: string, publicValue: string): string[] => orderByLot(applicationIds, lotSeed(secret, publicValue));

/** The orders that hold: a lot that was drawn, a committee's order that was confirmed. */
export const ordersOf = (decisions: readonly TieDecision[]): TieOrder[] =>
  decisions.flatMap(({ way, orderedIds, granted }) => (granted === true && orderedIds ? [{ way, order: orderedIds }] : []));

/** The lots that put somebody in order in these scores. */
export function drawsFor(decisions: readonly TieDecision[], drawn: ReadonlySet<string>): PublishedDraw[] {
  const used = decisions.filter(({ way, granted, applicationIds }) => way === 'lot' && granted === true && applicationIds.every((id) => drawn.has(id)));
  return used.map(({ applicationIds, grounds, secret, commitment, publicValue }) => ({ applicationIds, source: grounds, secret: secret!, commitment: commitment!, publicValue: publicValue! }));
}
