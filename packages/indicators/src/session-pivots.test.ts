import { createBarSeries } from '@candor/domain/bar';
import { describe, expect, it } from 'vitest';
import { camarillaPivots } from './indicators/camarilla-pivots.ts';
import { demarkPivots } from './indicators/demark-pivots.ts';
import { pivotPoints } from './indicators/pivot-points.ts';
import { INDICATOR_LAWS } from './laws.ts';
import { pivotLevels } from './pivot-levels.ts';
import { seededWalk } from './seeded-walk.ts';

const walk = seededWalk(6, 260);
const session = walk.session.map((bar) => Math.floor(bar / 13));
const intraday = createBarSeries(walk.instrument, '30m', { ...walk, session });

const CASES = [
  { definition: pivotPoints, params: { convention: 'standard' } },
  { definition: pivotPoints, params: { convention: 'fibonacci' } },
  { definition: pivotPoints, params: { convention: 'woodie' } },
  { definition: camarillaPivots, params: {} },
  { definition: demarkPivots, params: {} },
] as const;

describe.each(CASES)('$definition.id $params', ({ definition, params }) => {
  // The warm-up of one bar is that of daily bars; here the first session has to end.
  const laws = INDICATOR_LAWS.filter(({ id }) => id !== 'warm-up');

  it.each(laws)('keeps the law "$id" on sessions of many bars', (law) => {
    expect(law.check(definition, params, intraday)).toEqual([]);
  });

  it('draws throughout a session the levels of the one before, and none in the first', () => {
    const convention =
      'convention' in params ? params.convention : definition === demarkPivots ? 'demark' : 'camarilla';
    const columns = definition.compute(intraday, definition.parse(params) as never);
    for (let bar = 0; bar < intraday.length; bar++) {
      const levels = columns.map((column) => column[bar]);
      const start = 13 * session[bar]!;
      const levelsBefore =
        start === 0
          ? levels.map(() => Number.NaN)
          : pivotLevels(convention, {
              open: walk.open[start - 13]!,
              high: Math.max(...walk.high.subarray(start - 13, start)),
              low: Math.min(...walk.low.subarray(start - 13, start)),
              close: walk.close[start - 1]!,
              nextOpen: walk.open[start]!,
            });
      expect(levels).toEqual(Array.from(levelsBefore));
    }
  });
});

describe('pivotLevels', () => {
  const day = { open: 10, high: 12, low: 9, close: 11, nextOpen: 11.5 };

  it('refuses an unknown convention with the nearest known one', () => {
    expect(() => pivotLevels('camarila' as 'camarilla', day)).toThrow(/Did you mean "camarilla"\?/);
  });

  it.each([{ high: Number.NaN }, { low: 13 }, { close: Number.POSITIVE_INFINITY }])('refuses %o', (wrong) => {
    expect(() => pivotLevels('standard', { ...day, ...wrong })).toThrow(
      expect.objectContaining({ code: 'indicators.bad-input' }),
    );
  });

  it('reads the next open only for Woodie and the open only for DeMark', () => {
    const missing = Number.NaN;
    expect(() => pivotLevels('standard', { ...day, open: missing, nextOpen: missing })).not.toThrow();
    expect(() => pivotLevels('woodie', { ...day, nextOpen: missing })).toThrow(/finite/);
    expect(() => pivotLevels('demark', { ...day, open: missing })).toThrow(/finite/);
  });

  it('counts twice the end towards which a DeMark day closed, and the close of a day that went nowhere', () => {
    const pivot = (open: number) => pivotLevels('demark', { ...day, open })[0]! * 4;
    expect([pivot(10), pivot(11.9), pivot(11)]).toEqual([32 + 12, 32 + 9, 32 + 11]);
  });
});
