import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import type { Panel } from './assignment.store.js';

export interface Invitation extends Panel {
  readonly id: string;
  readonly accountId: string;
  readonly status: 'invited' | 'accepted' | 'declined' | 'withdrawn';
  readonly replyBy: Date;
  readonly invitedBy: string;
  readonly invitedAt: Date;
  readonly answeredAt: Date | null;
  readonly reason: string | null;
  readonly remindedAt: Date | null;
}

const COLUMNS = `id, call_id as "callId", stage_key as "stageKey", bloc_key as "blocKey", account_id as "accountId", status, reply_by as "replyBy",
  invited_by as "invitedBy", invited_at as "invitedAt", answered_at as "answeredAt", reason, reminded_at as "remindedAt"`;

@Injectable()
export class InvitationStore {
  constructor(private readonly tx: Transaction) {}

  ofCall(callId: string): Promise<Invitation[]> {
    return this.tx.reader.query<Invitation[]>(`select ${COLUMNS} from panel_invitation where call_id = $1 order by invited_at, id`, [callId]);
  }

  /** What waits for her answer, and what she has answered; not what was taken back. */
  ofAccount(accountId: string): Promise<Invitation[]> {
    return this.tx.reader.query<Invitation[]>(`select ${COLUMNS} from panel_invitation where account_id = $1 and status <> 'withdrawn' order by invited_at desc, id`, [accountId]);
  }

  async lock(id: string): Promise<Invitation | null> {
    if (!isId(id)) return null;
    const [row] = await this.tx.manager.query<Invitation[]>(`select ${COLUMNS} from panel_invitation where id = $1 for update`, [id]);
    return row ?? null;
  }

  /** Asks once, or again after she has declined or it was taken back; whoever is asked, has accepted or sits on the panel is left alone. Answers the id it is kept under, or null where she was not asked. */
  async invite({ id, callId, stageKey, blocKey, accountId, replyBy, invitedBy, invitedAt }: Pick<Invitation, 'id' | 'callId' | 'stageKey' | 'blocKey' | 'accountId' | 'replyBy' | 'invitedBy' | 'invitedAt'>): Promise<string | null> {
    const rows = await this.tx.manager.query<{ id: string }[]>(
      `insert into panel_invitation (id, call_id, stage_key, bloc_key, account_id, status, reply_by, invited_by, invited_at)
       select $1::uuid, $2::uuid, $3::text, $4::text, $5::uuid, 'invited', $6::timestamptz, $7::uuid, $8::timestamptz
       where not exists (select 1 from panel_seat where call_id = $2 and stage_key = $3 and bloc_key = $4 and account_id = $5 and status = 'seated')
       on conflict (call_id, stage_key, bloc_key, account_id) do update set status = 'invited', reply_by = excluded.reply_by, invited_by = excluded.invited_by, invited_at = excluded.invited_at,
         answered_at = null, reason = null, reminded_at = null where panel_invitation.status in ('declined', 'withdrawn') returning id`,
      [id, callId, stageKey, blocKey, accountId, replyBy, invitedBy, invitedAt],
    );
    return rows[0]?.id ?? null;
  }

  /** Whoever was given the seat is no longer asked for it. Answers what she was asked, if anything. */
  async seated({ callId, stageKey, blocKey }: Panel, accountId: string, at: Date): Promise<Pick<Invitation, 'id' | 'invitedAt'> | null> {
    const [rows] = await this.tx.manager.query<[Pick<Invitation, 'id' | 'invitedAt'>[], number]>(
      `update panel_invitation set status = 'withdrawn', answered_at = $5 where call_id = $1 and stage_key = $2 and bloc_key = $3 and account_id = $4 and status = 'invited' returning id, invited_at as "invitedAt"`,
      [callId, stageKey, blocKey, accountId, at],
    );
    return rows[0] ?? null;
  }

  async settle(id: string, status: Invitation['status'], { at, reason }: { at: Date; reason: string | null }): Promise<void> {
    await this.tx.manager.query('update panel_invitation set status = $2, answered_at = $3, reason = $4 where id = $1', [id, status, at, reason]);
  }

  /** Unanswered, due within a day, and not reminded yet. */
  due(now: Date): Promise<Invitation[]> {
    return this.tx.manager.query<Invitation[]>(
      `select ${COLUMNS} from panel_invitation where status = 'invited' and reminded_at is null and reply_by > $1 and reply_by <= $1::timestamptz + interval '1 day' order by id for update skip locked`, [now],
    );
  }

  async reminded(id: string, at: Date): Promise<void> {
    await this.tx.manager.query('update panel_invitation set reminded_at = $2 where id = $1', [id, at]);
  }
}
