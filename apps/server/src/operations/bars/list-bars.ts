import { closeAtOf } from '@candor/domain/calendar/bar-close';
import { dayFromIso, isoFromDay, isoFromInstant } from '@candor/domain/time';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import { z } from 'zod';
import { WireDay, WireInstant, wireNumber } from '../../resources/wire/wire-values.ts';
import { IsoDay } from '../iso-day.ts';
import { defineOperation } from '../operation.ts';
import { Cursor, NextCursor, pageOf } from '../paging.ts';

export const listBars = defineOperation({
  id: 'bars.list',
  summary: 'List the checked bars of a symbol, oldest first, as columns, with where they came from.',
  input: z.object({
    symbol: z.string().min(1).max(40).describe('Whose bars.'),
    timeframe: z.enum(TIMEFRAMES).default('1d').describe('Span of a bar.'),
    from: IsoDay.optional().describe('First session; the first there is otherwise.'),
    to: IsoDay.optional().describe('Last session; the last there is otherwise.'),
    limit: z.int().min(1).max(5_000).default(1_000).describe('Most bars of a page.'),
    cursor: Cursor,
  }),
  output: z.object({
    symbol: z.string(),
    timeframe: z.enum(TIMEFRAMES),
    provider: z.string(),
    source: z.string(),
    adjustment: z.string(),
    synthetic: z.boolean(),
    openedAt: z.array(WireInstant),
    closedAt: z.array(WireInstant),
    session: z.array(WireDay),
    open: z.array(z.number()),
    high: z.array(z.number()),
    low: z.array(z.number()),
    close: z.array(z.number()),
    /** Null where the source reports none. */
    volume: z.array(z.number().nullable()),
    flagged: z.array(z.object({ at: WireInstant, code: z.string(), reason: z.string() })),
    nextCursor: NextCursor,
  }),
  scope: 'market-data:read',
  needs: ['marketData'],
  cli: {
    command: 'bars',
    positionals: ['symbol'],
    examples: [{ line: 'candor bars AAPL --from 2014-01-01 --to 2014-01-31 --json', shows: 'a month of prices' }],
  },
  http: {
    method: 'GET',
    path: '/bars',
    examples: [{ summary: 'A month of prices', input: { symbol: 'AAPL', from: '2014-01-01', to: '2014-01-31' } }],
    problems: [
      { code: 'market-data.unknown-symbol', kind: 'not-found', when: 'no provider has the symbol' },
      { code: 'market-data.bad-range', kind: 'invalid', when: 'the range ends before it begins' },
      { code: 'market-data.empty-range', kind: 'not-found', when: 'there is no bar in the range' },
    ],
  },
  run: async ({ marketData }, { symbol, timeframe, from, to, ...page }) => {
    const { after: wanted = 0, limit } = pageOf(page);
    const after = Math.max(0, wanted);
    const { series, provenance, flagged } = await marketData.load({
      symbol,
      timeframe,
      from: from === undefined ? undefined : dayFromIso(from),
      to: to === undefined ? undefined : dayFromIso(to),
    });
    const { instrument } = series;
    const end = Math.min(series.length, after + limit);
    const rows = Array.from({ length: Math.max(0, end - after) }, (_, k) => after + k);
    const closesAt = (i: number): number =>
      closeAtOf({ instrument, timeframe, time: series.time[i]!, session: series.session[i]! });
    return {
      symbol: instrument.symbol,
      timeframe,
      provider: provenance.provider,
      source: provenance.source,
      adjustment: provenance.adjustment,
      synthetic: provenance.synthetic,
      openedAt: rows.map((i) => isoFromInstant(series.time[i]!)),
      closedAt: rows.map((i) => isoFromInstant(closesAt(i))),
      session: rows.map((i) => isoFromDay(series.session[i]!)),
      open: rows.map((i) => series.open[i]!),
      high: rows.map((i) => series.high[i]!),
      low: rows.map((i) => series.low[i]!),
      close: rows.map((i) => series.close[i]!),
      volume: rows.map((i) => wireNumber(series.volume[i]!)),
      flagged: flagged
        .filter(({ index }) => index >= after && index < end)
        .map(({ time, code, reason }) => ({ at: isoFromInstant(time), code, reason })),
      nextCursor: end < series.length ? Buffer.from(String(end)).toString('base64url') : null,
    };
  },
});
