import { say } from '#libs/errors';
import type { HolidayNotice } from '../holiday-notice.js';

/**
 * Working days of 2020: 国办发明电〔2019〕16号 of 2019-11-21; 国办发明电〔2020〕1号 of 2020-01-26.
 * The second document lengthens the Spring Festival to 2 February because of the epidemic; the make-up day
 * of 1 February that the first one had set falls away with it.
 */
export const notice2020: HolidayNotice = {
  year: 2020,
  documents: [
    { number: '国办发明电〔2019〕16号', issuedOn: '2019-11-21', title: '国务院办公厅关于2020年部分节假日安排的通知' },
    { number: '国办发明电〔2020〕1号', issuedOn: '2020-01-26', title: '国务院办公厅关于延长2020年春节假期的通知' },
  ],
  daysOff: [
    { name: say('元旦', "New Year's Day"), first: '2020-01-01', last: '2020-01-01' },
    { name: say('春节', 'Spring Festival'), first: '2020-01-24', last: '2020-02-02' },
    { name: say('清明节', 'Qingming Festival'), first: '2020-04-04', last: '2020-04-06' },
    { name: say('劳动节', 'Labour Day'), first: '2020-05-01', last: '2020-05-05' },
    { name: say('端午节', 'Dragon Boat Festival'), first: '2020-06-25', last: '2020-06-27' },
    { name: say('国庆节、中秋节', 'National Day and Mid-Autumn Festival'), first: '2020-10-01', last: '2020-10-08' },
  ],
  makeUpDays: [
    '2020-01-19', '2020-04-26', '2020-05-09', '2020-06-28', '2020-09-27', '2020-10-10',
  ],
};
