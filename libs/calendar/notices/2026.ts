import { say } from '#libs/errors';
import type { HolidayNotice } from '../holiday-notice.js';

/**
 * Working days of 2026: 国办发明电〔2025〕7号 of 2025-11-04.
 */
export const notice2026: HolidayNotice = {
  year: 2026,
  documents: [
    { number: '国办发明电〔2025〕7号', issuedOn: '2025-11-04', title: '国务院办公厅关于2026年部分节假日安排的通知' },
  ],
  daysOff: [
    { name: say('元旦', "New Year's Day"), first: '2026-01-01', last: '2026-01-03' },
    { name: say('春节', 'Spring Festival'), first: '2026-02-15', last: '2026-02-23' },
    { name: say('清明节', 'Qingming Festival'), first: '2026-04-04', last: '2026-04-06' },
    { name: say('劳动节', 'Labour Day'), first: '2026-05-01', last: '2026-05-05' },
    { name: say('端午节', 'Dragon Boat Festival'), first: '2026-06-19', last: '2026-06-21' },
    { name: say('中秋节', 'Mid-Autumn Festival'), first: '2026-09-25', last: '2026-09-27' },
    { name: say('国庆节', 'National Day'), first: '2026-10-01', last: '2026-10-07' },
  ],
  makeUpDays: [
    '2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10',
  ],
};
