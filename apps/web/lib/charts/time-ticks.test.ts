import { describe, expect, it } from 'vitest';
import { timeTicks } from './time-ticks';

const DAY_MS = 86_400_000;
const start = Date.UTC(2014, 6, 28, 20);
const days = (count: number, stepMs = DAY_MS) => Array.from({ length: count }, (_, day) => start + day * stepMs);

describe('timeTicks', () => {
  it.each([2, 9, 40, 400, 1_260, 9_000])('rises and never gives more than was asked for, over %d days', (count) => {
    for (const most of [3, 6, 12]) {
      const ticks = timeTicks(days(count), most);
      expect(ticks.length).toBeLessThanOrEqual(most);
      for (const [place, { index }] of ticks.entries()) expect(index).toBeGreaterThan(ticks[place - 1]?.index ?? -1);
    }
  });

  it('begins a month with its first bar, and names the year in January', () => {
    const times = days(200);
    const ticks = timeTicks(times, 8);
    expect(ticks.map(({ label }) => label)).toEqual(['Aug', 'Sept', 'Oct', 'Nov', 'Dec', '2015', 'Feb']);
    for (const { index } of ticks) expect(new Date(times[index] ?? 0).getUTCDate()).toBe(1);
  });

  it('names the time of day at the exchange where the bars are minutes', () => {
    const times = Array.from({ length: 120 }, (_, minute) => Date.UTC(2018, 0, 2, 14, 30) + minute * 60_000);
    expect(timeTicks(times, 5).map(({ label }) => label)).toEqual(['09:30', '10:00', '10:30', '11:00']);
  });

  it('gives none for a single point', () => {
    expect(timeTicks([start], 5)).toEqual([]);
  });
});
