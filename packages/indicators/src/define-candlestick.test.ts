import { createHash } from 'node:crypto';
import { allocateBarColumns, type BarSeries, createBarSeries } from '@candor/domain/bar';
import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { findIndicator, indicatorCatalog } from './catalog.ts';
import { seededWalk } from './seeded-walk.ts';

/*
 * What TA-Lib 0.8.1 (through its Python package) says on the bars below: how many of them complete the pattern with a positive and with a
 * negative value, and the first 16 hex digits of the SHA-256 of the signs of all bars, one byte each.
 */
const TALIB = [
  { id: 'abandoned-baby', bullish: 6, bearish: 7, sha256: 'f091794ad26a8c25' },
  { id: 'belt-hold', bullish: 4924, bearish: 4959, sha256: 'e894753e8418853a' },
  { id: 'dark-cloud-cover', bullish: 0, bearish: 49, sha256: '483f6508ca980409' },
  { id: 'doji', bullish: 20472, bearish: 0, sha256: '1def9d8f5d4ce7d8' },
  { id: 'dragonfly-doji', bullish: 4903, bearish: 0, sha256: '09969a3e346d55f9' },
  { id: 'engulfing', bullish: 1623, bearish: 5720, sha256: '9c39062bc8af7927' },
  { id: 'evening-doji-star', bullish: 0, bearish: 200, sha256: '54a98210b12a2305' },
  { id: 'evening-star', bullish: 0, bearish: 280, sha256: 'bc812c001b037739' },
  { id: 'gravestone-doji', bullish: 4919, bearish: 0, sha256: 'f4c0ce9503e07c0d' },
  { id: 'hammer', bullish: 2895, bearish: 0, sha256: '00f4cb1cd57460de' },
  { id: 'hanging-man', bullish: 0, bearish: 2520, sha256: '78ae05dcedf26c3b' },
  { id: 'harami', bullish: 4040, bearish: 4005, sha256: '4180eaf7c183d367' },
  { id: 'harami-cross', bullish: 2602, bearish: 2590, sha256: '6479d586e8d40e2a' },
  { id: 'high-wave', bullish: 8134, bearish: 982, sha256: '9cbc78576cb4ceca' },
  { id: 'inverted-hammer', bullish: 1602, bearish: 0, sha256: 'dfb11a8a9302eb23' },
  { id: 'long-legged-doji', bullish: 17107, bearish: 0, sha256: '4b8a5f38786868d4' },
  { id: 'marubozu', bullish: 2003, bearish: 2034, sha256: '27d7d8f748b7ba29' },
  { id: 'morning-doji-star', bullish: 192, bearish: 0, sha256: '9c72be8122c7bb06' },
  { id: 'morning-star', bullish: 246, bearish: 0, sha256: 'f525ed849f721123' },
  { id: 'piercing', bullish: 75, bearish: 0, sha256: 'eb0bd6c46b51371d' },
  { id: 'shooting-star', bullish: 0, bearish: 1554, sha256: '26af9554343cb80d' },
  { id: 'spinning-top', bullish: 8705, bearish: 1619, sha256: '7882c0d7893c9875' },
  { id: 'three-black-crows', bullish: 0, bearish: 4, sha256: '1861070dc524ed6b' },
  { id: 'three-inside', bullish: 235, bearish: 221, sha256: '199e5c1ce13991e9' },
  { id: 'three-outside', bullish: 210, bearish: 760, sha256: 'df4f401db3fa50ec' },
  { id: 'three-white-soldiers', bullish: 62, bearish: 0, sha256: '25fdb5e8c0139763' },
] as const;

