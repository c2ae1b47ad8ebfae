import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import type { Sentence } from '#libs/errors';
import { SecretBox } from '#libs/secrets';
import { ISSUE_NAMES } from './domain/issue.js';
import type { BankAccount } from './domain/bank-account.js';
import type { Organisation } from './domain/organisation.js';
import { SimilarNames, type Looks } from './handlers/similar-names.js';
import { noSuchOrganisation, organisationStopped } from './organisations.errors.js';
import { OrganisationStore, type KnownSince } from './store/organisation.store.js';
import { RecordStore, type OrganisationOnRecord } from './store/record.store.js';

/** Whether and why an organisation may not go on. Days are those of Asia/Shanghai. */
export interface Standing {
  readonly stopReason: string | null;
  readonly stoppedAt: Date | null;
  /** Last day of the ban that holds on the day asked about. */
  readonly debarredUntil: string | null;
  /** That ban with its first day and the rule it rests on. */
  readonly ban: { readonly fromDay: string; readonly untilDay: string; readonly basis: string } | null;
}

/** How the organisation stands on that day; a stop or a ban of a double that was merged into it is its own. @param day `YYYY-MM-DD` */
export function standingOn({ organisation, debarments, doubles }: OrganisationOnRecord, day: string): Standing {
  const found = debarments.find(({ liftedAt, fromDay, untilDay }) => !liftedAt && fromDay <= day && day <= untilDay);
  const ban = found ? { fromDay: found.fromDay, untilDay: found.untilDay, basis: found.basis } : null;
  const stopped = [organisation, ...doubles].find(({ stopReason }) => stopReason !== null);
  return {
    stopReason: stopped?.stopReason ?? null, stoppedAt: stopped?.stoppedAt ? new Date(stopped.stoppedAt) : null, debarredUntil: ban?.untilDay ?? null, ban,
  };
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
    private readonly records: RecordStore,
    private readonly secrets: SecretBox,
    private readonly similar: SimilarNames,
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

  /** Since when the address and the legal representative of each stand on record as they do. */
  knownSince(ids: readonly string[]): Promise<KnownSince[]> {
    return this.organisations.knownSince(ids);
  }

  isMember(id: string, actor: Actor): boolean {
    return actor.holdsFor(id, 'applicant');
  }

  /** With all that is on record: `standingOn` says which of the bans holds. @throws DomainError `organisation_absent` */
  async withRecord(id: string): Promise<OrganisationOnRecord> {
    const found = await this.records.onRecord(id);
    if (!found) throw noSuchOrganisation();
    return found;
  }

  /** The organisation and what was merged into it: the ids under which its past is kept. */
  async family(id: string): Promise<string[]> {
    return [id, ...(await this.records.doublesOf(id)).map((double) => double.id)];
  }

  /** What deceives the eye about its name, that of its legal representative and those of the people whom it names. */
  looksOf(organisation: Pick<Organisation, 'id' | 'name' | 'legalRepresentative' | 'nodePath'>, named: readonly string[] = []): Promise<Looks> {
    return this.similar.looksOf(organisation, named);
  }

  /** What is wrong with them by the record, settled or not, newest first. */
  async issuesOf(ids: readonly string[]): Promise<{ kind: Sentence; reason: string; raisedAt: Date; resolution: string | null }[]> {
    return (await this.records.issues(ids)).map(({ kind, reason, raisedAt, resolution }) => ({ kind: ISSUE_NAMES[kind], reason, raisedAt, resolution }));
  }

  /** Why nothing of these organisations may go on, or null while none is stopped. */
  async stopOf(ids: readonly string[]): Promise<string | null> {
    return this.organisations.stopOf(ids);
  }

  /** @throws DomainError `organisation_stopped` with the reason that staff gave */
  async refuseStopped(ids: readonly string[]): Promise<void> {
    const reason = await this.stopOf(ids);
    if (reason !== null) throw organisationStopped(reason);
  }

  /** @param day `YYYY-MM-DD` */
  async standing(id: string, day: string): Promise<Standing> {
    return standingOn(await this.withRecord(id), day);
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
