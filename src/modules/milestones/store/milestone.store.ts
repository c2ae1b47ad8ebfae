import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { isId, toPage, Transaction, unpackCursor, type Page, type PageRequest } from '#libs/database';
import { Evaluation, Milestone, type MilestoneId, type MilestoneStatus } from '../domain/milestone.js';
import { milestoneChanged } from '../milestones.errors.js';

@Injectable()
export class MilestoneStore {
  constructor(private readonly tx: Transaction) {}

  async find(id: string): Promise<Milestone | null> {
    return isId(id) ? this.tx.reader.getRepository(Milestone).findOneBy({ id: id as MilestoneId }) : null;
  }

  async lock(id: string): Promise<Milestone | null> {
    return isId(id) ? this.tx.manager.getRepository(Milestone).findOne({ where: { id: id as MilestoneId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  ofProject(projectId: string): Promise<Milestone[]> {
    return this.tx.reader.getRepository(Milestone).find({ where: { projectId }, order: { dueOn: 'ASC', key: 'ASC', ordinal: 'ASC' } });
  }

  /** What is due first comes first. */
  async list(scope: Scope, page: PageRequest, status?: MilestoneStatus): Promise<Page<Milestone>> {
    const query = this.tx.reader.getRepository(Milestone).createQueryBuilder('m').orderBy('m.dueOn').addOrderBy('m.id').limit(page.limit + 1);
    restrict(query, scope, { nodePath: 'm.node_path', subjectId: 'm.organisation_id' });
    if (status) query.andWhere('m.status = :status', { status });
    if (page.after) {
      const [day, id] = unpackCursor(page.after, 2);
      query.andWhere('(m.due_on, m.id) > (:day, :id)', { day, id });
    }
    return toPage(await query.getMany(), page.limit, (row) => [row.dueOn, row.id]);
  }

  async insert(milestones: readonly Milestone[]): Promise<void> {
    if (milestones.length > 0) await this.tx.manager.insert(Milestone, milestones as never);
  }

  /** @throws DomainError `milestone_changed` (stale) */
  async update(milestone: Milestone): Promise<void> {
    const { id, version, ...columns } = milestone;
    const { affected } = await this.tx.manager.update(Milestone, { id, version }, { ...columns, version: version + 1 } as never);
    if (affected !== 1) throw milestoneChanged();
    milestone.version = version + 1;
  }

  evaluations(projectId: string): Promise<Evaluation[]> {
    return this.tx.reader.getRepository(Evaluation).find({ where: { projectId }, order: { recordedAt: 'ASC' } });
  }

  /** Answers whether it was the first of its kind. */
  async addEvaluation(evaluation: Evaluation): Promise<boolean> {
    const result = await this.tx.manager.createQueryBuilder().insert().into(Evaluation).values(evaluation as never).orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }
}
