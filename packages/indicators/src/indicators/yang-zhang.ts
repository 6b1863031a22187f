import type { BarSeries } from '@candor/domain/bar';
import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { NO_LOGARITHM, periodsPerYearParam, requirePeriodsPerYear } from '../annualised.ts';
import { defineIndicator } from '../define-indicator.ts';
import { GapAwareSum } from '../gap-aware-sum.ts';
import { GapAwareVariance } from '../gap-aware-variance.ts';
import { periodParam, requirePeriod } from '../period.ts';
import { jsonNumber, restoreState } from '../restore-state.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { rogersSatchellVariance } from './rogers-satchell.ts';

export const yangZhang = defineIndicator({
  id: 'yang-zhang',
  title: 'Yang-Zhang volatility',
  summary: 'Annualised volatility from open, high, low and close of n bars, whatever the drift and with gaps.',
  source: 'Yang & Zhang, Journal of Business 73:3 (2000)',
  inputs: ['open', 'high', 'low', 'close'],
  logarithmOf: ['open', 'high', 'low', 'close'],
  params: z.strictObject({ period: periodParam(20, { min: 2 }), periodsPerYear: periodsPerYearParam() }),
  outputs: [{ name: 'value', title: 'Yang-Zhang', unit: 'ratio', pane: 'own', mayBeMissing: NO_LOGARITHM }],
  warmup: ({ period }) => [period],
  create: ({ period, periodsPerYear }, out) => {
    const volatility = createYangZhang(period, periodsPerYear);
    return {
      parts: { volatility },
      push: ({ open, high, low, close }) => {
        out[0] = volatility.next(open, high, low, close);
      },
      fold: (series, [value]) => volatility.fold(series, value!),
    };
  },
});

/**
 * Returns the kernel of √(periodsPerYear × (var(ln O/C₁) + k var(ln C/O) + (1-k) mean RS)) over n = `period` bars (2 to 5000), variances
 * with n - 1, RS being the Rogers-Satchell term and k = 0.34 / (1.34 + (n+1)/(n-1)); a fraction, available from index n. NaN while the
 * window holds a price that is not above zero. Throws `indicators.bad-param`.
 */
export function createYangZhang(period: number, periodsPerYear = 252): YangZhangKernel {
  return new YangZhangKernel(requirePeriod(period, { min: 2 }), requirePeriodsPerYear(periodsPerYear));
}

export class YangZhangKernel {
  readonly #periodsPerYear: number;
  readonly #openShare: number;
  readonly #overnight: GapAwareVariance;
  readonly #daytime: GapAwareVariance;
  readonly #withinRange: GapAwareSum;
  #closeBefore = Number.NaN;

  constructor(period: number, periodsPerYear: number) {
    this.#periodsPerYear = periodsPerYear;
    this.#openShare = 0.34 / (1.34 + (period + 1) / (period - 1));
    this.#overnight = new GapAwareVariance(period);
    this.#daytime = new GapAwareVariance(period);
    this.#withinRange = new GapAwareSum(period, period);
  }

  get ready(): boolean {
    return this.#overnight.ready && this.#daytime.ready && this.#withinRange.ready;
  }

  /** Takes a bar and returns the volatility; NaN until ready. */
  next(open: number, high: number, low: number, close: number): number {
    const closeBefore = this.#closeBefore;
    this.#closeBefore = close;
    if (Number.isNaN(closeBefore)) return Number.NaN;
    const overnight = this.#overnight.next(Math.log(open / closeBefore));
    const daytime = this.#daytime.next(Math.log(close / open));
    const withinRange = this.#withinRange.next(rogersSatchellVariance(open, high, low, close));
    return this.#combine(overnight, daytime, withinRange);
  }

  /** Walks whole columns: the fold of `next`, bit for bit. */
  fold({ open, high, low, close, length }: YangZhangColumns, out: Float64Array): void {
    const daytime = stretchBuffer(length);
    const withinRange = stretchBuffer(length);
    if (length > 0) out[0] = this.next(open[0]!, high[0]!, low[0]!, close[0]!);
    eachStretch(1, length, (from, to) => {
      const overnight = out.subarray(from, to);
      const size = to - from;
      for (let i = from; i < to; i++) {
        overnight[i - from] = Math.log(open[i]! / close[i - 1]!);
        daytime[i - from] = Math.log(close[i]! / open[i]!);
        withinRange[i - from] = rogersSatchellVariance(open[i]!, high[i]!, low[i]!, close[i]!);
      }
      const days = daytime.subarray(0, size);
      const ranges = withinRange.subarray(0, size);
      this.#overnight.fold(overnight, overnight);
      this.#daytime.fold(days, days);
      this.#withinRange.fold(ranges, ranges);
      for (let j = 0; j < size; j++) overnight[j] = this.#combine(overnight[j]!, days[j]!, ranges[j]!);
      this.#closeBefore = close[to - 1]!;
    });
  }

  snapshot(): Json {
    return {
      overnight: this.#overnight.snapshot(),
      daytime: this.#daytime.snapshot(),
      withinRange: this.#withinRange.snapshot(),
      closeBefore: jsonNumber(this.#closeBefore),
    };
  }

  restore(state: Json): void {
    const saved = restoreState('a Yang-Zhang volatility', YangZhangState, state);
    this.#overnight.restore(saved.overnight);
    this.#daytime.restore(saved.daytime);
    this.#withinRange.restore(saved.withinRange);
    this.#closeBefore = saved.closeBefore ?? Number.NaN;
  }

  #combine(overnight: number, daytime: number, withinRange: number): number {
    const variance = overnight + this.#openShare * daytime + (1 - this.#openShare) * withinRange;
    return Math.sqrt(this.#periodsPerYear * variance);
  }
}

type YangZhangColumns = Pick<BarSeries, 'open' | 'high' | 'low' | 'close' | 'length'>;

const YangZhangState = z.strictObject({
  overnight: z.json(),
  daytime: z.json(),
  withinRange: z.json(),
  closeBefore: z.number().nullable(),
});
