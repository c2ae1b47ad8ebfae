import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import type { Panel } from './assignment.store.js';

export interface DrawRow extends Panel {
  readonly id: string;
  readonly count: number;
  /** Where the public number will come from, as announced before. */
  readonly source: string;
  readonly pool: readonly string[];
  readonly secret: string;
  readonly commitment: string;
  readonly committedBy: string;
  readonly committedAt: Date;
  readonly publicValue: string | null;
  readonly drawn: readonly string[] | null;
  readonly revealedBy: string | null;
  readonly revealedAt: Date | null;
}

const COLUMNS = `id, call_id as "callId", stage_key as "stageKey", bloc_key as "blocKey", count, source, pool, secret, commitment, committed_by as "committedBy",
  committed_at as "committedAt", public_value as "publicValue", drawn, revealed_by as "revealedBy", revealed_at as "revealedAt"`;

@Injectable()
export class DrawStore {
  constructor(private readonly tx: Transaction) {}

  ofPanel({ callId, stageKey, blocKey }: Panel): Promise<DrawRow[]> {
    return this.tx.reader.query<DrawRow[]>(`select ${COLUMNS} from panel_draw where call_id = $1 and stage_key = $2 and bloc_key = $3 order by committed_at desc, id desc`, [callId, stageKey, blocKey]);
  }

  async lock(id: string): Promise<DrawRow | null> {
    if (!isId(id)) return null;
    const [row] = await this.tx.manager.query<DrawRow[]>(`select ${COLUMNS} from panel_draw where id = $1 for update`, [id]);
    return row ?? null;
  }

  async add(draw: Omit<DrawRow, 'publicValue' | 'drawn' | 'revealedBy' | 'revealedAt'>): Promise<void> {
    const { id, callId, stageKey, blocKey, count, source, pool, secret, commitment, committedBy, committedAt } = draw;
    await this.tx.manager.query(
      'insert into panel_draw (id, call_id, stage_key, bloc_key, count, source, pool, secret, commitment, committed_by, committed_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
      [id, callId, stageKey, blocKey, count, source, pool, secret, commitment, committedBy, committedAt],
    );
  }

  async reveal(id: string, { publicValue, drawn, by, at }: { publicValue: string; drawn: readonly string[]; by: string; at: Date }): Promise<void> {
    await this.tx.manager.query('update panel_draw set public_value = $2, drawn = $3, revealed_by = $4, revealed_at = $5 where id = $1 and revealed_at is null', [id, publicValue, drawn, by, at]);
  }
}
