import { Injectable } from '@nestjs/common';
import { restrict, type Scope } from '#libs/access';
import { isId, Transaction } from '#libs/database';
import { EmergencyAccess, EmergencyReading, type EmergencyAccessId } from '../domain/emergency/emergency-access.js';

/** How many are shown in one list: some years of them. */
const MOST = 200;

/** Which hidden thing was opened to whom, and every look at it. */
@Injectable()
export class EmergencyStore {
  constructor(private readonly tx: Transaction) {}

  async lock(id: string): Promise<EmergencyAccess | null> {
    return isId(id) ? this.tx.manager.getRepository(EmergencyAccess).findOne({ where: { id: id as EmergencyAccessId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  async insert(access: EmergencyAccess): Promise<void> {
    await this.tx.manager.insert(EmergencyAccess, access);
  }

  async save({ id, status, decidedBy, decidedAt, note, openUntil, endedBy, endedAt, reviewedBy, reviewedAt, reviewNote }: EmergencyAccess): Promise<void> {
    await this.tx.manager.update(EmergencyAccess, { id }, { status, decidedBy, decidedAt, note, openUntil, endedBy, endedAt, reviewedBy, reviewedAt, reviewNote });
  }

  async look(reading: EmergencyReading): Promise<void> {
    await this.tx.manager.insert(EmergencyReading, reading);
  }

  /** Whether the same person has the same thing asked for or open. */
  async standing({ thing, applicationId, stageKey, askedBy }: Pick<EmergencyAccess, 'thing' | 'applicationId' | 'stageKey' | 'askedBy'>, now: Date): Promise<boolean> {
    return this.tx.reader.getRepository(EmergencyAccess).createQueryBuilder('e')
      .where('e.thing = :thing and e.application_id = :applicationId and e.stage_key = :stageKey and e.asked_by = :askedBy', { thing, applicationId, stageKey, askedBy })
      .andWhere(`(e.status = 'asked' or (e.status = 'granted' and e.open_until > :now))`, { now }).getExists();
  }

  /** Of the places of the scope, the newest first. */
  within(scope: Scope): Promise<EmergencyAccess[]> {
    return restrict(this.newest(), scope, { nodePath: 'e.node_path' }).getMany();
  }

  /** What one person has asked for, the newest first. */
  askedBy(accountId: string): Promise<EmergencyAccess[]> {
    return this.newest().andWhere('e.asked_by = :accountId', { accountId }).getMany();
  }

  readings(ids: readonly string[]): Promise<EmergencyReading[]> {
    return this.tx.reader.getRepository(EmergencyReading).createQueryBuilder('r').where('r.access_id = any(:ids)', { ids }).orderBy('r.read_at').getMany();
  }

  /** By place: how many were asked for, decided or looked at since then, and how many nobody has reviewed yet, whenever they were. */
  toReview(since: Date): Promise<{ nodePath: string; fresh: number; due: number }[]> {
    return this.tx.reader.query(
      `select node_path as "nodePath", fresh, due from (
         select e.node_path,
           count(*) filter (where greatest(e.asked_at, e.decided_at, (select max(r.read_at) from emergency_reading r where r.access_id = e.id)) >= $1)::int as fresh,
           count(*) filter (where e.reviewed_by is null)::int as due
         from emergency_access e group by e.node_path) as counted
       where fresh > 0 or due > 0 order by node_path`, [since],
    );
  }

  private newest() {
    return this.tx.reader.getRepository(EmergencyAccess).createQueryBuilder('e').where('true').orderBy('e.asked_at', 'DESC').addOrderBy('e.id', 'DESC').limit(MOST);
  }
}
