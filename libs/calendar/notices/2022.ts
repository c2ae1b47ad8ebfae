import { say } from '#libs/errors';
import type { HolidayNotice } from '../holiday-notice.js';

/**
 * Working days of 2022: 国办发明电〔2021〕11号 of 2021-10-25.
 */
export const notice2022: HolidayNotice = {
  year: 2022,
  documents: [
    { number: '国办发明电〔2021〕11号', issuedOn: '2021-10-25', title: '国务院办公厅关于2022年部分节假日安排的通知' },
  ],
  daysOff: [
    { name: say('元旦', "New Year's Day"), first: '2022-01-01', last: '2022-01-03' },
    { name: say('春节', 'Spring Festival'), first: '2022-01-31', last: '2022-02-06' },
    { name: say('清明节', 'Qingming Festival'), first: '2022-04-03', last: '2022-04-05' },
    { name: say('劳动节', 'Labour Day'), first: '2022-04-30', last: '2022-05-04' },
    { name: say('端午节', 'Dragon Boat Festival'), first: '2022-06-03', last: '2022-06-05' },
    { name: say('中秋节', 'Mid-Autumn Festival'), first: '2022-09-10', last: '2022-09-12' },
    { name: say('国庆节', 'National Day'), first: '2022-10-01', last: '2022-10-07' },
  ],
  makeUpDays: [
    '2022-01-29', '2022-01-30', '2022-04-02', '2022-04-24', '2022-05-07', '2022-10-08',
    '2022-10-09',
  ],
};
