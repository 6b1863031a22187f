import { BarCursor, type BarSeries } from '@candor/domain/bar';
import { describe, expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { garmanKlass } from './garman-klass.ts';
import { historicalVolatility } from './historical-volatility.ts';
import { parkinson } from './parkinson.ts';
import { rogersSatchell } from './rogers-satchell.ts';
import { yangZhang } from './yang-zhang.ts';

describe.each(
  [historicalVolatility, parkinson, garmanKlass, rogersSatchell, yangZhang].map((one) => ({ one, id: one.id })),
)('$id', ({ one: definition }) => {
  const series = seededWalk(6, 200);
  const [plain] = definition.compute(series, { period: 10, periodsPerYear: 252 });

  it('grows with the root of the bars in a year', () => {
    const [quadrupled] = definition.compute(series, { period: 10, periodsPerYear: 4 * 252 });
    for (let i = 20; i < series.length; i++) expect(quadrupled![i]).toBeCloseTo(2 * plain![i]!, 12);
  });

  it('is the same of prices a million times larger', () => {
    const times = (column: Float64Array): Float64Array => column.map((price) => price * 1e6);
    const large: BarSeries = {
      ...series,
      open: times(series.open),
      high: times(series.high),
      low: times(series.low),
      close: times(series.close),
    };
    const [volatility] = definition.compute(large, { period: 10, periodsPerYear: 252 });
    for (let i = 20; i < series.length; i++) expect(volatility![i]).toBeCloseTo(plain![i]!, 10);
  });

  it('is refused where a price is not above zero, by the column and the bar', () => {
    for (const price of [0, -1]) {
      const broken: BarSeries = {
        ...series,
        open: series.open.with(50, price),
        low: series.low.with(50, price),
        close: series.close.with(50, price),
      };
      expect(() => definition.compute(broken, { period: 10, periodsPerYear: 252 })).toThrow(
        expect.objectContaining({
          code: 'indicators.bad-input',
          message: expect.stringMatching(new RegExp(`"(open|low|close)" of .+ is ${price} at bar 50; .+ above 0`)),
        }),
      );
    }
  });

  it('is missing, bar by bar, while a price of zero is in the window, and as ever after it', () => {
    const broken: BarSeries = {
      ...series,
      open: series.open.with(50, 0),
      low: series.low.with(50, 0),
      close: series.close.with(50, 0),
    };
    const indicator = definition.create({ period: 10, periodsPerYear: 252 });
    const cursor = new BarCursor(broken);
    const volatility = Array.from({ length: broken.length }, (_, bar) => {
      BarCursor.move(cursor, bar);
      indicator.push(cursor);
      return indicator.out[0]!;
    });
    const missing = [...volatility.keys()].filter((i) => i >= 10 && Number.isNaN(volatility[i]!));
    // Those that look at the close before see the zero one bar longer.
    const last = 59 + definition.warmup({ period: 10, periodsPerYear: 252 })[0]! - 9;
    expect(missing).toEqual(Array.from({ length: last - 49 }, (_, bar) => 50 + bar));
    for (let i = last + 1; i < series.length; i++) expect(volatility[i]).toBeCloseTo(plain![i]!, 12);
  });
});
