import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { isId, toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { say, stale } from '#libs/errors';
import { Deposit, Tranche, type TrancheId, type TrancheStatus } from '../domain/tranche.js';
import { referenceTaken } from '../funds.errors.js';

export interface ReturnRow {
  readonly id: string;
  readonly projectId: string;
  readonly amountFen: number;
  readonly bankReference: string;
  readonly returnedOn: string;
  readonly by: string;
  readonly at: Date;
}

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

  async list(scope: Scope, page: PageRequest, statuses: readonly TrancheStatus[]): Promise<Page<Tranche>> {
    const query = this.tx.reader.getRepository(Tranche).createQueryBuilder('t').orderBy('t.id').limit(page.limit + 1).where('t.status = any(:statuses)', { statuses: [...statuses] });
    restrict(query, scope, { nodePath: 't.node_path' });
    if (page.after) query.andWhere('t.id > :id', { id: unpackCursor(page.after, 1)[0] });
    return toPage(await query.getMany(), page.limit, (row) => [row.id]);
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
