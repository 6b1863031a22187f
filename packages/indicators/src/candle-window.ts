import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { jsonNumber, restoreState } from './restore-state.ts';
import { WindowSum } from './window-sum.ts';

// A power of two, so that the place of a bar is found without a division.
const BARS_KEPT = 8;
const PLACES = BARS_KEPT - 1;
// Of the price: far above the error of a few sums and far below any tick.
const ROUNDING = 1e-12;

/** Bars that "long", "short" and the like are measured against. */
const CANDLE_AVERAGE_BARS = 10;
const NEAR_BARS = 5;

type Prices = 'open' | 'high' | 'low' | 'close';
type CandleBar = Readonly<Record<Prices, number>>;
type CandleColumns = Readonly<Record<Prices, Float64Array>>;

/**
 * The last few bars as candles, and what is long or short for each of them, in the words and with the default settings of TA-Lib
 * (ta_global.c, TA_CandleDefaultSettings): measured against the mean of the bars before it, never against itself. `ago` is 0 for the bar
 * just closed and at most 3. All of it in price units.
 */
export class CandleWindow {
  readonly #open = bars();
  readonly #high = bars();
  readonly #low = bars();
  readonly #close = bars();
  /** Means over the bars before each bar: of the body, and of the range over ten and over five bars. */
  readonly #meanBody = bars();
  readonly #meanRange = bars();
  readonly #meanNearRange = bars();
  readonly #bodies = new WindowSum(CANDLE_AVERAGE_BARS, CANDLE_AVERAGE_BARS);
  readonly #ranges = new WindowSum(CANDLE_AVERAGE_BARS, CANDLE_AVERAGE_BARS);
  readonly #nearRanges = new WindowSum(NEAR_BARS, NEAR_BARS);
  // Where the latest bar stands.
  #at = 0;
  #seen = 0;

  /** Number of bars taken, counted up to a few more than any pattern needs. */
  get seen(): number {
    return this.#seen;
  }

  /** Takes a bar. Handed over whole: four prices of their own would each be put into a box on the way. */
  add(bar: CandleBar): void {
    const at = this.#advance();
    this.#open[at] = bar.open;
    this.#high[at] = bar.high;
    this.#low[at] = bar.low;
    this.#close[at] = bar.close;
    this.#measure(at);
  }

  /** Takes the bar of a series at an index. */
  addFrom(series: CandleColumns, index: number): void {
    const at = this.#advance();
    this.#open[at] = series.open[index]!;
    this.#high[at] = series.high[index]!;
    this.#low[at] = series.low[index]!;
    this.#close[at] = series.close[index]!;
    this.#measure(at);
  }

  #advance(): number {
    this.#at = (this.#at + 1) & PLACES;
    if (this.#seen < COUNTED_BARS) this.#seen++;
    return this.#at;
  }

