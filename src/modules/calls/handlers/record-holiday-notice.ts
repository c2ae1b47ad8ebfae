import { Injectable } from '@nestjs/common';
import type { Actor } from '#libs/access';
import { AuditTrail } from '#libs/audit';
import type { HolidayNotice } from '#libs/calendar';
import { DatabaseTime, Transaction } from '#libs/database';
import { CalendarStore } from '../store/calendar.store.js';

/** An administrator records the State Council's notice of a year, or replaces it by a later document. */
@Injectable()
export class RecordHolidayNotice {
  constructor(
    private readonly tx: Transaction,
    private readonly calendar: CalendarStore,
    private readonly time: DatabaseTime,
    private readonly audit: AuditTrail,
  ) {}

  /** The recorded years. @throws DomainError `calendar.notice-invalid` (invalid) naming every faulty place */
  run(notice: HolidayNotice, actor: Actor): Promise<number[]> {
    return this.tx.run(async () => {
      const book = (await this.calendar.book()).withYear(notice);
      await this.calendar.record(notice, { accountId: actor.accountId, at: await this.time.now() });
      await this.audit.record({ action: 'calendar.recorded', subject: { kind: 'holiday_notice', id: String(notice.year) }, actor, facts: { notice } });
      return book.years();
    });
  }
}
