import { say } from '#libs/errors';
import type { HolidayNotice } from '../holiday-notice.js';

/**
 * Working days of 2019: 国办发明电〔2018〕15号 of 2018-12-01; 国办发明电〔2019〕3号 of 2019-03-22.
 * The second document lengthens Labour Day to four days and sets its two make-up days.
 */
export const notice2019: HolidayNotice = {
  year: 2019,
  documents: [
    { number: '国办发明电〔2018〕15号', issuedOn: '2018-12-01', title: '国务院办公厅关于2019年部分节假日安排的通知' },
    { number: '国办发明电〔2019〕3号', issuedOn: '2019-03-22', title: '国务院办公厅关于调整2019年劳动节假期安排的通知' },
  ],
  daysOff: [
    { name: say('元旦', "New Year's Day"), first: '2018-12-30', last: '2019-01-01' },
    { name: say('春节', 'Spring Festival'), first: '2019-02-04', last: '2019-02-10' },
    { name: say('清明节', 'Qingming Festival'), first: '2019-04-05', last: '2019-04-05' },
    { name: say('劳动节', 'Labour Day'), first: '2019-05-01', last: '2019-05-04' },
    { name: say('端午节', 'Dragon Boat Festival'), first: '2019-06-07', last: '2019-06-07' },
    { name: say('中秋节', 'Mid-Autumn Festival'), first: '2019-09-13', last: '2019-09-13' },
    { name: say('国庆节', 'National Day'), first: '2019-10-01', last: '2019-10-07' },
  ],
  makeUpDays: ['2018-12-29', '2019-02-02', '2019-02-03', '2019-04-28', '2019-05-05', '2019-09-29', '2019-10-12'],
};
