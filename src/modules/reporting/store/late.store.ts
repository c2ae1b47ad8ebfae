import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import type { Sentence } from '#libs/errors';
import type { LateKind } from '../domain/late.js';

/** One thing whose day has passed. */
export interface LateRow {
  readonly callId: string;
  readonly kind: LateKind;
  /** What it belongs to, for the link: an application, a project or an objection; null for a judge's sheets. */
  readonly subjectId: string | null;
  readonly title: string;
  readonly organisation: string | null;
  readonly detail: Sentence | null;
  /** How many sheets; otherwise one. */
  readonly count: number;
  readonly dueAt: Date;
}

export interface LateCount {
  readonly callId: string;
  readonly kind: LateKind;
  readonly count: number;
  readonly oldest: Date;
}

/** The last instant of a day in Beijing. */
const endOf = (column: string): string => `((${column} + 1)::timestamp at time zone 'Asia/Shanghai')`;

/** $1 rounds, $2 now. A stopped round owes nothing while it stands still. An objection’s reference opens it to anybody: it is the objector’s alone. */
const LATE = `
  with live as (select id from call where id = any($1) and status not in ('suspended', 'cancelled', 'archived')),
  late as (
    select a.call_id, 'correction' as kind, a.id as subject_id, a.project_name as title, a.organisation_name as organisation, null::jsonb as detail, 1 as count,
      (a.returned ->> 'dueAt')::timestamptz as due_at
    from live join application a on a.call_id = live.id where a.status = 'returned'
    union all
    select s.call_id, 'sheets', null, seat.alias, null, (st -> 'title')::jsonb,
      (select count(*)::int from unnest(s.application_ids) as wanted (id)
         where not exists (select from score_sheet sheet where sheet.seat_id = seat.id and sheet.application_id = wanted.id and sheet.status = 'submitted')
           and not exists (select from conflict_declaration d where d.account_id = seat.account_id and d.application_id = wanted.id and d.verdict <> 'none')
           and not exists (select from live_opening o where o.call_id = s.call_id and o.stage_key = s.stage_key and o.application_id = wanted.id and o.forfeit_reason is not null)),
      (st ->> 'closesAt')::timestamptz
    from live join score_stage s on s.call_id = live.id and s.status = 'open'
      join call c on c.id = s.call_id join call_rulebook r on r.call_id = c.id and r.version = c.rulebook_version
      join lateral json_array_elements(r.rulebook -> 'scoring' -> 'stages') tree on tree ->> 'key' = s.stage_key
      join lateral json_array_elements(r.rulebook -> 'stages') st on st ->> 'key' = tree ->> 'stage'
      join panel_seat seat on seat.call_id = s.call_id and seat.stage_key = s.stage_key and seat.status = 'seated'
    union all
    select o.call_id, 'objection', o.id, coalesce(a.project_name, c.number), null, case when w.id is null then '{"zh": "整份名单", "en": "the whole list"}'::jsonb end, 1, ${endOf('o.answer_until')}
    from live join award_objection o on o.call_id = live.id and o.status in ('received', 'admissible') join call c on c.id = o.call_id
      left join award w on w.id = o.award_id left join application a on a.id = w.application_id
    union all
    select p.call_id, 'contract', p.id, p.name, p.organisation_name, null, 1, ${endOf('k.due_on')}
    from live join project p on p.call_id = live.id and p.status = 'opened' join contract k on k.project_id = p.id and k.status = 'issued'
    union all
    select p.call_id, 'milestone', p.id, p.name, p.organisation_name, m.title, 1, ${endOf('m.due_on')}
    from live join project p on p.call_id = live.id and p.status not in ('suspended', 'terminated', 'settled', 'archived')
      join milestone m on m.project_id = p.id and m.status in ('planned', 'returned')
  )`;

@Injectable()
export class LateStore {
  constructor(private readonly tx: Transaction) {}

  counts(callIds: readonly string[], now: Date): Promise<LateCount[]> {
    return this.tx.reader.query<LateCount[]>(
      `${LATE} select call_id as "callId", kind, sum(count)::int as count, min(due_at) as oldest from late
       where due_at <= $2 and count > 0 group by call_id, kind order by kind`,
      [callIds, now],
    );
  }

  /** What has waited longest first. */
  list(callId: string, now: Date, limit: number): Promise<LateRow[]> {
    return this.tx.reader.query<LateRow[]>(
      `${LATE} select call_id as "callId", kind, subject_id as "subjectId", title, organisation, detail, count, due_at as "dueAt" from late
       where due_at <= $2 and count > 0 order by due_at, kind, title limit $3`,
      [[callId], now, limit],
    );
  }
}
