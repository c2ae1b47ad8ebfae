import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import type { Sentence } from '#libs/errors';

/** One line of a sealed ranking. */
export interface RankedRow {
  readonly applicationId: string;
  /** Null when it could not be placed; the reason says why. */
  readonly rank: number | null;
  readonly score: string | null;
  readonly reason?: Sentence;
}

/** A ranking as scoring has sealed it. */
export interface RecordedRanking {
  readonly rankingId: string;
  readonly manifestHash: string;
  readonly rows: readonly RankedRow[];
  readonly recordedAt: Date;
}

@Injectable()
export class RankingStore {
  constructor(private readonly tx: Transaction) {}

  async add(callId: string, { rankingId, manifestHash, rows, recordedAt }: RecordedRanking): Promise<void> {
    await this.tx.manager.query(
      'insert into application_ranking (id, call_id, manifest_hash, rows, recorded_at) values ($1, $2, $3, $4, $5)',
      [rankingId, callId, manifestHash, JSON.stringify(rows), recordedAt],
    );
  }

  /** It stands no longer; its row stays. */
  async withdraw(rankingId: string, at: Date): Promise<void> {
    await this.tx.manager.query('update application_ranking set withdrawn_at = $2 where id = $1', [rankingId, at]);
  }

  /** The newest of the call; null also where that was withdrawn. */
  async last(callId: string): Promise<RecordedRanking | null> {
    const [row] = await this.tx.reader.query<{ id: string; manifest_hash: string; rows: RankedRow[]; recorded_at: Date; withdrawn_at: Date | null }[]>(
      'select id, manifest_hash, rows, recorded_at, withdrawn_at from application_ranking where call_id = $1 order by recorded_at desc, id desc limit 1',
      [callId],
    );
    return row && row.withdrawn_at === null ? { rankingId: row.id, manifestHash: row.manifest_hash, rows: row.rows, recordedAt: row.recorded_at } : null;
  }
}
