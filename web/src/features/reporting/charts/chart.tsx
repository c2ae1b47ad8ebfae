import { useEffect, useRef } from 'react';
import type { ChartOption } from './echarts.js';
import { INK } from './options.js';

export interface ChartProps {
  /** What it shows and where the same is in words: the table below. */
  readonly caption: string;
  readonly option: ChartOption;
  /** Pixels. */
  readonly height?: number;
}

/** A drawing beside its table: whoever cannot see it loses nothing, so it is hidden from readers. */
export function Chart({ caption, option, height = 240 }: ChartProps) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return undefined;
    let gone = false;
    let end = () => undefined as void;
    void import('./echarts.js').then(({ init }) => {
      if (gone) return;
      const chart = init(element, null, { renderer: 'svg' });
      // Widths of words are measured with this font; `inherit` would be measured as another one.
      chart.setOption({ ...option, textStyle: { color: INK, fontFamily: getComputedStyle(element).fontFamily } });
      const watch = new ResizeObserver(() => chart.resize());
      watch.observe(element);
      end = () => {
        watch.disconnect();
        chart.dispose();
      };
    });
    return () => {
      gone = true;
      end();
    };
  }, [option]);
  return (
    <figure className="figures-chart no-print">
      <div ref={place} style={{ height }} aria-hidden="true" />
      <figcaption className="quiet">{caption}</figcaption>
    </figure>
  );
}
