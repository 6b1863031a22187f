import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { LineKey } from '@/components/charts/chart-legend';
import { changeColor, Missing } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Tooltip } from '@/components/ui/tooltip';
import { type Sizing, useSizings } from '@/lib/catalog/use-catalog';
import { cn } from '@/lib/cn';
import { useCurrent } from '@/lib/current';
import { basisPoints, count, money } from '@/lib/format';
import { wordsOf } from '@/lib/params/parameter';
import { day } from '@/lib/time';
import { isChange, metricText } from '../report/metric-text';
import { type Metric, paramsInWords } from '../report/run-document';
import { VerdictChip } from '../report/verdict-chip';
import { runColors } from './run-colors';
import type { ComparedRun, Comparison } from './use-comparison';

interface Line {
  readonly id: string;
  readonly label: string;
  readonly explanation?: string;
  readonly cell: (run: ComparedRun, place: number) => ReactNode;
}

const settings: readonly Line[] = [
  {
    id: 'chosen-params',
    label: 'Parameters',
    cell: ({ strategy }) => paramsInWords(strategy.params) || <Missing word="none" />,
  },
  {
    id: 'chosen-span',
    label: 'Span',
    cell: ({ headline: { from, to, timeframe } }) => `${day(from, 'UTC')} to ${day(to, 'UTC')}, ${timeframe}`,
  },
  { id: 'chosen-costs', label: 'Costs charged', cell: ({ costs }) => costsInWords(costs) },
];

/** The runs in columns: the verdict first, then what was chosen, then every figure. */
export function ComparisonTable({
  comparison,
  onDrop,
}: {
  readonly comparison: Comparison;
  readonly onDrop: (runId: string) => void;
}) {
  const { href } = useCurrent();
  const { runs, metrics } = comparison;
  const figures = inOrder(metrics).map(
    ({ id, label, unit, explanation, values }): Line => ({
      id,
      label,
      explanation,
      cell: (_, place) => {
        const value = values[place] ?? null;
        if (value === null) return <Missing because="It is not defined for this run." />;
        const metric = { id, unit: unit as Metric['unit'] };
        return <span className={cn(isChange(metric) && changeColor(value))}>{metricText(metric, value)}</span>;
      },
    }),
  );
  const sizings = useSizings().data?.sizings ?? NONE;
  const sizing: Line = { id: 'chosen-sizing', label: 'Sizing', cell: (run) => sizingInWords(run.sizing, sizings) };
  const lines = [...settings, sizing, ...figures];
  const title = ({ headline }: ComparedRun) => `${headline.symbol} ${headline.strategy}`;
  return (
    <Panel title="Side by side" count={`${count(metrics.length)} figures`} flush>
      <div className="max-phone:hidden">
        <table data-slot="table" aria-label="Runs side by side" className="w-full table-fixed border-collapse">
          <thead>
            <tr className="border-line border-b align-top">
              <th scope="col" className="w-44 py-2.5 pl-3.5 text-left font-[550] text-micro text-text-2">
                Run
              </th>
              {runs.map((run, place) => (
                <th key={run.runId} scope="col" className="px-2 py-2.5 text-right font-[450] last:pr-3.5">
                  <span className="flex flex-col items-end gap-1.5">
                    <VerdictChip of={run.headline.verdict} />
                    <span className="flex w-full items-start gap-1">
                      <Link
                        href={href('/backtests/report', { run: run.runId })}
                        className="min-w-0 flex-1 break-words font-semibold hover:underline"
                      >
                        {place + 1} {title(run)}
                      </Link>
                      <Button
                        variant="ghost"
                        size="icon-small"
                        aria-label={`Take ${place + 1} ${title(run)} out`}
                        onClick={() => onDrop(run.runId)}
                        className="-mt-1"
                      >
                        <X aria-hidden />
                      </Button>
                    </span>
                    <LineKey {...runColors(place)} />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ id, label, explanation, cell }) => (
              <tr key={id} className="border-line border-b align-top last:border-b-0">
                <th scope="row" className="py-1.5 pl-3.5 text-left font-[450] text-text-2">
                  {explanation === undefined ? label : <Explained label={label} says={explanation} />}
                </th>
                {runs.map((run, place) => (
                  <td key={run.runId} className="break-words px-2 py-1.5 text-right last:pr-3.5">
                    {cell(run, place)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul aria-label="Runs side by side" className="phone:hidden">
        {runs.map((run, place) => (
          <li key={run.runId} className="flex flex-col gap-2 border-line border-t px-3.5 py-3">
            <span className="flex items-center justify-between gap-2">
              <VerdictChip of={run.headline.verdict} />
              <Button
                variant="ghost"
                size="icon-small"
                aria-label={`Take ${place + 1} ${title(run)} out`}
                onClick={() => onDrop(run.runId)}
              >
                <X aria-hidden />
              </Button>
            </span>
            <Link href={href('/backtests/report', { run: run.runId })} className="font-semibold">
              {place + 1} {title(run)}
            </Link>
            <details>
              <summary className="min-h-11 content-center text-small text-text-2">Figures</summary>
              <dl className="grid grid-cols-2 gap-y-1 text-small">
                {lines.map(({ id, label, cell }) => (
                  <div key={id} className="contents">
                    <dt className="text-text-2">{label}</dt>
                    <dd className="break-words text-right">{cell(run, place)}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

/** What says how sure a run is comes before what it made. */
const FIRST = ['trials', 'luckShare', 'dsr', 'psr', 'sharpe', 'totalReturn', 'maxDrawdown', 'trades'];

function inOrder(metrics: Comparison['metrics']): Comparison['metrics'] {
  const rank = ({ id }: { readonly id: string }) => (FIRST.includes(id) ? FIRST.indexOf(id) : FIRST.length);
  return metrics.toSorted((one, other) => rank(one) - rank(other));
}

function Explained({ label, says }: { readonly label: string; readonly says: string }) {
  return (
    <Tooltip says={says}>
      <button type="button" className="min-h-6 text-left underline decoration-dotted underline-offset-4">
        {label}
      </button>
    </Tooltip>
  );
}

const NONE: readonly Sizing[] = [];

/** Returns how much was ordered, in the words of the catalog; as the run kept it where the catalog does not know it. */
function sizingInWords({ id, params }: ComparedRun['sizing'], sizings: readonly Sizing[]): string {
  const known = sizings.find((sizing) => sizing.id === id);
  const said =
    known === undefined
      ? paramsInWords(params)
      : known.params
          .filter(({ name }) => params[name] !== undefined)
          .map((param) => `${param.title.toLowerCase()} ${wordsOf(param, params[param.name])}`)
          .join(', ');
  return [known?.title ?? id, said].filter((text) => text !== '').join(': ');
}

function costsInWords({ slippageBps, commission }: ComparedRun['costs']): string {
  const fee =
    commission.kind === 'bps'
      ? `${basisPoints(commission.bps)} commission`
      : `$${commission.feePerShareUsd} a share, at least ${money(commission.minimumUsd)}`;
  return `${basisPoints(slippageBps)} slippage, ${fee}`;
}
