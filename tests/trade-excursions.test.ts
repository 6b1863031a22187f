import { createRng } from '@candor/domain/rng';
import { flat, long, type Signal, short } from '@candor/domain/signal';
import { MS_PER_DAY } from '@candor/domain/time';
import { showTradesWithExcursions } from '@candor/server/resources/backtests/show-trades';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, dailyBars, flatRows, type RunWish, scripted, scriptedRun } from './scripted-run.ts';

/** Runs a wish and shows its trades; on bars of a market that never closes, the close of one is the open of the next. */
function shownTrades(wish: RunWish) {
  const { trades, events } = scriptedRun(wish);
  const fills = events.flatMap((event) => (event.type === 'order-filled' ? [event.fill] : []));
  return { trades, fills, shown: showTradesWithExcursions(trades, fills, wish.series[0]!) };
}

/** A walk with gaps, on which something is said now and then: any side, with and without stop and target. */
function moodyWish(seed: number): RunWish {
  const rng = createRng(seed);
  let price = 100;
  const rows = Array.from({ length: 120 }, () => {
    const open = Math.max(5, price + rng.index(5) - 2);
    price = Math.max(5, open + rng.index(5) - 2);
    return [open, Math.max(open, price) + rng.index(3), Math.min(open, price) - rng.index(3), price];
  });
  const says = createRng(seed + 1);
  const script = ({ close }: { readonly close: number }): Signal | undefined => {
    const mood = says.index(8);
    const [near, far] = [1 + says.index(4), 1 + says.index(6)];
    const levels = says.index(2) === 0;
    if (mood === 0) return flat({ reason: 'enough' });
    if (mood === 1)
      return long({ confidence: 1, reason: 'up', ...(levels && { stop: close - near, targets: [close + far] }) });
    if (mood === 2)
      return short({ confidence: 1, reason: 'down', ...(levels && { stop: close + near, targets: [close - far] }) });
    return undefined;
  };
  return { series: [dailyBars(rows)], createStrategy: () => scripted(script)(), allowShort: true, slippageBps: 5 };
}

describe('the worst and the best on the way', () => {
  it('hold entry and result, all bars that were surely lived through, and none that was not', () => {
    let seen = 0;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000 }), (seed) => {
        const wish = moodyWish(seed);
        const { trades, shown } = shownTrades(wish);
        const { high, low, length } = wish.series[0]!;
        trades.forEach(({ direction, entryAt, entryPrice, exitAt, exitPrice }, i) => {
          seen++;
          const { worst = Number.NaN, best = Number.NaN } = shown[i]!;
          const sign = direction === 'long' ? 1 : -1;
          const of = (price: number): number => sign * (price / entryPrice - 1);
          const result = exitAt === undefined || exitPrice === undefined ? 0 : of(exitPrice);
          expect(worst).toBeLessThanOrEqual(Math.min(0, result));
          expect(best).toBeGreaterThanOrEqual(Math.max(0, result));
          // An instant is the open of its row, or the close of the row before: the rows between are sure either way.
          const first = entryAt / MS_PER_DAY;
          const end = exitAt === undefined ? length + 1 : exitAt / MS_PER_DAY;
          const extremes = (from: number, to: number): number[] =>
            Array.from({ length: Math.max(0, to - from) }, (_, k) => [of(low[from + k]!), of(high[from + k]!)]).flat();
          for (const value of extremes(first, Math.min(end - 1, length))) {
            expect(value).toBeGreaterThanOrEqual(worst);
            expect(value).toBeLessThanOrEqual(best);
          }
          const possible = extremes(Math.max(0, first - 1), Math.min(end + 1, length)).concat(0, result);
          expect(worst).toBeGreaterThanOrEqual(Math.min(...possible));
          expect(best).toBeLessThanOrEqual(Math.max(...possible));
        });
      }),
      { numRuns: 60 },
    );
    expect(seen).toBeGreaterThan(300);
  });

  it('tell a stop inside one bar from the entry at the next open, though both bear the same instant', () => {
    const rows = [...flatRows(100, 2), [100, 103, 90, 92], [92, 99, 91, 98], ...flatRows(98, 2)];
    const { trades, shown, fills } = shownTrades({
      series: [dailyBars(rows)],
      script: at({
        0: long({ confidence: 1, reason: 'up', stop: 95 }),
        2: long({ confidence: 1, reason: 'again' }),
        3: flat({ reason: 'out' }),
      }),
    });
    expect(fills.map(({ at: instant, moment }) => [instant / MS_PER_DAY, moment])).toEqual([
      [1, 'open'],
      [3, 'intrabar'],
      [3, 'open'],
      [4, 'open'],
    ]);
    expect(trades.map(({ exitReason }) => exitReason)).toEqual(['stop', 'signal']);
    expect(shown[0]).toMatchObject({ worst: 95 / 100 - 1, best: 0 });
    expect(shown[1]).toMatchObject({ worst: 91 / 92 - 1, best: 99 / 92 - 1 });
  });

  it('begin anew where one fill ends a trade and begins the opposite one', () => {
    const rows = [
      ...flatRows(100, 1),
      [100, 110, 99, 105],
      [105, 120, 104, 105],
      [105, 106, 80, 90],
      ...flatRows(90, 2),
    ];
    const { trades, shown } = shownTrades({
      series: [dailyBars(rows)],
      script: at({ 0: long({ confidence: 1, reason: 'up' }), 2: short({ confidence: 1, reason: 'down' }) }),
      allowShort: true,
    });
    expect(trades.map(({ direction }) => direction)).toEqual(['long', 'short']);
    expect(shown[0]).toMatchObject({ worst: 99 / 100 - 1, best: 120 / 100 - 1 });
    expect(shown[1]!.best).toBeCloseTo(1 - 80 / 105, 12);
  });
});
