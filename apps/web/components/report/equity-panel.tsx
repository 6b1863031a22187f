'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { ChartLegend } from '@/components/charts/chart-legend';
import { ChartTableButton } from '@/components/charts/chart-table';
import { LineChart } from '@/components/charts/line-chart';
import type { LineSeries } from '@/components/charts/line-chart-props';
import { Panel } from '@/components/parts/panel';
import { Segmented } from '@/components/ui/segmented';
import { api, read } from '@/lib/api/client';
import { drawdown } from '@/lib/charts/drawdown';
import { count, counted, money, percentChange, shortMoney } from '@/lib/format';
import { day } from '@/lib/time';
import { useUrlState } from '@/lib/url-state';
import { drawnRows, rebased, rowOfDay, spread } from './equity-series';
import { absence, figure, present, type RunDocument } from './run-document';

const INDEX = 'SPX';
const LOG_FROM_SPAN = 2;
const YEAR_MS = 365 * 24 * 3_600_000;

/** The account over time beside doing nothing, the market, and what chance could have made of its own days. */
export function EquityPanel({ document }: { readonly document: RunDocument }) {
  const { equity, account, manifest, split, fan } = document;
  const { data } = manifest;
  const start = account.startCashUsd;
  const rows = useMemo(() => drawnRows(equity.closedAt), [equity]);
  const { times, equityUsd, benchmarkUsd } = useMemo(() => {
    const at = <T,>(column: readonly T[]) => rows.map((row) => column[row] as T);
    return {
      times: at(equity.closedAt).map((closedAt) => Date.parse(closedAt)),
      equityUsd: at(equity.equityUsd),
      benchmarkUsd: at(equity.benchmarkUsd),
    };
  }, [rows, equity]);
  const index = useIndex(document, times);
  const [asTable, setAsTable] = useState(false);
  const [scale, setScale] = useUrlState('scale');
  const isLog = scale === undefined ? wantsLog(times, equityUsd) : scale === 'log';

  const series = useMemo<LineSeries[]>(
    () => [
      { id: 'run', label: 'Run', values: equityUsd, color: 'text' },
      {
        id: 'holding',
        label: equity.benchmark.replace(/^Buy and hold/, 'Holding'),
        values: benchmarkUsd,
        color: 'text-3',
        style: 'dotted',
      },
      ...(index === undefined
        ? []
        : [{ id: 'index', label: 'S&P 500', values: index, color: 's1' as const, style: 'dashed' as const }]),
    ],
    [equity.benchmark, equityUsd, benchmarkUsd, index],
  );
  const bands = useMemo(() => {
    const known = present(fan);
    if (known === undefined) return [];
    const column = (values: readonly number[]) => {
      const whole = spread(known.rows, values, start, equity.closedAt.length);
      return rows.map((row) => whole[row] ?? null);
    };
    return [
      {
        id: 'wide',
        label: `${count(known.resamples)} resamples, 9 in 10`,
        low: column(known.p05Usd),
        high: column(known.p95Usd),
      },
      { id: 'narrow', label: '1 in 2', low: column(known.p25Usd), high: column(known.p75Usd) },
    ];
  }, [fan, start, equity, rows]);
  const under = useMemo(() => drawdown(equityUsd), [equityUsd]);
  const parts = present(split);
  const splitRow = parts === undefined ? undefined : rowOfDay(times, parts.lateFrom);
  const totalReturn = figure(document, 'totalReturn');
  const holding = figure(document, 'benchmarkReturn');
  const deepest = figure(document, 'maxDrawdown');
  const summary = [
    `Equity from ${money(start)} to ${money(account.equityUsd)}`,
    totalReturn === undefined ? '' : `, ${percentChange(totalReturn)} after costs`,
    holding === undefined ? '' : `; holding made ${percentChange(holding)}`,
    deepest === undefined ? '' : `; deepest drawdown ${percentChange(deepest)}`,
    `, from ${day(data.from, 'UTC')} to ${day(data.to, 'UTC')}.`,
  ].join('');

  return (
    <Panel
      title={isLog ? 'Equity, log scale' : 'Equity, linear scale'}
      actions={
        <span className="contents" data-print="hide">
          <Segmented
            label="Scale"
            value={isLog ? 'log' : 'linear'}
            options={[
              { value: 'log', label: 'Log' },
              { value: 'linear', label: 'Linear' },
            ]}
            onChange={(next) => setScale(next)}
          />
          <ChartTableButton isTable={asTable} onChange={setAsTable} />
        </span>
      }
      receipt={
        <>
          <span>
            {data.symbol} {data.timeframe === '1d' ? 'daily' : data.timeframe}, {counted(data.bars, 'bar')},{' '}
            {adjustmentWords[data.provenance.adjustment]}
            {document.ambiguousBars !== undefined &&
              `, ${counted(document.ambiguousBars, 'ambiguous double touch', 'ambiguous double touches')}`}
            {rows.length < equity.closedAt.length && ', drawn at the last close of each day'}
          </span>
          <span>
            {index === undefined ? '' : 'S&P 500 is a price index without dividends. '}
            {fan !== undefined && present(fan) === undefined && absence(fan, 'the range of resamples')}
          </span>
        </>
      }
    >
      <div className="pb-2">
        <ChartLegend series={series} bands={bands} />
      </div>
      <LineChart
        label="Equity of the run"
        summary={summary}
        times={times}
        series={series}
        bands={bands}
        baseline={start}
        drawdown={under}
        height={330}
        isLog={isLog}
        asTable={asTable}
        format={money}
        formatAxis={shortMoney}
        {...(splitRow === undefined || parts === undefined
          ? {}
          : { markers: [{ index: splitRow, label: `later part from ${day(parts.lateFrom, 'UTC')}` }] })}
      />
    </Panel>
  );
}

/** What the starting money would have become in the index; undefined where there is nothing to compare. */
function useIndex(
  { manifest, account }: RunDocument,
  times: readonly number[],
): readonly (number | null)[] | undefined {
  const { symbol, from, to, provenance } = manifest.data;
  const { data } = useQuery({
    queryKey: ['bars', INDEX, '1d', from, to],
    queryFn: () =>
      read(api.GET('/api/bars', { params: { query: { symbol: INDEX, timeframe: '1d', from, to, limit: 5_000 } } })),
    // No market ever had a synthetic price, so the market's index says nothing beside it.
    enabled: !provenance.synthetic && symbol !== INDEX,
    retry: false,
  });
  return useMemo(() => {
    if (data === undefined) return undefined;
    const closedAt = data.closedAt.map((at) => Date.parse(at));
    const values = rebased(times, { closedAt, close: data.close }, account.startCashUsd);
    return values.some((value) => value !== null) ? values : undefined;
  }, [data, times, account.startCashUsd]);
}

function wantsLog(times: readonly number[], values: readonly number[]): boolean {
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return low > 0 && ((times.at(-1) ?? 0) - (times[0] ?? 0) > YEAR_MS || high / low > LOG_FROM_SPAN);
}

const adjustmentWords: Readonly<Record<RunDocument['manifest']['data']['provenance']['adjustment'], string>> = {
  raw: 'not adjusted',
  splits: 'adjusted for splits, not for dividends',
  'splits-and-dividends': 'adjusted for splits and dividends',
  'none-needed': 'no adjustment needed',
};
