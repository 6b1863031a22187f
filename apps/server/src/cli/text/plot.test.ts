import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPlot } from './plot.ts';

const label = (value: number): string => value.toFixed(1);
const curveOf = (line: string): string => line.slice(0, line.indexOf(' │'));
const filled = (lines: readonly string[], column: number): number =>
  lines.filter((line) => (curveOf(line)[column] ?? ' ') !== ' ').length;

describe('renderPlot', () => {
  it('fills more of a column where the value is higher, and all of the highest', () => {
    const lines = renderPlot([0, 1, 2, 3], { width: 4, height: 4, from: 'up', label });
    expect([0, 1, 2, 3].map((column) => filled(lines, column))).toEqual([1, 2, 3, 4]);
  });

  it('hangs a drawdown from its peak', () => {
    const lines = renderPlot([0, -1, -4], { width: 3, height: 4, from: 'down', label });
    expect([0, 1, 2].map((column) => filled(lines, column))).toEqual([0, 1, 4]);
    expect([lines[0], lines[3]].map((line) => line?.split(' │ ')[1])).toEqual([' 0.0', '-4.0']);
  });

  it('keeps its size whatever it is given, a constant series included', () => {
    const values = fc.array(fc.double({ min: -1e6, max: 0, noNaN: true }), { minLength: 1, maxLength: 300 });
    fc.assert(
      fc.property(
        values,
        fc.integer({ min: 1, max: 80 }),
        fc.constantFrom<'up' | 'down'>('up', 'down'),
        (series, width, from) => {
          const lines = renderPlot(series, { width, height: 5, from, label });
          expect(lines).toHaveLength(5);
          for (const line of lines) expect(curveOf(line)).toHaveLength(Math.min(width, series.length));
        },
      ),
    );
  });

  it('shows the end of the series in its last column', () => {
    const lines = renderPlot([...Array.from({ length: 1_000 }, () => 0), 10], {
      width: 20,
      height: 4,
      from: 'up',
      label,
    });
    expect(filled(lines, 19)).toBe(4);
    expect(filled(lines, 18)).toBe(1);
  });
});
