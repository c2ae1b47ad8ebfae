import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { SecretBox } from '#libs/secrets';
import type { BankAccount } from './domain/bank-account.js';
import type { Debarment, Organisation } from './domain/organisation.js';
import { noSuchOrganisation } from './organisations.errors.js';
import { OrganisationStore } from './store/organisation.store.js';

/** Whether and why an organisation may not go on. Days are those of Asia/Shanghai. */
export interface Standing {
  readonly stopReason: string | null;
  readonly stoppedAt: Date | null;
  /** Last day of the ban that holds on the day asked about. */
  readonly debarredUntil: string | null;
  /** That ban with its first day and the rule it rests on. */
  readonly ban: { readonly fromDay: string; readonly untilDay: string; readonly basis: string } | null;
}

export interface OrganisationOnRecord {
  readonly organisation: Organisation;
  readonly debarments: readonly Debarment[];
}

/** How the organisation stands on that day. @param day `YYYY-MM-DD` */
export function standingOn({ organisation: { stopReason, stoppedAt }, debarments }: OrganisationOnRecord, day: string): Standing {
  const found = debarments.find(({ liftedAt, fromDay, untilDay }) => !liftedAt && fromDay <= day && day <= untilDay);
  const ban = found ? { fromDay: found.fromDay, untilDay: found.untilDay, basis: found.basis } : null;
  return { stopReason, stoppedAt, debarredUntil: ban?.untilDay ?? null, ban };
}

export interface PayableAccount {
  id: string;
  bankName: string;
  accountName: string;
  masked: string;
  verifiedAt: Date | null;
}

/** What other modules may ask about organisations. */
@Injectable()
export class OrganisationsFacade {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly secrets: SecretBox,
  ) {}

  /** @throws DomainError `organisation_absent` */
  async get(id: string): Promise<Organisation> {
    const organisation = await this.organisations.find(id);
    if (!organisation) throw noSuchOrganisation();
    return organisation;
  }

  many(ids: readonly string[]): Promise<Organisation[]> {
    return this.organisations.findMany(ids);
  }

  isMember(id: string, actor: Actor): boolean {
    return actor.holdsFor(id, 'applicant');
  }

  /** With every ban on record: `standingOn` says which of them holds. @throws DomainError `organisation_absent` */
  async withDebarments(id: string): Promise<OrganisationOnRecord> {
    const [organisation, debarments] = await Promise.all([this.get(id), this.organisations.debarments(id)]);
    return { organisation, debarments };
  }

  /** @param day `YYYY-MM-DD` */
  async standing(id: string, day: string): Promise<Standing> {
    return standingOn(await this.withDebarments(id), day);
  }

  /** The verified account, or null while there is none. */
  async payableAccount(id: string): Promise<PayableAccount | null> {
    const account = (await this.organisations.accounts(id)).find((candidate) => candidate.status === 'verified');
    return account ? payable(account) : null;
  }

  /** An account by its id, whatever became of it since. */
  async accountOf(organisationId: string, accountId: string): Promise<PayableAccount | null> {
    const account = (await this.organisations.accounts(organisationId)).find((candidate) => candidate.id === accountId);
    return account ? payable(account) : null;
  }

  /** The full number, for the bank instruction only; the caller records that it was read. */
  async accountNumber(organisationId: string, accountId: string): Promise<string | null> {
    const account = (await this.organisations.accounts(organisationId)).find((candidate) => candidate.id === accountId);
    return account ? this.secrets.open(account.numberSealed, `organisation_bank_account|number|${account.id}`) : null;
  }
}

const payable = ({ id, bankName, accountName, masked, decidedAt }: BankAccount): PayableAccount => ({ id, bankName, accountName, masked, verifiedAt: decidedAt });
