import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { isId, Transaction } from '#libs/database';
import { Presentation, RoadshowSession, type PresentationId, type SessionId } from '../domain/roadshow.js';

@Injectable()
export class RoadshowStore {
  constructor(private readonly tx: Transaction) {}

  /** Halls of one stage are planned one at a time: whoever comes second finds what the first has planned. */
  async lockPlan(callId: string, stageKey: string): Promise<void> {
    await this.tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`halls of ${callId} ${stageKey}`]);
  }

  ofCall(callId: string): Promise<RoadshowSession[]> {
    return this.tx.reader.getRepository(RoadshowSession).find({ where: { callId }, order: { groupKey: 'ASC' } });
  }

  /** Newest first. */
  list(scope: Scope): Promise<RoadshowSession[]> {
    const query = this.tx.reader.getRepository(RoadshowSession).createQueryBuilder('s').orderBy('s.plannedAt', 'DESC').addOrderBy('s.groupKey', 'ASC');
    return restrict(query, scope, { nodePath: 's.node_path' }).getMany();
  }

  async find(id: string): Promise<RoadshowSession | null> {
    return isId(id) ? this.tx.reader.getRepository(RoadshowSession).findOneBy({ id: id as SessionId }) : null;
  }

  async lock(id: string): Promise<RoadshowSession | null> {
    return isId(id) ? this.tx.manager.getRepository(RoadshowSession).findOne({ where: { id: id as SessionId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  async sessionOf(presentationId: string): Promise<RoadshowSession | null> {
    if (!isId(presentationId)) return null;
    const found = await this.tx.reader.getRepository(Presentation).findOneBy({ id: presentationId as PresentationId });
    return found && this.lock(found.sessionId);
  }

  /** In the running order; what is not drawn yet comes last. */
  presentations(sessionId: string): Promise<Presentation[]> {
    return this.tx.reader.getRepository(Presentation).createQueryBuilder('p').where('p.session_id = :sessionId', { sessionId })
      .orderBy('p.position', 'ASC', 'NULLS LAST').addOrderBy('p.id').getMany();
  }

  async insert(session: RoadshowSession, presentations: readonly Presentation[]): Promise<void> {
    await this.tx.manager.insert(RoadshowSession, session);
    await this.tx.manager.insert(Presentation, [...presentations]);
  }

  async save(session: RoadshowSession): Promise<void> {
    const { id, ...columns } = session;
    await this.tx.manager.update(RoadshowSession, { id }, columns);
  }

  async savePresentation(presentation: Presentation): Promise<void> {
    const { id, ...columns } = presentation;
    await this.tx.manager.update(Presentation, { id }, columns);
  }
}
