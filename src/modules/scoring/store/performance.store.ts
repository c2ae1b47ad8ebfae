import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';

/** The work of one judge in one stage, as an officer judged it. */
export interface Performance {
  readonly callId: string;
  readonly stageKey: string;
  readonly accountId: string;
  /** Of 100. */
  readonly score: number;
  readonly facts: { readonly complaints: number } & Readonly<Record<string, unknown>>;
  readonly note: string;
  readonly recordedBy: string;
  readonly recordedAt: Date;
}

@Injectable()
export class PerformanceStore {
  constructor(private readonly tx: Transaction) {}

  ofStage(callId: string, stageKey: string): Promise<Performance[]> {
    return this.tx.reader.query(
      `select call_id as "callId", stage_key as "stageKey", account_id as "accountId", score, facts, note, recorded_by as "recordedBy", recorded_at as "recordedAt"
       from expert_performance where call_id = $1 and stage_key = $2`, [callId, stageKey],
    );
  }

  async save({ callId, stageKey, accountId, score, facts, note, recordedBy, recordedAt }: Performance): Promise<void> {
    await this.tx.manager.query(
      `insert into expert_performance (call_id, stage_key, account_id, score, facts, note, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (call_id, stage_key, account_id) do update set score = excluded.score, facts = excluded.facts, note = excluded.note, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
      [callId, stageKey, accountId, score, JSON.stringify(facts), note, recordedBy, recordedAt],
    );
  }
}
