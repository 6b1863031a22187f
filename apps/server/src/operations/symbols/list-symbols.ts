import { isoFromDay } from '@candor/domain/time';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';

export const listSymbols = defineOperation({
  id: 'symbols.list',
  summary: 'List the symbols whose bars come with Candor, from when to when, and where they are from.',
  input: z.object({}),
  output: z.object({
    series: z.array(
      z.object({
        symbol: z.string(),
        name: z.string(),
        kind: z.string(),
        tradable: z.boolean(),
        timeframe: z.string(),
        from: z.string(),
        to: z.string(),
        source: z.string(),
        adjustment: z.string(),
        synthetic: z.boolean(),
        note: z.string().nullable(),
      }),
    ),
  }),
  scope: 'market-data:read',
  needs: ['marketData'],
  cli: { command: 'symbols', examples: [{ line: 'candor symbols', shows: 'what can be backtested without a file' }] },
  http: { method: 'GET', path: '/symbols', examples: [{ summary: 'Every symbol', input: {} }] },
  run: async ({ marketData }) => ({
    series: (await marketData.list()).map(({ instrument, timeframe, from, to, provenance }) => ({
      symbol: instrument.symbol,
      name: instrument.name,
      kind: instrument.kind,
      tradable: instrument.tradable,
      timeframe,
      from: isoFromDay(from),
      to: isoFromDay(to),
      source: provenance.source,
      adjustment: provenance.adjustment,
      synthetic: provenance.synthetic,
      note: provenance.note ?? null,
    })),
  }),
});
