import { say } from '#libs/errors';
import type { HolidayNotice } from '../holiday-notice.js';

/**
 * Working days of 2021: 国办发明电〔2020〕27号 of 2020-11-25.
 */
export const notice2021: HolidayNotice = {
  year: 2021,
  documents: [
    { number: '国办发明电〔2020〕27号', issuedOn: '2020-11-25', title: '国务院办公厅关于2021年部分节假日安排的通知' },
  ],
  daysOff: [
    { name: say('元旦', "New Year's Day"), first: '2021-01-01', last: '2021-01-03' },
    { name: say('春节', 'Spring Festival'), first: '2021-02-11', last: '2021-02-17' },
    { name: say('清明节', 'Qingming Festival'), first: '2021-04-03', last: '2021-04-05' },
    { name: say('劳动节', 'Labour Day'), first: '2021-05-01', last: '2021-05-05' },
    { name: say('端午节', 'Dragon Boat Festival'), first: '2021-06-12', last: '2021-06-14' },
    { name: say('中秋节', 'Mid-Autumn Festival'), first: '2021-09-19', last: '2021-09-21' },
    { name: say('国庆节', 'National Day'), first: '2021-10-01', last: '2021-10-07' },
  ],
  makeUpDays: [
    '2021-02-07', '2021-02-20', '2021-04-25', '2021-05-08', '2021-09-18', '2021-09-26',
    '2021-10-09',
  ],
};
