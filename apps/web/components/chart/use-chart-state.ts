'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { api, read, type Schemas } from '@/lib/api/client';
import { useCurrent } from '@/lib/current';
import type { Session } from '@/lib/live/topics';
import { useUrlState } from '@/lib/url-state';
import { CHART_TIMEFRAMES, type ChartTimeframe, heldFor, timeframeOf } from './timeframes';

export type Run = Schemas['Backtest'];

export interface ChartState {
  readonly symbol: string | undefined;
  readonly instrument: Schemas['Symbol'] | undefined;
  readonly listed: Schemas['SymbolsListOutput']['series'];
  readonly timeframe: ChartTimeframe;
  readonly timeframes: readonly ChartTimeframe[];
  /** First and last session to be shown. */
  readonly held: { readonly from: string; readonly to: string } | undefined;
  /** The session that trades the symbol, if it does. */
  readonly trading: Session | undefined;
  /** The session through whose eyes is looked. */
  readonly session: Session | undefined;
  readonly run: Run | undefined;
  readonly runId: string | undefined;
  readonly error: Error | null;
  readonly retry: () => void;
  readonly isLoading: boolean;
}

/** Returns what the chart is about: the link says it, or else what trades now. */
export function useChartState(): ChartState {
  const current = useCurrent();
  const [askedSymbol] = useUrlState('symbol');
  const [askedTimeframe] = useUrlState('tf');
  const [sight] = useUrlState('see');
  const [runId] = useUrlState('run');

  const run = useQuery({
    queryKey: ['backtest', runId],
    enabled: runId !== undefined,
    queryFn: () => read(api.GET('/api/backtests/{runId}', { params: { path: { runId: runId ?? '' } } })),
    staleTime: Number.POSITIVE_INFINITY,
  });
  const list = useQuery({
    queryKey: ['symbols'],
    queryFn: () => read(api.GET('/api/symbols')),
    staleTime: 60_000,
  });
  const data = run.data?.document.manifest.data;
  const traded = current.session?.feed.series[0]?.symbol;
  const isWaiting = runId === undefined ? current.isLoading : run.isPending;
  const symbol = askedSymbol ?? data?.symbol ?? (isWaiting ? undefined : (traded ?? list.data?.series[0]?.symbol));
  const one = useQuery({
    queryKey: ['symbol', symbol],
    enabled: symbol !== undefined,
    queryFn: () => read(api.GET('/api/symbols/{symbol}', { params: { path: { symbol: symbol ?? '' } } })),
    staleTime: 60_000,
  });

  const instrument = one.data;
  const timeframes = useMemo(() => timeframesOf(instrument), [instrument]);
  const trading = current.session?.feed.series.some((series) => series.symbol === symbol) ? current.session : undefined;
  const timeframe = chosen(askedTimeframe, timeframes, data?.timeframe ?? trading?.feed.timeframe);
  const series = instrument?.series.find((each) => each.timeframe === heldFor(timeframe));
  const held = useMemo(
    () => series && { from: data?.from ?? series.from, to: data?.to ?? series.to },
    [series, data?.from, data?.to],
  );
  return {
    symbol,
    instrument,
    listed: list.data?.series ?? NONE,
    timeframe,
    timeframes,
    held,
    trading: runId === undefined ? trading : undefined,
    session: runId === undefined && sight !== 'all' ? trading : undefined,
    run: run.data,
    runId,
    error: run.error ?? one.error ?? (symbol === undefined ? list.error : null),
    retry: () => void Promise.all([runId === undefined ? list.refetch() : run.refetch(), one.refetch()]),
    isLoading: instrument === undefined || current.isLoading || (runId !== undefined && run.isPending),
  };
}

const NONE: ChartState['listed'] = [];

function timeframesOf(instrument: ChartState['instrument']): readonly ChartTimeframe[] {
  const held = new Set(instrument?.series.map(({ timeframe }) => timeframe));
  return CHART_TIMEFRAMES.filter((timeframe) => held.has(heldFor(timeframe)));
}

function chosen(
  asked: string | undefined,
  there: readonly ChartTimeframe[],
  usual: ChartTimeframe | undefined,
): ChartTimeframe {
  const wished = [timeframeOf(asked), usual, '1d' as const].find((one) => one !== undefined && there.includes(one));
  return wished ?? there[0] ?? '1d';
}
