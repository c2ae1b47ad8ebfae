import { say } from '#libs/errors';
import type { HolidayNotice } from '../holiday-notice.js';

/**
 * Working days of 2024: 国办发明电〔2023〕7号 of 2023-10-25.
 * New Year's Day and the Dragon Boat Festival join a weekend without any make-up day; 9 February, the eve of the
 * Spring Festival, is only recommended as a day of paid leave and stays a working day.
 */
export const notice2024: HolidayNotice = {
  year: 2024,
  documents: [
    { number: '国办发明电〔2023〕7号', issuedOn: '2023-10-25', title: '国务院办公厅关于2024年部分节假日安排的通知' },
  ],
  daysOff: [
    { name: say('元旦', "New Year's Day"), first: '2024-01-01', last: '2024-01-01' },
    { name: say('春节', 'Spring Festival'), first: '2024-02-10', last: '2024-02-17' },
    { name: say('清明节', 'Qingming Festival'), first: '2024-04-04', last: '2024-04-06' },
    { name: say('劳动节', 'Labour Day'), first: '2024-05-01', last: '2024-05-05' },
    { name: say('端午节', 'Dragon Boat Festival'), first: '2024-06-10', last: '2024-06-10' },
    { name: say('中秋节', 'Mid-Autumn Festival'), first: '2024-09-15', last: '2024-09-17' },
    { name: say('国庆节', 'National Day'), first: '2024-10-01', last: '2024-10-07' },
  ],
  makeUpDays: [
    '2024-02-04', '2024-02-18', '2024-04-07', '2024-04-28', '2024-05-11', '2024-09-14',
    '2024-09-29', '2024-10-12',
  ],
};
