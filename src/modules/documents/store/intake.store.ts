import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { newId, Transaction } from '#libs/database';

const BEGIN = `insert into document_intake (id, sha256) select $1, $2 from pg_advisory_xact_lock(hashtextextended($2, 0))`;

/** Bytes that are kept, or about to be, before a document speaks of them: what remains of a failure is found here. */
@Injectable()
export class IntakeStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tx: Transaction,
  ) {}

  /** Stands by itself, whatever becomes of the caller's transaction. Waits while the same bytes are being swept away. */
  async begin(sha256: string): Promise<string> {
    const id = newId<string>();
    await this.dataSource.query(BEGIN, [id, sha256]);
    return id;
  }

  /** The record is written, in the same transaction. */
  async end(id: string): Promise<void> {
    await this.tx.manager.query('delete from document_intake where id = $1', [id]);
  }

  /** Hashes whose every intake is older than so many hours. */
  async left(hours: number): Promise<string[]> {
    const rows = await this.tx.reader.query<{ sha256: string }[]>(
      `select sha256 from document_intake group by sha256 having max(begun_at) < clock_timestamp() - make_interval(hours => $1) order by 1 limit 1000`, [hours]);
    return rows.map(({ sha256 }) => sha256);
  }

  /** Whether nothing speaks of the bytes: holds off whoever brings them anew until the transaction ends. */
  async isOrphan(sha256: string, hours: number): Promise<boolean> {
    await this.tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [sha256]);
    const [row] = await this.tx.manager.query<{ orphan: boolean }[]>(
      `select not exists (select from document where sha256 = $1)
          and not exists (select from document_intake where sha256 = $1 and begun_at >= clock_timestamp() - make_interval(hours => $2)) as orphan`, [sha256, hours]);
    return row!.orphan;
  }

  async forget(sha256: string, hours: number): Promise<void> {
    await this.tx.manager.query('delete from document_intake where sha256 = $1 and begun_at < clock_timestamp() - make_interval(hours => $2)', [sha256, hours]);
  }
}
