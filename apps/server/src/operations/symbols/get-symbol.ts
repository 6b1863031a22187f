import { CandorError } from '@candor/domain/candor-error';
import { isoFromDay } from '@candor/domain/time';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';

export const getSymbol = defineOperation({
  id: 'symbols.get',
  summary: 'Show one symbol: what it is, how it trades, and which bars there are of it.',
  input: z.object({ symbol: z.string().min(1).max(40).describe('Which symbol.') }),
  output: z.object({
    symbol: z.string(),
    name: z.string(),
    kind: z.string(),
    exchange: z.string(),
    currency: z.string(),
    tickSize: z.number(),
    lotSize: z.number(),
    fractional: z.boolean(),
    tradable: z.boolean(),
    series: z.array(
      z.object({
        timeframe: z.string(),
        from: z.iso.date(),
        to: z.iso.date(),
        provider: z.string(),
        source: z.string(),
        synthetic: z.boolean(),
      }),
    ),
  }),
  scope: 'market-data:read',
  needs: ['marketData'],
  cli: {
    command: 'symbol',
    positionals: ['symbol'],
    examples: [{ line: 'candor symbol AAPL', shows: 'tick, lot and sources' }],
  },
  http: {
    method: 'GET',
    path: '/symbols/{symbol}',
    examples: [{ summary: 'Apple', input: { symbol: 'AAPL' } }],
    problems: [{ code: 'symbols.unknown', kind: 'not-found', when: 'no provider knows it' }],
  },
  run: async ({ marketData }, { symbol }) => {
    const instrument = await marketData.instrument(symbol);
    if (instrument === undefined) {
      throw new CandorError('symbols.unknown', {
        kind: 'not-found',
        message: `No provider knows "${symbol}". See what there is at /api/symbols.`,
      });
    }
    const listed = (await marketData.list()).filter((series) => series.instrument.symbol === instrument.symbol);
    return {
      ...instrument,
      series: listed.map(({ timeframe, from, to, provenance }) => ({
        timeframe,
        from: isoFromDay(from),
        to: isoFromDay(to),
        provider: provenance.provider,
        source: provenance.source,
        synthetic: provenance.synthetic,
      })),
    };
  },
});
