import { Injectable } from '@nestjs/common';
import { RowsOf, Transaction } from '#libs/database';
import { ConflictDeclaration, PanelSeat, ScoreSheet } from '../domain/score-sheet.js';

/** What is kept of one judge before one application. */
export interface KeptPlace {
  readonly seat: PanelSeat;
  readonly stageOpen: boolean;
  /** The stage judges the application, and the seat was given it where somebody planned who is. */
  readonly owed: boolean;
  /** In a roadshow: it may be scored at this moment; on paper, once it was opened, whether it still is or not. */
  readonly opened: boolean;
  readonly declaration: ConflictDeclaration | null;
  readonly sheet: ScoreSheet | null;
}

type PlaceRow = Pick<KeptPlace, 'stageOpen' | 'owed' | 'opened'> & Record<string, unknown>;

/**
 * Reads a place in one question, and the same whatever the answer is: what was given to others must not take longer than what is not there.
 * Nothing here reads the application itself.
 */
@Injectable()
export class PlaceStore {
  private readonly seats: RowsOf<PanelSeat>;
  private readonly declarations: RowsOf<ConflictDeclaration>;
  private readonly sheets: RowsOf<ScoreSheet>;
  private asked?: { readonly free: string; readonly holding: string };

  constructor(private readonly tx: Transaction) {
    this.seats = new RowsOf(PanelSeat, tx);
    this.declarations = new RowsOf(ConflictDeclaration, tx);
    this.sheets = new RowsOf(ScoreSheet, tx);
  }

  /**
   * Null without such a seat, and before its stage begins. Of two who write its sheet at once the later is refused when she writes.
   * @param hold nobody can seal the stage until the open transaction ends; others may score meanwhile
   */
  async find(seatId: string, applicationId: string, hold: boolean): Promise<KeptPlace | null> {
    const [row] = await (hold ? this.tx.sql<PlaceRow>(this.questions.holding, [seatId, applicationId]) : this.tx.read<PlaceRow>(this.questions.free, [seatId, applicationId]));
    if (!row) return null;
    const { stageOpen, owed, opened } = row;
    return {
      seat: this.seats.of(row), stageOpen, owed, opened,
      declaration: row[`${DECLARED}accountId`] === null ? null : this.declarations.of(row, DECLARED), sheet: row[`${SHEET}id`] === null ? null : this.sheets.of(row, SHEET),
    };
  }

  private get questions(): { readonly free: string; readonly holding: string } {
    return (this.asked ??= { free: this.question(''), holding: this.question('for share of t') });
  }

  private question(lock: string): string {
    return `
      select ${this.seats.list('s')}, ${this.declarations.list('c', DECLARED)}, ${this.sheets.list('h', SHEET)}, t.status = 'open' as "stageOpen",
        judged.application_id is not null and (given.seat_id is not null
          or not exists (select from assignment_plan p where p.call_id = t.call_id and p.stage_key = t.stage_key and p.bloc_key = s.bloc_key)) as owed,
        o.opened_at is not null and o.forfeit_reason is null and (s.on_paper or o.closed_at is null) as opened
      from panel_seat s join score_stage t on t.call_id = s.call_id and t.stage_key = s.stage_key
        left join score_stage_application judged on judged.application_id = $2 and judged.call_id = t.call_id and judged.stage_key = t.stage_key
        left join judge_assignment given on given.seat_id = s.id and given.application_id = $2
        left join live_opening o on o.call_id = t.call_id and o.stage_key = t.stage_key and o.application_id = $2
        left join conflict_declaration c on c.account_id = s.account_id and c.application_id = $2
        left join score_sheet h on h.seat_id = s.id and h.application_id = $2
      where s.id = $1 ${lock}`;
  }
}

const DECLARED = 'declared ';
const SHEET = 'sheet ';
