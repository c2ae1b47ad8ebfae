import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { newId, Transaction } from '#libs/database';
import { absent, refused, say } from '#libs/errors';
import { SecretBox } from '#libs/secrets';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { BankAccount, bankAccountLifecycle } from '../domain/bank-account.js';
import type { Organisation } from '../domain/organisation.js';
import { noSuchOrganisation } from '../organisations.errors.js';
import { OrganisationStore } from '../store/organisation.store.js';
import { BankAccountView } from './organisation.view.js';
import { TellAboutAccount } from './tell-about-account.js';

export interface ProposedAccount {
  bankName: string;
  accountName: string;
  /** Digits of the account, 8 to 32. */
  number: string;
  /** What proves it, such as the bank's certificate of the account; uploaded before. */
  evidenceIds?: readonly string[];
}

/** Writes an account down with its number sealed, and the papers that prove it beside it. */
@Injectable()
export class OpenBankAccount {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly documents: DocumentsFacade,
    private readonly clock: Clock,
    private readonly secrets: SecretBox,
    private readonly telling: TellAboutAccount,
  ) {}

  async run({ id: organisationId, nodePath, name }: Organisation, { bankName, accountName, number, evidenceIds = [] }: ProposedAccount, actor: Actor): Promise<BankAccount> {
    const id = newId<string>();
    const account = Object.assign(new BankAccount(), {
      id,
      organisationId,
      status: 'proposed',
      bankName,
      accountName,
      numberSealed: this.secrets.seal(number, `organisation_bank_account|number|${id}`),
      lastDigits: number.slice(-4),
      proposedBy: actor.accountId,
      proposedAt: this.clock.now(),
      decidedBy: null,
      decidedAt: null,
      note: null,
    });
    await this.organisations.insertAccount(account);
    await this.telling.proposed(account, { id: organisationId, nodePath, name });
    if (evidenceIds.length > 0) await this.documents.attach(evidenceIds, { kind: 'bank_account', id }, { audience: 'organisation', nodePath, organisationId }, actor);
    return account;
  }
}

/** A member proposes where the money shall go; the old account stays in use until somebody else has verified the new one. */
@Injectable()
export class ProposeBankAccount {
  constructor(
    private readonly tx: Transaction,
    private readonly organisations: OrganisationStore,
    private readonly opening: OpenBankAccount,
    private readonly audit: AuditTrail,
  ) {}

  run(organisationId: string, proposed: ProposedAccount, actor: Actor): Promise<BankAccountView> {
    return this.tx.run(async () => {
      const organisation = await this.organisations.lock(organisationId);
      if (!organisation || !actor.holdsFor(organisationId, 'applicant')) throw noSuchOrganisation();
      const waiting = (await this.organisations.accounts(organisationId)).some((account) => account.status === 'proposed');
      if (waiting) throw refused('bank_account_waiting', say('已有一个收款账户待核验', 'A bank account is waiting to be verified already'));
      const account = await this.opening.run(organisation, proposed, actor);
      await this.audit.record({ action: 'bank_account.proposed', subject: { kind: 'organisation', id: organisationId }, actor, facts: { account: account.id, masked: account.masked } });
      return BankAccountView.of(account);
    });
  }
}

/** Puts a decision on record and tells the organisation. */
@Injectable()
export class RecordAccountDecision {
  constructor(
    private readonly organisations: OrganisationStore,
    private readonly audit: AuditTrail,
    private readonly telling: TellAboutAccount,
  ) {}

  async run(account: BankAccount, actor: Actor): Promise<void> {
    await this.organisations.updateAccount(account);
    await this.audit.record({ action: `bank_account.${account.status}`, subject: { kind: 'organisation', id: account.organisationId }, actor, facts: { account: account.id } });
    await this.telling.decided(account);
  }
}

/** Finance staff verify or reject a proposed account, with a fresh second factor. */
@Injectable()
export class DecideBankAccount {
  constructor(
    private readonly tx: Transaction,
    private readonly organisations: OrganisationStore,
    private readonly identity: IdentityFacade,
    private readonly records: RecordAccountDecision,
    private readonly clock: Clock,
  ) {}

  run(accountId: string, decision: { move: 'verify' | 'reject'; note?: string }, actor: Actor): Promise<BankAccountView> {
    this.identity.requireFreshFactor(actor);
    return this.tx.run(async () => {
      const account = await this.organisations.lockAccount(accountId);
      const organisation = account && (await this.organisations.lock(account.organisationId));
      if (!organisation || !actor.holdsAt(organisation.nodePath, 'finance_maker', 'finance_approver')) throw noSuchAccount();
      const now = this.clock.now();
      bankAccountLifecycle.move(account, decision.move, { actor, now, organisationName: organisation.name });
      Object.assign(account, { decidedBy: actor.accountId, decidedAt: now, note: decision.note ?? null });
      if (account.status === 'verified') await this.retireOld(account, actor, organisation.name);
      await this.records.run(account, actor);
      return BankAccountView.of(account);
    });
  }

  private async retireOld(next: BankAccount, actor: Actor, organisationName: string): Promise<void> {
    const old = (await this.organisations.accounts(next.organisationId)).find((account) => account.status === 'verified');
    if (!old) return;
    bankAccountLifecycle.move(old, 'replace', { actor, now: this.clock.now(), organisationName });
    await this.organisations.updateAccount(old);
  }
}

const noSuchAccount = () => absent('bank_account_absent', say('没有找到该收款账户', 'There is no such bank account'));
