import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import { Call, CallHistory, CallRulebook, type CallId } from '../domain/call.js';
import type { CallStatus } from '../domain/call-status.js';
import type { ProgrammeId } from '../domain/programme.js';
import { callChanged } from '../calls.errors.js';

/** The calls themselves; lists for people are in the catalogue. */
@Injectable()
export class CallStore {
  constructor(private readonly tx: Transaction) {}

  async find(id: string): Promise<Call | null> {
    return isId(id) ? this.read.findOneBy({ id: id as CallId }) : null;
  }

  findMany(ids: readonly string[]): Promise<Call[]> {
    return this.read.createQueryBuilder('c').where('c.id = any(:ids)', { ids: ids.filter(isId) }).orderBy('c.number').getMany();
  }

  ofProgramme(programmeId: string): Promise<Call[]> {
    return this.read.find({ where: { programmeId: programmeId as ProgrammeId }, order: { number: 'ASC' } });
  }

  withStatus(status: CallStatus): Promise<Call[]> {
    return this.read.find({ where: { status }, order: { number: 'ASC' } });
  }

  /** For changing it. */
  async lock(id: string): Promise<Call | null> {
    if (!isId(id)) return null;
    return this.tx.manager.getRepository(Call).findOne({ where: { id: id as CallId }, lock: { mode: 'pessimistic_write' } });
  }

  /** For relying on it: others may do so at once, nobody may change it meanwhile. */
  async hold(id: string): Promise<Call | null> {
    if (!isId(id)) return null;
    return this.tx.manager.getRepository(Call).findOne({ where: { id: id as CallId }, lock: { mode: 'pessimistic_read' } });
  }

  async insert(call: Call): Promise<void> {
    await this.tx.manager.insert(Call, call);
  }

  /** @throws DomainError `call_changed` (stale) */
  async update(call: Call, readVersion: number = call.version): Promise<void> {
    const { id, ...columns } = call;
    const { affected } = await this.tx.manager.update(Call, { id, version: readVersion }, { ...columns, version: readVersion + 1 });
    if (affected !== 1) throw callChanged();
    call.version = readVersion + 1;
  }

  rulebook(callId: string, version: number): Promise<CallRulebook | null> {
    return this.tx.reader.getRepository(CallRulebook).findOneBy({ callId: callId as CallId, version });
  }

  /** The rules in force of each of the calls. */
  async rulebooksOf(callIds: readonly string[]): Promise<Map<string, object>> {
    const rows = await this.tx.reader.getRepository(CallRulebook).createQueryBuilder('r')
      .innerJoin(Call, 'c', 'c.id = r.call_id and c.rulebook_version = r.version').where('c.id = any(:ids)', { ids: [...callIds] }).getMany();
    return new Map(rows.map(({ callId, rulebook }) => [callId, rulebook]));
  }

  /** Newest first, without the documents themselves. */
  versions(callId: string): Promise<Omit<CallRulebook, 'rulebook'>[]> {
    return this.tx.reader.getRepository(CallRulebook).find({
      where: { callId: callId as CallId },
      select: { callId: true, version: true, hash: true, reason: true, afterPublication: true, madeBy: true, madeAt: true },
      order: { version: 'DESC' },
    });
  }

  async addRulebook(rulebook: CallRulebook): Promise<void> {
    await this.tx.manager.insert(CallRulebook, rulebook);
  }

  async addHistory(history: CallHistory): Promise<void> {
    await this.tx.manager.insert(CallHistory, history);
  }

  history(callId: string): Promise<CallHistory[]> {
    return this.tx.reader.getRepository(CallHistory).find({ where: { callId: callId as CallId }, order: { step: 'ASC' } });
  }

  /** Calls whose instant has come, oldest first, passing over those that somebody holds at this moment. */
  due(move: 'open' | 'close', now: Date): Promise<Call[]> {
    const query = this.tx.manager.getRepository(Call).createQueryBuilder('c').setLock('pessimistic_write').setOnLocked('skip_locked').limit(100);
    return move === 'open'
      ? query.where(`c.status = 'published' and c.opens_at <= :now`, { now }).orderBy('c.opens_at').getMany()
      : query.where(`c.status = 'open' and c.closes_at + make_interval(secs => c.grace_seconds) < :now`, { now }).orderBy('c.closes_at').getMany();
  }

  private get read() {
    return this.tx.reader.getRepository(Call);
  }
}
