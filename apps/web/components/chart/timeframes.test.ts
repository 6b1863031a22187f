import { describe, expect, it } from 'vitest';
import { addDays, CHART_TIMEFRAMES, heldFor, windowBefore, windowUpTo } from './timeframes';

const EARLIEST = '2013-05-13';

describe('the windows in which bars are loaded', () => {
  it('cover every day down to the first there is, without a gap and without a day twice', () => {
    for (const timeframe of CHART_TIMEFRAMES.map(heldFor)) {
      let window = windowUpTo('2018-05-11', EARLIEST, timeframe);
      expect(window.to).toBe('2018-05-11');
      for (;;) {
        const older = windowBefore(window, EARLIEST, timeframe);
        if (older === undefined) break;
        expect(addDays(older.to, 1)).toBe(window.from);
        window = older;
      }
      expect(window.from).toBe(EARLIEST);
    }
  });

  it('mostly begin where they did when they end a day later', () => {
    const starts = Array.from({ length: 14 }, (_, day) => windowUpTo(addDays('2018-01-02', day), EARLIEST, '1m').from);
    expect(new Set(starts).size).toBeLessThanOrEqual(4);
  });
});
