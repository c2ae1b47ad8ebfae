import { Injectable } from '@nestjs/common';
import { CalendarBook, recordedNotices, type HolidayNotice } from '#libs/calendar';
import { Transaction } from '#libs/database';

/** The yearly holiday notices: those that come with the product and those that an administrator recorded. */
@Injectable()
export class CalendarStore {
  constructor(private readonly tx: Transaction) {}

  /** The book by which every term of a programme is counted. */
  async book(): Promise<CalendarBook> {
    const rows = await this.tx.reader.query<{ notice: HolidayNotice }[]>('select notice from holiday_notice order by year');
    return new CalendarBook([...recordedNotices, ...rows.map((row) => row.notice)]);
  }

  async record(notice: HolidayNotice, by: { accountId: string; at: Date }): Promise<void> {
    await this.tx.manager.query(
      `insert into holiday_notice (year, notice, recorded_by, recorded_at) values ($1, $2, $3, $4)
       on conflict (year) do update set notice = excluded.notice, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
      [notice.year, JSON.stringify(notice), by.accountId, by.at],
    );
  }
}
