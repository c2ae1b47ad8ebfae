import { Injectable } from '@nestjs/common';
import type { AuditLeafId } from '#libs/audit';
import { isId, Transaction } from '#libs/database';
import { ScoreSheet, SealedRankingRow, type SeatId, type SheetId } from '../domain/score-sheet.js';
import type { RecordedSheet } from '../domain/sheet-commitment.js';
import type { KeptVersion } from '../domain/sheet-changes.js';
import { sheetChanged, stageClosed } from '../scoring.errors.js';

export interface SheetChange {
  readonly actorId: string;
  readonly at: Date;
  readonly reason?: string;
  /** What opens the commitment of a submitted sheet. */
  readonly salt?: string;
}

const HISTORY = 'sheet_id, version, status, entries, comment, confidence, reason, actor_id, at, salt';

/** The sheet and what it says in its history, in one statement. */
const INSERT = `with kept as (
    insert into score_sheet (id, seat_id, application_id, status, entries, comment, confidence, version, saved_at, submitted_at, commitment)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) returning id, version, status, entries, comment, confidence)
  insert into score_sheet_history (${HISTORY}) select id, version, status, entries, comment, confidence, $12, $13, $14, $15 from kept`;

/** One row or a division by zero: the commit may be on its way before the answer, and must not go through. */
const UPDATE = `with kept as (
    update score_sheet set version = version + 1, status = $3, entries = $4, comment = $5, confidence = $6, saved_at = $7, submitted_at = $8, commitment = $9
    where id = $1 and version = $2 returning id, version, status, entries, comment, confidence),
  told as (insert into score_sheet_history (${HISTORY}) select id, version, status, entries, comment, confidence, $10, $11, $12, $13 from kept returning 1)
  select 1 / count(*) from told`;

const remembered = ({ reason, actorId, at, salt }: SheetChange): unknown[] => [reason ?? null, actorId, at, salt ?? null];

/** What the database refused, in words: a sheet that somebody wrote meanwhile, and a stage that was sealed meanwhile (`refuse_locked_sheet`). */
function whatHappened(error: unknown): unknown {
  const { code, constraint } = error as { code?: string; constraint?: string };
  if (code === '23514' && constraint === 'stage_open') return stageClosed();
  return code === '22012' || code === '23505' ? sheetChanged() : error;
}

/** What the audit trail holds of a sheet that was handed in; nothing of what the sheet says. */
export interface RecordedSubmission {
  readonly leafId: AuditLeafId;
  readonly at: Date;
  readonly applicationId: string;
  readonly callId: string;
  /** False once the sheet was opened again or voided: the record then proves what was handed in, not what counts. */
  readonly stands: boolean;
}

const BY_COMMITMENT = `
  select l.id as "leafId", l.at, l.facts ->> 'applicationId' as "applicationId", coalesce(seat.call_id, slot.call_id) as "callId",
    coalesce(s.status, t.status) = 'submitted' and coalesce(s.commitment, t.commitment) = $1 as stands
  from audit_leaf l
    left join score_sheet s on l.action = 'sheet.submitted' and s.id::text = l.subject_id
    left join panel_seat seat on seat.id = s.seat_id
    left join review_slot slot on l.action = 'slot_sheet.submitted' and slot.id::text = l.subject_id
    left join slot_sheet t on t.slot_id = slot.id
  where l.action in ('sheet.submitted', 'slot_sheet.submitted') and l.facts ->> 'commitment' = $1
  order by l.seq desc limit 1`;

@Injectable()
export class SheetStore {
  constructor(private readonly tx: Transaction) {}

  find(seatId: string, applicationId: string): Promise<ScoreSheet | null> {
    return this.tx.reader.getRepository(ScoreSheet).findOneBy({ seatId: seatId as SeatId, applicationId });
  }

  async byId(id: string): Promise<ScoreSheet | null> {
    return isId(id) ? this.tx.reader.getRepository(ScoreSheet).findOneBy({ id: id as SheetId }) : null;
  }

