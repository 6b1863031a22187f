import type { BarSeries } from '@candor/domain/bar';
import type { Json } from '@candor/domain/json';
import type { SessionDay } from '@candor/domain/time';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { eachStretch } from '../stretches.ts';

const NOTHING_TRADED = 'no average price before the first trade of the session';

/**
 * Mean of the typical price (H + L + C) / 3 weighted by volume, and its standard deviation likewise weighted, from the first bar of the
 * exchange's session on. Updated by West's formula (Communications of the ACM 22:9, 1979), which never subtracts large sums.
 */
export const vwap = defineIndicator({
  id: 'vwap',
  title: 'Volume-weighted average price',
  summary: 'Average price paid since the session began, with its volume-weighted standard deviation.',
  source: 'Berkowitz, Logue & Noser, Journal of Finance 43:1 (1988); Pine ta.vwap; reset at each exchange session',
  inputs: ['high', 'low', 'close', 'volume'],
  params: z.strictObject({}),
  outputs: [
    { name: 'vwap', title: 'VWAP', unit: 'price', pane: 'price', mayBeMissing: NOTHING_TRADED },
    { name: 'stdev', title: 'Standard deviation', unit: 'price', pane: 'own', mayBeMissing: NOTHING_TRADED },
  ],
  warmup: () => [0, 0],
  create: (_, out) => {
    const average = createVwap();
    return {
      parts: { average },
      push: ({ high, low, close, volume, session }) => {
        out[0] = average.next(high, low, close, volume, session);
        out[1] = average.stdev;
      },
      fold: (series, [means, deviations]) => {
        eachStretch(0, series.length, (from, to) => average.fold(series, from, to, means!, deviations!));
      },
    };
  },
});

/** Returns the kernel of the session's average price and its deviation, in price units; available once the session has traded. */
export function createVwap(): VwapKernel {
  return new VwapKernel();
}

export class VwapKernel {
  /** NaN before the first bar, which no session equals. */
  #session: SessionDay = Number.NaN;
  #traded = 0;
  #mean = 0;
  /** Sum of the weighted squared deviations. */
  #squares = 0;

  get ready(): boolean {
    return this.#traded > 0;
  }

  /** Standard deviation of the prices paid since the session began; NaN while nothing was traded. */
  get stdev(): number {
    return Math.sqrt(this.#squares / this.#traded);
  }

  /** Takes a bar and returns the average; NaN while nothing was traded in its session. */
  next(high: number, low: number, close: number, volume: number, session: SessionDay): number {
    if (session !== this.#session) {
      this.#session = session;
      this.#traded = 0;
      this.#mean = 0;
      this.#squares = 0;
    }
    const traded = this.#traded + volume;
    const price = (high + low + close) / 3;
    const distance = price - this.#mean;
    const mean = traded === 0 ? 0 : this.#mean + distance * (volume / traded);
    this.#squares += volume * distance * (price - mean);
    this.#traded = traded;
    this.#mean = mean;
    return traded === 0 ? Number.NaN : mean;
  }

  /** Walks the bars [from, to): the fold of `next`, bit for bit. */
  fold(series: BarSeries, from: number, to: number, means: Float64Array, deviations: Float64Array): void {
    const { high, low, close, volume, session } = series;
    let day = this.#session;
    let traded = this.#traded;
    let mean = this.#mean;
    let squares = this.#squares;
    for (let i = from; i < to; i++) {
      if (session[i] !== day) {
        day = session[i]!;
        traded = 0;
        mean = 0;
        squares = 0;
      }
      const weight = volume[i]!;
      traded += weight;
      const price = (high[i]! + low[i]! + close[i]!) / 3;
      const distance = price - mean;
      mean = traded === 0 ? 0 : mean + distance * (weight / traded);
      squares += weight * distance * (price - mean);
      means[i] = traded === 0 ? Number.NaN : mean;
      deviations[i] = Math.sqrt(squares / traded);
    }
    this.#session = day;
    this.#traded = traded;
    this.#mean = mean;
    this.#squares = squares;
  }

  snapshot(): Json {
    return {
      session: jsonNumber(this.#session),
      traded: this.#traded,
      mean: this.#mean,
      squares: jsonNumber(this.#squares),
    };
  }

  restore(state: Json): void {
    const { session, traded, mean, squares } = restoreState('a volume-weighted average price', VwapState, state);
    this.#session = session ?? Number.NaN;
    this.#traded = traded;
    this.#mean = mean;
    this.#squares = squares;
  }
}

const VwapState = z.strictObject({
  session: z.int().nullable(),
  traded: z.number(),
  mean: z.number(),
  squares: z.number(),
});
