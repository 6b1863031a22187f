import { expect, it } from 'vitest';
import { drawnRows, rebased, rowOfDay, spread } from './equity-series.ts';

it('spreads a column that is known at some rows over all, beginning with the start', () => {
  expect(spread([1, 3], [120, 100], 100, 5)).toEqual([110, 120, 110, 100, 100]);
});

it('gives back what it was given where it is known', () => {
  const rows = [10, 20, 31, 40];
  const values = [5, 9, 2, 7];
  const column = spread(rows, values, 1, 41);
  expect(rows.map((row) => column[row])).toEqual(values);
});

const DAY = 86_400_000;

it('never takes a close of the index that was not known yet', () => {
  const index = { closedAt: [2 * DAY, 3 * DAY], close: [50, 75] };
  expect(rebased([1 * DAY, 2 * DAY, 2.5 * DAY, 3 * DAY], index, 100)).toEqual([null, 100, 100, 150]);
});

it('is missing where the index ends, rather than flat', () => {
  const index = { closedAt: [DAY], close: [50] };
  expect(rebased([DAY, 4 * DAY, 9 * DAY], index, 100)).toEqual([100, 100, null]);
});

it('finds the first row of a day', () => {
  const times = ['2016-11-08T21:00:00Z', '2016-11-09T21:00:00Z'].map((at) => Date.parse(at));
  expect(rowOfDay(times, '2016-11-09')).toBe(1);
  expect(rowOfDay(times, '2017-01-01')).toBeUndefined();
});

it('draws every row of a short run, and of a long one the last of each day', () => {
  const minutes = Array.from({ length: 6_000 }, (_, minute) => new Date(minute * 60_000).toISOString());
  expect(drawnRows(minutes.slice(0, 5_000))).toHaveLength(5_000);
  expect(drawnRows(minutes)).toEqual([1_439, 2_879, 4_319, 5_759, 5_999]);
});
