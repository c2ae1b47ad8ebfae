import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import { ConflictDeclaration, PanelSeat, ScoreStageRound, type SeatId } from '../domain/score-sheet.js';

/** Who sits where, what is being judged, and who has declared what. */
@Injectable()
export class PanelStore {
  constructor(private readonly tx: Transaction) {}

  stage(callId: string, stageKey: string): Promise<ScoreStageRound | null> {
    return this.tx.reader.getRepository(ScoreStageRound).findOneBy({ callId, stageKey });
  }

  lockStage(callId: string, stageKey: string): Promise<ScoreStageRound | null> {
    return this.tx.manager.getRepository(ScoreStageRound).findOne({ where: { callId, stageKey }, lock: { mode: 'pessimistic_write' } });
  }

  /** Others may score at the same time; nobody can seal meanwhile. */
  holdStage(callId: string, stageKey: string): Promise<ScoreStageRound | null> {
    return this.tx.manager.getRepository(ScoreStageRound).findOne({ where: { callId, stageKey }, lock: { mode: 'pessimistic_read' } });
  }

  stages(callId: string): Promise<ScoreStageRound[]> {
    return this.tx.reader.getRepository(ScoreStageRound).find({ where: { callId }, order: { begunAt: 'ASC' } });
  }

  async saveStage(stage: ScoreStageRound): Promise<void> {
    await this.tx.manager.upsert(ScoreStageRound, stage, ['callId', 'stageKey']);
  }

  async seat(id: string): Promise<PanelSeat | null> {
    return isId(id) ? this.tx.reader.getRepository(PanelSeat).findOneBy({ id: id as SeatId }) : null;
  }

  /** Its judge writes nothing else meanwhile. */
  async lockSeat(id: string): Promise<PanelSeat | null> {
    return isId(id) ? this.tx.manager.getRepository(PanelSeat).findOne({ where: { id: id as SeatId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  seats(callId: string, stageKey?: string): Promise<PanelSeat[]> {
    return this.tx.reader.getRepository(PanelSeat).find({ where: { callId, ...(stageKey ? { stageKey } : {}) }, order: { seatedAt: 'ASC', id: 'ASC' } });
  }

  seatsOf(accountId: string): Promise<PanelSeat[]> {
    return this.tx.reader.getRepository(PanelSeat).find({ where: { accountId, status: 'seated' }, order: { seatedAt: 'DESC' } });
  }

  async saveSeat(seat: PanelSeat): Promise<void> {
    await this.tx.manager.upsert(PanelSeat, seat, ['id']);
  }

  declaration(accountId: string, applicationId: string): Promise<ConflictDeclaration | null> {
    return this.tx.reader.getRepository(ConflictDeclaration).findOneBy({ accountId, applicationId });
  }

  declarations(applicationIds: readonly string[]): Promise<ConflictDeclaration[]> {
    return this.tx.reader.getRepository(ConflictDeclaration).createQueryBuilder('c').where('c.application_id = any(:ids)', { ids: applicationIds }).getMany();
  }

  async saveDeclaration(declaration: ConflictDeclaration): Promise<void> {
    await this.tx.manager.upsert(ConflictDeclaration, declaration, ['accountId', 'applicationId']);
  }

  async open(callId: string, stageKey: string, applicationId: string, at: Date): Promise<void> {
    await this.tx.manager.query(
      `insert into live_opening (call_id, stage_key, application_id, opened_at) values ($1, $2, $3, $4)
       on conflict (call_id, stage_key, application_id) do update set opened_at = excluded.opened_at, closed_at = null`,
      [callId, stageKey, applicationId, at],
    );
  }

  async close(callId: string, stageKey: string, applicationId: string, at: Date): Promise<void> {
    await this.tx.manager.query('update live_opening set closed_at = $4 where call_id = $1 and stage_key = $2 and application_id = $3 and closed_at is null', [callId, stageKey, applicationId, at]);
  }

  async isOpen(callId: string, stageKey: string, applicationId: string): Promise<boolean> {
    const rows = await this.tx.reader.query<unknown[]>(
      'select 1 from live_opening where call_id = $1 and stage_key = $2 and application_id = $3 and opened_at is not null and closed_at is null and forfeit_reason is null', [callId, stageKey, applicationId],
    );
    return rows.length > 0;
  }

  /** The applications of the stage that may be scored at this moment. */
  async openedIn(callId: string, stageKey: string): Promise<string[]> {
    const rows = await this.tx.reader.query<{ id: string }[]>(
      'select application_id as id from live_opening where call_id = $1 and stage_key = $2 and opened_at is not null and closed_at is null and forfeit_reason is null', [callId, stageKey],
    );
    return rows.map(({ id }) => id);
  }

  /** The applications of the stage that were opened for scoring, whether they still are or not. */
  async presentedIn(callId: string, stageKey: string): Promise<string[]> {
    const rows = await this.tx.reader.query<{ id: string }[]>(
      'select application_id as id from live_opening where call_id = $1 and stage_key = $2 and opened_at is not null and forfeit_reason is null', [callId, stageKey],
    );
    return rows.map(({ id }) => id);
  }

  async forfeit(callId: string, stageKey: string, applicationId: string, reason: string): Promise<void> {
    await this.tx.manager.query(
      `insert into live_opening (call_id, stage_key, application_id, forfeit_reason) values ($1, $2, $3, $4)
       on conflict (call_id, stage_key, application_id) do update set forfeit_reason = excluded.forfeit_reason`,
      [callId, stageKey, applicationId, reason],
    );
  }

  async forfeited(callId: string): Promise<{ stageKey: string; applicationId: string; reason: string }[]> {
    return this.tx.reader.query(
      'select stage_key as "stageKey", application_id as "applicationId", forfeit_reason as reason from live_opening where call_id = $1 and forfeit_reason is not null', [callId],
    );
  }
}
