import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';

export interface PanelMessage {
  readonly id: string;
  readonly callId: string;
  readonly stageKey: string;
  readonly blocKey: string;
  readonly applicationId: string;
  readonly seatId: string;
  readonly parentId: string | null;
  readonly body: string;
  readonly mentions: readonly string[];
  readonly writtenAt: Date;
}

export interface ReadingNote {
  readonly id: string;
  readonly callId: string;
  readonly applicationId: string;
  /** Which programme wrote it, as staff have named it. */
  readonly source: string;
  readonly body: string;
  readonly attachedBy: string;
  readonly attachedAt: Date;
  readonly withdrawnAt: Date | null;
}

const MESSAGE = 'id, call_id as "callId", stage_key as "stageKey", bloc_key as "blocKey", application_id as "applicationId", seat_id as "seatId", parent_id as "parentId", body, mentions, written_at as "writtenAt"';
const NOTE = 'id, call_id as "callId", application_id as "applicationId", source, body, attached_by as "attachedBy", attached_at as "attachedAt", withdrawn_at as "withdrawnAt"';

/** What a panel says among itself, and what a machine read. Neither counts. */
@Injectable()
export class TalkStore {
  constructor(private readonly tx: Transaction) {}

  /** Oldest first. */
  messages(callId: string, stageKey: string, blocKey: string, applicationId: string): Promise<PanelMessage[]> {
    return this.tx.reader.query(`select ${MESSAGE} from panel_message where call_id = $1 and stage_key = $2 and bloc_key = $3 and application_id = $4 order by written_at, id`, [callId, stageKey, blocKey, applicationId]);
  }

  async addMessage({ id, callId, stageKey, blocKey, applicationId, seatId, parentId, body, mentions, writtenAt }: PanelMessage): Promise<void> {
    await this.tx.manager.query(
      'insert into panel_message (id, call_id, stage_key, bloc_key, application_id, seat_id, parent_id, body, mentions, written_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)',
      [id, callId, stageKey, blocKey, applicationId, seatId, parentId, body, mentions, writtenAt],
    );
  }

  /** Those not withdrawn, newest first. */
  notes(callId: string, applicationId: string): Promise<ReadingNote[]> {
    return this.tx.reader.query(`select ${NOTE} from reading_note where call_id = $1 and application_id = $2 and withdrawn_at is null order by attached_at desc, id`, [callId, applicationId]);
  }

  notesOfCall(callId: string): Promise<ReadingNote[]> {
    return this.tx.reader.query(`select ${NOTE} from reading_note where call_id = $1 and withdrawn_at is null order by attached_at desc, id`, [callId]);
  }

  async note(id: string): Promise<ReadingNote | null> {
    return (await this.tx.reader.query<ReadingNote[]>(`select ${NOTE} from reading_note where id = $1`, [id]))[0] ?? null;
  }

  async addNote({ id, callId, applicationId, source, body, attachedBy, attachedAt }: ReadingNote): Promise<void> {
    await this.tx.manager.query('insert into reading_note (id, call_id, application_id, source, body, attached_by, attached_at) values ($1, $2, $3, $4, $5, $6, $7)', [id, callId, applicationId, source, body, attachedBy, attachedAt]);
  }

  async withdrawNote(id: string, at: Date): Promise<void> {
    await this.tx.manager.query('update reading_note set withdrawn_at = $2 where id = $1 and withdrawn_at is null', [id, at]);
  }
}
