import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import { RankingCorrection, type CorrectionId } from '../domain/corrections/ranking-correction.js';
import type { SealedRankingRow } from '../domain/score-sheet.js';

/** Who told of which conflict after the sealing, and what was decided. */
@Injectable()
export class CorrectionStore {
  constructor(private readonly tx: Transaction) {}

  async lock(id: string): Promise<RankingCorrection | null> {
    return isId(id) ? this.tx.manager.getRepository(RankingCorrection).findOne({ where: { id: id as CorrectionId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  async waitsFor(seatId: string, applicationId: string): Promise<boolean> {
    return (await this.tx.manager.query<unknown[]>('select 1 from ranking_correction where seat_id = $1 and application_id = $2 and decided_by is null', [seatId, applicationId])).length > 0;
  }

  async insert(correction: RankingCorrection): Promise<void> {
    await this.tx.manager.insert(RankingCorrection, correction);
  }

  async decide({ id, decidedBy, decidedAt, granted, note, effect, joinedIds, keptIds }: RankingCorrection): Promise<void> {
    await this.tx.manager.update(RankingCorrection, { id }, { decidedBy, decidedAt, granted, note, effect, joinedIds, keptIds });
  }

  /** Newest first. */
  ofStage(callId: string, stageKey: string): Promise<RankingCorrection[]> {
    return this.tx.reader.getRepository(RankingCorrection).find({ where: { callId, stageKey }, order: { toldAt: 'DESC', id: 'DESC' } });
  }

  /** The hash of the ranking that this one replaced; null for the first. */
  async replacedBy({ id, callId, stageKey, sealedAt }: SealedRankingRow): Promise<string | null> {
    const [row] = await this.tx.reader.query<{ hash: string }[]>(
      'select hash from score_ranking where call_id = $1 and stage_key is not distinct from $2 and (sealed_at, id) < ($3, $4::uuid) order by sealed_at desc, id desc limit 1', [callId, stageKey, sealedAt, id],
    );
    return row?.hash ?? null;
  }
}
