import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import type { Sentence } from '#libs/errors';

/** Amounts in fen, scores decimal strings, days in Asia/Shanghai. */
export interface ApplicationLine {
  readonly number: string;
  readonly organisation: string;
  readonly project: string;
  readonly categoryKey: string;
  readonly status: string;
  readonly requestedFen: number;
  readonly matchingFen: number;
  readonly totalFen: number;
  readonly submittedAt: Date;
  readonly score: string | null;
  readonly rank: number | null;
  readonly reason: string | null;
}

export interface AwardLine {
  readonly organisation: string;
  readonly project: string;
  readonly categoryKey: string;
  readonly rank: number | null;
  readonly status: string;
  readonly amountFen: number;
  readonly announced: boolean;
  readonly projectNumber: string | null;
  readonly projectStatus: string | null;
  readonly signedAt: Date | null;
}

export interface PaymentLine {
  readonly projectNumber: string;
  readonly organisation: string;
  readonly project: string;
  readonly title: Sentence;
  readonly status: string;
  readonly amountFen: number;
  readonly payFen: number | null;
  readonly paidOn: string | null;
  readonly bankReference: string | null;
}

export interface MilestoneLine {
  readonly projectNumber: string;
  readonly organisation: string;
  readonly project: string;
  readonly title: Sentence;
  readonly status: string;
  readonly dueOn: string;
  readonly submittedAt: Date | null;
  readonly spentFen: number;
}

export interface EvaluationLine {
  readonly projectNumber: string;
  readonly organisation: string;
  readonly project: string;
  readonly key: string;
  readonly score: string;
  readonly gradeKey: string;
  readonly passed: boolean;
  readonly recordedAt: Date;
}

const DAY = (column: string, name: string): string => `to_char(${column}, 'YYYY-MM-DD') as "${name}"`;
const OF_PROJECT = `p.number as "projectNumber", p.organisation_name as organisation, p.name as project`;

/** The rows behind the numbers, for the report. Nobody's contact and no judge's name is among them. */
@Injectable()
export class RoundRowsStore {
  constructor(private readonly tx: Transaction) {}

  /** By rank, then by number. */
  applications(callId: string): Promise<ApplicationLine[]> {
    return this.tx.reader.query<ApplicationLine[]>(
      `select number, organisation_name as organisation, project_name as project, category_key as "categoryKey", status, requested_fen::float8 as "requestedFen",
         matching_fen::float8 as "matchingFen", total_fen::float8 as "totalFen", submitted_at as "submittedAt", score, rank, reason
       from application where call_id = $1 and submitted_at is not null and status <> 'draft' order by rank nulls last, number`,
      [callId],
    );
  }

  awards(callId: string): Promise<AwardLine[]> {
    return this.tx.reader.query<AwardLine[]>(
      `select a.organisation_name as organisation, a.project_name as project, w.category_key as "categoryKey", w.rank, w.status, w.amount_fen::float8 as "amountFen",
         n.id is not null as announced, p.number as "projectNumber", p.status as "projectStatus", k.signed_at as "signedAt"
       from award w join application a on a.id = w.application_id
         left join award_notice n on n.id = w.notice_id and n.withdrawn_at is null
         left join project p on p.award_id = w.id
         left join contract k on k.project_id = p.id and k.status = 'signed'
       where w.call_id = $1 order by w.status = 'reserve', w.rank nulls last, w.place, a.number`,
      [callId],
    );
  }

  payments(callId: string): Promise<PaymentLine[]> {
    return this.tx.reader.query<PaymentLine[]>(
      `select ${OF_PROJECT}, t.title, t.status, t.amount_fen::float8 as "amountFen", t.pay_fen::float8 as "payFen", ${DAY('t.paid_on', 'paidOn')}, t.bank_reference as "bankReference"
       from project p join tranche t on t.project_id = p.id where p.call_id = $1 order by p.number, t.number`,
      [callId],
    );
  }

  milestones(callId: string): Promise<MilestoneLine[]> {
    return this.tx.reader.query<MilestoneLine[]>(
      `select ${OF_PROJECT}, m.title, m.status, ${DAY('m.due_on', 'dueOn')}, m.submitted_at as "submittedAt", m.spent_fen::float8 as "spentFen"
       from project p join milestone m on m.project_id = p.id where p.call_id = $1 order by p.number, m.due_on, m.key, m.ordinal`,
      [callId],
    );
  }

  evaluations(callId: string): Promise<EvaluationLine[]> {
    return this.tx.reader.query<EvaluationLine[]>(
      `select ${OF_PROJECT}, e.key, e.score, e.grade_key as "gradeKey", e.passed, e.recorded_at as "recordedAt"
       from project p join evaluation e on e.project_id = p.id where p.call_id = $1 order by p.number, e.recorded_at`,
      [callId],
    );
  }
}
