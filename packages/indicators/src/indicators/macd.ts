import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { ExponentialKernel, smooth } from '../exponential-kernel.ts';
import { MAX_PERIOD, periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';

const MACD_CONVENTIONS = ['talib', 'classic', 'first'] as const;

/**
 * `talib`: both averages start at bar slow - 1 and all lines begin with the signal. `classic`: each average has its own seed and the MACD
 * line begins before its signal. `first`: all averages start at the first value, so every line begins at once.
 */
export type MacdConvention = (typeof MACD_CONVENTIONS)[number];

export interface MacdPeriods {
  readonly fast: number;
  readonly slow: number;
  readonly signal: number;
}

export const macd = defineIndicator({
  id: 'macd',
  title: 'MACD',
  summary: 'Fast minus slow exponential average, with its own average as the signal line.',
  source: 'Appel, Technical Analysis (2005); TA-Lib MACD (talib); Stock.Indicators (classic); pandas ewm (first)',
  inputs: ['close'],
  params: z
    .strictObject({
      fast: periodParam(12),
      slow: periodParam(26, { min: 2 }),
      signal: periodParam(9),
      convention: z.enum(MACD_CONVENTIONS).default('talib'),
    })
    .refine(({ fast, slow }) => fast < slow, { path: ['fast'], error: 'must be smaller than "slow"' }),
  outputs: [
    { name: 'macd', title: 'MACD', unit: 'price', pane: 'own' },
    { name: 'signal', title: 'Signal', unit: 'price', pane: 'own' },
    { name: 'histogram', title: 'Histogram', unit: 'price', pane: 'own' },
  ],
  warmup: ({ slow, signal, convention }) => {
    if (convention === 'first') return [0, 0, 0];
    const whole = slow + signal - 2;
    return [convention === 'classic' ? slow - 1 : whole, whole, whole];
  },
  create: ({ convention, ...periods }, out) => {
    const lines = createMacd(periods, convention);
    return {
      parts: { lines },
      push: (view) => {
        out[0] = lines.next(view.close);
        out[1] = lines.signal;
        out[2] = lines.histogram;
      },
      fold: (series, [line, signal, histogram]) => lines.fold(series.close, line!, signal!, histogram!),
    };
  },
});

/**
 * Returns the kernel of the three MACD lines, in the unit of its values: `next` gives the MACD line, `signal` and `histogram` the others,
 * NaN until available. Periods are whole numbers from 1 to 5000 with fast below slow. Throws `indicators.bad-param`.
 */
export function createMacd({ fast, slow, signal }: MacdPeriods, convention: MacdConvention = 'talib'): MacdKernel {
  requirePeriod(fast, { name: 'fast' });
  requirePeriod(slow, { name: 'slow', min: 2 });
  requirePeriod(signal, { name: 'signal' });
  if (fast < slow) return new MacdKernel({ fast, slow, signal }, convention);
  throw new CandorError('indicators.bad-param', {
    kind: 'invalid',
    message: `Parameter "fast" must be smaller than "slow", but they are ${fast} and ${slow}.`,
  });
}

export class MacdKernel {
  readonly #fast: ExponentialKernel;
  readonly #slow: ExponentialKernel;
  readonly #signal: ExponentialKernel;
  readonly #hidesUnsignalled: boolean;
  /** Values that the fast average does not see, so that it starts together with the slow one. */
  #skip: number;
  #line = Number.NaN;
  #signalLine = Number.NaN;

  constructor({ fast, slow, signal }: MacdPeriods, convention: MacdConvention) {
    const seed = convention === 'first' ? 'first' : 'sma';
    this.#fast = new ExponentialKernel(fast, 2 / (fast + 1), seed);
    this.#slow = new ExponentialKernel(slow, 2 / (slow + 1), seed);
    this.#signal = new ExponentialKernel(signal, 2 / (signal + 1), seed);
    this.#hidesUnsignalled = convention === 'talib';
    this.#skip = convention === 'talib' ? slow - fast : 0;
  }

  /** Whether all three lines are available. */
  get ready(): boolean {
    return this.#signal.ready;
  }

  get signal(): number {
    return this.#signalLine;
  }

  get histogram(): number {
    return this.#line - this.#signalLine;
  }

  /** Takes the next value and returns the MACD line. */
  next(value: number): number {
    const slow = this.#slow.next(value);
    if (this.#skip > 0) {
      this.#skip--;
      return Number.NaN;
    }
    const fast = this.#fast.next(value);
    if (!this.#slow.ready) return Number.NaN;
    const line = fast - slow;
    this.#signalLine = this.#signal.next(line);
    this.#line = this.#hidesUnsignalled && !this.#signal.ready ? Number.NaN : line;
    return this.#line;
  }

  /** Walks a whole column: the fold of `next`, bit for bit. */
  fold(values: Float64Array, lines: Float64Array, signals: Float64Array, histograms: Float64Array): void {
    let i = 0;
    for (; i < values.length && !this.ready; i++) {
      lines[i] = this.next(values[i]!);
      signals[i] = this.signal;
      histograms[i] = this.histogram;
    }
    if (i === values.length) return;
    const fastWeight = this.#fast.weight;
    const slowWeight = this.#slow.weight;
    const signalWeight = this.#signal.weight;
    let fast = this.#fast.average;
    let slow = this.#slow.average;
    let line = this.#line;
    let signal = this.#signal.average;
    for (; i < values.length; i++) {
      const value = values[i]!;
      fast = smooth(fast, value, fastWeight);
      slow = smooth(slow, value, slowWeight);
      line = fast - slow;
      signal = smooth(signal, line, signalWeight);
      lines[i] = line;
      signals[i] = signal;
      histograms[i] = line - signal;
    }
    this.#fast.average = fast;
    this.#slow.average = slow;
    this.#signal.average = signal;
    this.#line = line;
    this.#signalLine = signal;
  }

  snapshot(): Json {
    return {
      fast: this.#fast.snapshot(),
      slow: this.#slow.snapshot(),
      signal: this.#signal.snapshot(),
      skip: this.#skip,
      line: jsonNumber(this.#line),
      signalLine: jsonNumber(this.#signalLine),
    };
  }

  restore(state: Json): void {
    const { fast, slow, signal, skip, line, signalLine } = restoreState('a MACD', MacdState, state);
    this.#fast.restore(fast);
    this.#slow.restore(slow);
    this.#signal.restore(signal);
    this.#skip = skip;
    this.#line = line ?? Number.NaN;
    this.#signalLine = signalLine ?? Number.NaN;
  }
}

const MacdState = z.strictObject({
  fast: z.json(),
  slow: z.json(),
  signal: z.json(),
  skip: z.int().min(0).max(MAX_PERIOD),
  line: z.number().nullable(),
  signalLine: z.number().nullable(),
});
