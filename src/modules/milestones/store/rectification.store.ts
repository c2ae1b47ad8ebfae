import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { isId, Transaction } from '#libs/database';
import { Rectification, type RectificationId } from '../domain/rectification.js';
import { rectificationChanged } from '../milestones.errors.js';

@Injectable()
export class RectificationStore {
  constructor(private readonly tx: Transaction) {}

  async find(id: string): Promise<Rectification | null> {
    return isId(id) ? this.tx.reader.getRepository(Rectification).findOneBy({ id: id as RectificationId }) : null;
  }

  async lock(id: string): Promise<Rectification | null> {
    return isId(id) ? this.tx.manager.getRepository(Rectification).findOne({ where: { id: id as RectificationId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  /** Newest first. */
  ofProject(projectId: string): Promise<Rectification[]> {
    return this.tx.reader.getRepository(Rectification).find({ where: { projectId }, order: { orderedAt: 'DESC' } });
  }

  /** Of projects that are being mended, in the places or of the organisations of the scope; the earliest day first. */
  open(scope: Scope): Promise<Rectification[]> {
    const query = this.tx.reader.getRepository(Rectification).createQueryBuilder('r').where(`r.status <> 'accepted'`).andWhere(MENDING).orderBy('r.dueOn').addOrderBy('r.id');
    return restrict(query, scope, { nodePath: 'r.node_path', subjectId: 'r.organisation_id' }).getMany();
  }

  async insert(order: Rectification): Promise<void> {
    await this.tx.manager.insert(Rectification, order as never);
  }

  /** @throws DomainError `rectification_changed` (stale) */
  async update(order: Rectification): Promise<void> {
    const { id, version, ...columns } = order;
    const { affected } = await this.tx.manager.update(Rectification, { id, version }, { ...columns, version: version + 1 } as never);
    if (affected !== 1) throw rectificationChanged();
    order.version = version + 1;
  }
}

const MENDING = `exists (select from project p where p.id = r.project_id and p.status = 'rectifying')`;
