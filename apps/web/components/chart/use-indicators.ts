'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ChartBar } from '@/components/charts/price-chart/chart-bar';
import { type ChartLayer, PRICE_PANE } from '@/components/charts/price-chart/chart-content';
import { api, read, type Schemas } from '@/lib/api/client';
import { usePreference } from '@/lib/preferences';
import { useUrlState } from '@/lib/url-state';
import { choicesFromText, choicesToText, type IndicatorChoice, type ParamValue } from './indicator-choice';
import { addDays, type ChartTimeframe, calendarDaysOf, heldFor } from './timeframes';

const readCatalog = () => read(api.GET('/api/indicators'));

export type Indicator = Awaited<ReturnType<typeof readCatalog>>['indicators'][number];
export type IndicatorParam = Indicator['params'][number];

const AT_FIRST = 'sma(period=20)@1,sma(period=50)@2';
/** How many the server computes at once. */
export const MOST_INDICATORS = 20;

/** Returns the indicators there are, by id. */
export function useIndicatorCatalog(): ReadonlyMap<string, Indicator> | undefined {
  const { data } = useQuery({
    queryKey: ['indicators'],
    queryFn: readCatalog,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return useMemo(() => data && new Map(data.indicators.map((indicator) => [indicator.id, indicator])), [data]);
}

/** Returns what is on the chart of a symbol, and what changes it: the link decides, then what was chosen last. */
export function useIndicatorChoices(
  symbol: string,
): [readonly IndicatorChoice[], (choices: readonly IndicatorChoice[]) => void] {
  const [linked, link] = useUrlState('ind');
  const [kept, keep] = usePreference(`indicators.${symbol}`, AT_FIRST);
  const text = linked === undefined ? kept : linked === 'none' ? '' : linked;
  const choices = useMemo(() => choicesFromText(text), [text]);
  const change = useCallback(
    (next: readonly IndicatorChoice[]) => {
      const written = choicesToText(next);
      keep(written);
      link(written === '' ? 'none' : written);
    },
    [keep, link],
  );
  return [choices, change];
}

export interface ComputedIndicators {
  readonly layers: readonly ChartLayer[];
  readonly error: Error | null;
  /** Why there are none, where there cannot be any. */
  readonly absentBecause: string | undefined;
}

export interface IndicatorsWanted {
  readonly symbol: string;
  readonly timeframe: ChartTimeframe;
  readonly bars: readonly ChartBar[] | undefined;
  /** Last session that will ever be shown; undefined where the bars do not grow. */
  readonly until: string | undefined;
  readonly choices: readonly IndicatorChoice[];
  readonly catalog: ReadonlyMap<string, Indicator> | undefined;
}

const NONE: readonly ChartLayer[] = [];

/**
 * Returns the values of the chosen indicators beside the bars. They are computed ahead of the bars that are shown and cut to them:
 * no indicator looks ahead, so a value is the same whether or not the bars after it are known.
 */
export function useIndicators(wanted: IndicatorsWanted): ComputedIndicators {
  const { symbol, timeframe, bars, until, choices, catalog } = wanted;
  const from = bars?.[0]?.session;
  const last = bars?.at(-1)?.session;
  const to = last === undefined ? undefined : aheadOf(last, until, timeframe);
  const known = useMemo(
    () => choices.filter(({ id }) => catalog?.has(id) ?? false).slice(0, MOST_INDICATORS),
    [choices, catalog],
  );
  const asked = known.map(({ id, params }) => ({ indicator: id, params }));
  const query = useQuery({
    queryKey: ['chart-indicators', symbol, timeframe, from, to, JSON.stringify(asked)],
    enabled: timeframe !== '1w' && from !== undefined && to !== undefined && asked.length > 0,
    queryFn: () =>
      read(
        api.POST('/api/indicators/compute', {
          body: {
            symbol,
            params: {},
            indicators: asked,
            timeframe: heldFor(timeframe),
            from: from ?? '',
            to: to ?? '',
          },
        }),
      ),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const answer = query.data;
  const first = bars?.[0];
  const layers = useMemo(() => {
    // What is still shown from before may be of other bars.
    if (answer === undefined || catalog === undefined || timeframe === '1w') return NONE;
    if (answer.symbol !== symbol || answer.timeframe !== timeframe || first === undefined) return NONE;
    const opened = new Date(first.time * 1000).toISOString();
    const start = answer.closedAt.findIndex((closed) => closed > opened);
    if (answer.close[start] !== first.close) return NONE;
    return layersOf(answer, start, known, catalog);
  }, [answer, catalog, symbol, timeframe, first, known]);
  return {
    layers,
    error: query.error,
    absentBecause:
      timeframe === '1w'
        ? 'Weeks are made in the browser, of days; indicators are computed for the others.'
        : undefined,
  };
}

const AHEAD_BARS = 4_000;

/** Days are few, so all of them are asked for at once; of minutes, a few thousand. */
function aheadOf(last: string, until: string | undefined, timeframe: ChartTimeframe): string {
  if (until === undefined) return last;
  if (timeframe === '1d') return until;
  const step = calendarDaysOf(AHEAD_BARS, heldFor(timeframe));
  const steps = Math.ceil(Date.parse(last) / 86_400_000 / step) + 1;
  const to = addDays('1970-01-01', steps * step);
  return to < until ? to : until;
}

/** Returns the name of an indicator with its parameters: SMA 20. */
export function nameOf(indicator: Indicator, params: IndicatorChoice['params']): string {
  const values = indicator.params.flatMap((param) => {
    const value = params[param.name] ?? defaultOf(param);
    const isUsual = param.type === 'choice' && value === defaultOf(param);
    return isUsual || value === undefined ? [] : [String(value)];
  });
  const [only] = indicator.outputs;
  const title = indicator.outputs.length === 1 && only !== undefined ? only.title : indicator.title;
  return [title, ...values].join(' ');
}

/** Returns what a parameter is when nobody says; undefined where it is nothing that a form can hold. */
export function defaultOf(param: IndicatorParam): ParamValue | undefined {
  const value: unknown = param['default'];
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : undefined;
}

/** Returns the key of the layer that an output of a choice draws. */
function layerKey(place: number, output: string): string {
  return `${place} ${output}`;
}

/** Returns what is drawn of an answer, from the bar at `start` on. */
function layersOf(
  { indicators }: Schemas['IndicatorsComputeOutput'],
  start: number,
  choices: readonly IndicatorChoice[],
  catalog: ReadonlyMap<string, Indicator>,
): ChartLayer[] {
  return indicators.flatMap((computed, place) => {
    const choice = choices[place];
    const indicator = catalog.get(computed.indicator);
    if (choice === undefined || indicator === undefined || choice.id !== computed.indicator || choice.isHidden)
      return [];
    const name = nameOf(indicator, choice.params);
    return computed.outputs.map((output, index): ChartLayer => {
      const told = indicator.outputs.find((one) => one.name === output.name);
      const isPattern = indicator.group === 'candlestick';
      return {
        key: layerKey(place, output.name),
        title: indicator.outputs.length === 1 ? name : `${output.title}`,
        color:
          index === 0 || told?.lineStyle === 'bands' || told?.lineStyle === 'histogram'
            ? choice.color
            : besides(choice.color, index),
        pane: told?.pane === 'price' ? PRICE_PANE : name,
        style: isPattern ? 'histogram' : (told?.lineStyle ?? 'line'),
        values: start === 0 ? output.values : output.values.slice(start),
      };
    });
  });
}

const ORDER = ['s1', 's2', 's3', 's4', 's5', 's6', 's7', 's8'] as const;

/** The further outputs of one indicator go round the colours from its own. */
function besides(color: IndicatorChoice['color'], index: number): IndicatorChoice['color'] {
  return ORDER[(ORDER.indexOf(color) + index) % ORDER.length] ?? color;
}
