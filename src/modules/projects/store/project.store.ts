import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { isId, Transaction } from '#libs/database';
import { say, stale } from '#libs/errors';
import { Project, type ProjectStatus } from '../domain/project.js';

export interface ProjectStep {
  readonly move: string;
  readonly from: string;
  readonly reason: string | null;
  readonly actorId: string;
  readonly at: Date;
}

@Injectable()
export class ProjectStore {
  constructor(private readonly tx: Transaction) {}

  async find(id: string): Promise<Project | null> {
    return isId(id) ? this.tx.reader.getRepository(Project).findOneBy({ id }) : null;
  }

  async lock(id: string): Promise<Project | null> {
    return isId(id) ? this.tx.manager.getRepository(Project).findOne({ where: { id }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  byAward(awardId: string): Promise<Project | null> {
    return this.tx.reader.getRepository(Project).findOneBy({ awardId });
  }

  ofCall(callId: string): Promise<Project[]> {
    return this.tx.reader.getRepository(Project).find({ where: { callId }, order: { number: 'ASC' } });
  }

  ofOrganisation(organisationId: string): Promise<Project[]> {
    return this.tx.reader.getRepository(Project).find({ where: { organisationId }, order: { number: 'ASC' } });
  }

  many(ids: readonly string[]): Promise<Project[]> {
    return this.tx.reader.getRepository(Project).createQueryBuilder('p').where('p.id = any(:ids)', { ids: ids.filter(isId) }).orderBy('p.number').getMany();
  }

  inStatus(scope: Scope, status: ProjectStatus): Promise<Project[]> {
    const query = this.tx.reader.getRepository(Project).createQueryBuilder('p').where('p.status = :status', { status }).orderBy('p.number');
    return restrict(query, scope, { nodePath: 'p.node_path', subjectId: 'p.organisation_id' }).getMany();
  }

  /** Numbers of one call are given one at a time. */
  async insert(project: Project, callNumber: string): Promise<void> {
    await this.tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`project numbers of ${project.callId}`]);
    const count = await this.tx.manager.getRepository(Project).countBy({ callId: project.callId });
    project.number = `${callNumber}-X${String(count + 1).padStart(3, '0')}`;
    await this.tx.manager.insert(Project, project as never);
  }

  /** Writes the row if nobody wrote it since. @throws DomainError `project_changed` (stale) */
  async update(project: Project): Promise<void> {
    const { id, version, ...columns } = project;
    const { affected } = await this.tx.manager.update(Project, { id, version }, { ...columns, version: version + 1 } as never);
    if (affected !== 1) throw stale('project_changed', say('内容已被他人修改，请刷新后重试', 'Somebody else changed this; reload and try again'));
    project.version = version + 1;
  }

  async addStep(project: Project, { move, from, reason, actorId, at }: ProjectStep): Promise<void> {
    await this.tx.manager.query(
      'insert into project_history (project_id, step, move, from_status, to_status, reason, actor_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
      [project.id, project.version, move, from, project.status, reason, actorId, at],
    );
  }

  /** Oldest first. */
  history(projectId: string): Promise<(ProjectStep & { to: string })[]> {
    return this.tx.reader.query('select move, from_status as "from", to_status as "to", reason, actor_id as "actorId", at from project_history where project_id = $1 order by step', [projectId]);
  }
}
