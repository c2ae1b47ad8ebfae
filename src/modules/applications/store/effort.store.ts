import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';

/** What somebody said of filling in the form. */
export interface Survey {
  /** One is very hard, five very easy. */
  readonly ease: number;
  /** All in all, by everybody, away from the screen too. */
  readonly hours: number | null;
  /** Key of the section that cost the most. */
  readonly hardest: string | null;
  readonly remark: string | null;
}

export interface Effort {
  readonly applicationId: string;
  readonly submitted: boolean;
  /** Active seconds in the form, all writers together. */
  readonly seconds: number;
}

const ANSWER = `
  insert into application_survey (application_id, account_id, ease, hours, hardest, remark, answered_at) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (application_id, account_id) do update set ease = excluded.ease, hours = excluded.hours, hardest = excluded.hardest, remark = excluded.remark, answered_at = excluded.answered_at`;

const EFFORTS = `
  select a.id as "applicationId", a.submitted_at is not null as submitted, sum(p.active_seconds)::int as seconds
  from application a join application_presence p on p.application_id = a.id where a.call_id = $1 group by a.id`;

const SURVEYS = `
  select s.ease, s.hours, s.hardest, s.remark from application_survey s join application a on a.id = s.application_id where a.call_id = $1 order by s.answered_at desc limit 5000`;

/** What applying costs the applicants. */
@Injectable()
export class EffortStore {
  constructor(private readonly tx: Transaction) {}

  async answer(applicationId: string, accountId: string, { ease, hours, hardest, remark }: Survey, now: Date): Promise<void> {
    await this.tx.manager.query(ANSWER, [applicationId, accountId, ease, hours, hardest, remark, now]);
  }

  async given(applicationId: string, accountId: string): Promise<Survey | null> {
    const [row] = await this.tx.reader.query<Survey[]>('select ease, hours, hardest, remark from application_survey where application_id = $1 and account_id = $2', [applicationId, accountId]);
    return row ?? null;
  }

  /** Active seconds of all writers of one application. */
  async seconds(applicationId: string): Promise<number> {
    const [row] = await this.tx.reader.query<{ seconds: number }[]>('select coalesce(sum(active_seconds), 0)::int as seconds from application_presence where application_id = $1', [applicationId]);
    return row!.seconds;
  }

  ofCall(callId: string): Promise<Effort[]> {
    return this.tx.reader.query(EFFORTS, [callId]);
  }

  surveys(callId: string): Promise<Survey[]> {
    return this.tx.reader.query(SURVEYS, [callId]);
  }
}
