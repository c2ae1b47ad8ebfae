import { HeatmapChart, ScatterChart } from 'echarts/charts';
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from 'echarts/components';
import { init, use, type EChartsCoreOption } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import { useNarrow } from '../../../ui/use-narrow.js';

use([ScatterChart, HeatmapChart, GridComponent, TooltipComponent, VisualMapComponent, MarkLineComponent, AriaComponent, SVGRenderer]);

const INK = '#1f2328';
const ACCENT = '#9e1b22';
const JADE = '#2f6b57';
const HAIRLINE = '#e5e2dc';

/** One judge's name with the scores that she gave. */
export interface Strip {
  readonly name: string;
  readonly middle: number;
  readonly points: readonly { readonly score: number; readonly project: string }[];
}

/** A square of figures, `null` where there is none. */
export interface Matrix {
  readonly columns: readonly string[];
  readonly rows: readonly string[];
  readonly cells: readonly (readonly [column: number, row: number, value: number | null])[];
  readonly low: number;
  readonly high: number;
}

function Drawing({ option, height }: { readonly option: EChartsCoreOption; readonly height: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!place.current) return undefined;
    const chart = init(place.current, undefined, { renderer: 'svg' });
    chart.setOption({ animation: false, textStyle: { color: INK, fontFamily: 'inherit', fontSize: 14 }, ...option });
    const fit = new ResizeObserver(() => chart.resize());
    fit.observe(place.current);
    return () => {
      fit.disconnect();
      chart.dispose();
    };
  }, [option]);
  return <div ref={place} className="analysis-chart" style={{ height }} aria-hidden="true" />;
}

const ROW = 44;
const axis = { axisLabel: { color: INK }, axisTick: { show: false }, axisLine: { lineStyle: { color: HAIRLINE } } };

/** A dot for each sheet, a judge on each line. */
export function ScoreStrips({ strips }: { readonly strips: readonly Strip[] }) {
  const names = strips.map(({ name }) => name);
  const lowest = Math.min(...strips.flatMap(({ points }) => points.map(({ score }) => score)));
  const option: EChartsCoreOption = {
    grid: { left: 8, right: 24, top: 12, bottom: 8, containLabel: true },
    tooltip: { formatter: ({ data }: { data: [number, number, string] }) => `${data[2]} · ${data[0]}` },
    xAxis: { type: 'value', min: Math.max(0, Math.floor((lowest - 5) / 10) * 10), max: 100, splitLine: { lineStyle: { color: HAIRLINE } }, axisLabel: { color: INK } },
    yAxis: { type: 'category', data: names, inverse: true, ...axis },
    series: [
      { type: 'scatter', symbolSize: 11, itemStyle: { color: ACCENT, opacity: 0.55 }, data: strips.flatMap(({ points }, at) => points.map(({ score, project }) => [score, at, project])) },
      { type: 'scatter', symbol: 'rect', symbolSize: [3, 26], itemStyle: { color: JADE }, data: strips.map(({ middle, name }, at) => [middle, at, name]) },
    ],
  };
  return <Drawing option={option} height={strips.length * ROW + 48} />;
}

export function MatrixChart({ matrix }: { readonly matrix: Matrix }) {
  const narrow = useNarrow();
  const option: EChartsCoreOption = {
    grid: { left: 8, right: 16, top: 8, bottom: 8, containLabel: true },
    tooltip: { formatter: ({ data }: { data: [number, number, number] }) => `${matrix.rows[data[1]]} · ${matrix.columns[data[0]]} · ${data[2]}` },
    xAxis: { type: 'category', data: [...matrix.columns], position: 'top', ...axis, axisLabel: narrow ? { color: INK, interval: 0, rotate: 50, overflow: 'truncate', width: 96 } : { color: INK, interval: 0, overflow: 'break', width: 96, lineHeight: 18 } },
    yAxis: { type: 'category', data: [...matrix.rows], inverse: true, ...axis },
    visualMap: { show: false, min: matrix.low, max: matrix.high, inRange: { color: ['#faf6ee', '#efd9cf', '#dca79f'] } },
    series: [{ type: 'heatmap', data: matrix.cells.filter(([, , value]) => value !== null), label: { show: true, color: INK, fontSize: narrow ? 12 : 14 }, itemStyle: { borderColor: '#fff', borderWidth: 2 } }],
  };
  return <Drawing option={option} height={matrix.rows.length * ROW + (narrow ? 110 : 72)} />;
}
