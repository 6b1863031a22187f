import type { BarSeries } from '@candor/domain/bar';
import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { ExponentialKernel, smooth } from '../exponential-kernel.ts';
import { FloatState } from '../float-state.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { restoreState } from '../restore-state.ts';
import { eachStretch } from '../stretches.ts';
import { trueRangeOf } from './true-range.ts';

const ADX_CONVENTIONS = ['talib', 'wilder'] as const;

/** `talib`: the sums begin with the first n - 1 movements, and the n-th is smoothed in. `wilder`: they begin with all n, as in the book. */
export type AdxConvention = (typeof ADX_CONVENTIONS)[number];

/**
 * Directional movement: +DM is what the high rose where that is more than the low fell, -DM the reverse. Sums of both and of the true
 * range go on as S - S/n + x; DI = 100 DM/TR; DX = 100 |+DI - -DI| / (+DI + -DI), the one before where both are 0. ADX starts at the mean
 * of the first n DX and goes on as a Wilder average; ADXR is the mean of ADX and the ADX n - 1 bars ago.
 */
export const adx = defineIndicator({
  id: 'adx',
  title: 'Average directional index',
  summary: 'How strongly price is trending, from 0 to 100, with the movements up and down that it is made of.',
  source:
    'Wilder, New Concepts in Technical Trading Systems (1978) (wilder); TA-Lib ADX, ADXR, PLUS_DI, MINUS_DI (talib)',
  inputs: ['high', 'low', 'close'],
  params: z.strictObject({ period: periodParam(14), convention: z.enum(ADX_CONVENTIONS).default('talib') }),
  outputs: [
    { name: 'plusDI', title: '+DI', unit: 'percent', pane: 'own' },
    { name: 'minusDI', title: '-DI', unit: 'percent', pane: 'own' },
    { name: 'dx', title: 'DX', unit: 'percent', pane: 'own' },
    { name: 'adx', title: 'ADX', unit: 'percent', pane: 'own' },
    { name: 'adxr', title: 'ADXR', unit: 'percent', pane: 'own' },
  ],
  warmup: ({ period }) => [period, period, period, 2 * period - 1, 3 * period - 2],
  create: ({ period, convention }, out) => {
    const lines = createAdx(period, convention);
    return {
      parts: { lines },
      push: ({ high, low, close }) => {
        lines.next(high, low, close);
        out[0] = lines.plusDI;
        out[1] = lines.minusDI;
        out[2] = lines.dx;
        out[3] = lines.adx;
        out[4] = lines.adxr;
      },
      fold: (series, columns) => lines.fold(series, columns),
    };
  },
});

/**
 * Returns the kernel of the directional lines over `period` bars (1 to 5000), all in percent: DI and DX are available from index
 * `period`, ADX from 2 period - 1, ADXR from 3 period - 2. Throws `indicators.bad-param`.
 */
export function createAdx(period: number, convention: AdxConvention = 'talib'): AdxKernel {
  return new AdxKernel(requirePeriod(period), convention);
}

const HIGH = 0;
const LOW = 1;
const CLOSE = 2;
const PLUS = 3;
const MINUS = 4;
const RANGE = 5;
const PLUS_DI = 6;
const MINUS_DI = 7;
const DX = 8;
const ADX = 9;
const ADXR = 10;
/** Movements seen, as far as the period. */
const SEEN = 11;

