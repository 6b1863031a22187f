import { z } from 'zod';
import { createAccount } from '../accounts/create-account.ts';
import { createConfiguration } from '../configurations/create-configuration.ts';

export const DEMO_ACCOUNT = createAccount.input.parse({ id: 'demo', name: 'Demo account', startCashUsd: 100_000 });

/**
 * Who trades in the demo, each with half of the capital. The crossovers differ, so that there is something to attribute; the second one
 * has to convince a consensus, so that there is a vote to look at.
 */
export const DEMO_CONFIGURATIONS = [
  {
    id: 'demo-crossover',
    name: 'Demo: SMA crossover 10/30',
    strategy: 'sma-crossover',
    params: { fast: 10, slow: 30 },
  },
  {
    id: 'demo-consensus',
    name: 'Demo: consensus of SMA crossover 5/20 and Markov chain',
    strategy: 'consensus',
    params: {
      members: [{ strategy: 'markov-chain' }, { strategy: 'sma-crossover', params: { fast: 5, slow: 20 } }],
    },
  },
].map((terms) => createConfiguration.input.parse(terms));

export const DEMO_REPLAY = {
  symbol: 'AAPL',
  timeframe: '1d',
  // Behind the 255 bars that the Markov chain wants to have seen, and before several trades in a row: somebody is watching.
  startFrom: '2014-07-28',
  barsPerSecond: 2,
} as const;

/** What is shown in the demo, in plain sentences. */
export const DemoLabels = z.object({
  prices: z.string().describe('What is real.'),
  replay: z.string().describe('What is replayed.'),
  money: z.string().describe('What is simulated.'),
  synthetic: z.string().describe('What is made up.'),
});

export const DEMO_LABELS: z.infer<typeof DemoLabels> = {
  prices:
    'The prices are real: Apple (AAPL), daily, 2013-05-13 to 2018-05-11, adjusted for splits and not for dividends, from the npm package @observablehq/sample-datasets.',
  replay:
    'The time is replayed: days of 2014 to 2018 pass as if they were now, two a second unless you change that, and the strategies see only days that have closed.',
  money:
    'The money is simulated: 100,000 USD of paper, filled at the replayed prices with slippage and commission taken off. No order leaves this machine.',
  synthetic:
    'Nothing in the demo is synthetic. Made-up prices exist only as SYN-A to SYN-D, and say so wherever they are shown.',
};
