import { changeColor, Missing } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { cn } from '@/lib/cn';
import { isChange, metricText } from './metric-text';
import type { Metric } from './run-document';

const groups: readonly (readonly [Metric['group'], string])[] = [
  ['significance', 'How sure it is'],
  ['return', 'Return'],
  ['risk', 'Risk'],
  ['ratio', 'Return for risk'],
  ['benchmark', 'Against the benchmark'],
  ['trades', 'Trades'],
  ['costs', 'Costs'],
];

/** Every figure of the run with what it means, or why it is not there. */
export function MetricsPanel({ metrics }: { readonly metrics: readonly Metric[] }) {
  return (
    <Panel
      title="Every figure"
      count={metrics.length}
      flush
      className="print:block print:break-inside-auto print:[&>div]:block"
    >
      <table data-slot="table" aria-label="Every figure" className="w-full border-collapse">
        <thead className="sr-only">
          <tr>
            <th scope="col">Figure</th>
            <th scope="col">Value</th>
            <th scope="col">What it means</th>
          </tr>
        </thead>
        {groups.map(([group, title]) => {
          const of = metrics.filter((metric) => metric.group === group);
          if (of.length === 0) return null;
          return (
            <tbody key={group}>
              <tr className="h-9 border-line border-t">
                <th scope="rowgroup" colSpan={3} className="px-3.5 pt-2 text-left font-semibold">
                  {title}
                </th>
              </tr>
              {of.map((metric) => (
                <tr
                  key={metric.id}
                  className="border-line border-t max-phone:grid max-phone:grid-cols-[1fr_auto] max-phone:py-1.5"
                >
                  <th scope="row" className="w-52 py-1.5 pl-3.5 text-left font-[450] max-phone:w-auto">
                    {metric.label}
                  </th>
                  <td
                    className={cn(
                      'w-36 whitespace-nowrap px-2 py-1.5 text-right font-[550] max-phone:w-auto max-phone:pr-3.5',
                      metric.value !== null && isChange(metric) && changeColor(metric.value),
                    )}
                  >
                    {metric.value === null ? <Missing /> : metricText(metric, metric.value)}
                  </td>
                  <td className="py-1.5 pr-3.5 pl-4 text-small text-text-2 max-phone:col-span-2 max-phone:py-0 max-phone:pl-3.5">
                    {metric.explanation}
                    {metric.value === null && metric.missingBecause !== undefined && (
                      <span className="text-text"> Missing: {metric.missingBecause}</span>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          );
        })}
      </table>
    </Panel>
  );
}