export class AdxKernel {
  readonly #period: number;
  readonly #seedBars: number;
  readonly #state = new FloatState('directional movement', [
    ...[Number.NaN, Number.NaN, Number.NaN, 0, 0, 0],
    ...[Number.NaN, Number.NaN, Number.NaN, Number.NaN, Number.NaN, 0],
  ]);
  readonly #slots = this.#state.slots;
  readonly #bar = new Float64Array(3);
  readonly #average: ExponentialKernel;
  readonly #past: DelayLine;

  constructor(period: number, convention: AdxConvention) {
    this.#period = period;
    this.#seedBars = convention === 'wilder' ? period : period - 1;
    this.#average = new ExponentialKernel(period, 1 / period, 'sma');
    this.#past = new DelayLine(period - 1);
  }

  /** Whether all lines are available. */
  get ready(): boolean {
    return !Number.isNaN(this.#slots[ADXR]!);
  }

  get plusDI(): number {
    return this.#slots[PLUS_DI]!;
  }

  get minusDI(): number {
    return this.#slots[MINUS_DI]!;
  }

  get dx(): number {
    return this.#slots[DX]!;
  }

  get adx(): number {
    return this.#slots[ADX]!;
  }

  get adxr(): number {
    return this.#slots[ADXR]!;
  }

  /** Takes a bar and returns the ADX; NaN until available. */
  next(high: number, low: number, close: number): number {
    const bar = this.#bar;
    bar[HIGH] = high;
    bar[LOW] = low;
    bar[CLOSE] = close;
    this.#advance();
    return this.#slots[ADX]!;
  }

  // Too long to be made part of its caller, so the bar and what is told of it go through columns: numbers of a call would be put into boxes.
  #advance(): void {
    const slots = this.#slots;
    const high = this.#bar[HIGH]!;
    const low = this.#bar[LOW]!;
    const close = this.#bar[CLOSE]!;
    const up = high - slots[HIGH]!;
    const down = slots[LOW]! - low;
    const range = trueRangeOf(high, low, slots[CLOSE]!);
    slots[HIGH] = high;
    slots[LOW] = low;
    slots[CLOSE] = close;
    if (Number.isNaN(up)) return;
    const seen = slots[SEEN]! + 1;
    const lost = seen > this.#seedBars ? 1 / this.#period : 0;
    const plus = goOn(slots[PLUS]!, lost, movement(up, down));
    const minus = goOn(slots[MINUS]!, lost, movement(down, up));
    const whole = goOn(slots[RANGE]!, lost, range);
    slots[PLUS] = plus;
    slots[MINUS] = minus;
    slots[RANGE] = whole;
    if (seen <= this.#period) slots[SEEN] = seen;
    if (seen < this.#period) return;
    const plusDI = percentOf(plus, whole);
    const minusDI = percentOf(minus, whole);
    const before = slots[DX]!;
    const dx = spread(plusDI, minusDI, Number.isNaN(before) ? 0 : before);
    const adx = this.#average.next(dx);
    slots[PLUS_DI] = plusDI;
    slots[MINUS_DI] = minusDI;
    slots[DX] = dx;
    slots[ADX] = adx;
    slots[ADXR] = (adx + this.#past.next(adx)) / 2;
  }

  /** Walks whole columns from the first bar on: the fold of `next` on a fresh kernel, bit for bit. It leaves the kernel used up. */
  fold(series: BarSeries, columns: readonly Float64Array[]): void {
    const { high, low, close } = series;
    const [plusDIs, minusDIs, dxs, adxs, adxrs] = columns;
    let i = 0;
    for (; i < close.length && !this.ready; i++) {
      adxs![i] = this.next(high[i]!, low[i]!, close[i]!);
      plusDIs![i] = this.plusDI;
      minusDIs![i] = this.minusDI;
      dxs![i] = this.dx;
      adxrs![i] = this.adxr;
    }
    eachStretch(i, close.length, (from, to) => this.#walk(series, columns, from, to));
  }

  // From where every line has begun.
  #walk({ high, low, close }: BarSeries, columns: readonly Float64Array[], from: number, to: number): void {
    const [plusDIs, minusDIs, dxs, adxs, adxrs] = columns;
    const slots = this.#slots;
    const lost = 1 / this.#period;
    const lag = this.#period - 1;
    const { weight } = this.#average;
    let average = this.#average.average;
    let plus = slots[PLUS]!;
    let minus = slots[MINUS]!;
    let whole = slots[RANGE]!;
    let dx = slots[DX]!;
    let highBefore = slots[HIGH]!;
    let lowBefore = slots[LOW]!;
    let closeBefore = slots[CLOSE]!;
    for (let i = from; i < to; i++) {
      const top = high[i]!;
      const bottom = low[i]!;
      const up = top - highBefore;
      const down = lowBefore - bottom;
      plus = goOn(plus, lost, movement(up, down));
      minus = goOn(minus, lost, movement(down, up));
      whole = goOn(whole, lost, trueRangeOf(top, bottom, closeBefore));
      highBefore = top;
      lowBefore = bottom;
      closeBefore = close[i]!;
      const plusDI = percentOf(plus, whole);
      const minusDI = percentOf(minus, whole);
      dx = spread(plusDI, minusDI, dx);
      average = smooth(average, dx, weight);
      plusDIs![i] = plusDI;
      minusDIs![i] = minusDI;
      dxs![i] = dx;
      adxs![i] = average;
      adxrs![i] = (average + adxs![i - lag]!) / 2;
    }
    this.#average.average = average;
    slots[PLUS] = plus;
    slots[MINUS] = minus;
    slots[RANGE] = whole;
    slots[DX] = dx;
    slots[HIGH] = highBefore;
    slots[LOW] = lowBefore;
    slots[CLOSE] = closeBefore;
  }

  snapshot(): Json {
    return { state: this.#state.snapshot(), average: this.#average.snapshot(), past: this.#past.snapshot() };
  }

  restore(state: Json): void {
    const saved = restoreState('directional movement', AdxState, state);
    this.#state.restore(saved.state);
    this.#average.restore(saved.average);
    this.#past.restore(saved.past);
  }
}

const AdxState = z.strictObject({ state: z.json(), average: z.json(), past: z.json() });

// Without a branch: which of the two is larger is a coin flip that no branch predictor wins.
function movement(move: number, other: number): number {
  return Number(move > other) * (Math.abs(move) + move) * 0.5;
}

function goOn(sum: number, lost: number, value: number): number {
  return sum - sum * lost + value;
}

function percentOf(movement: number, range: number): number {
  return range === 0 ? 0 : (100 * movement) / range;
}

function spread(plusDI: number, minusDI: number, before: number): number {
  const sum = plusDI + minusDI;
  return sum === 0 ? before : (100 * Math.abs(plusDI - minusDI)) / sum;
}
