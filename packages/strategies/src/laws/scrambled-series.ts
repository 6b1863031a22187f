import { allocateBarColumns, type BarColumns, type BarSeries, createBarSeries } from '@candor/domain/bar';
import type { Rng } from '@candor/domain/ports/rng';

const PRICES = ['open', 'high', 'low', 'close'] as const;

/** Returns a series with columns of its own, so that nothing beyond its end is in reach. */
export function copyBarSeries(series: BarSeries): BarSeries {
  const columns = allocateBarColumns(series.length);
  copyColumns(series, columns);
  return createBarSeries(series.instrument, series.timeframe, columns);
}

/** Returns a series of the same instants whose bars come in another order, joined so that each begins where the one before ended. */
export function shuffledCopy(series: BarSeries, rng: Rng): BarSeries {
  const copy = copyBarSeries(series);
  reorder(copy, 0, rng);
  return copy;
}

/** Runs with the bars from `from` on in another order, in the very columns of the series, and puts the true ones back, come what may. */
export function scrambleAfter(series: BarSeries, from: number, rng: Rng, run: () => void): void {
  const kept = copyBarSeries(series);
  try {
    reorder(series, from, rng);
    run();
  } finally {
    copyColumns(kept, series);
  }
}

function copyColumns(from: BarColumns, to: BarColumns): void {
  for (const name of ['time', 'volume', 'session', ...PRICES] as const) to[name].set(from[name]);
}

// Turns every bar upside down as well (a rise of x becomes a fall), or a future of steady rises would stay one in any order.
function reorder(series: BarSeries, from: number, rng: Rng): void {
  const kept = copyBarSeries(series);
  const order = Array.from({ length: series.length - from }, (_, i) => from + i);
  for (let i = order.length - 1; i > 0; i--) {
    const j = rng.index(i + 1);
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  let close = from > 0 ? kept.close[from - 1]! : kept.open[0]!;
  for (const [place, source] of order.entries()) {
    const index = from + place;
    const anchor = source > 0 ? kept.close[source - 1]! : kept.open[0]!;
    const at = (price: number): number => (close * anchor) / price;
    series.open[index] = at(kept.open[source]!);
    series.high[index] = at(kept.low[source]!);
    series.low[index] = at(kept.high[source]!);
    series.close[index] = at(kept.close[source]!);
    series.volume[index] = kept.volume[source]!;
    close = series.close[index]!;
  }
}
