import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { PaperEntry, PaperSheet } from '../domain/paper/paper-sheet.js';

/** Paper sheets by their codes, and what was read on them. */
@Injectable()
export class PaperStore {
  constructor(private readonly tx: Transaction) {}

  find(code: string): Promise<PaperSheet | null> {
    return this.tx.reader.getRepository(PaperSheet).findOneBy({ code });
  }

  /** Two who bring in the same sheet at one moment wait for each other. */
  async lock(code: string): Promise<PaperSheet | null> {
    await this.tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`paper sheet ${code}`]);
    return this.find(code);
  }

  ofSeats(seatIds: readonly string[]): Promise<PaperSheet[]> {
    return this.tx.reader.getRepository(PaperSheet).createQueryBuilder('p').where('p.seat_id = any(:seatIds)', { seatIds }).getMany();
  }

  /** Printed twice, a sheet keeps its code. */
  async insert(sheet: PaperSheet): Promise<void> {
    await this.tx.manager.createQueryBuilder().insert().into(PaperSheet).values(sheet).orIgnore().execute();
  }

  entries(codes: readonly string[]): Promise<PaperEntry[]> {
    return this.tx.reader.getRepository(PaperEntry).createQueryBuilder('e').where('e.code = any(:codes)', { codes }).orderBy('e.enteredAt').getMany();
  }

  async save(entry: PaperEntry): Promise<void> {
    await this.tx.manager.upsert(PaperEntry, entry as never, ['code', 'enteredBy']);
  }
}
