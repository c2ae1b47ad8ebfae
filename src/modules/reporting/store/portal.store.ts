import { Injectable } from '@nestjs/common';
import { isId, toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import type { Sentence } from '#libs/errors';
import type { ProjectStatus } from '#modules/projects';

/** A round of which a notice stands. */
export interface AnnouncedRound {
  readonly id: string;
  readonly number: string;
  readonly title: Sentence;
  readonly programmeTitle: Sentence;
  readonly year: number;
  readonly organisers: readonly { readonly role: string; readonly name: Sentence }[];
  readonly categories: readonly { readonly key: string; readonly title: Sentence }[];
  readonly announcedAt: Date;
}

/** An award on a standing notice; what the notice does not show is null. Amounts in fen. */
export interface AnnouncedAward {
  readonly callId: string;
  readonly organisation: string | null;
  readonly project: string | null;
  readonly categoryKey: string | null;
  readonly amountFen: number | null;
  readonly status: 'in_publicity' | 'confirmed' | 'accepted';
  readonly projectStatus: ProjectStatus | null;
}

export interface PlatformTotals {
  readonly programmes: number;
  readonly rounds: number;
  readonly applications: number;
  readonly projects: number;
  readonly organisations: number;
  readonly awardedFen: number;
  readonly paidFen: number;
  readonly openCalls: number;
}

export interface RoundName {
  readonly id: string;
  readonly number: string;
  readonly title: Sentence;
  readonly organisers: readonly { readonly role: string; readonly name: Sentence }[];
  readonly announced: boolean;
}

/** An award is announced while the notice that names it stands. */
const ANNOUNCED = `
  from award_notice n join award w on w.notice_id = n.id and w.status in ('in_publicity', 'confirmed', 'accepted')
  where n.withdrawn_at is null`;

const SHOWS = (column: string): string => `n.content -> 'columns' ? '${column}'`;

/** What everybody may read, and nothing before it was announced. */
@Injectable()
export class PortalStore {
  constructor(private readonly tx: Transaction) {}

  /** The most recently announced first. @param callId one round alone */
  async rounds(page: PageRequest, callId?: string): Promise<Page<AnnouncedRound>> {
    if (callId !== undefined && !isId(callId)) return { items: [] };
    const [at, id] = page.after ? unpackCursor(page.after, 2) : [null, null];
    const rows = await this.tx.reader.query<AnnouncedRound[]>(
      `select c.id, c.number, c.title, p.title as "programmeTitle", (r.rulebook ->> 'year')::int as year, r.rulebook -> 'organisers' as organisers,
         (select coalesce(json_agg(json_build_object('key', e -> 'key', 'title', e -> 'title')), '[]') from json_array_elements(r.rulebook -> 'categories') e) as categories,
         told.at as "announcedAt"
       from (select n.call_id, min(n.published_at) as at ${ANNOUNCED} group by n.call_id) told
         join call c on c.id = told.call_id join programme p on p.id = c.programme_id
         join call_rulebook r on r.call_id = c.id and r.version = c.rulebook_version
       where c.status <> 'cancelled' and ($1::uuid is null or c.id = $1) and ($2::timestamptz is null or (told.at, c.id) < ($2, $3::uuid))
       order by told.at desc, c.id desc limit $4`,
      [callId ?? null, at, id, page.limit + 1],
    );
    return toPage(rows, page.limit, (row) => [row.announcedAt, row.id]);
  }

  /** By category and name: an order that tells no rank. */
  awards(callIds: readonly string[]): Promise<AnnouncedAward[]> {
    return this.tx.reader.query<AnnouncedAward[]>(
      `select w.call_id as "callId", w.status, p.status as "projectStatus",
         case when ${SHOWS('organisation')} then a.organisation_name end as organisation, case when ${SHOWS('project')} then a.project_name end as project,
         case when ${SHOWS('category')} then w.category_key end as "categoryKey", case when ${SHOWS('amount')} then w.amount_fen::float8 end as "amountFen"
       from award_notice n join award w on w.notice_id = n.id and w.status in ('in_publicity', 'confirmed', 'accepted')
         join application a on a.id = w.application_id left join project p on p.award_id = w.id
       where n.withdrawn_at is null and n.call_id = any($1)
       order by w.category_key, a.organisation_name, a.project_name`,
      [callIds],
    );
  }

  /** Confirmed awards only; an amount counts once a notice has shown it. */
  async totals(): Promise<PlatformTotals> {
    const [row] = await this.tx.reader.query<PlatformTotals[]>(
      `with told as (select w.*, ${SHOWS('amount')} as shown ${ANNOUNCED}), funded as (select * from told where status <> 'in_publicity')
       select (select count(distinct c.programme_id)::int from told join call c on c.id = told.call_id) as programmes,
         (select count(distinct call_id)::int from told) as rounds,
         (select count(*)::int from application a where a.submitted_at is not null and a.status not in ('draft', 'withdrawn') and a.call_id in (select call_id from told)) as applications,
         (select count(*)::int from funded) as projects, (select count(distinct organisation_id)::int from funded) as organisations,
         (select coalesce(sum(amount_fen) filter (where shown), 0)::float8 from funded) as "awardedFen",
         (select coalesce(sum(t.pay_fen), 0)::float8 from funded f join project p on p.award_id = f.id join tranche t on t.project_id = p.id
            where f.shown and t.status in ('paid', 'acknowledged')) as "paidFen",
         (select count(*)::int from call where status = 'open' and visibility = 'public') as "openCalls"`,
    );
    return row!;
  }

  /** How a published round is called in public. */
  async name(callId: string): Promise<RoundName | null> {
    const [row] = await this.tx.reader.query<RoundName[]>(
      `select c.id, c.number, c.title, r.rulebook -> 'organisers' as organisers,
         exists (select from application a where a.call_id = c.id and a.announced_at is not null) as announced
       from call c join call_rulebook r on r.call_id = c.id and r.version = c.rulebook_version where c.id = $1 and c.published_at is not null`,
      [callId],
    );
    return row ?? null;
  }
}
