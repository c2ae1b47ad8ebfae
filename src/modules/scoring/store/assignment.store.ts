import { Injectable } from '@nestjs/common';
import { Transaction } from '#libs/database';
import type { Pair } from '../domain/assignment/duties.js';
import { Duties } from '../domain/assignment/duties.js';
import type { AssignmentSettings, Wish } from '../domain/assignment/propose.js';

export interface Panel {
  readonly callId: string;
  readonly stageKey: string;
  readonly blocKey: string;
}

export interface CommittedPlan {
  readonly settings: AssignmentSettings;
  readonly committedBy: string;
  readonly committedAt: Date;
  readonly version: number;
}

export interface PinnedPair extends Pair {
  readonly verdict: 'must' | 'never';
  readonly reason: string;
  readonly source: 'hand' | 'file';
  readonly setBy: string;
  readonly setAt: Date;
}

export type GivenPair = Pair & { readonly source: 'solver' | 'hand' | 'file' };

const OF_PANEL = 'p.call_id = $1 and p.stage_key = $2 and p.bloc_key = $3';

/** Who reviews what; each row is one expert before one application. */
@Injectable()
export class AssignmentStore {
  constructor(private readonly tx: Transaction) {}

  async plan({ callId, stageKey, blocKey }: Panel, lock = false): Promise<CommittedPlan | null> {
    const [row] = await (lock ? this.tx.manager : this.tx.reader).query<CommittedPlan[]>(
      `select settings, committed_by as "committedBy", committed_at as "committedAt", version from assignment_plan
       where call_id = $1 and stage_key = $2 and bloc_key = $3 ${lock ? 'for update' : ''}`, [callId, stageKey, blocKey],
    );
    return row ?? null;
  }

  async savePlan({ callId, stageKey, blocKey }: Panel, { settings, committedBy, committedAt, version }: CommittedPlan): Promise<void> {
    await this.tx.manager.query(
      `insert into assignment_plan (call_id, stage_key, bloc_key, settings, committed_by, committed_at, version) values ($1, $2, $3, $4, $5, $6, $7)
       on conflict (call_id, stage_key, bloc_key) do update set settings = excluded.settings, committed_by = excluded.committed_by, committed_at = excluded.committed_at, version = excluded.version`,
      [callId, stageKey, blocKey, JSON.stringify(settings), committedBy, committedAt, version],
    );
  }

  pairs({ callId, stageKey, blocKey }: Panel): Promise<GivenPair[]> {
    return this.tx.reader.query<GivenPair[]>(
      `select a.seat_id as "seatId", a.application_id as "applicationId", a.source from judge_assignment a join panel_seat p on p.id = a.seat_id where ${OF_PANEL}`, [callId, stageKey, blocKey],
    );
  }

  async add(pairs: readonly GivenPair[], at: Date): Promise<void> {
    await this.tx.manager.query(
      `insert into judge_assignment (seat_id, application_id, source, assigned_at) select seat, application, source, $4
       from unnest($1::uuid[], $2::uuid[], $3::text[]) as given (seat, application, source) on conflict (seat_id, application_id) do update set source = excluded.source`,
      [pairs.map(({ seatId }) => seatId), pairs.map(({ applicationId }) => applicationId), pairs.map(({ source }) => source), at],
    );
  }

  async remove(pairs: readonly Pair[]): Promise<void> {
    await this.tx.manager.query(
      `delete from judge_assignment a using unnest($1::uuid[], $2::uuid[]) as gone (seat, application) where a.seat_id = gone.seat and a.application_id = gone.application`,
      [pairs.map(({ seatId }) => seatId), pairs.map(({ applicationId }) => applicationId)],
    );
  }

  pins({ callId, stageKey, blocKey }: Panel): Promise<PinnedPair[]> {
    return this.tx.reader.query<PinnedPair[]>(
      `select n.seat_id as "seatId", n.application_id as "applicationId", n.verdict, n.reason, n.source, n.set_by as "setBy", n.set_at as "setAt"
       from assignment_pin n join panel_seat p on p.id = n.seat_id where ${OF_PANEL} order by n.set_at desc`, [callId, stageKey, blocKey],
    );
  }

  async savePins(pins: readonly PinnedPair[]): Promise<void> {
    for (const { seatId, applicationId, verdict, reason, source, setBy, setAt } of pins) {
      await this.tx.manager.query(
        `insert into assignment_pin (seat_id, application_id, verdict, reason, source, set_by, set_at) values ($1, $2, $3, $4, $5, $6, $7)
         on conflict (seat_id, application_id) do update set verdict = excluded.verdict, reason = excluded.reason, source = excluded.source, set_by = excluded.set_by, set_at = excluded.set_at`,
        [seatId, applicationId, verdict, reason, source, setBy, setAt],
      );
    }
  }

  async removePin({ seatId, applicationId }: Pair): Promise<void> {
    await this.tx.manager.query('delete from assignment_pin where seat_id = $1 and application_id = $2', [seatId, applicationId]);
  }

  async wishes({ callId, stageKey, blocKey }: Panel): Promise<(Pair & { wish: Wish })[]> {
    return this.tx.reader.query<(Pair & { wish: Wish })[]>(
      `select w.seat_id as "seatId", w.application_id as "applicationId", w.wish from judge_preference w join panel_seat p on p.id = w.seat_id where ${OF_PANEL}`, [callId, stageKey, blocKey],
    );
  }

  async saveWish({ seatId, applicationId }: Pair, wish: Wish | null, at: Date): Promise<void> {
    if (wish === null) await this.tx.manager.query('delete from judge_preference where seat_id = $1 and application_id = $2', [seatId, applicationId]);
    else {
      await this.tx.manager.query(
        `insert into judge_preference (seat_id, application_id, wish, stated_at) values ($1, $2, $3, $4)
         on conflict (seat_id, application_id) do update set wish = excluded.wish, stated_at = excluded.stated_at`, [seatId, applicationId, wish, at],
      );
    }
  }

  /** What every panel of the call owes. */
  async duties(callId: string): Promise<Duties> {
    const plans = await this.tx.reader.query<{ stageKey: string; blocKey: string }[]>('select stage_key as "stageKey", bloc_key as "blocKey" from assignment_plan where call_id = $1', [callId]);
    if (plans.length === 0) return Duties.everything;
    return new Duties(plans, await this.tx.reader.query<Pair[]>(
      `select a.seat_id as "seatId", a.application_id as "applicationId" from judge_assignment a join panel_seat p on p.id = a.seat_id where p.call_id = $1`, [callId],
    ));
  }
}
