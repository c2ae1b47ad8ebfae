import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';

/** The places that were reminded of open sheets and have not been found done since. */
@Injectable()
export class AwaitedStore {
  constructor(private readonly tx: Transaction) {}

  async note(seatIds: readonly string[], at: Date): Promise<void> {
    await this.tx.manager.query('insert into sheets_awaited (seat_id, told_at) select unnest($1::uuid[]), $2 on conflict (seat_id) do update set told_at = excluded.told_at', [seatIds, at]);
  }

  /** Stage by stage; whoever is looked at elsewhere at this moment is left to that. */
  async stages(): Promise<{ callId: string; stageKey: string; seatIds: string[] }[]> {
    const rows = await this.tx.manager.query<{ seatId: string; callId: string; stageKey: string }[]>(
      `select w.seat_id as "seatId", s.call_id as "callId", s.stage_key as "stageKey" from sheets_awaited w join panel_seat s on s.id = w.seat_id order by w.seat_id for update of w skip locked`,
    );
    const stages = new Map<string, { callId: string; stageKey: string; seatIds: string[] }>();
    for (const { seatId, callId, stageKey } of rows) {
      const stage = stages.get(`${callId} ${stageKey}`) ?? { callId, stageKey, seatIds: [] };
      stages.set(`${callId} ${stageKey}`, { ...stage, seatIds: [...stage.seatIds, seatId] });
    }
    return [...stages.values()];
  }

  async done(seatIds: readonly string[]): Promise<void> {
    await this.tx.manager.query('delete from sheets_awaited where seat_id = any($1)', [seatIds]);
  }
}
