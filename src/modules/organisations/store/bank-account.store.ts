import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { isId, Transaction } from '#libs/database';
import { BankAccount, type BankAccountStatus } from '../domain/bank-account.js';
import { Organisation, type OrganisationId } from '../domain/organisation.js';

export interface AccountFilter {
  readonly status?: BankAccountStatus;
  readonly organisationId?: string;
}

export interface AccountOfOrganisation {
  readonly account: BankAccount;
  readonly organisation: Organisation;
}

/** Bank accounts across organisations, as staff see them. */
@Injectable()
export class BankAccountStore {
  constructor(private readonly tx: Transaction) {}

  async list(scope: Scope, { status, organisationId }: AccountFilter): Promise<AccountOfOrganisation[]> {
    const query = this.tx.reader.getRepository(BankAccount).createQueryBuilder('a').innerJoin(Organisation, 'o', 'o.id = a.organisation_id').orderBy('a.proposed_at').limit(200);
    restrict(query, scope, { nodePath: 'o.node_path' });
    if (status) query.andWhere('a.status = :status', { status });
    if (organisationId) query.andWhere('a.organisation_id = :organisationId', { organisationId });
    const accounts = await query.getMany();
    const organisations = await this.organisations(accounts.map((account) => account.organisationId));
    return accounts.map((account) => ({ account, organisation: organisations.get(account.organisationId)! }));
  }

  async find(id: string): Promise<AccountOfOrganisation | null> {
    const account = isId(id) ? await this.tx.reader.getRepository(BankAccount).findOneBy({ id }) : null;
    if (!account) return null;
    return { account, organisation: (await this.organisations([account.organisationId])).get(account.organisationId)! };
  }

  inUse(organisationId: OrganisationId): Promise<BankAccount | null> {
    return this.tx.reader.getRepository(BankAccount).findOneBy({ organisationId, status: 'verified' });
  }

  private async organisations(ids: readonly OrganisationId[]): Promise<ReadonlyMap<OrganisationId, Organisation>> {
    const found = await this.tx.reader.getRepository(Organisation).createQueryBuilder('o').where('o.id = any(:ids)', { ids }).getMany();
    return new Map(found.map((organisation) => [organisation.id, organisation]));
  }
}
