import { Injectable } from '@nestjs/common';
import { isId, RowsOf, Transaction } from '#libs/database';
import { Call, CallHistory, CallRulebook, type CallId } from '../domain/call.js';
import type { CallStatus } from '../domain/call-status.js';
import type { ProgrammeId } from '../domain/programme.js';
import type { Rulebook } from '../domain/rulebook/rulebook.js';
import { callChanged } from '../calls.errors.js';

interface RulesFound {
  readonly version: number;
  readonly hash: string;
}

export interface RulesInForce extends RulesFound {
  readonly rulebook: Rulebook;
}

/** With the hash of the rules in force and the published calls of the same programme: asked at every step of an application. */
const AROUND = `
  rules.hash as "rulesHash",
  array(select other.id::text from call other where other.programme_id = c.programme_id and other.id <> c.id and other.published_at is not null) as "siblingIds"
  from call c left join call_rulebook rules on rules.call_id = c.id and rules.version = c.rulebook_version`;

const MOST_REMEMBERED = 64;

/** What is shared by every request may be changed by none. */
function frozen<T>(value: T): T {
  if (value !== null && typeof value === 'object') Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

interface AroundRow {
  readonly rulesHash: string | null;
  readonly siblingIds: string[];
}

/** A call with its rules and its siblings. */
export interface CallInForce {
  readonly call: Call;
  readonly siblingIds: readonly string[];
  /** Absent where they were changed in the very moment of reading, and in a draft without any. */
  readonly rules: RulesInForce | null;
}

/** The calls themselves; lists for people are in the catalogue. */
@Injectable()
export class CallStore {
  private readonly remembered = new Map<string, Rulebook>();
  private readonly rows: RowsOf<Call>;

  constructor(private readonly tx: Transaction) {
    this.rows = new RowsOf(Call, tx);
  }

  find(id: string): Promise<Call | null> {
    return this.one(id);
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
  hold(id: string): Promise<Call | null> {
    return this.one(id, 'for share');
  }

  /** As `hold`, for a call that was read before, with what is written next. @param changed what it means that it was changed since */
  holdAsRead(id: string, version: number, changed: () => unknown): void {
    this.tx.change('call', 'select id from call where id = $1 and version = $2 for share', [id, version], changed);
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

  /** The rules alone, from memory where this process has read the same text before: large, and asked for at every step. */
  async rules(callId: string, version: number): Promise<RulesInForce | null> {
    const [found] = await this.tx.sql<RulesFound>('select version, hash from call_rulebook where call_id = $1 and version = $2', [callId, version]);
    return found ? this.readRules(callId, found) : null;
  }

  /** With everything that a step of an application looks at. @param hold nobody may change the call until the open transaction ends */
  async inForce(id: string, hold: boolean): Promise<CallInForce | null> {
    if (!isId(id)) return null;
    const [row] = await this.tx.sql<AroundRow>(`select ${this.rows.list('c')}, ${AROUND} where c.id = $1${hold ? ' for share of c' : ''}`, [id]);
    return row ? this.ofRow(row) : null;
  }

  /** Every call in the status, by number. */
  async inForceWith(status: CallStatus): Promise<CallInForce[]> {
    const rows = await this.tx.sql<AroundRow>(`select ${this.rows.list('c')}, ${AROUND} where c.status = $1 order by c.number`, [status]);
    return Promise.all(rows.map((row) => this.ofRow(row)));
  }

  private async ofRow(row: AroundRow): Promise<CallInForce> {
    const call = this.rows.of(row as never);
    return { call, siblingIds: row.siblingIds, rules: row.rulesHash === null ? null : await this.readRules(call.id, { version: call.rulebookVersion, hash: row.rulesHash }) };
  }

  private async readRules(callId: string, { version, hash }: RulesFound): Promise<RulesInForce> {
    return { version, hash, rulebook: this.remembered.get(hash) ?? (await this.remember(callId, version)) };
  }

  /** Kept under the hash of their text, so that what is remembered can never be out of date. */
  private async remember(callId: string, version: number): Promise<Rulebook> {
    const { hash, rulebook } = (await this.rulebook(callId, version))!;
    if (this.remembered.size >= MOST_REMEMBERED) this.remembered.delete(this.remembered.keys().next().value as string);
    this.remembered.set(hash, frozen(rulebook as Rulebook));
    return rulebook as Rulebook;
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

  private async one(id: string, lock = ''): Promise<Call | null> {
    if (!isId(id)) return null;
    const [row] = await this.tx.sql(`select ${this.rows.list('c')} from call c where c.id = $1 ${lock}`, [id]);
    return row ? this.rows.of(row) : null;
  }

  private get read() {
    return this.tx.reader.getRepository(Call);
  }
}