  async lock(id: string): Promise<ScoreSheet | null> {
    return isId(id) ? this.tx.manager.getRepository(ScoreSheet).findOne({ where: { id: id as SheetId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  ofSeats(seatIds: readonly string[]): Promise<ScoreSheet[]> {
    return this.tx.reader.getRepository(ScoreSheet).createQueryBuilder('s').where('s.seat_id = any(:ids)', { ids: seatIds }).getMany();
  }

  /** @throws DomainError `sheet_changed` (stale), with the commit at the latest, where somebody began it meanwhile */
  insert(sheet: ScoreSheet, change: SheetChange): void {
    const { id, seatId, applicationId, status, entries, comment, confidence, version, savedAt, submittedAt, commitment } = sheet;
    const row = [id, seatId, applicationId, status, JSON.stringify(entries), comment, confidence, version, savedAt, submittedAt, commitment];
    this.tx.whole(INSERT, [...row, ...remembered(change)], whatHappened);
  }

  /** @throws DomainError `sheet_changed` (stale), with the commit at the latest, where somebody wrote it meanwhile */
  update(sheet: ScoreSheet, change: SheetChange): void {
    const { id, status, entries, comment, confidence, version, savedAt, submittedAt, commitment } = sheet;
    const row = [id, version, status, JSON.stringify(entries), comment, confidence, savedAt, submittedAt, commitment];
    this.tx.whole(UPDATE, [...row, ...remembered(change)], whatHappened);
    sheet.version = version + 1;
  }

  /** Every sheet of the seats that is handed in, beside its history and its record in the audit trail. */
  recorded(seatIds: readonly string[]): Promise<(RecordedSheet & { seatId: string; applicationId: string })[]> {
    return this.tx.reader.query(
      `select s.id as "sheetId", s.seat_id as "seatId", s.application_id as "applicationId", s.entries, s.comment, s.confidence, s.commitment, h.salt,
         (select l.facts->>'commitment' from audit_leaf l where l.subject_kind = 'score_sheet' and l.subject_id = s.id::text and l.action = 'sheet.submitted' order by l.seq desc limit 1) as recorded
       from score_sheet s left join score_sheet_history h on h.sheet_id = s.id and h.version = s.version
       where s.status = 'submitted' and s.seat_id = any($1) order by s.id`, [seatIds],
    );
  }

  /** The sheet, of a seat or of a slot, that was handed in under the commitment. */
  async withCommitment(commitment: string): Promise<RecordedSubmission | null> {
    const [found] = await this.tx.reader.query<RecordedSubmission[]>(BY_COMMITMENT, [commitment]);
    return found?.callId ? { ...found, stands: found.stands === true } : null;
  }

  /** Everything that the sheet has ever said, oldest first. */
  versions(sheetId: string): Promise<KeptVersion[]> {
    return this.tx.reader.query('select version, status, entries, comment, reason, actor_id as "actorId", at from score_sheet_history where sheet_id = $1 order by version', [sheetId]);
  }

  /** Why a submitted sheet was opened again, the last time; null when it never was. */
  async lastReopening(sheetId: string): Promise<{ reason: string; at: Date } | null> {
    const [last] = await this.tx.reader.query<{ reason: string; at: Date }[]>(
      `select reason, at from score_sheet_history where sheet_id = $1 and status = 'draft' and reason is not null order by version desc limit 1`, [sheetId],
    );
    return last ?? null;
  }

  async saveOutside(row: { callId: string; applicationId: string; source: string; value: string; note: string; by: string; at: Date }): Promise<void> {
    await this.tx.manager.query(
      `insert into outside_score (call_id, application_id, source, value, note, recorded_by, recorded_at) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (application_id, source) do update set value = excluded.value, note = excluded.note, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
      [row.callId, row.applicationId, row.source, row.value, row.note, row.by, row.at],
    );
  }

  outside(callId: string): Promise<{ applicationId: string; source: string; value: string; note: string; recordedAt: Date }[]> {
    return this.tx.reader.query(
      `select application_id as "applicationId", source, trim_scale(value)::text as value, note, recorded_at as "recordedAt" from outside_score where call_id = $1`, [callId],
    );
  }

  async addRanking(ranking: SealedRankingRow): Promise<void> {
    await this.tx.manager.insert(SealedRankingRow, ranking);
  }

  rankingWithHash(hash: string): Promise<SealedRankingRow | null> {
    return this.tx.reader.getRepository(SealedRankingRow).findOneBy({ hash });
  }

  /** The newest of the stage, or of the round when the stage is null. */
  async ranking(callId: string, stageKey: string | null): Promise<SealedRankingRow | null> {
    const query = this.tx.reader.getRepository(SealedRankingRow).createQueryBuilder('r').where('r.call_id = :callId', { callId });
    return query.andWhere(stageKey === null ? 'r.stage_key is null' : 'r.stage_key = :stageKey', { stageKey }).orderBy('r.sealedAt', 'DESC').addOrderBy('r.id', 'DESC').limit(1).getOne();
  }
}
