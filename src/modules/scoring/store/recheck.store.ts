import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';

export interface Recheck {
  readonly rankingId: string;
  readonly applicationId: string;
  readonly finding: 'same' | 'error';
  readonly quality: number | null;
  readonly note: string;
  readonly checkedBy: string;
  readonly checkedAt: Date;
}

/** What was found when sheets of a sealed ranking were looked at again. */
@Injectable()
export class RecheckStore {
  constructor(private readonly tx: Transaction) {}

  of(rankingId: string): Promise<Recheck[]> {
    return this.tx.reader.query(
      'select ranking_id as "rankingId", application_id as "applicationId", finding, quality, note, checked_by as "checkedBy", checked_at as "checkedAt" from sheet_recheck where ranking_id = $1', [rankingId],
    );
  }

  async save({ rankingId, applicationId, finding, quality, note, checkedBy, checkedAt }: Recheck): Promise<void> {
    await this.tx.manager.query(
      `insert into sheet_recheck (ranking_id, application_id, finding, quality, note, checked_by, checked_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (ranking_id, application_id) do update set finding = excluded.finding, quality = excluded.quality, note = excluded.note, checked_by = excluded.checked_by, checked_at = excluded.checked_at`,
      [rankingId, applicationId, finding, quality, note, checkedBy, checkedAt],
    );
  }
}
