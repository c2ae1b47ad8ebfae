import { say } from '#libs/errors';
import type { HolidayNotice } from '../holiday-notice.js';

/**
 * Working days of 2023: 国办发明电〔2022〕16号 of 2022-12-08.
 * The days off of New Year begin in the December before.
 */
export const notice2023: HolidayNotice = {
  year: 2023,
  documents: [
    { number: '国办发明电〔2022〕16号', issuedOn: '2022-12-08', title: '国务院办公厅关于2023年部分节假日安排的通知' },
  ],
  daysOff: [
    { name: say('元旦', "New Year's Day"), first: '2022-12-31', last: '2023-01-02' },
    { name: say('春节', 'Spring Festival'), first: '2023-01-21', last: '2023-01-27' },
    { name: say('清明节', 'Qingming Festival'), first: '2023-04-05', last: '2023-04-05' },
    { name: say('劳动节', 'Labour Day'), first: '2023-04-29', last: '2023-05-03' },
    { name: say('端午节', 'Dragon Boat Festival'), first: '2023-06-22', last: '2023-06-24' },
    { name: say('中秋节、国庆节', 'Mid-Autumn Festival and National Day'), first: '2023-09-29', last: '2023-10-06' },
  ],
  makeUpDays: [
    '2023-01-28', '2023-01-29', '2023-04-23', '2023-05-06', '2023-06-25', '2023-10-07',
    '2023-10-08',
  ],
};
