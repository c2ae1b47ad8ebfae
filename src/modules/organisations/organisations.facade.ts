import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { SecretBox } from '#libs/secrets';
import type { BankAccount } from './domain/bank-account.js';
import type { Organisation } from './domain/organisation.js';
import { noSuchOrganisation } from './organisations.errors.js';
import { OrganisationStore } from './store/organisation.store.js';

/** Whether and why an organisation may not go on. Days are those of Asia/Shanghai. */
export interface Standing {
  stopReason: string | null;
  stoppedAt: Date | null;
  /** Last day of the ban that holds on the day asked about. */
  debarredUntil: string | null;
  /** That ban with its first day and the rule it rests on. */
  ban: { fromDay: string; untilDay: string; basis: string } | null;
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

  /** @param day `YYYY-MM-DD` */
  async standing(id: string, day: string): Promise<Standing> {
    const organisation = await this.get(id);
    const bans = (await this.organisations.debarments(id)).filter((ban) => !ban.liftedAt && ban.fromDay <= day && day <= ban.untilDay);
    const ban = bans[0] ?? null;
    return {
      stopReason: organisation.stopReason, stoppedAt: organisation.stoppedAt, debarredUntil: ban?.untilDay ?? null,
      ban: ban && { fromDay: ban.fromDay, untilDay: ban.untilDay, basis: ban.basis },
    };
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
