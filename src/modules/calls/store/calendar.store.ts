import { Injectable } from '@nestjs/common';
import { CalendarBook, recordedNotices, type HolidayNotice } from '#libs/calendar';
import { Transaction } from '#libs/database';

/** The yearly holiday notices: those that come with the product and those that an administrator recorded. */
@Injectable()
export class CalendarStore {
  /** A book is checked day by day when it is made, and asked for by most commands: it is made anew only when the notices differ. */
  private made?: { readonly notices: string; readonly book: CalendarBook };

  constructor(private readonly tx: Transaction) {}

  /** The book by which every term of a programme is counted. */
  async book(): Promise<CalendarBook> {
    const [row] = await this.tx.reader.query<{ notices: string }[]>(`select coalesce(jsonb_agg(notice order by year), '[]')::text as notices from holiday_notice`);
    const { notices } = row!;
    if (this.made?.notices !== notices) this.made = { notices, book: new CalendarBook([...recordedNotices, ...(JSON.parse(notices) as HolidayNotice[])]) };
    return this.made.book;
  }

  async record(notice: HolidayNotice, by: { accountId: string; at: Date }): Promise<void> {
    await this.tx.manager.query(
      `insert into holiday_notice (year, notice, recorded_by, recorded_at) values ($1, $2, $3, $4)
       on conflict (year) do update set notice = excluded.notice, recorded_by = excluded.recorded_by, recorded_at = excluded.recorded_at`,
      [notice.year, JSON.stringify(notice), by.accountId, by.at],
    );
  }
}
