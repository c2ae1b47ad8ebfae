import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import type { Entries } from '../domain/check-sheet.js';
import { sheetChanged } from '../scoring.errors.js';

export interface CalibrationCase {
  readonly callId: string;
  readonly stageKey: string;
  readonly blocKey: string;
  readonly applicationId: string;
  readonly setBy: string;
  readonly setAt: Date;
}

export interface CalibrationSheet {
  readonly seatId: string;
  readonly applicationId: string;
  readonly entries: Entries;
  readonly comment: string;
  readonly version: number;
  readonly savedAt: Date;
  readonly submittedAt: Date | null;
}

const CASE = 'call_id as "callId", stage_key as "stageKey", bloc_key as "blocKey", application_id as "applicationId", set_by as "setBy", set_at as "setAt"';
const SHEET = 'seat_id as "seatId", application_id as "applicationId", entries, comment, version, saved_at as "savedAt", submitted_at as "submittedAt"';

/** Calibration lies in tables of its own: no ranking can read it by mistake. */
@Injectable()
export class CalibrationStore {
  constructor(private readonly tx: Transaction) {}

  async of(callId: string, stageKey: string, blocKey: string): Promise<CalibrationCase | null> {
    return (await this.tx.reader.query<CalibrationCase[]>(`select ${CASE} from calibration_case where call_id = $1 and stage_key = $2 and bloc_key = $3`, [callId, stageKey, blocKey]))[0] ?? null;
  }

  async set({ callId, stageKey, blocKey, applicationId, setBy, setAt }: CalibrationCase): Promise<void> {
    await this.tx.manager.query(
      `insert into calibration_case (call_id, stage_key, bloc_key, application_id, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (call_id, stage_key, bloc_key) do update set application_id = excluded.application_id, set_by = excluded.set_by, set_at = excluded.set_at`, [callId, stageKey, blocKey, applicationId, setBy, setAt],
    );
  }

  async sheet(seatId: string, applicationId: string): Promise<CalibrationSheet | null> {
    return (await this.tx.reader.query<CalibrationSheet[]>(`select ${SHEET} from calibration_sheet where seat_id = $1 and application_id = $2`, [seatId, applicationId]))[0] ?? null;
  }

  sheets(seatIds: readonly string[], applicationId: string): Promise<CalibrationSheet[]> {
    return this.tx.reader.query(`select ${SHEET} from calibration_sheet where seat_id = any($1) and application_id = $2 and submitted_at is not null order by seat_id`, [seatIds, applicationId]);
  }

  /** @param version that was read. @throws DomainError `sheet_changed` (stale) */
  async save({ seatId, applicationId, entries, comment, version, savedAt, submittedAt }: CalibrationSheet): Promise<void> {
    const written = await this.tx.manager.query<unknown[]>(
      `insert into calibration_sheet (seat_id, application_id, entries, comment, version, saved_at, submitted_at) values ($1, $2, $3, $4, $5 + 1, $6, $7)
       on conflict (seat_id, application_id) do update set entries = excluded.entries, comment = excluded.comment, version = excluded.version, saved_at = excluded.saved_at, submitted_at = excluded.submitted_at
         where calibration_sheet.version = $5 and calibration_sheet.submitted_at is null
       returning 1`, [seatId, applicationId, JSON.stringify(entries), comment, version, savedAt, submittedAt],
    );
    if (written.length === 0) throw sheetChanged();
  }
}
