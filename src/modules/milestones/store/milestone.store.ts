import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { isId, Transaction } from '#libs/database';
import { Evaluation, Milestone, type MilestoneId } from '../domain/milestone.js';
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

  /** Beside the report and not a change of it: what the grantee is writing stays as fresh as it was. */
  async noteReminder(id: MilestoneId, at: Date): Promise<void> {
    await this.tx.manager.update(Milestone, { id }, { remindedAt: at });
  }

  evaluations(projectId: string): Promise<Evaluation[]> {
    return this.tx.reader.getRepository(Evaluation).find({ where: { projectId }, order: { recordedAt: 'ASC' } });
  }

  evaluationsOf(projectIds: readonly string[]): Promise<Evaluation[]> {
    return this.tx.reader.getRepository(Evaluation).find({ where: { projectId: In([...projectIds]) }, order: { recordedAt: 'ASC' } });
  }

  /** Answers whether it was the first of its kind. */
  async addEvaluation(evaluation: Evaluation): Promise<boolean> {
    const result = await this.tx.manager.createQueryBuilder().insert().into(Evaluation).values(evaluation as never).orIgnore().returning('id').execute();
    return (result.raw as unknown[]).length === 1;
  }
}
