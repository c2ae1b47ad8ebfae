import { Injectable } from '@nestjs/common';
import type { SelectQueryBuilder } from 'typeorm';
import { restrict, type Scope } from '#libs/access';
import { Transaction } from '#libs/database';
import { Application, EligibilityCheck, type CheckVerdict } from '../domain/application.js';
import { Appeal, Opinion, Supplement } from '../domain/screening/dialogue.js';

/** An application of which something waits, without its answers. */
export interface Waiting {
  readonly id: string;
  readonly callId: string;
  readonly nodePath: string;
  readonly number: string;
  readonly projectName: string;
  readonly organisationName: string;
  readonly at: Date;
}

const MOST = 100;

/** What screeners and officers are to do next, read in one look over all rounds of a place. */
@Injectable()
export class ScreeningWaitsStore {
  constructor(private readonly tx: Transaction) {}

  /** Oldest first. */
  appeals(scope: Scope): Promise<(Waiting & { refusedBy: string })[]> {
    return this.from(scope).innerJoin(Appeal, 'p', `p.application_id = a.id and p.status = 'lodged'`).addSelect('p.lodged_at', 'at').addSelect('p.refused_by', 'refusedBy')
      .orderBy('p.lodged_at').getRawMany();
  }

  /** Rules on which the opinions differ and nothing is found yet. Whether enough have spoken is the rulebook's word. */
  differences(scope: Scope): Promise<(Waiting & { ruleId: string; verdicts: CheckVerdict[] })[]> {
    return this.from(scope).innerJoin(Opinion, 'o', 'o.application_id = a.id').leftJoin(EligibilityCheck, 'c', 'c.application_id = a.id and c.rule_id = o.rule_id')
      .addSelect('o.rule_id', 'ruleId').addSelect('array_agg(o.verdict)', 'verdicts').addSelect('max(o.given_at)', 'at')
      .andWhere(`a.status in ('submitted', 'returned')`).andWhere('c.rule_id is null').groupBy('a.id').addGroupBy('o.rule_id').having('count(distinct o.verdict) > 1')
      .orderBy('max(o.given_at)').getRawMany();
  }

  /** Returned, and not corrected in time: a screener decides on what is there. */
  lateCorrections(scope: Scope, now: Date): Promise<Waiting[]> {
    return this.from(scope).addSelect(`(a.returned ->> 'dueAt')::timestamptz`, 'at').andWhere(`a.status = 'returned' and (a.returned ->> 'dueAt')::timestamptz < :now`, { now })
      .orderBy('at').getRawMany();
  }

  /** The last supplement of each is over, by an answer or by its own time: the screening goes on. */
  endedSupplements(scope: Scope, now: Date): Promise<(Waiting & { answered: boolean })[]> {
    return this.from(scope).innerJoin(Supplement, 's', 's.application_id = a.id').addSelect('coalesce(s.answered_at, s.due_at)', 'at').addSelect('s.answered_at is not null', 'answered')
      .andWhere(`a.status = 'submitted' and s.withdrawn_at is null and (s.answered_at is not null or s.due_at < :now)`, { now })
      .andWhere('not exists (select 1 from application_supplement later where later.application_id = a.id and later.asked_at > s.asked_at)')
      .orderBy('at').getRawMany();
  }

  /** Those of the given applications that somebody is screening or reviewing. */
  beingRead(scope: Scope, ids: readonly string[]): Promise<Waiting[]> {
    return this.from(scope).addSelect('a.submitted_at', 'at').andWhere(`a.id = any(:ids) and a.status in ('submitted', 'returned', 'eligible', 'in_review', 'shortlisted')`, { ids: [...ids] })
      .orderBy('a.submitted_at').getRawMany();
  }

  private from(scope: Scope): SelectQueryBuilder<Application> {
    const query = this.tx.reader.getRepository(Application).createQueryBuilder('a').select('a.id', 'id').addSelect('a.call_id', 'callId').addSelect('a.node_path', 'nodePath')
      .addSelect('a.number', 'number').addSelect('a.project_name', 'projectName').addSelect('a.organisation_name', 'organisationName').where('a.number is not null').limit(MOST);
    return restrict(query, scope, { nodePath: 'a.node_path' });
  }
}
