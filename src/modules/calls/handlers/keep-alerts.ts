import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import { DatabaseTime, newId, Transaction } from '#libs/database';
import { absent, refused, say } from '#libs/errors';
import { Shown } from '#libs/http';
import { CallAlert, type AlertId } from '../domain/alert/alert.js';
import { APPLICANT_TYPES } from '../domain/rulebook/eligibility-rules.js';
import { AlertStore } from '../store/alert.store.js';

const MOST = 10;

/** A kept search of the reader's own. */
export class CallAlertView {
  @Shown() id: string;
  @Shown({ enum: APPLICANT_TYPES, nullable: true, type: String, description: '空为任何类型 null for any kind' }) applicantType: string | null;
  @Shown({ nullable: true, type: String }) words: string | null;
  @Shown() createdAt: Date;

  static of({ id, applicantType, words, createdAt }: CallAlert): CallAlertView {
    return { id, applicantType: applicantType || null, words: words || null, createdAt };
  }
}

export interface WantedAlert {
  readonly applicantType?: string;
  readonly words?: string;
}

/** Somebody keeps a search, to be told when a call that it finds opens. */
@Injectable()
export class KeepAlerts {
  constructor(
    private readonly tx: Transaction,
    private readonly alerts: AlertStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  async read(actor: Actor): Promise<CallAlertView[]> {
    return (await this.alerts.of(actor.accountId)).map((alert) => CallAlertView.of(alert));
  }

  /** @throws DomainError `too_many_alerts` */
  keep(wanted: WantedAlert, actor: Actor): Promise<void> {
    const [applicantType, words] = [wanted.applicantType ?? '', wanted.words ?? ''];
    return this.tx.run(async () => {
      if ((await this.alerts.of(actor.accountId)).length >= MOST) throw refused('too_many_alerts', say('最多保留 {most} 条提醒，请先取消一条', 'At most {most} alerts are kept; end one first'), { most: MOST });
      const alert = Object.assign(new CallAlert(), { id: newId<AlertId>(), accountId: actor.accountId, applicantType, words: words.trim(), createdAt: await this.time.now() });
      if (await this.alerts.insert(alert)) await this.audit.record({ action: 'call_alert.kept', subject: { kind: 'account', id: actor.accountId }, actor, facts: { alert: alert.id } });
    });
  }

  /** @throws DomainError `alert_absent` */
  end(id: string, actor: Actor): Promise<void> {
    return this.tx.run(async () => {
      if (!(await this.alerts.remove(actor.accountId, id))) throw absent('alert_absent', say('没有找到该提醒', 'There is no such alert'));
      await this.audit.record({ action: 'call_alert.ended', subject: { kind: 'account', id: actor.accountId }, actor, facts: { alert: id } });
    });
  }
}
