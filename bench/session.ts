import { createHash } from 'node:crypto';
import { runBacktest } from '@candor/engine/backtest';
import type { Bench } from './bench.ts';
import { peerBacktest } from './peer-backtest.ts';
import { MILLION_BARS, peerBars } from './peer-bars.ts';

let series: ReturnType<typeof peerBars> | undefined;

export const sessionBenches: readonly Bench[] = [
  {
    id: 'session.sma-crossover',
    unit: 'bars/s',
    work: '1,000,000 minute bars, SMA 10/30, 100 shares, next open, 0.005 USD a share, risk on',
    run() {
      series ??= peerBars(MILLION_BARS);
      let fills = 0;
      const config = peerBacktest(series, (event) => {
        if (event.type === 'order-filled') fills++;
      });
      const started = performance.now();
      const result = runBacktest(config);
      const seconds = (performance.now() - started) / 1_000;
      const hash = createHash('sha256').update(new Uint8Array(result.equityUsd.buffer)).digest('hex');
      return {
        value: series.length / seconds,
        fingerprint: `${fills} orders, ${result.equityUsd.at(-1)!.toFixed(3)}, ${hash.slice(0, 8)}`,
      };
    },
  },
];
