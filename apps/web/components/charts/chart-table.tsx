'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { Table2 } from 'lucide-react';
import { useRef } from 'react';
import { Button } from '@/components/ui/button';
import { percent } from '@/lib/format';
import { dayAndHour } from '@/lib/time';
import type { LineChartProps } from './line-chart-props';

const ROW = 28;

/** What a chart of lines shows, as a table that scrolls by itself; the newest first, as it is mostly the one asked for. */
export function ChartTable({
  label,
  times,
  series,
  bands = [],
  drawdown,
  height,
  format,
  formatTime = dayAndHour,
}: LineChartProps) {
  const box = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: times.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW,
    overscan: 10,
  });
  const write = (value: number | null | undefined) =>
    value === null || value === undefined ? 'missing' : format(value);
  const shown = virtual.getVirtualItems();
  const before = (shown[0]?.index ?? 0) * ROW;
  const after = Math.max(0, (times.length - 1 - (shown.at(-1)?.index ?? 0)) * ROW);
  return (
    <section
      ref={box}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={`${label}, as a table`}
      className="overflow-auto rounded-mark border border-line"
      style={{ height }}
    >
      <table data-slot="table" aria-label={label} aria-rowcount={times.length + 1} className="w-full border-collapse">
        <thead className="sticky top-0 bg-panel">
          <tr className="h-7 text-micro text-text-2">
            <th scope="col" className="px-2.5 text-left font-[550]">
              Time
            </th>
            {[...series, ...bands].map(({ id, label: name }) => (
              <th key={id} scope="col" className="px-2.5 text-right font-[550]">
                {name}
              </th>
            ))}
            {drawdown !== undefined && (
              <th scope="col" className="px-2.5 text-right font-[550]">
                Drawdown
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <tr aria-hidden style={{ height: before }} />}
          {shown.map(({ index }) => {
            const at = times.length - 1 - index;
            return (
              <tr key={at} aria-rowindex={index + 2} className="border-line border-t" style={{ height: ROW }}>
                <td className="whitespace-nowrap px-2.5 text-text-2">{formatTime(times[at] ?? 0)}</td>
                {series.map(({ id, values }) => (
                  <td key={id} className="px-2.5 text-right">
                    {write(values[at])}
                  </td>
                ))}
                {bands.map(({ id, low, high }) => (
                  <td key={id} className="px-2.5 text-right">
                    {write(low[at])} to {write(high[at])}
                  </td>
                ))}
                {drawdown !== undefined && (
                  <td className="px-2.5 text-right">
                    {drawdown[at] === null || drawdown[at] === undefined ? 'missing' : percent(drawdown[at])}
                  </td>
                )}
              </tr>
            );
          })}
          {after > 0 && <tr aria-hidden style={{ height: after }} />}
        </tbody>
      </table>
    </section>
  );
}

/** What turns a chart into its table and back. */
export function ChartTableButton({
  isTable,
  onChange,
}: {
  readonly isTable: boolean;
  readonly onChange: (isTable: boolean) => void;
}) {
  return (
    <Button variant="ghost" size="small" aria-pressed={isTable} onClick={() => onChange(!isTable)}>
      <Table2 aria-hidden /> {isTable ? 'Show as chart' : 'Show as table'}
    </Button>
  );
}
