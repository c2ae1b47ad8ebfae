import { Injectable } from '@nestjs/common';
import { IsNull } from 'typeorm';
import { isId, RowsOf, Transaction } from '#libs/database';
import { say, stale } from '#libs/errors';
import { BankAccount } from '../domain/bank-account.js';
import { Debarment, Organisation, type OrganisationId } from '../domain/organisation.js';

/** Since when what an organisation says of itself is on record. */
export interface KnownSince {
  readonly id: string;
  readonly address: Date;
  readonly legalRepresentative: Date;
}

@Injectable()
export class OrganisationStore {
  private readonly rows: RowsOf<Organisation>;
  private readonly bans: RowsOf<Debarment>;

  constructor(private readonly tx: Transaction) {
    this.rows = new RowsOf(Organisation, tx);
    this.bans = new RowsOf(Debarment, tx);
  }

  async find(id: string): Promise<Organisation | null> {
    const [row] = await this.tx.sql(`select ${this.rows.list('o')} from organisation o where o.id = $1`, [id]);
    return row ? this.rows.of(row) : null;
  }

  /** What was merged into it. */
  async doublesOf(id: string): Promise<string[]> {
    const rows = await this.tx.sql<{ id: string }>('select id from organisation where merged_into = $1 order by id', [id]);
    return rows.map((row) => row.id);
  }

  findMany(ids: readonly string[]): Promise<Organisation[]> {
    return this.tx.reader.getRepository(Organisation).createQueryBuilder('o').where('o.id = any(:ids)', { ids }).orderBy('o.name').getMany();
  }

  /** Since when the address and the legal representative stand on record as they do: the last edit that changed them, or the founding. */
  knownSince(ids: readonly string[]): Promise<KnownSince[]> {
    return this.tx.reader.query<KnownSince[]>(
      `select o.id, coalesce(max(l.at) filter (where l.facts -> 'changed' ? 'address'), o.created_at) as address,
         coalesce(max(l.at) filter (where l.facts -> 'changed' ? 'legalRepresentative'), o.created_at) as "legalRepresentative"
       from organisation o left join audit_leaf l on l.subject_kind = 'organisation' and l.subject_id = o.id::text and l.action = 'organisation.edited'
       where o.id = any($1) group by o.id`, [[...ids]],
    );
  }

  lock(id: string): Promise<Organisation | null> {
    return this.tx.manager.getRepository(Organisation).findOne({ where: { id: id as OrganisationId }, lock: { mode: 'pessimistic_write' } });
  }

  /** The reason with which the first stopped one of them, or a double merged into it, was stopped. */
  async stopOf(ids: readonly string[]): Promise<string | null> {
    const [row] = await this.tx.reader.query<{ reason: string }[]>(
      'select stop_reason as reason from organisation where stop_reason is not null and (id = any($1) or merged_into = any($1)) order by stopped_at limit 1', [[...ids]],
    );
    return row?.reason ?? null;
  }

  byCreditCode(code: string): Promise<Organisation | null> {
    return this.tx.reader.getRepository(Organisation).findOneBy({ creditCode: code });
  }

  async insert(organisation: Organisation): Promise<void> {
    await this.tx.manager.insert(Organisation, organisation);
  }

  /** Writes the row if nobody wrote it since. @throws DomainError `organisation_changed` (stale) */
  async update(organisation: Organisation, readVersion: number): Promise<void> {
    const { id, ...columns } = organisation;
    const { affected } = await this.tx.manager.update(Organisation, { id, version: readVersion }, { ...columns, version: readVersion + 1 });
    if (affected !== 1) throw stale('organisation_changed', say('资料已被他人修改，请刷新后重试；您填写的内容没有丢失', 'Somebody else changed this; reload and try again, what you typed is kept'));
    organisation.version = readVersion + 1;
  }

  async debarments(organisationId: string): Promise<Debarment[]> {
    const rows = await this.tx.sql(`select ${this.bans.list('d')} from organisation_debarment d where d.organisation_id = $1 order by d.until_day desc`, [organisationId]);
    return rows.map((row) => this.bans.of(row));
  }

  async addDebarment(debarment: Debarment): Promise<void> {
    await this.tx.manager.insert(Debarment, debarment);
  }

  /** Answers whether there was one to lift. */
  async liftDebarment(organisationId: string, id: string, at: Date): Promise<boolean> {
    if (!isId(id)) return false;
    const { affected } = await this.tx.manager.update(Debarment, { id, organisationId: organisationId as OrganisationId, liftedAt: IsNull() }, { liftedAt: at });
    return affected === 1;
  }

  accounts(organisationId: string): Promise<BankAccount[]> {
    return this.tx.reader.getRepository(BankAccount).find({ where: { organisationId: organisationId as OrganisationId }, order: { proposedAt: 'DESC' } });
  }

  lockAccount(id: string): Promise<BankAccount | null> {
    return this.tx.manager.getRepository(BankAccount).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } });
  }

  async insertAccount(account: BankAccount): Promise<void> {
    await this.tx.manager.insert(BankAccount, account);
  }

  async updateAccount(account: BankAccount): Promise<void> {
    const { id, status, decidedBy, decidedAt, note } = account;
    await this.tx.manager.update(BankAccount, { id }, { status, decidedBy, decidedAt, note });
  }
}
