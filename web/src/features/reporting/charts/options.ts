import type { CategoryView, DayCountView, ScoreBucketView, TrancheStepView } from '../../../api/index.js';
import type { ChartOption } from './echarts.js';

export const INK = '#1f2328';
const INK_2 = '#595d62';
const HAIRLINE = '#e5e2dc';
const JADE = '#2f6b57';
const ACCENT = '#9e1b22';
const SAND = '#c9a25a';

const TEXT = { color: INK_2, fontSize: 13 };
const BASE: ChartOption = {
  animation: false,
  grid: { left: 8, right: 16, top: 34, bottom: 4, containLabel: true },
  tooltip: { trigger: 'axis', axisPointer: { type: 'shadow' }, borderColor: HAIRLINE, textStyle: { color: INK, fontSize: 14 } },
};
const valueAxis = (name: string) => ({ type: 'value' as const, name, nameTextStyle: { ...TEXT, align: 'left' as const }, minInterval: 1, axisLabel: TEXT, splitLine: { lineStyle: { color: HAIRLINE } } });
const categoryAxis = (data: string[]) => ({ type: 'category' as const, data, axisLabel: { ...TEXT, hideOverlap: true }, axisTick: { show: false }, axisLine: { lineStyle: { color: INK_2 } } });
const legend = (show: boolean) => ({ show, top: 0, right: 0, itemWidth: 14, itemHeight: 10, textStyle: { ...TEXT, color: INK } });
const MOST_WIDE = 44;

/** Ten thousand yuan: amounts of a round have too many digits for an axis. */
const wan = (fen: number): number => fen / 1_000_000;

/** Every day between the first and the last, also those on which nothing came. */
export function everyDay(rows: readonly DayCountView[]): (DayCountView & { sum: number })[] {
  const counts = new Map(rows.map(({ day, count }) => [day, count]));
  const days: (DayCountView & { sum: number })[] = [];
  let sum = 0;
  const [first, last] = [rows[0]?.day, rows.at(-1)?.day];
  if (first === undefined || last === undefined) return days;
  for (let at = Date.parse(first); at <= Date.parse(last); at += 86_400_000) {
    const day = new Date(at).toISOString().slice(0, 10);
    const count = counts.get(day) ?? 0;
    sum += count;
    days.push({ day, count, sum });
  }
  return days;
}

export function daysOption(rows: readonly DayCountView[], words: { count: string; sum: string }): ChartOption {
  const days = everyDay(rows);
  return {
    ...BASE, legend: legend(true), xAxis: categoryAxis(days.map(({ day }) => day.slice(5))), yAxis: valueAxis(''),
    series: [
      { type: 'bar', name: words.count, data: days.map(({ count }) => count), itemStyle: { color: JADE }, barMaxWidth: MOST_WIDE },
      { type: 'line', name: words.sum, data: days.map(({ sum }) => sum), itemStyle: { color: ACCENT }, lineStyle: { width: 2 }, symbolSize: 6 },
    ],
  };
}

const LONG_NAMES = { ...TEXT, width: 132, overflow: 'truncate' as const };

/** Lying bars: the names of categories are long. The first stands at the top. */
export function categoriesOption(rows: readonly (Pick<CategoryView, 'requestedFen' | 'awardedFen'> & { name: string })[], words: { requested: string; awarded: string }): ChartOption {
  return {
    ...BASE, legend: legend(true), xAxis: valueAxis(''), yAxis: { ...categoryAxis(rows.map(({ name }) => name)), inverse: true, axisLabel: LONG_NAMES },
    series: [
      { type: 'bar', name: words.requested, data: rows.map(({ requestedFen }) => wan(requestedFen)), itemStyle: { color: SAND }, barMaxWidth: 18 },
      { type: 'bar', name: words.awarded, data: rows.map(({ awardedFen }) => wan(awardedFen)), itemStyle: { color: JADE }, barMaxWidth: 18 },
    ],
  };
}

export function scoresOption(rows: readonly ScoreBucketView[], word: string): ChartOption {
  return {
    ...BASE, xAxis: categoryAxis(rows.map(({ from, to }) => `${from}–${to}`)), yAxis: valueAxis(''),
    series: [{ type: 'bar', name: word, data: rows.map(({ count }) => count), itemStyle: { color: JADE }, barMaxWidth: MOST_WIDE }],
  };
}

export function paymentsOption(rows: readonly (Pick<TrancheStepView, 'fen' | 'step'> & { name: string })[], words: { amount: string; unit: string }): ChartOption {
  return {
    ...BASE, xAxis: categoryAxis(rows.map(({ name }) => name)), yAxis: valueAxis(words.unit),
    series: [{ type: 'bar', name: words.amount, data: rows.map(({ fen, step }) => ({ value: wan(fen), itemStyle: { color: step === 'paid' ? JADE : SAND } })), barMaxWidth: MOST_WIDE }],
  };
}
