import { Column, Entity, PrimaryColumn } from 'typeorm';
import { no, yes, type Actor, type Verdict } from '#libs/access';
import { InstantColumn } from '#libs/database';
import { say } from '#libs/errors';
import { defineLifecycle, type MoveContext } from '#libs/lifecycle';
import type { OrganisationId } from './organisation.js';

export type BankAccountStatus = 'proposed' | 'verified' | 'rejected' | 'replaced';

/** Where the money of an organisation goes. A change is a new proposal that another person verifies. */
@Entity('organisation_bank_account')
export class BankAccount {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid', { name: 'organisation_id' }) organisationId: OrganisationId;
  @Column('text') status: BankAccountStatus;
  @Column('text', { name: 'bank_name' }) bankName: string;
  @Column('text', { name: 'account_name' }) accountName: string;
  /** AES-256-GCM, bound to this row. */
  @Column('text', { name: 'number_sealed' }) numberSealed: string;
  @Column('text', { name: 'last_digits' }) lastDigits: string;
  @Column('uuid', { name: 'proposed_by' }) proposedBy: string;
  @InstantColumn({ name: 'proposed_at' }) proposedAt: Date;
  @Column('uuid', { name: 'decided_by', nullable: true }) decidedBy: string | null;
  @InstantColumn({ name: 'decided_at', nullable: true }) decidedAt: Date | null;
  @Column('text', { nullable: true }) note: string | null;

  /** What may be shown: never the number itself. */
  get masked(): string {
    return `**** **** ${this.lastDigits}`;
  }
}

export interface BankAccountContext extends MoveContext {
  readonly actor: Actor;
  readonly organisationName: string;
}

const bySomebodyElse = (account: BankAccount, { actor }: BankAccountContext): Verdict =>
  actor.accountId === account.proposedBy
    ? no('second_person_needed', say('收款账户须由另一人核验', 'A bank account is verified by a second person'))
    : yes;

/** The account must be in the organisation's own name: money never goes to a person. */
const inTheOrganisationsName = (account: BankAccount, { organisationName }: BankAccountContext): Verdict =>
  isInTheNameOf(account, organisationName)
    ? yes
    : no('account_name_differs', say('户名“{account}”与组织名称“{organisation}”不一致', 'The account is in the name of "{account}", the organisation is "{organisation}"'), {
        account: account.accountName,
        organisation: organisationName,
      });

export const isInTheNameOf = ({ accountName }: Pick<BankAccount, 'accountName'>, organisationName: string): boolean => plain(accountName) === plain(organisationName);

const plain = (name: string): string => name.normalize('NFKC').replace(/\s/g, '');

export const bankAccountLifecycle = defineLifecycle<BankAccountStatus, 'verify' | 'reject' | 'replace', BankAccount, BankAccountContext>({
  name: 'bank account',
  initial: 'proposed',
  states: {
    proposed: { label: say('待核验', 'To be verified') },
    verified: { label: say('已核验', 'Verified') },
    rejected: { label: say('未通过核验', 'Rejected'), final: true },
    replaced: { label: say('已更换', 'Replaced'), final: true },
  },
  moves: {
    verify: { from: ['proposed'], to: 'verified', label: say('核验通过', 'Verify'), onlyIf: [bySomebodyElse, inTheOrganisationsName] },
    reject: { from: ['proposed'], to: 'rejected', label: say('退回', 'Reject'), onlyIf: [bySomebodyElse] },
    replace: { from: ['verified'], to: 'replaced', label: say('更换', 'Replace') },
  },
});
