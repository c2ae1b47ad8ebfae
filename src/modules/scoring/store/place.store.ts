import { Injectable } from '@nestjs/common';
import { RowsOf, Transaction } from '#libs/database';
import { ConflictDeclaration, PanelSeat, ScoreSheet } from '../domain/score-sheet.js';

/** What is kept of one judge before one application. */
export interface KeptPlace {
  readonly seat: PanelSeat;
  readonly stageOpen: boolean;
  /** The stage judges the application, and the seat was given it where somebody planned who is. */
  readonly owed: boolean;
  /** In a roadshow: it may be scored at this moment. */
  readonly opened: boolean;
  /** In a roadshow: it was opened, whether it still is or not. */
  readonly presented: boolean;
  readonly declaration: ConflictDeclaration | null;
  readonly sheet: ScoreSheet | null;
}

type SeatRow = Omit<KeptPlace, 'seat' | 'declaration' | 'sheet'> & Record<string, unknown>;

/**
 * Reads a place in one breath, and the same whatever the answer is: what was given to others must not take longer than what is not there.
 * Nothing here reads the application itself.
 */
@Injectable()
export class PlaceStore {
  private readonly seats: RowsOf<PanelSeat>;
  private readonly declarations: RowsOf<ConflictDeclaration>;
  private readonly sheets: RowsOf<ScoreSheet>;

  constructor(private readonly tx: Transaction) {
    this.seats = new RowsOf(PanelSeat, tx);
    this.declarations = new RowsOf(ConflictDeclaration, tx);
    this.sheets = new RowsOf(ScoreSheet, tx);
  }

  /**
   * Null without such a seat, and before its stage begins.
   * @param hold nobody can seal the stage or write the sheet until the open transaction ends; others may score meanwhile
   */
  async find(seatId: string, applicationId: string, hold: boolean): Promise<KeptPlace | null> {
    // The stage first: whoever seals it and whoever scores in it come in the same order.
    const [[row], [declared], [kept]] = await Promise.all([this.seat(seatId, applicationId, hold), this.declared(seatId, applicationId), this.kept(seatId, applicationId, hold)]);
    if (!row) return null;
    const { stageOpen, owed, opened, presented } = row;
    return { seat: this.seats.of(row), stageOpen, owed, opened, presented, declaration: declared ? this.declarations.of(declared) : null, sheet: kept ? this.sheets.of(kept) : null };
  }

  private seat(seatId: string, applicationId: string, hold: boolean): Promise<SeatRow[]> {
    const live = (moment: string) => `exists (select from live_opening o where o.call_id = t.call_id and o.stage_key = t.stage_key and o.application_id = $2 and o.opened_at is not null and o.forfeit_reason is null${moment})`;
    return this.tx.sql(
      `select ${this.seats.list('s')}, t.status = 'open' as "stageOpen", $2::uuid = any(t.application_ids) and (
         not exists (select from assignment_plan p where p.call_id = t.call_id and p.stage_key = t.stage_key and p.bloc_key = s.bloc_key)
         or exists (select from judge_assignment a where a.seat_id = s.id and a.application_id = $2)) as owed,
         ${live(' and o.closed_at is null')} as opened, ${live('')} as presented
       from panel_seat s join score_stage t on t.call_id = s.call_id and t.stage_key = s.stage_key where s.id = $1 ${hold ? 'for share of t' : ''}`, [seatId, applicationId],
    );
  }

  private declared(seatId: string, applicationId: string): Promise<Record<string, unknown>[]> {
    return this.tx.sql(
      `select ${this.declarations.list('c')} from panel_seat s join conflict_declaration c on c.account_id = s.account_id and c.application_id = $2 where s.id = $1`, [seatId, applicationId],
    );
  }

  private kept(seatId: string, applicationId: string, hold: boolean): Promise<Record<string, unknown>[]> {
    return this.tx.sql(`select ${this.sheets.list('h')} from score_sheet h where h.seat_id = $1 and h.application_id = $2 ${hold ? 'for update' : ''}`, [seatId, applicationId]);
  }
}
