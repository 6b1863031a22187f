import type { BarSeries } from '@candor/domain/bar';

/** A bar as libraries take it that want objects. */
export interface Candle {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume: number;
}

/** The bars as other libraries take them: plain arrays, and objects. Made before the clock starts. */
export interface PeerPrices {
  readonly open: number[];
  readonly high: number[];
  readonly low: number[];
  readonly close: number[];
  readonly volume: number[];
  readonly candles: readonly Candle[];
}

type Values = ArrayLike<number | null | undefined>;

/** Lines by the name that our output has; a line shorter than the bars ends with the last of them. */
export type Lines = Readonly<Record<string, Values>>;

/** A library's whole column. */
export interface BatchContender {
  /** Does the work and returns what reads the lines off its result, so that reading is not timed. */
  readonly compute: (prices: PeerPrices) => () => Lines;
  /** Parameters with which ours is the same thing, where our default is not. */
  readonly sameAs?: Readonly<Record<string, unknown>>;
}

/** A library's machine, pushed one bar at a time. */
export interface StreamContender {
  /** Builds a machine and returns what pushes a bar into it and writes the columns of our outputs, in their order. */
  readonly start: (prices: PeerPrices, columns: readonly Float64Array[]) => (bar: number) => void;
  readonly sameAs?: Readonly<Record<string, unknown>>;
}

/** Returns a column's work: what is timed, and the lines of its result. */
export function whole<Result>(
  compute: (prices: PeerPrices) => Result,
  lines: (result: Result) => Lines,
  sameAs?: Readonly<Record<string, unknown>>,
): BatchContender {
  return {
    compute: (prices) => {
      const result = compute(prices);
      return () => lines(result);
    },
    ...(sameAs && { sameAs }),
  };
}

/** Returns the work of a library that gives the one line of ours, named `value`. */
export function line(
  compute: (prices: PeerPrices) => Values,
  sameAs?: Readonly<Record<string, unknown>>,
): BatchContender {
  return whole(compute, (value) => ({ value }), sameAs);
}

export function pushed(start: StreamContender['start'], sameAs?: Readonly<Record<string, unknown>>): StreamContender {
  return { start, ...(sameAs && { sameAs }) };
}

/** For a library that gives a share of one where ours is a percentage. */
export function inPercent(shares: readonly number[]): number[] {
  return shares.map((share) => 100 * share);
}

export function peerPrices({ open, high, low, close, volume, length }: BarSeries): PeerPrices {
  const candles = Array.from({ length }, (_, i) => ({
    open: open[i]!,
    high: high[i]!,
    low: low[i]!,
    close: close[i]!,
    volume: volume[i]!,
  }));
  return {
    open: [...open],
    high: [...high],
    low: [...low],
    close: [...close],
    volume: [...volume],
    candles,
  };
}
