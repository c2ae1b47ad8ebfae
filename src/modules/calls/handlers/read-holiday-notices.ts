import { Injectable } from '@nestjs/common';
import type { Day, HolidayNotice } from '#libs/calendar';
import type { Sentence } from '#libs/errors';
import { Shown, ShownSentence } from '#libs/http';
import { CalendarStore } from '../store/calendar.store.js';

export class NoticeDocumentView {
  @Shown() number: string;
  @Shown() issuedOn: string;
  @Shown() title: string;
}

export class DaysOffView {
  @ShownSentence() name: Sentence;
  @Shown() first: string;
  @Shown() last: string;
}

/** The arrangement of one year's holidays as it is recorded. */
export class HolidayNoticeView {
  @Shown() year: number;
  @Shown({ type: [NoticeDocumentView] }) documents: NoticeDocumentView[];
  @Shown({ type: [DaysOffView] }) daysOff: DaysOffView[];
  @Shown({ type: [String], description: '调休上班的周六、周日 weekend days that are worked' }) makeUpDays: Day[];

  static of({ year, documents, daysOff, makeUpDays }: HolidayNotice): HolidayNoticeView {
    return { year, documents: [...documents], daysOff: [...daysOff], makeUpDays: [...makeUpDays] };
  }
}

/** The years that working days can be counted in, newest first. */
@Injectable()
export class ReadHolidayNotices {
  constructor(private readonly calendar: CalendarStore) {}

  async run(): Promise<HolidayNoticeView[]> {
    const book = await this.calendar.book();
    return book.years().reverse().map((year) => HolidayNoticeView.of(book.noticeOf(year)!));
  }
}