describe('candlestick patterns on 60,000 bars', () => {
  const bars = barsOnGrid(60_000);

  it.each(TALIB)('$id: every bar as in TA-Lib', ({ id, bullish, bearish, sha256 }) => {
    const [value] = findIndicator(id).compute(bars, {});
    // TA-Lib says 0 where there is nothing to say yet.
    const signs = Int8Array.from(value!, (sign) => (Number.isNaN(sign) ? 0 : Math.sign(sign)));
    expect(signs.filter((sign) => sign > 0)).toHaveLength(bullish);
    expect(signs.filter((sign) => sign < 0)).toHaveLength(bearish);
    expect(createHash('sha256').update(signs).digest('hex').slice(0, 16)).toBe(sha256);
  });

  it.each([
    {
      id: 'inside-bar',
      of: ({ high, low }: BarSeries, i: number) => (high[i]! < high[i - 1]! && low[i]! > low[i - 1]! ? 100 : 0),
    },
    {
      id: 'outside-bar',
      of: ({ open, high, low, close }: BarSeries, i: number) =>
        high[i]! > high[i - 1]! && low[i]! < low[i - 1]! ? (close[i]! >= open[i]! ? 100 : -100) : 0,
    },
    {
      id: 'tweezer-top',
      of: (series: BarSeries, i: number) =>
        colour(series, i - 1) > 0 && colour(series, i) < 0 && level(series, 'high', i) ? -100 : 0,
    },
    {
      id: 'tweezer-bottom',
      of: (series: BarSeries, i: number) =>
        colour(series, i - 1) < 0 && colour(series, i) > 0 && level(series, 'low', i) ? 100 : 0,
    },
  ])('$id: every bar as its definition reads', ({ id, of }) => {
    const definition = findIndicator(id);
    const [first = 0] = definition.warmup({});
    const [value] = definition.compute(bars, {});
    const want = Array.from(value!, (_, i) => (i < first ? Number.NaN : of(bars, i)));
    expect(want.some((sign) => sign !== 0)).toBe(true);
    expect(Array.from(value!)).toEqual(want);
  });

  it('covers every pattern of the catalog', () => {
    const own = ['inside-bar', 'outside-bar', 'tweezer-bottom', 'tweezer-top'];
    const patterns = indicatorCatalog.filter(({ group }) => group === 'candlestick').map(({ id }) => id);
    expect([...TALIB.map(({ id }) => id), ...own].toSorted()).toEqual(patterns);
  });
});

describe('the penetration of a pattern', () => {
  it('asks for a deeper close the larger it is', () => {
    const bars = barsOnGrid(20_000);
    const count = (penetration: number): number =>
      findIndicator('dark-cloud-cover')
        .compute(bars, { penetration })[0]!
        .filter((value) => value < 0).length;
    expect(count(0.1)).toBeGreaterThan(count(0.9));
  });
});

function colour({ open, close }: BarSeries, bar: number): number {
  return close[bar]! >= open[bar]! ? 1 : -1;
}

function level(series: BarSeries, end: 'high' | 'low', bar: number): boolean {
  let ranges = 0;
  for (let i = bar - 6; i < bar - 1; i++) ranges += series.high[i]! - series.low[i]!;
  const prices = series[end];
  return Math.abs(prices[bar]! - prices[bar - 1]!) <= 0.05 * (ranges / 5);
}

/** Bars on a grid of quarters, on which bodies, shadows and gaps are often equal or absent: thresholds are met exactly, not only passed. */
function barsOnGrid(length: number): BarSeries {
  const rng = createRng(3);
  const columns = allocateBarColumns(length);
  const onGrid = (value: number): number => Math.round(value * 4) / 4;
  const shadow = (): number => (rng.next() < 0.3 ? 0 : onGrid(4 * rng.next() * rng.next()));
  let before = 100;
  for (let bar = 0; bar < length; bar++) {
    const open = Math.max(1, before + onGrid(0.3 * rng.normal()));
    const close = Math.max(1, open + onGrid((rng.next() < 0.3 ? 0.1 : 0.75) * rng.normal()));
    columns.open[bar] = open;
    columns.close[bar] = close;
    columns.high[bar] = Math.max(open, close) + shadow();
    columns.low[bar] = Math.max(0.25, Math.min(open, close) - shadow());
    // Back to the start where the walk would leave the grid's range.
    before = close < 20 || close > 400 ? 100 : close;
  }
  return createBarSeries(seededWalk(1, 1).instrument, '1d', columns);
}
