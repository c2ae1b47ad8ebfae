import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';

export interface DayCount {
  /** Day in Asia/Shanghai. */
  readonly day: string;
  readonly count: number;
}

export interface RuleCount {
  readonly ruleId: string;
  /** Applications that failed the rule. */
  readonly failed: number;
  /** Those of them that were excluded in the end. */
  readonly excluded: number;
}

export interface ScoreBucket {
  /** Whole points: from this, up to five more. */
  readonly from: number;
  readonly count: number;
}

export interface ScoreSummary {
  readonly count: number;
  /** Decimal strings; null while no ranking is sealed. */
  readonly lowest: string | null;
  readonly highest: string | null;
  readonly median: string | null;
  readonly mean: string | null;
}

/** How wide a bucket of the score distribution is, in points. */
export const BUCKET_POINTS = 5;

/** What only the page of one round shows. */
@Injectable()
export class DetailsStore {
  constructor(private readonly tx: Transaction) {}

  /** First submissions by day; a corrected application does not count twice. */
  perDay(callId: string): Promise<DayCount[]> {
    return this.tx.reader.query<DayCount[]>(
      `select to_char(s.submitted_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day, count(*)::int as count
       from application a join application_submission s on s.application_id = a.id and s.ordinal = 1
       where a.call_id = $1 group by 1 order by 1`,
      [callId],
    );
  }

  refusals(callId: string): Promise<RuleCount[]> {
    return this.tx.reader.query<RuleCount[]>(
      `select k.rule_id as "ruleId", count(*)::int as failed, count(*) filter (where a.status = 'ineligible')::int as excluded
       from application a join application_check k on k.application_id = a.id and k.verdict = 'failed'
       where a.call_id = $1 group by k.rule_id order by failed desc, k.rule_id`,
      [callId],
    );
  }

  /** Of the sealed ranking only: what judges give before is nobody's business. */
  scores(callId: string): Promise<ScoreBucket[]> {
    return this.tx.reader.query<ScoreBucket[]>(
      `select (floor(score::numeric / ${BUCKET_POINTS}) * ${BUCKET_POINTS})::int as "from", count(*)::int as count
       from application where call_id = $1 and score is not null group by 1 order by 1`,
      [callId],
    );
  }

  async scoreSummary(callId: string): Promise<ScoreSummary> {
    const [row] = await this.tx.reader.query<ScoreSummary[]>(
      `select count(*)::int as count, min(score::numeric)::text as lowest, max(score::numeric)::text as highest,
         (percentile_disc(0.5) within group (order by score::numeric))::text as median, round(avg(score::numeric), 2)::text as mean
       from application where call_id = $1 and score is not null`,
      [callId],
    );
    return row!;
  }
}
