import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import { SheetReopening, type ReopeningId } from '../domain/sheet-reopening.js';

/** Who asked that which sheet be opened again, and what was decided. */
@Injectable()
export class ReopeningStore {
  constructor(private readonly tx: Transaction) {}

  async lock(id: string): Promise<SheetReopening | null> {
    return isId(id) ? this.tx.manager.getRepository(SheetReopening).findOne({ where: { id: id as ReopeningId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  async waitingFor(sheetId: string): Promise<boolean> {
    return (await this.tx.manager.query<unknown[]>('select 1 from sheet_reopening where sheet_id = $1 and decided_by is null', [sheetId])).length > 0;
  }

  async insert(reopening: SheetReopening): Promise<void> {
    await this.tx.manager.insert(SheetReopening, reopening);
  }

  async decide({ id, decidedBy, decidedAt, granted, note }: SheetReopening): Promise<void> {
    await this.tx.manager.update(SheetReopening, { id }, { decidedBy, decidedAt, granted, note });
  }

  /** Newest first. */
  ofSheets(sheetIds: readonly string[]): Promise<SheetReopening[]> {
    return this.tx.reader.getRepository(SheetReopening).createQueryBuilder('r').where('r.sheet_id = any(:ids)', { ids: sheetIds }).orderBy('r.askedAt', 'DESC').getMany();
  }
}
