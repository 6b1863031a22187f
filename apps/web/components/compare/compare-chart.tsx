'use client';

import { useMemo, useState } from 'react';
import { ChartLegend } from '@/components/charts/chart-legend';
import { ChartTableButton } from '@/components/charts/chart-table';
import { LineChart } from '@/components/charts/line-chart';
import type { LineSeries } from '@/components/charts/line-chart-props';
import { Panel } from '@/components/parts/panel';
import { LoadingChart } from '@/components/parts/states';
import { percentChange } from '@/lib/format';
import { drawnRows } from '../report/equity-series';
import { alignCurves } from './align-curves';
import { runColors } from './run-colors';
import { runTitle } from './run-title';
import { type Comparison, useRunsOf } from './use-comparison';

/** The equity of every run on one axis, each from its own start. */
export function CompareChart({ comparison }: { readonly comparison: Comparison }) {
  const { runs, isLoading, error } = useRunsOf(comparison.runs.map(({ runId }) => runId));
  const [asTable, setAsTable] = useState(false);
  const { times, series } = useMemo(() => {
    const known = runs.flatMap((run, place) => {
      const compared = comparison.runs[place];
      if (run === undefined || compared === undefined) return [];
      const { closedAt, equityUsd } = run.document.equity;
      const { startCashUsd } = run.document.account;
      const rows = drawnRows(closedAt);
      return [
        {
          place,
          label: runTitle(compared),
          values: rows.map((row) => (equityUsd[row] ?? startCashUsd) / startCashUsd),
          times: rows.map((row) => Date.parse(closedAt[row] ?? '')),
        },
      ];
    });
    const aligned = alignCurves(known);
    return {
      times: aligned.times,
      series: known.map(
        ({ place, label }, i): LineSeries => ({
          id: String(place),
          label: `${place + 1} ${label}`,
          values: aligned.columns[i] ?? [],
          ...runColors(place),
        }),
      ),
    };
  }, [runs, comparison]);
  const change = (growth: number) => percentChange(growth - 1);
  const summary = series
    .map(({ label, values }) => {
      const last = values.findLast((value) => value !== null);
      return `${label}: ${last === undefined || last === null ? 'missing' : change(last)}`;
    })
    .join('; ');
  return (
    <Panel
      title="Equity, log scale"
      count="change since each run’s own start, after costs"
      actions={<ChartTableButton isTable={asTable} onChange={setAsTable} />}
      receipt={
        <span>
          {error === null
            ? 'From the stored runs; between two closes of a run its earlier value stands.'
            : `A run could not be read: ${error.message}`}
        </span>
      }
    >
      <div className="pb-2">
        <ChartLegend series={series} />
      </div>
      {isLoading && series.length === 0 ? (
        <LoadingChart className="min-h-72" />
      ) : (
        <LineChart
          label="Equity of the runs"
          summary={summary}
          times={times}
          series={series}
          baseline={1}
          isLog
          height={300}
          asTable={asTable}
          format={change}
        />
      )}
    </Panel>
  );
}
