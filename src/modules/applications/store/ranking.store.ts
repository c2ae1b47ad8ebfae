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

/** The ranking of a call as it stands now. */
export interface StandingRanking extends RecordedRanking {
  /** Whether it took the place of an earlier one of the call. */
  readonly replaces: boolean;
  /** Reports about the scores behind it that nobody has decided on: it may yet be corrected. */
  readonly doubts: number;
}

interface StandingRow {
  readonly id: string;
  readonly manifest_hash: string;
  readonly rows: RankedRow[];
  readonly recorded_at: Date;
  readonly withdrawn_at: Date | null;
  readonly earlier: number;
  readonly doubts: number;
}

const LAST = `
  select id, manifest_hash, rows, recorded_at, withdrawn_at,
    (select count(*)::int - 1 from application_ranking where call_id = $1) as earlier,
    (select count(*)::int from application_ranking_doubt where call_id = $1 and settled_at is null) as doubts
  from application_ranking where call_id = $1 order by recorded_at desc, id desc limit 1`;

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
  async last(callId: string): Promise<StandingRanking | null> {
    const [row] = await this.tx.reader.query<StandingRow[]>(LAST, [callId]);
    if (!row || row.withdrawn_at !== null) return null;
    return { rankingId: row.id, manifestHash: row.manifest_hash, rows: row.rows, recordedAt: row.recorded_at, replaces: row.earlier > 0, doubts: row.doubts };
  }

  /** @param doubtId of whatever was reported in the module above */
  async doubt(doubtId: string, callId: string, at: Date): Promise<void> {
    await this.tx.manager.query('insert into application_ranking_doubt (id, call_id, raised_at) values ($1, $2, $3)', [doubtId, callId, at]);
  }

  async settleDoubt(doubtId: string, at: Date): Promise<void> {
    await this.tx.manager.query('update application_ranking_doubt set settled_at = $2 where id = $1', [doubtId, at]);
  }
}
