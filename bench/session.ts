import { createHash } from 'node:crypto';
import { runBacktest } from '@candor/engine/backtest';
import type { Bench } from './bench.ts';
import { handWrittenCrossover } from './hand-written-crossover.ts';
import { peerBacktest } from './peer-backtest.ts';
import { MILLION_BARS, peerBars } from './peer-bars.ts';

let series: ReturnType<typeof peerBars> | undefined;
const bars = () => {
  series ??= peerBars(MILLION_BARS);
  return series;
};

export const sessionBenches: readonly Bench[] = [
  {
    id: 'session.sma-crossover',
    unit: 'bars/s',
    work: '1,000,000 minute bars, SMA 10/30, 100 shares, next open, 0.005 USD a share, risk on',
    // Orders come on one bar in twenty-five, so their path is compiled only after some twenty million bars.
    warmUpRuns: 20,
    run() {
      let fills = 0;
      const config = peerBacktest(bars(), (event) => {
        if (event.type === 'order-filled') fills++;
      });
      const started = performance.now();
      const result = runBacktest(config);
      const seconds = (performance.now() - started) / 1_000;
      const hash = createHash('sha256').update(new Uint8Array(result.equityUsd.buffer)).digest('hex');
      return {
        value: bars().length / seconds,
        fingerprint: `${fills} orders, ${result.equityUsd.at(-1)!.toFixed(3)}, ${hash.slice(0, 8)}`,
      };
    },
    peer: {
      name: 'a loop written by hand, without orders, risk, ledger or events',
      run() {
        const columns = bars();
        const started = performance.now();
        const { orders, equityUsd } = handWrittenCrossover(columns);
        const seconds = (performance.now() - started) / 1_000;
        return { value: columns.length / seconds, fingerprint: `${orders} orders, ${equityUsd.toFixed(3)}` };
      },
    },
  },
];
