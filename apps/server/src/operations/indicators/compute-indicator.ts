import type { BarSeries } from '@candor/domain/bar';
import { closeAtOf } from '@candor/domain/calendar/bar-close';
import { dayFromIso, isoFromInstant } from '@candor/domain/time';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import { findIndicator } from '@candor/indicators/catalog';
import { IndicatorColumns } from '@candor/indicators/indicator-columns';
import { z } from 'zod';
import { IsoDay } from '../iso-day.ts';
import { defineOperation } from '../operation.ts';

const MOST_AT_ONCE = 20;

const IndicatorId = z.string().min(1).max(80);
const Params = z.record(z.string(), z.json()).default({});

const Wish = z.object({
  indicator: IndicatorId.describe('Which one.'),
  params: Params.describe('Parameters other than the defaults.'),
});

const Computed = z.object({
  indicator: z.string(),
  params: z.record(z.string(), z.json()),
  outputs: z.array(
    z.object({
      name: z.string(),
      title: z.string(),
      unit: z.string(),
      /** Null where there is no value: during warm-up, or for the reason the description gives. */
      values: z.array(z.number().nullable()),
    }),
  ),
});

export const computeIndicator = defineOperation({
  id: 'indicators.compute',
  summary: 'Compute an indicator, or several at once, over the bars of a symbol.',
  input: z
    .object({
      indicator: IndicatorId.optional().describe('Which one; see the list of indicators.'),
      symbol: z.string().min(1).max(40).describe('Whose bars; see the list of symbols.'),
      params: Params.describe('Parameters other than the defaults.'),
      indicators: z
        .array(z.union([IndicatorId, Wish]))
        .min(1)
        .max(MOST_AT_ONCE)
        .optional()
        .describe('Instead of one: several, each by its id or with its parameters.'),
      from: IsoDay.optional().describe('First session; the warm-up begins here. The first there is otherwise.'),
      to: IsoDay.optional().describe('Last session; the last there is otherwise.'),
      timeframe: z.enum(TIMEFRAMES).default('1d').describe('Span of a bar.'),
    })
    .refine(({ indicator, indicators }) => (indicator === undefined) !== (indicators === undefined), {
      path: ['indicator'],
      message: 'name one in "indicator", or several in "indicators"',
    })
    .refine(({ params, indicators }) => indicators === undefined || Object.keys(params).length === 0, {
      path: ['params'],
      message: 'belong to each of "indicators" where there are several',
    }),
  output: z.object({
    symbol: z.string(),
    timeframe: z.enum(TIMEFRAMES),
    synthetic: z.boolean(),
    source: z.string(),
    closedAt: z.array(z.iso.datetime()),
    close: z.array(z.number()),
    /** In the order in which they were asked for. */
    indicators: z.array(Computed),
  }),
  scope: 'market-data:read',
  needs: ['marketData'],
  cli: {
    command: 'indicator',
    positionals: ['indicator'],
    pairs: { param: 'params' },
    examples: [
      { line: 'candor indicator rsi --symbol AAPL', shows: 'the latest values' },
      { line: 'candor indicator macd --symbol AAPL --param fast=8 --from 2016-01-01 --json', shows: 'every value' },
      { line: 'candor indicator --indicators rsi,macd --symbol AAPL', shows: 'two beside each other' },
    ],
  },
  http: {
    method: 'POST',
    path: '/indicators/compute',
    examples: [
      { summary: 'The latest way of a stock', input: { indicator: 'rsi', symbol: 'AAPL' } },
      {
        summary: 'Other parameters and a range',
        input: { indicator: 'macd', symbol: 'AAPL', params: { fast: 8 }, from: '2016-01-01' },
      },
      {
        summary: 'Two averages at once',
        input: {
          symbol: 'AAPL',
          indicators: [
            { indicator: 'sma', params: { period: 50 } },
            { indicator: 'sma', params: { period: 200 } },
          ],
        },
      },
    ],
    problems: [
      { code: 'indicators.unknown', kind: 'not-found', when: 'there is no such indicator' },
      { code: 'indicators.bad-param', kind: 'invalid', when: 'a parameter is out of its domain' },
      { code: 'market-data.unknown-symbol', kind: 'not-found', when: 'no provider has bars of the symbol' },
      { code: 'market-data.bad-range', kind: 'invalid', when: 'the range ends before it begins' },
      { code: 'market-data.empty-range', kind: 'not-found', when: 'there is no bar in the range' },
    ],
  },
  run: async ({ marketData }, { indicator, indicators = [], symbol, params, from, to, timeframe }) => {
    const wishes = indicator === undefined ? indicators.map(wishOf) : [{ indicator, params }];
    const chosen = wishes.map((wish) => {
      const definition = findIndicator(wish.indicator);
      return { definition, params: definition.parse(wish.params) };
    });
    const { series, provenance } = await marketData.load({
      symbol,
      timeframe,
      from: from === undefined ? undefined : dayFromIso(from),
      to: to === undefined ? undefined : dayFromIso(to),
    });
    const shared = new IndicatorColumns(series);
    return {
      symbol: series.instrument.symbol,
      timeframe: series.timeframe,
      synthetic: provenance.synthetic,
      source: provenance.source,
      closedAt: closesOf(series),
      close: [...series.close],
      indicators: chosen.map(({ definition, params }) => {
        const columns = shared.of(definition, params);
        return {
          indicator: definition.id,
          params: z.record(z.string(), z.json()).parse(params),
          outputs: definition.outputs.map(({ name, title, unit }, i) => ({
            name,
            title,
            unit,
            values: Array.from(columns[i]!, (value) => (Number.isNaN(value) ? null : value)),
          })),
        };
      }),
    };
  },
});

function wishOf(wish: string | z.infer<typeof Wish>): z.infer<typeof Wish> {
  return typeof wish === 'string' ? { indicator: wish, params: {} } : wish;
}

function closesOf({ instrument, timeframe, time, session }: BarSeries): string[] {
  return Array.from(time, (opensAt, i) =>
    isoFromInstant(closeAtOf({ instrument, timeframe, time: opensAt, session: session[i]! })),
  );
}
