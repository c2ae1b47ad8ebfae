import { Column, Entity, PrimaryColumn } from 'typeorm';
import { DayColumn, InstantColumn } from '#libs/database';
import { say, type Sentence } from '#libs/errors';
import type { OrganisationId } from './organisation.js';

/** What staff look an organisation up in, with the rule of the library that asks for it. */
export const REGISTERS = ['abnormal_list', 'dishonest_list', 'penalties', 'judgment_debtors', 'registration'] as const;
export type Register = (typeof REGISTERS)[number];

export const REGISTER_NAMES: Readonly<Record<Register, Sentence>> = {
  abnormal_list: say('社会组织活动异常名录', 'List of abnormal activity'),
  dishonest_list: say('严重违法失信名单', 'List of seriously illegal and dishonest organisations'),
  penalties: say('行政处罚记录', 'Administrative penalties'),
  judgment_debtors: say('失信被执行人名单', 'Dishonest judgment debtors'),
  registration: say('登记信息', 'Registration record'),
};

/** One entry found in a register. Days in Asia/Shanghai; it stands there still where `untilDay` is null. */
export interface LookupEntry {
  readonly fromDay: string;
  readonly untilDay: string | null;
  readonly what: string;
}

/** Whom the register was asked about, in the words of that day: a name may change afterwards. */
export interface LookupSubject {
  readonly name: string;
  readonly creditCode: string | null;
  readonly legalRepresentative: string;
}

/** One look into a public register with the page that was kept. Rows are only added. */
@Entity('organisation_lookup')
export class Lookup {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: OrganisationId;
  @Column('text') register: Register;
  @DayColumn({ name: 'looked_up_on' }) lookedUpOn: string;
  @Column('text') result: 'clear' | 'listed';
  @Column('jsonb') entries: readonly LookupEntry[];
  @Column('jsonb') subject: LookupSubject;
  @Column('uuid', { name: 'document_id' }) documentId: string;
  @Column('uuid', { name: 'made_by' }) madeBy: string;
  @InstantColumn({ name: 'made_at' }) madeAt: Date;
}
