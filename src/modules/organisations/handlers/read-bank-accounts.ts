import { Injectable } from '@nestjs/common';
import { scopeOf, type Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { Clock } from '#libs/clock';
import { Transaction } from '#libs/database';
import { absent, say, tell, type Sentence } from '#libs/errors';
import { SecretBox } from '#libs/secrets';
import { DocumentsFacade } from '#modules/documents';
import { IdentityFacade } from '#modules/identity';
import { bankAccountLifecycle, isInTheNameOf, type BankAccount } from '../domain/bank-account.js';
import type { Organisation } from '../domain/organisation.js';
import { STAFF } from '../organisations.permissions.js';
import { BankAccountStore, type AccountFilter } from '../store/bank-account.store.js';
import type { AccountNumberView, AccountToVerifyView } from './bank-account-to-verify.view.js';
import { BankAccountView } from './organisation.view.js';

const BY_FINANCE = say('由财务人员核验', 'Finance staff verify it');

/** Bank accounts as finance staff verify them: beside the one in use, with the papers that prove them. */
@Injectable()
export class ReadBankAccounts {
  constructor(
    private readonly accounts: BankAccountStore,
    private readonly documents: DocumentsFacade,
    private readonly identity: IdentityFacade,
    private readonly clock: Clock,
  ) {}

  /** Those in sight, what waits longest first. */
  async list(actor: Actor, filter: AccountFilter): Promise<AccountToVerifyView[]> {
    const found = await this.accounts.list(scopeOf(actor, ...STAFF), filter);
    const names = await this.identity.names(found.flatMap(({ account }) => [account.proposedBy, account.decidedBy]));
    const views: AccountToVerifyView[] = [];
    for (const { account, organisation } of found) {
      const inUse = await this.accounts.inUse(organisation.id);
      const papers = (await this.documents.listOf({ kind: 'bank_account', id: account.id })).map(({ id, name, bytes }) => ({ id, name, bytes }));
      views.push({
        ...BankAccountView.of(account), organisationId: organisation.id, organisationName: organisation.name, papers, inUse: inUse && inUse.id !== account.id ? BankAccountView.of(inUse) : null,
        proposedBy: names.get(account.proposedBy) ?? '', decidedBy: account.decidedBy && (names.get(account.decidedBy) ?? ''), decidedAt: account.decidedAt,
        nameMatches: isInTheNameOf(account, organisation.name), ...this.verdicts(account, organisation, actor),
      });
    }
    return views;
  }

  private verdicts(account: BankAccount, organisation: Organisation, actor: Actor): Pick<AccountToVerifyView, 'mayVerify' | 'mayReject' | 'refusal'> {
    if (!actor.holdsAt(organisation.nodePath, 'finance_maker', 'finance_approver')) return { mayVerify: false, mayReject: false, refusal: BY_FINANCE };
    const moves = bankAccountLifecycle.possible(account, { actor, now: this.clock.now(), organisationName: organisation.name });
    const verdict = (wanted: string) => moves.find(({ move }) => move === wanted)?.verdict;
    const against = verdict('verify');
    return { mayVerify: against?.allowed ?? false, mayReject: verdict('reject')?.allowed ?? false, ...(against && !against.allowed ? { refusal: inBoth(against) } : {}) };
  }
}

/** The full number, for comparing it with the papers: with a fresh second factor, and on record. */
@Injectable()
export class RevealAccountNumber {
  constructor(
    private readonly tx: Transaction,
    private readonly accounts: BankAccountStore,
    private readonly identity: IdentityFacade,
    private readonly secrets: SecretBox,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws DomainError `second_factor_needed`, `bank_account_absent` */
  run(id: string, actor: Actor): Promise<AccountNumberView> {
    this.identity.requireFreshFactor(actor);
    return this.tx.run(async () => {
      const found = await this.accounts.find(id);
      if (!found || !actor.holdsAt(found.organisation.nodePath, 'finance_maker', 'finance_approver')) throw absent('bank_account_absent', say('没有找到该收款账户', 'There is no such bank account'));
      await this.audit.record({ action: 'bank_account.number_read', subject: { kind: 'organisation', id: found.organisation.id }, actor, facts: { account: id } });
      return { number: this.secrets.open(found.account.numberSealed, `organisation_bank_account|number|${id}`) };
    });
  }
}

const inBoth = ({ sentence, facts }: { sentence: Sentence; facts?: Record<string, unknown> }): Sentence => say(tell(sentence, facts ?? {}, 'zh'), tell(sentence, facts ?? {}, 'en'));
