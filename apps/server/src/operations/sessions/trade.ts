import { TIMEFRAMES } from '@candor/domain/timeframe';
import { z } from 'zod';
import { Id } from '../accounts/account-shape.ts';
import { IsoDay } from '../iso-day.ts';
import { defineOperation } from '../operation.ts';
import { createSession } from './create-session.ts';
import { SessionShape } from './session-shape.ts';
import { startSession } from './start-session.ts';

export const trade = defineOperation({
  id: 'sessions.trade',
  summary: 'Let one strategy configuration trade one account on replayed prices: prepare the session and start it.',
  input: z.object({
    account: Id.describe('The account it trades on.'),
    configuration: Id.describe('The strategy configuration.'),
    symbol: z.array(z.string().min(1).max(40)).min(1).describe('What it trades; repeat it, or write A,B.'),
    id: Id.optional().describe('What the session is called; made up otherwise.'),
    timeframe: z.enum(TIMEFRAMES).default('1d').describe('Span of a bar.'),
    from: IsoDay.optional().describe('First session replayed, YYYY-MM-DD.'),
    to: IsoDay.optional().describe('Last session replayed, YYYY-MM-DD.'),
    startFrom: IsoDay.optional().describe('First session that is decided upon, YYYY-MM-DD.'),
    barsPerSecond: z.number().min(0.2).max(1_000).default(1).describe('How fast history passes.'),
  }),
  output: SessionShape,
  scope: 'sessions:write',
  needs: [],
  cli: {
    command: 'trade',
    examples: [
      {
        line: 'candor trade --account first --configuration crossover --symbol AAPL --from 2014-01-01 --bars-per-second 50',
        shows: 'the crossover trading on paper; watch it with candor session show',
      },
    ],
  },
  run: async (_, { account, configuration, symbol, ...rest }, caller) => {
    const { id } = await caller.call(createSession, {
      ...rest,
      accountId: account,
      sleeves: [{ configurationId: configuration, symbols: symbol }],
    });
    return caller.call(startSession, { sessionId: id });
  },
});
