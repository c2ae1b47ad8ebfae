import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';

/** One group of rows of a round, counted; amounts in fen. */
export interface StatusSum {
  readonly callId: string;
  readonly status: string;
  readonly categoryKey: string;
  readonly count: number;
  readonly fen: number;
  /** Of tranches: what was or is to be paid; otherwise the same as `fen`. */
  readonly payFen: number;
}

export interface SheetCount {
  readonly callId: string;
  readonly stageKey: string;
  readonly sealed: boolean;
  readonly due: number;
  readonly submitted: number;
}

export interface KeyCount {
  readonly callId: string;
  readonly key: string;
  readonly count: number;
  readonly passed: number;
}

export interface MoneyRow {
  readonly callId: string;
  readonly receivedFen: number;
  readonly returnedFen: number;
}

/** Counts of many rounds at once: the round's page and the list of rounds read the same numbers. float8 holds every safe integer exactly. */
@Injectable()
export class FiguresStore {
  constructor(private readonly tx: Transaction) {}

  /** Also those still being written: how many, and nothing else of them. */
  applications(callIds: readonly string[]): Promise<StatusSum[]> {
    return this.sums(
      `select a.call_id, a.status, a.category_key, a.requested_fen as fen, a.requested_fen as pay_fen from application a
       where a.call_id = any($1) and (a.status <> 'withdrawn' or a.submitted_at is not null)`, callIds);
  }

  awards(callIds: readonly string[]): Promise<StatusSum[]> {
    return this.sums('select a.call_id, a.status, a.category_key, a.amount_fen as fen, a.amount_fen as pay_fen from award a where a.call_id = any($1)', callIds);
  }

  projects(callIds: readonly string[]): Promise<StatusSum[]> {
    return this.sums('select p.call_id, p.status, p.category_key, p.awarded_fen as fen, p.awarded_fen as pay_fen from project p where p.call_id = any($1)', callIds);
  }

  tranches(callIds: readonly string[]): Promise<StatusSum[]> {
    return this.sums(
      `select p.call_id, t.status, p.category_key, t.amount_fen as fen, coalesce(t.pay_fen, 0) as pay_fen from project p
       join tranche t on t.project_id = p.id where p.call_id = any($1)`, callIds);
  }

  milestones(callIds: readonly string[]): Promise<StatusSum[]> {
    return this.sums(
      `select p.call_id, m.status, p.category_key, m.spent_fen as fen, m.spent_fen as pay_fen from project p
       join milestone m on m.project_id = p.id where p.call_id = any($1)`, callIds);
  }

  /** A sheet is due from every seated judge for every application of the stage but where she is recused or the team did not come. */
  sheets(callIds: readonly string[]): Promise<SheetCount[]> {
    return this.tx.reader.query<SheetCount[]>(
      `select s.call_id as "callId", s.stage_key as "stageKey", s.status = 'sealed' as sealed,
         count(seat.id) filter (where due.yes)::int as due, count(seat.id) filter (where sheet.status = 'submitted')::int as submitted
       from score_stage s
         cross join unnest(s.application_ids) as wanted (id)
         left join panel_seat seat on seat.call_id = s.call_id and seat.stage_key = s.stage_key and seat.status = 'seated'
         left join score_sheet sheet on sheet.seat_id = seat.id and sheet.application_id = wanted.id
         cross join lateral (select not exists (select from conflict_declaration d where d.account_id = seat.account_id and d.application_id = wanted.id and d.verdict <> 'none')
           and not exists (select from live_opening o where o.call_id = s.call_id and o.stage_key = s.stage_key and o.application_id = wanted.id and o.forfeit_reason is not null) as yes) due
       where s.call_id = any($1) group by s.call_id, s.stage_key, s.status`,
      [callIds],
    );
  }

  async signedContracts(callIds: readonly string[]): Promise<KeyCount[]> {
    return this.tx.reader.query<KeyCount[]>(
      `select p.call_id as "callId", 'signed' as key, count(*)::int as count, count(*)::int as passed
       from project p join contract c on c.project_id = p.id and c.status = 'signed' where p.call_id = any($1) group by p.call_id`,
      [callIds],
    );
  }

  evaluations(callIds: readonly string[]): Promise<KeyCount[]> {
    return this.tx.reader.query<KeyCount[]>(
      `select p.call_id as "callId", e.key, count(*)::int as count, count(*) filter (where e.passed)::int as passed
       from project p join evaluation e on e.project_id = p.id where p.call_id = any($1) group by p.call_id, e.key order by e.key`,
      [callIds],
    );
  }

  money(callIds: readonly string[]): Promise<MoneyRow[]> {
    return this.tx.reader.query<MoneyRow[]>(
      `select c.id as "callId",
         (select coalesce(sum(d.amount_fen), 0)::float8 from fund_deposit d where d.call_id = c.id and d.status = 'approved') as "receivedFen",
         (select coalesce(sum(b.amount_fen), 0)::float8 from fund_return b join project p on p.id = b.project_id where p.call_id = c.id) as "returnedFen"
       from call c where c.id = any($1)`,
      [callIds],
    );
  }

  private sums(rows: string, callIds: readonly string[]): Promise<StatusSum[]> {
    return this.tx.reader.query<StatusSum[]>(
      `select call_id as "callId", status, category_key as "categoryKey", count(*)::int as count, sum(fen)::float8 as fen, sum(pay_fen)::float8 as "payFen"
       from (${rows}) one group by call_id, status, category_key order by status, category_key`,
      [callIds],
    );
  }
}
