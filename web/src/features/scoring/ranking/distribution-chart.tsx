import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useTexts } from '../../../ui/index.js';
import { rankingTexts } from './ranking-texts.js';
import type { Band } from './score-bands.js';

use([BarChart, GridComponent, TooltipComponent, AriaComponent, SVGRenderer]);

const INK = '#1f2328';
const ACCENT = '#9e1b22';
const HAIRLINE = '#e5e2dc';

/** Bars by band of five points; the table beneath says the same. */
export default function DistributionChart({ bands }: { readonly bands: readonly Band[] }) {
  const t = useTexts(rankingTexts);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption({
      animation: !matchMedia('(prefers-reduced-motion: reduce)').matches,
      textStyle: { color: INK, fontFamily: 'inherit', fontSize: 14 },
      grid: { left: 40, right: 12, top: 28, bottom: 44 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: bands.map(({ from, to }) => `${from}–${to}`), name: t('band'), nameLocation: 'middle', nameGap: 28, axisLabel: { color: INK }, axisTick: { show: false } },
      yAxis: { type: 'value', minInterval: 1, name: t('projects'), axisLabel: { color: INK }, splitLine: { lineStyle: { color: HAIRLINE } } },
      series: [{ type: 'bar', name: t('projects'), data: bands.map(({ count }) => count), itemStyle: { color: ACCENT }, barMaxWidth: 48, label: { show: true, position: 'top', color: INK } }],
    });
    const fit = new ResizeObserver(() => chart.resize());
    fit.observe(place.current);
    return () => {
      fit.disconnect();
      chart.dispose();
    };
  }, [bands, t]);
  return <div ref={place} className="distribution-chart" aria-hidden="true" />;
}
