import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { Milestone, type MilestoneStatus } from '../domain/milestone.js';

export interface MilestoneFilter {
  readonly callId?: string | undefined;
  readonly status?: MilestoneStatus | undefined;
  /** Only what is past its day and not handed in, of projects that go on. */
  readonly late?: boolean | undefined;
  /** Whose acceptance the rules ask for: an officer's or an evaluator's. */
  readonly acceptor?: 'officer' | 'evaluator' | undefined;
  /** Part of a project's number or name, or of an organisation's name. */
  readonly words?: string | undefined;
}

/** The lists of reports: what is open comes first, by its day; then what is accepted. What a finished project never handed in is left out. */
@Injectable()
export class MilestoneCatalogue {
  constructor(private readonly tx: Transaction) {}

  async list(scope: Scope, page: PageRequest, filter: MilestoneFilter, today: string): Promise<Page<Milestone>> {
    const query = this.filtered(scope, filter, today).addSelect(DONE, 'done').orderBy('done').addOrderBy('m.dueOn').addOrderBy('m.id').limit(page.limit + 1);
    if (page.after) {
      const [done, day, id] = unpackCursor(page.after, 3);
      query.andWhere(`(${DONE}, m.due_on, m.id) > (:done, :day, :id)`, { done, day, id });
    }
    return toPage(await query.getMany(), page.limit, (row) => [row.status === 'accepted' ? 1 : 0, row.dueOn, row.id]);
  }

  /** How many of the filter stand in each status. */
  async counts(scope: Scope, filter: MilestoneFilter, today: string): Promise<Record<string, number>> {
    const rows = await this.filtered(scope, { ...filter, status: undefined }, today)
      .select('m.status', 'status').addSelect('count(*)', 'count').groupBy('m.status').getRawMany<{ status: string; count: string }>();
    return Object.fromEntries(rows.map(({ status, count }) => [status, Number(count)]));
  }

  /** Accepted reports of projects that go on, in the places of the scope: what evaluations follow. */
  accepted(scope: Scope): Promise<Milestone[]> {
    const query = this.tx.reader.getRepository(Milestone).createQueryBuilder('m').where(`m.status = 'accepted'`).andWhere(GOES_ON).orderBy('m.decidedAt').addOrderBy('m.id');
    return restrict(query, scope, { nodePath: 'm.node_path' }).getMany();
  }

  private filtered(scope: Scope, { callId, status, late, acceptor, words }: MilestoneFilter, today: string) {
    const query = this.tx.reader.getRepository(Milestone).createQueryBuilder('m');
    restrict(query, scope, { nodePath: 'm.node_path', subjectId: 'm.organisation_id' }).andWhere(`(m.status in ('submitted', 'accepted') or ${GOES_ON})`);
    if (callId) query.andWhere('m.call_id = :callId', { callId });
    if (status) query.andWhere('m.status = :status', { status });
    if (late) query.andWhere(`m.status in ('planned', 'returned') and m.due_on < :today`, { today });
    if (acceptor) query.andWhere(`(m.accepted_by = 'evaluator') = :byEvaluator`, { byEvaluator: acceptor === 'evaluator' });
    if (words) query.andWhere(`m.project_id in (select p.id from project p where p.number ilike :words or p.name ilike :words or p.organisation_name ilike :words)`, { words: `%${words.replace(/[%_\\]/g, '\\$&')}%` });
    return query;
  }
}

const DONE = `case when m.status = 'accepted' then 1 else 0 end`;

const GOES_ON = `exists (select 1 from project p where p.id = m.project_id and p.status not in ('settled', 'archived', 'terminated'))`;
