import { expect, it } from 'vitest';
import { alignCurves } from './align-curves.ts';

it('puts curves of other spans on one axis, each missing outside of its own span', () => {
  const aligned = alignCurves([
    { times: [1, 2, 4], values: [100, 110, 120] },
    { times: [2, 3], values: [50, 25] },
  ]);
  expect(aligned.times).toEqual([1, 2, 3, 4]);
  expect(aligned.columns).toEqual([
    [100, 110, 110, 120],
    [null, 50, 25, null],
  ]);
});

it('keeps every value of every curve', () => {
  const curves = [
    { times: [0, 10, 20], values: [1, 2, 3] },
    { times: [5, 10, 15], values: [2, 4, 6] },
  ];
  const { times, columns } = alignCurves(curves);
  curves.forEach((curve, place) => {
    curve.times.forEach((time, row) => {
      expect(columns[place]?.[times.indexOf(time)]).toBe(curve.values[row]);
    });
  });
});
