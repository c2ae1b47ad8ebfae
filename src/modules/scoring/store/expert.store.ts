import { Injectable } from '@nestjs/common';
import { isId, Transaction } from '#libs/database';
import { ConflictPin } from '../domain/conflicts/conflict-pin.js';
import { ExpertProfile, ExpertTie, type TieId } from '../domain/experts/expert-profile.js';

/** How often somebody has sat on a panel, and how her work there was judged. */
export interface DutyRow {
  readonly accountId: string;
  readonly callId: string;
  readonly stageKey: string;
  readonly status: 'seated' | 'unseated';
  readonly seatedAt: Date;
  readonly sheets: number;
  readonly score: number | null;
}

/** What experts say of themselves, what ties them to organisations, and what was decided about single pairs. */
@Injectable()
export class ExpertStore {
  constructor(private readonly tx: Transaction) {}

  profile(accountId: string): Promise<ExpertProfile | null> {
    return this.tx.reader.getRepository(ExpertProfile).findOneBy({ accountId });
  }

  lockProfile(accountId: string): Promise<ExpertProfile | null> {
    return this.tx.manager.getRepository(ExpertProfile).findOne({ where: { accountId }, lock: { mode: 'pessimistic_write' } });
  }

  profiles(accountIds: readonly string[]): Promise<ExpertProfile[]> {
    return this.tx.reader.getRepository(ExpertProfile).createQueryBuilder('p').where('p.account_id = any(:ids)', { ids: accountIds }).getMany();
  }

  async saveProfile(profile: ExpertProfile): Promise<void> {
    await this.tx.manager.upsert(ExpertProfile, profile as never, ['accountId']);
  }

  /** Those that hold, the newest first. */
  ties(accountIds: readonly string[]): Promise<ExpertTie[]> {
    return this.tx.reader.getRepository(ExpertTie).createQueryBuilder('t').where('t.account_id = any(:ids) and t.withdrawn_at is null', { ids: accountIds })
      .orderBy('t.recordedAt', 'DESC').addOrderBy('t.id').getMany();
  }

  async lockTie(id: string): Promise<ExpertTie | null> {
    return isId(id) ? this.tx.manager.getRepository(ExpertTie).findOne({ where: { id: id as TieId }, lock: { mode: 'pessimistic_write' } }) : null;
  }

  async saveTie(tie: ExpertTie): Promise<void> {
    await this.tx.manager.upsert(ExpertTie, tie, ['id']);
  }

  pins(applicationIds: readonly string[]): Promise<ConflictPin[]> {
    return this.tx.reader.getRepository(ConflictPin).createQueryBuilder('p').where('p.application_id = any(:ids)', { ids: applicationIds }).orderBy('p.setAt', 'DESC').getMany();
  }

  lockPin(accountId: string, applicationId: string): Promise<ConflictPin | null> {
    return this.tx.manager.getRepository(ConflictPin).findOne({ where: { accountId, applicationId }, lock: { mode: 'pessimistic_write' } });
  }

  async savePin(pin: ConflictPin): Promise<void> {
    await this.tx.manager.upsert(ConflictPin, pin, ['accountId', 'applicationId']);
  }

  /** The panels on which the people have sat, the newest first. @param places whose calls, with those of the places below; null for all of them */
  duties(accountIds: readonly string[], places: readonly string[] | null): Promise<DutyRow[]> {
    return this.tx.reader.query<DutyRow[]>(
      `select p.account_id as "accountId", p.call_id as "callId", p.stage_key as "stageKey", p.status, p.seated_at as "seatedAt", e.score,
         (select count(*)::int from score_sheet s where s.seat_id = p.id and s.status = 'submitted') as sheets
       from panel_seat p join call c on c.id = p.call_id left join expert_performance e on e.call_id = p.call_id and e.stage_key = p.stage_key and e.account_id = p.account_id
       where p.account_id = any($1::uuid[]) and ($2::text[] is null or exists (select from unnest($2::text[]) place where starts_with(c.node_path, place)))
       order by p.seated_at desc`, [accountIds, places],
    );
  }
}
