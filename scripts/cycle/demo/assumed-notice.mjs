import { addDays } from './dates.mjs';

/** By the ephemeris of the runtime the new moon of 6 February 2027, 23:56 in Beijing, falls on the next day. */
const CORRECTED = { '2027-02-07': '2027-02-06' };

const LUNAR = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/** The day of a year that a date of the lunar calendar falls on, written as `1/1`. */
function lunar(year, wanted) {
  for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1)) {
    if (LUNAR.format(new Date(`${day}T00:00:00Z`)) === wanted) return CORRECTED[day] ?? day;
  }
  throw new Error(`The lunar calendar has no ${wanted} in ${year}.`);
}

/** 清明 of the twenty-first century: the day that the customary formula gives. */
const clearBright = (year) => `${year}-04-0${Math.floor((year % 100) * 0.2422 + 4.81) - Math.floor((year % 100) / 4)}`;

/**
 * A year's days off for as long as the State Council has not announced them: the statutory holidays alone (国务院《全国年节及纪念日放假办法》,
 * 2024), without make-up days. Named as what it is, an assumption; an administrator replaces it by the notice.
 * @param {number} year @param {string} day the day on which the demonstration assumes it
 */
export function assumedNotice(year, day) {
  const spring = lunar(year, '1/1');
  const off = (zh, en, first, length = 1) => ({ name: { zh, en }, first, last: addDays(first, length - 1) });
  return {
    year,
    documents: [{ number: '演示假设（非国务院文件）', issuedOn: day, title: `${year}年放假安排尚未录入，演示只按法定节假日当日推定，不含调休` }],
    daysOff: [
      off('元旦', 'New Year', `${year}-01-01`), off('春节', 'Spring Festival', addDays(spring, -1), 4), off('清明节', 'Tomb-sweeping Day', clearBright(year)),
      off('劳动节', 'Labour Day', `${year}-05-01`, 2), off('端午节', 'Dragon Boat Festival', lunar(year, '5/5')), off('中秋节', 'Mid-Autumn Festival', lunar(year, '8/15')),
      off('国庆节', 'National Day', `${year}-10-01`, 3),
    ],
    makeUpDays: [],
  };
}
