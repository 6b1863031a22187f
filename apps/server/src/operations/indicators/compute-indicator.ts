import { closeAtOf } from '@candor/domain/calendar/bar-close';
import { dayFromIso, isoFromInstant } from '@candor/domain/time';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import { findIndicator } from '@candor/indicators/catalog';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';

export const computeIndicator = defineOperation({
  id: 'indicators.compute',
  summary: 'Compute an indicator over the bars of a symbol.',
  input: z.object({
    indicator: z.string().min(1).describe('Which one; see candor indicators.'),
    symbol: z.string().min(1).describe('Whose bars; see candor symbols.'),
    params: z
      .record(z.string(), z.union([z.number(), z.boolean(), z.string()]))
      .default({})
      .describe('Parameters other than the defaults.'),
    from: z
      .string()
      .optional()
      .describe('First session, YYYY-MM-DD; the warm-up begins here. The first there is otherwise.'),
    to: z.string().optional().describe('Last session, YYYY-MM-DD; the last there is otherwise.'),
    timeframe: z.enum(TIMEFRAMES).default('1d').describe('Span of a bar.'),
  }),
  output: z.object({
    indicator: z.string(),
    params: z.record(z.string(), z.json()),
    symbol: z.string(),
    timeframe: z.enum(TIMEFRAMES),
    synthetic: z.boolean(),
    source: z.string(),
    closedAt: z.array(z.iso.datetime()),
    close: z.array(z.number()),
    outputs: z.array(
      z.object({
        name: z.string(),
        title: z.string(),
        unit: z.string(),
        /** Null where there is no value: during warm-up, or for the reason the description gives. */
        values: z.array(z.number().nullable()),
      }),
    ),
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
    ],
    problems: [
      { code: 'indicators.unknown', kind: 'not-found', when: 'there is no such indicator' },
      { code: 'market-data.unknown-symbol', kind: 'not-found', when: 'no provider has bars of the symbol' },
    ],
  },
  run: async ({ marketData }, { indicator: id, symbol, params: given, from, to, timeframe }) => {
    const definition = findIndicator(id);
    const params = definition.parse(given);
    const { series, provenance } = await marketData.load({
      symbol,
      timeframe,
      from: from === undefined ? undefined : dayFromIso(from),
      to: to === undefined ? undefined : dayFromIso(to),
    });
    const columns = definition.compute(series, params);
    const { instrument, time, session } = series;
    return {
      indicator: definition.id,
      params: z.record(z.string(), z.json()).parse(params),
      symbol: instrument.symbol,
      timeframe: series.timeframe,
      synthetic: provenance.synthetic,
      source: provenance.source,
      closedAt: Array.from(time, (opensAt, i) =>
        isoFromInstant(closeAtOf({ instrument, timeframe: series.timeframe, time: opensAt, session: session[i]! })),
      ),
      close: [...series.close],
      outputs: definition.outputs.map(({ name, title, unit }, i) => ({
        name,
        title,
        unit,
        values: Array.from(columns[i]!, (value) => (Number.isNaN(value) ? null : value)),
      })),
    };
  },
});
