import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { SecretBox } from '#libs/secrets';
import type { Organisation } from './domain/organisation.js';
import { noSuchOrganisation } from './organisations.errors.js';
import { OrganisationStore } from './store/organisation.store.js';

/** Whether and why an organisation may not go on. Days are those of Asia/Shanghai. */
export interface Standing {
  stopReason: string | null;
  /** Last day of the ban that holds on the day asked about. */
  debarredUntil: string | null;
}

export interface PayableAccount {
  id: string;
  bankName: string;
  accountName: string;
  masked: string;
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
    return { stopReason: organisation.stopReason, debarredUntil: bans[0]?.untilDay ?? null };
  }

  /** The verified account, or null while there is none. */
  async payableAccount(id: string): Promise<PayableAccount | null> {
    const account = (await this.organisations.accounts(id)).find((candidate) => candidate.status === 'verified');
    return account ? { id: account.id, bankName: account.bankName, accountName: account.accountName, masked: account.masked } : null;
  }

  /** The full number, for the bank instruction only; the caller records that it was read. */
  async accountNumber(organisationId: string, accountId: string): Promise<string | null> {
    const account = (await this.organisations.accounts(organisationId)).find((candidate) => candidate.id === accountId);
    return account ? this.secrets.open(account.numberSealed, `organisation_bank_account|number|${account.id}`) : null;
  }
}
