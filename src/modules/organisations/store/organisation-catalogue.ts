import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { restrict, type Scope } from '#libs/access';
import { toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { BankAccount } from '../domain/bank-account.js';
import { Debarment, Organisation, type OrganisationKind } from '../domain/organisation.js';

export const STANDINGS = ['sound', 'stopped', 'debarred', 'account_waiting'] as const;
export type StandingKind = (typeof STANDINGS)[number];

export interface OrganisationFilter {
  readonly words?: string;
  readonly kind?: OrganisationKind;
  readonly standing?: StandingKind;
}

const ON_DAY = `exists (select 1 from organisation_debarment d where d.organisation_id = o.id and d.lifted_at is null and :today::date between d.from_day and d.until_day)`;
const CONDITIONS: Readonly<Record<StandingKind, string>> = {
  sound: `o.merged_into is null and o.stop_reason is null and not ${ON_DAY}`,
  stopped: 'o.stop_reason is not null',
  debarred: ON_DAY,
  account_waiting: `exists (select 1 from organisation_bank_account a where a.organisation_id = o.id and a.status = 'proposed')`,
};

/** The list of organisations, for staff: found by words, kind and standing on a day. */
@Injectable()
export class OrganisationCatalogue {
  constructor(private readonly tx: Transaction) {}

  async list(scope: Scope, page: PageRequest, { standing, ...filter }: OrganisationFilter, today: string): Promise<Page<Organisation>> {
    const query = this.matching(scope, filter).orderBy('o.name').addOrderBy('o.id').limit(page.limit + 1);
    if (standing) query.andWhere(CONDITIONS[standing], { today });
    if (page.after) {
      const [name, id] = unpackCursor(page.after, 2);
      query.andWhere('(o.name, o.id) > (:name, :id)', { name, id });
    }
    return toPage(await query.getMany(), page.limit, (row) => [row.name, row.id]);
  }

  /** How many there are of each standing, whatever standing is asked for. */
  async counts(scope: Scope, filter: Omit<OrganisationFilter, 'standing'>, today: string): Promise<Record<string, number>> {
    const query = this.matching(scope, filter).setParameters({ today }).select('count(*)::int', 'all');
    for (const standing of STANDINGS) query.addSelect(`(count(*) filter (where ${CONDITIONS[standing]}))::int`, standing);
    return (await query.getRawOne<Record<string, number>>())!;
  }

  /** Which of them are debarred on the day, and which have an account that waits. */
  async marks(ids: readonly string[], today: string): Promise<{ debarred: ReadonlySet<string>; waiting: ReadonlySet<string> }> {
    const [bans, accounts] = await Promise.all([
      this.tx.reader.getRepository(Debarment).createQueryBuilder('d').where('d.organisation_id = any(:ids) and d.lifted_at is null and :today::date between d.from_day and d.until_day', { ids, today }).getMany(),
      this.tx.reader.getRepository(BankAccount).createQueryBuilder('a').where(`a.organisation_id = any(:ids) and a.status = 'proposed'`, { ids }).getMany(),
    ]);
    return { debarred: new Set(bans.map(({ organisationId }) => organisationId)), waiting: new Set(accounts.map(({ organisationId }) => organisationId)) };
  }

  private matching(scope: Scope, { words, kind }: Omit<OrganisationFilter, 'standing'>): SelectQueryBuilder<Organisation> {
    const query = this.tx.reader.getRepository(Organisation).createQueryBuilder('o');
    restrict(query, scope, { nodePath: 'o.node_path', subjectId: 'o.id' });
    if (kind) query.andWhere('o.kind = :kind', { kind });
    if (words) query.andWhere('(o.name ilike :like or o.credit_code = :code)', { like: `%${words.replace(/[%_\\]/g, '\\$&')}%`, code: words.toUpperCase() });
    return query;
  }
}