  // The means up to this bar are what the next is measured against, so they are put where it will stand.
  #measure(at: number): void {
    const next = (at + 1) & PLACES;
    const range = this.#high[at]! - this.#low[at]!;
    this.#meanBody[next] = this.#bodies.next(Math.abs(this.#close[at]! - this.#open[at]!));
    this.#meanRange[next] = this.#ranges.next(range);
    this.#meanNearRange[next] = this.#nearRanges.next(range);
  }

  open(ago: number): number {
    return this.#open[(this.#at - ago) & PLACES]!;
  }

  high(ago: number): number {
    return this.#high[(this.#at - ago) & PLACES]!;
  }

  low(ago: number): number {
    return this.#low[(this.#at - ago) & PLACES]!;
  }

  close(ago: number): number {
    return this.#close[(this.#at - ago) & PLACES]!;
  }

  /**
   * Whether one length or level is above another by more than rounding: prices in cents meet the limits of a pattern exactly, and which
   * side of them a sum of such prices then falls on would be chance.
   */
  exceeds(value: number, limit: number): boolean {
    return value - limit > ROUNDING * Math.abs(this.high(0));
  }

  /** Whether the bar closed at or above its open. */
  isWhite(ago: number): boolean {
    return this.close(ago) >= this.open(ago);
  }

  body(ago: number): number {
    return Math.abs(this.close(ago) - this.open(ago));
  }

  bodyTop(ago: number): number {
    return Math.max(this.open(ago), this.close(ago));
  }

  bodyBottom(ago: number): number {
    return Math.min(this.open(ago), this.close(ago));
  }

  upperShadow(ago: number): number {
    return this.high(ago) - this.bodyTop(ago);
  }

  lowerShadow(ago: number): number {
    return this.bodyBottom(ago) - this.low(ago);
  }

  /** Longer than the mean body. */
  hasLongBody(ago: number): boolean {
    return this.exceeds(this.body(ago), this.#meanBody[(this.#at - ago) & PLACES]!);
  }

  /** Shorter than the mean body. */
  hasShortBody(ago: number): boolean {
    return this.exceeds(this.#meanBody[(this.#at - ago) & PLACES]!, this.body(ago));
  }

  /** At most a tenth of the mean range: hardly a body at all. */
  hasDojiBody(ago: number): boolean {
    return !this.exceeds(this.body(ago), this.verySmall(ago));
  }

  /** Longer than a tenth of the mean range. */
  hasUpperShadow(ago: number): boolean {
    return this.exceeds(this.upperShadow(ago), this.verySmall(ago));
  }

  /** Shorter than a tenth of the mean range. */
  lacksUpperShadow(ago: number): boolean {
    return this.exceeds(this.verySmall(ago), this.upperShadow(ago));
  }

  /** Longer than a tenth of the mean range. */
  hasLowerShadow(ago: number): boolean {
    return this.exceeds(this.lowerShadow(ago), this.verySmall(ago));
  }

  /** Shorter than a tenth of the mean range. */
  lacksLowerShadow(ago: number): boolean {
    return this.exceeds(this.verySmall(ago), this.lowerShadow(ago));
  }

  /** A tenth of the mean range: a shadow below it counts as none. */
  verySmall(ago: number): number {
    return 0.1 * this.#meanRange[(this.#at - ago) & PLACES]!;
  }

  /** A fifth of the mean range of five bars: "near". */
  near(ago: number): number {
    return 0.2 * this.#meanNearRange[(this.#at - ago) & PLACES]!;
  }

  /** Three fifths of the mean range of five bars: "far". */
  far(ago: number): number {
    return 0.6 * this.#meanNearRange[(this.#at - ago) & PLACES]!;
  }

  /** A twentieth of the mean range of five bars: "equal". */
  equal(ago: number): number {
    return 0.05 * this.#meanNearRange[(this.#at - ago) & PLACES]!;
  }

  /** Whether the body lies wholly above that of another bar. */
  bodyGapsUp(ago: number, from: number): boolean {
    return this.bodyBottom(ago) > this.bodyTop(from);
  }

  /** Whether the body lies wholly below that of another bar. */
  bodyGapsDown(ago: number, from: number): boolean {
    return this.bodyTop(ago) < this.bodyBottom(from);
  }

  snapshot(): Json {
    return {
      columns: this.#columns().map((column) => Array.from(column, jsonNumber)),
      bodies: this.#bodies.snapshot(),
      ranges: this.#ranges.snapshot(),
      nearRanges: this.#nearRanges.snapshot(),
      at: this.#at,
      seen: this.#seen,
    };
  }

  restore(state: Json): void {
    const saved = restoreState('candles', CandleState, state);
    this.#columns().forEach((column, slot) => {
      column.set(saved.columns[slot]!.map((value) => value ?? Number.NaN));
    });
    this.#bodies.restore(saved.bodies);
    this.#ranges.restore(saved.ranges);
    this.#nearRanges.restore(saved.nearRanges);
    this.#at = saved.at;
    this.#seen = saved.seen;
  }

  #columns(): readonly Float64Array[] {
    return [this.#open, this.#high, this.#low, this.#close, this.#meanBody, this.#meanRange, this.#meanNearRange];
  }
}

const COUNTED_BARS = 2 * CANDLE_AVERAGE_BARS;

const CandleState = z.strictObject({
  columns: z.array(z.array(z.number().nullable()).length(BARS_KEPT)).length(7),
  bodies: z.json(),
  ranges: z.json(),
  nearRanges: z.json(),
  at: z.int().min(0).max(PLACES),
  seen: z.int().min(0).max(COUNTED_BARS),
});

function bars(): Float64Array {
  return new Float64Array(BARS_KEPT).fill(Number.NaN);
}
