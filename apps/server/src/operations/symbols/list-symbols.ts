import type { ListedSeries } from '@candor/domain/ports/market-data-provider';
import { isoFromDay } from '@candor/domain/time';
import { z } from 'zod';
import { defineOperation } from '../operation.ts';

export const listSymbols = defineOperation({
  id: 'symbols.list',
  summary: 'List the symbols whose bars come with Candor, from when to when, and where they are from.',
  input: z.object({
    find: z.string().max(80).default('').describe('Only those whose symbol or name has this in it.'),
  }),
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
        provider: z.string(),
        source: z.string(),
        adjustment: z.string(),
        synthetic: z.boolean(),
        note: z.string().nullable(),
      }),
    ),
  }),
  scope: 'market-data:read',
  needs: ['marketData'],
  cli: {
    command: 'symbols',
    positionals: ['find'],
    examples: [
      { line: 'candor symbols', shows: 'what can be backtested without a file' },
      { line: 'candor symbols apple', shows: 'those of that name' },
    ],
  },
  http: {
    method: 'GET',
    path: '/symbols',
    examples: [
      { summary: 'Every symbol', input: {} },
      { summary: 'Those of a name', input: { find: 'apple' } },
    ],
  },
  run: async ({ marketData }, { find }) => ({
    series: ranked(await marketData.list(), find.trim().toLowerCase()).map(
      ({ instrument, timeframe, from, to, provenance }) => ({
        symbol: instrument.symbol,
        name: instrument.name,
        kind: instrument.kind,
        tradable: instrument.tradable,
        timeframe,
        from: isoFromDay(from),
        to: isoFromDay(to),
        provider: provenance.provider,
        source: provenance.source,
        adjustment: provenance.adjustment,
        synthetic: provenance.synthetic,
        note: provenance.note ?? null,
      }),
    ),
  }),
});

/** Those that have it in their symbol or name; first the very symbol, then what begins so, then the rest as they stand. */
function ranked(listed: readonly ListedSeries[], wanted: string): readonly ListedSeries[] {
  if (wanted === '') return listed;
  const rankOf = ({ instrument }: ListedSeries): number => {
    const [symbol, name] = [instrument.symbol.toLowerCase(), instrument.name.toLowerCase()];
    if (symbol === wanted) return 0;
    if (symbol.startsWith(wanted)) return 1;
    return name.startsWith(wanted) ? 2 : 3;
  };
  return listed
    .filter(({ instrument }) => `${instrument.symbol}\n${instrument.name}`.toLowerCase().includes(wanted))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
}
