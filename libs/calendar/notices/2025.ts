import { say } from '#libs/errors';
import type { HolidayNotice } from '../holiday-notice.js';

/**
 * Working days of 2025: 国办发明电〔2024〕12号 of 2024-11-12.
 */
export const notice2025: HolidayNotice = {
  year: 2025,
  documents: [
    { number: '国办发明电〔2024〕12号', issuedOn: '2024-11-12', title: '国务院办公厅关于2025年部分节假日安排的通知' },
  ],
  daysOff: [
    { name: say('元旦', "New Year's Day"), first: '2025-01-01', last: '2025-01-01' },
    { name: say('春节', 'Spring Festival'), first: '2025-01-28', last: '2025-02-04' },
    { name: say('清明节', 'Qingming Festival'), first: '2025-04-04', last: '2025-04-06' },
    { name: say('劳动节', 'Labour Day'), first: '2025-05-01', last: '2025-05-05' },
    { name: say('端午节', 'Dragon Boat Festival'), first: '2025-05-31', last: '2025-06-02' },
    { name: say('国庆节、中秋节', 'National Day and Mid-Autumn Festival'), first: '2025-10-01', last: '2025-10-08' },
  ],
  makeUpDays: [
    '2025-01-26', '2025-02-08', '2025-04-27', '2025-09-28', '2025-10-11',
  ],
};
