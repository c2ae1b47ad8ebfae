import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { restrict, type Scope } from '#libs/access';
import { isId, toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { say, stale } from '#libs/errors';
import { Deposit, Tranche, type TrancheId, type TrancheStatus } from '../domain/tranche.js';
import { referenceTaken } from '../funds.errors.js';

export interface TrancheFilter {
  readonly statuses?: readonly TrancheStatus[];
  readonly callId?: string;
  /** Part of a project's number or name, or of its organisation's name. */
  readonly words?: string;
}

/** What waits comes first, then what is paid and not confirmed, what is planned, what is over. */
const RANK = `case t.status when 'requested' then 0 when 'prepared' then 0 when 'approved' then 0 when 'paid' then 1 when 'planned' then 2 else 3 end`;
/** When a payment came to stand where it does. */
const SINCE = `coalesce(t.acknowledged_at, t.approved_at, t.prepared_at, t.requested_at, '1970-01-01')`;

export interface ReturnRow {
  readonly id: string;
  readonly projectId: string;
  readonly amountFen: number;
  readonly bankReference: string;
  readonly returnedOn: string;
  readonly by: string;
  readonly at: Date;
}

const RETURNS = `select r.id, r.project_id as "projectId", r.amount_fen::float8 as "amountFen", r.bank_reference as "bankReference",
  to_char(r.returned_on, 'YYYY-MM-DD') as "returnedOn", r.recorded_by as by, r.recorded_at as at from fund_return r`;

@Injectable()
export class FundsStore {
  constructor(private readonly tx: Transaction) {}

  async tranche(id: string): Promise<Tranche | null> {
    return isId(id) ? this.tx.reader.getRepository(Tranche).findOneBy({ id: id as TrancheId }) : null;
  }

  async lock(id: string): Promise<Tranche | null> {
    return isId(id) ? this.tx.manager.getRepository(Tranche).findOne({ where: { id: id as TrancheId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  ofProject(projectId: string): Promise<Tranche[]> {
    return this.tx.reader.getRepository(Tranche).find({ where: { projectId }, order: { number: 'ASC' } });
  }

  ofCall(callId: string): Promise<Tranche[]> {
    return this.tx.reader.getRepository(Tranche).find({ where: { callId } });
  }

  /** What waits comes first, and of that what has waited longest. */
  async list(scope: Scope, page: PageRequest, { statuses, ...filter }: TrancheFilter): Promise<Page<Tranche>> {
    const query = this.matching(scope, filter).addSelect(RANK, 'rank').addSelect(SINCE, 'since').orderBy('rank').addOrderBy('since').addOrderBy('t.id').limit(page.limit + 1);
    if (statuses) query.andWhere('t.status = any(:statuses)', { statuses: [...statuses] });
    if (page.after) {
      const [rank, since, id] = unpackCursor(page.after, 3);
      query.andWhere(`(${RANK}, date_trunc('milliseconds', ${SINCE}), t.id) > (:rank, :since::timestamptz, :id)`, { rank, since, id });
    }
    const { entities, raw } = await query.getRawAndEntities<{ rank: number; since: Date }>();
    const place = new Map(entities.map(({ id }, at) => [id, raw[at]!]));
    return toPage(entities, page.limit, ({ id }) => [place.get(id)!.rank, place.get(id)!.since, id]);
  }

  /** How many stand in each status, whatever status is asked for. */
  async counts(scope: Scope, filter: Omit<TrancheFilter, 'statuses'>): Promise<Record<string, number>> {
    const rows = await this.matching(scope, filter).select('t.status', 'status').addSelect('count(*)::int', 'count').groupBy('t.status').getRawMany<{ status: string; count: number }>();
    return Object.fromEntries(rows.map(({ status, count }) => [status, count]));
  }

  private matching(scope: Scope, { callId, words }: Omit<TrancheFilter, 'statuses'>): SelectQueryBuilder<Tranche> {
    const query = this.tx.reader.getRepository(Tranche).createQueryBuilder('t');
    restrict(query, scope, { nodePath: 't.node_path' });
    if (callId) query.andWhere('t.call_id = :callId', { callId });
    if (words) {
      const like = `%${words.replace(/[%_\\]/g, '\\$&')}%`;
      query.andWhere('t.project_id in (select p.id from project p where p.number ilike :like or p.name ilike :like or p.organisation_name ilike :like)', { like });
    }
    return query;
  }

  async insert(tranches: readonly Tranche[]): Promise<void> {
    await this.tx.manager.insert(Tranche, tranches as never);
  }

  /** @throws DomainError `tranche_changed` (stale), `bank_reference_taken` */
  async update(tranche: Tranche): Promise<void> {
    const { id, version, ...columns } = tranche;
    if (tranche.bankReference !== null) await this.refuseTaken(tranche.bankReference, id);
    const { affected } = await this.tx.manager.update(Tranche, { id, version }, { ...columns, version: version + 1 } as never);
    if (affected !== 1) throw stale('tranche_changed', say('该笔拨款已被他人处理，请刷新', 'Somebody else has dealt with it; please reload'));
    tranche.version = version + 1;
  }

  deposits(callId: string): Promise<Deposit[]> {
    return this.tx.reader.getRepository(Deposit).find({ where: { callId }, order: { proposedAt: 'ASC' } });
  }

  async proposedDeposits(scope: Scope): Promise<Deposit[]> {
    const query = this.tx.reader.getRepository(Deposit).createQueryBuilder('d').where(`d.status = 'proposed'`).orderBy('d.proposed_at').limit(200);
    return restrict(query, scope, { nodePath: 'd.node_path' }).getMany();
  }

  async lockDeposit(id: string): Promise<Deposit | null> {
    return isId(id) ? this.tx.manager.getRepository(Deposit).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  /** @throws DomainError `bank_reference_taken` */
  async addDeposit(deposit: Deposit): Promise<void> {
    const result = await this.tx.manager.createQueryBuilder().insert().into(Deposit).values(deposit).orIgnore().returning('id').execute();
    if ((result.raw as unknown[]).length === 0) throw referenceTaken(deposit.reference);
  }

  async saveDeposit({ id, status, decidedBy, decidedAt }: Deposit): Promise<void> {
    await this.tx.manager.update(Deposit, { id }, { status, decidedBy, decidedAt });
  }

  async returned(projectId: string): Promise<number> {
    const [row] = await this.tx.reader.query<{ sum: string }[]>('select coalesce(sum(amount_fen), 0) as sum from fund_return where project_id = $1', [projectId]);
    return Number(row!.sum);
  }

  returnsOf(projectId: string): Promise<ReturnRow[]> {
    return this.tx.reader.query<ReturnRow[]>(`${RETURNS} where r.project_id = $1 order by r.returned_on, r.id`, [projectId]);
  }

  returnsIn(callId: string): Promise<ReturnRow[]> {
    return this.tx.reader.query<ReturnRow[]>(`${RETURNS} join project p on p.id = r.project_id where p.call_id = $1`, [callId]);
  }

  /** @throws DomainError `bank_reference_taken` */
  async addReturn({ id, projectId, amountFen, bankReference, returnedOn, by, at }: ReturnRow): Promise<void> {
    const rows = await this.tx.manager.query<unknown[]>(
      `insert into fund_return (id, project_id, amount_fen, bank_reference, returned_on, recorded_by, recorded_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (bank_reference) do nothing returning id`,
      [id, projectId, amountFen, bankReference, returnedOn, by, at],
    );
    if (rows.length === 0) throw referenceTaken(bankReference);
  }

  private async refuseTaken(reference: string, id: string): Promise<void> {
    const rows = await this.tx.manager.query<unknown[]>('select 1 from tranche where bank_reference = $1 and id <> $2', [reference, id]);
    if (rows.length > 0) throw referenceTaken(reference);
  }
}
