import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import { feedbackChanged } from '../scoring.errors.js';

export interface FeedbackPack {
  readonly applicationId: string;
  readonly callId: string;
  readonly comments: readonly string[];
  readonly advice: string;
  readonly version: number;
  readonly savedBy: string;
  readonly savedAt: Date;
  readonly releasedAt: Date | null;
}

const COLUMNS = 'application_id as "applicationId", call_id as "callId", comments, advice, version, saved_by as "savedBy", saved_at as "savedAt", released_at as "releasedAt"';

/** What applicants are told of their judging, as staff have edited it. */
@Injectable()
export class FeedbackStore {
  constructor(private readonly tx: Transaction) {}

  async of(applicationId: string): Promise<FeedbackPack | null> {
    return (await this.tx.reader.query<FeedbackPack[]>(`select ${COLUMNS} from feedback_pack where application_id = $1`, [applicationId]))[0] ?? null;
  }

  ofCall(callId: string): Promise<FeedbackPack[]> {
    return this.tx.reader.query(`select ${COLUMNS} from feedback_pack where call_id = $1`, [callId]);
  }

  /** @throws DomainError `feedback_changed` (stale) */
  async save({ applicationId, callId, comments, advice, version, savedBy, savedAt, releasedAt }: FeedbackPack): Promise<void> {
    const written = await this.tx.manager.query<unknown[]>(
      `insert into feedback_pack (application_id, call_id, comments, advice, version, saved_by, saved_at, released_at) values ($1, $2, $3, $4, $5 + 1, $6, $7, $8)
       on conflict (application_id) do update set comments = excluded.comments, advice = excluded.advice, version = excluded.version, saved_by = excluded.saved_by, saved_at = excluded.saved_at, released_at = excluded.released_at
         where feedback_pack.version = $5 and feedback_pack.released_at is null
       returning 1`, [applicationId, callId, JSON.stringify(comments), advice, version, savedBy, savedAt, releasedAt],
    );
    if (written.length === 0) throw feedbackChanged();
  }
}
