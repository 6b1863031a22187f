import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import type { ExchangeId } from '@candor/domain/calendar/exchange-calendar';
import { CandorError } from '@candor/domain/candor-error';
import { dayFromIso, type SessionDay } from '@candor/domain/time';
import { TIMEFRAMES } from '@candor/domain/timeframe';
import { expectedMaxSharpe } from '@candor/research/significance/expected-max-sharpe';
import { z } from 'zod';
import { SESSIONS_PER_YEAR } from '../../resources/backtests/sessions-per-year.ts';
import { IsoDay } from '../iso-day.ts';
import { defineOperation } from '../operation.ts';

export const countTrials = defineOperation({
  id: 'trials.count',
  summary:
    'Count what was tried on some data, and say what Sharpe ratio the best of so many tries reaches by luck alone.',
  input: z.object({
    symbol: z.string().min(1).max(40).optional().describe('Only tries on bars of this symbol.'),
    timeframe: z.enum(TIMEFRAMES).optional().describe('Only tries on bars of this span.'),
    from: IsoDay.optional().describe(
      'First session of the range that tries must overlap; the first there is otherwise.',
    ),
    to: IsoDay.optional().describe('Last session of it; the last there is otherwise.'),
  }),
  output: z.object({
    /** Every configuration that was ever tried on some data, once for each data. */
    total: z.int(),
    /** Those that were tried on the data asked for. */
    overlapping: z.int(),
    /** Null where nothing was tried, no symbol is named, or there are too few sessions for a ratio. */
    sharpeToBeat: z.object({ value: z.number(), sessions: z.int(), explanation: z.string() }).nullable(),
  }),
  scope: 'backtests:read',
  needs: ['unitOfWork', 'marketData'],
  cli: {
    command: 'trials',
    positionals: ['symbol'],
    examples: [
      { line: 'candor trials AAPL --from 2014-01-02 --to 2016-12-30', shows: 'how much luck has had a chance' },
    ],
  },
  http: {
    method: 'GET',
    path: '/trials',
    examples: [
      { summary: 'Every try', input: {} },
      { summary: 'Tries on a stock and range', input: { symbol: 'AAPL', from: '2014-01-02', to: '2016-12-30' } },
    ],
    problems: [{ code: 'market-data.bad-range', kind: 'invalid', when: 'the range ends before it begins' }],
  },
  run: async ({ unitOfWork, marketData }, { symbol, timeframe, ...range }) => {
    const from = range.from === undefined ? undefined : dayFromIso(range.from);
    const to = range.to === undefined ? undefined : dayFromIso(range.to);
    if (from !== undefined && to !== undefined && from > to) {
      throw new CandorError('market-data.bad-range', {
        kind: 'invalid',
        message: `"from" must not be after "to"; they are ${range.from} and ${range.to}.`,
      });
    }
    const { total, overlapping } = await unitOfWork.run(async ({ trials }) => ({
      total: await trials.count(),
      overlapping: await trials.count({ symbol, timeframe, from, to }),
    }));
    const listed = (await marketData.list()).filter((each) => each.instrument.symbol === symbol);
    const series = listed.find((each) => each.timeframe === (timeframe ?? '1d')) ?? listed[0];
    if (series === undefined || overlapping === 0) return { total, overlapping, sharpeToBeat: null };
    const first = Math.max(from ?? series.from, series.from);
    const last = Math.min(to ?? series.to, series.to);
    return { total, overlapping, sharpeToBeat: luckOf(overlapping, series.instrument.exchange, first, last) };
  },
});

function luckOf(tries: number, exchange: ExchangeId, from: SessionDay, to: SessionDay) {
  const sessions = sessionsBetween(exchange, from, to);
  if (sessions < 2) return null;
  // Without skill, the ratio of one session's returns has the variance 1/(n-1).
  const value = expectedMaxSharpe(tries, 1 / (sessions - 1)) * Math.sqrt(SESSIONS_PER_YEAR[exchange]);
  const explanation =
    tries === 1
      ? 'One try: luck has had nothing to choose from yet, so the Sharpe ratio to beat is 0.'
      : `The best of ${tries} independent tries without any skill is expected to reach a yearly Sharpe ratio of ${value.toFixed(2)} over these ${sessions} sessions. Only what is above it can speak for a strategy.`;
  return { value, sessions, explanation };
}

function sessionsBetween(exchange: ExchangeId, from: SessionDay, to: SessionDay): number {
  const calendar = calendarOf(exchange);
  let count = 0;
  for (let day = calendar.next(from - 1).day; day <= to; day = calendar.next(day).day) count++;
  return count;
}
