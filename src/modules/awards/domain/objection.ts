import { Column, Entity, PrimaryColumn } from 'typeorm';
import { no, when, type Verdict } from '#libs/access';
import { DayColumn, InstantColumn } from '#libs/database';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { Award } from './award.js';

export type ObjectionStatus = 'received' | 'admissible' | 'inadmissible' | 'upheld' | 'rejected' | 'escalated';
export type ObjectionMove = 'admit' | 'turn_away' | 'uphold' | 'reject' | 'escalate';

/** Somebody's word against the list. It holds the award it is about, or the whole notice when it names none. */
@Entity('award_objection')
export class Objection {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'call_id' }) callId: string;
  @Column('uuid', { name: 'notice_id' }) noticeId: string;
  @Column('uuid', { name: 'award_id', nullable: true }) awardId: string | null;
  @Column('text', { name: 'node_path' }) nodePath: string;
  /** What the objector asks after it with; not to be guessed. */
  @Column('text') reference: string;
  @Column('text') status: ObjectionStatus;
  @Column('boolean') anonymous: boolean;
  /** Name and contact, encrypted; staff of the organiser read it. */
  @Column('text', { name: 'sealed_person', nullable: true }) sealedPerson: string | null;
  @Column('text') text: string;
  @InstantColumn({ name: 'received_at' }) receivedAt: Date;
  /** Last day for the answer. */
  @DayColumn({ name: 'answer_until' }) answerUntil: string;
  @Column('text', { nullable: true }) reply: string | null;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('int') version: number;

  get open(): boolean {
    return this.status === 'received' || this.status === 'admissible';
  }
}

/**
 * Whether it is an objection to this award: it names the award, or it names none and is against the list on which the award
 * stands. The list that takes the place of a withdrawn one carries what was said against it.
 */
export const isAgainst = ({ awardId, noticeId }: Objection, award: Pick<Award, 'id' | 'noticeId'>, withdrawn: ReadonlySet<string>): boolean =>
  awardId === null ? noticeId === award.noticeId || withdrawn.has(noticeId) : awardId === award.id;

export interface ObjectionContext extends MoveContext {
  readonly escalation: boolean;
}

const signed = (objection: Objection): Verdict =>
  when(!objection.anonymous, no('objection_anonymous', say('匿名异议只作线索，不予受理', 'An anonymous objection is read but not admitted')));

const wayUp = (_objection: Objection, { escalation }: ObjectionContext): Verdict =>
  when(escalation, no('no_escalation', say('规则书没有规定上级复核', 'The rulebook names nobody above')));

export const objectionLifecycle = defineLifecycle<ObjectionStatus, ObjectionMove, Objection, ObjectionContext>({
  name: 'objection',
  initial: 'received',
  states: {
    received: { label: say('已收到', 'Received') },
    admissible: { label: say('已受理', 'Admitted') },
    inadmissible: { label: say('不予受理', 'Not admitted'), final: true },
    upheld: { label: say('异议成立', 'Upheld'), final: true },
    rejected: { label: say('异议不成立', 'Rejected') },
    escalated: { label: say('已告知上级渠道', 'Referred upwards'), final: true },
  },
  moves: {
    admit: { from: ['received'], to: 'admissible', label: say('受理', 'Admit'), onlyIf: [signed] },
    turn_away: { from: ['received'], to: 'inadmissible', label: say('不予受理', 'Turn away') },
    uphold: { from: ['admissible'], to: 'upheld', label: say('认定成立', 'Uphold') },
    reject: { from: ['admissible'], to: 'rejected', label: say('认定不成立', 'Reject') },
    escalate: { from: ['rejected'], to: 'escalated', label: say('转上级', 'Refer upwards'), onlyIf: [wayUp] },
  },
});
