import type { BarSeries } from '@candor/domain/bar';

/**
 * The peers' work with nothing around it: no orders, no risk, no ledger, no events, one strategy written into the loop. What a machine can
 * do at most in this language, to hold the session against in the same run.
 */
export function handWrittenCrossover({ open, close }: BarSeries): {
  readonly orders: number;
  readonly equityUsd: number;
} {
  const fast = 10;
  const slow = 30;
  let fastSum = 0;
  let slowSum = 0;
  let cash = 1_000_000;
  let position = 0;
  let pending = 0;
  let orders = 0;
  for (let i = 0; i < close.length; i++) {
    if (pending !== 0) {
      cash -= pending * open[i]! + 0.5;
      position += pending;
      pending = 0;
      orders++;
    }
    const price = close[i]!;
    fastSum += price;
    slowSum += price;
    if (i >= fast) fastSum -= close[i - fast]!;
    if (i >= slow) slowSum -= close[i - slow]!;
    if (i < slow - 1) continue;
    const gap = fastSum / fast - slowSum / slow;
    if (gap > 0 && position === 0) pending = 100;
    else if (gap < 0 && position > 0) pending = -position;
  }
  return { orders, equityUsd: cash + position * close[close.length - 1]! };
}
