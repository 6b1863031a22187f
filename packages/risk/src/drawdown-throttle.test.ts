import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawdownThrottle } from './drawdown-throttle.ts';

describe('the drawdown throttle', () => {
  it('is whole up to its start, nothing from its stop on, and never rises with the drawdown', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(share, share, share, share, (a, b, one, other) => {
        const [start, stop] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(start < stop);
        const [shallow, deep] = [Math.min(one, other), Math.max(one, other)];
        expect(drawdownThrottle(deep, start, stop)).toBeLessThanOrEqual(drawdownThrottle(shallow, start, stop));
        expect(drawdownThrottle(start, start, stop)).toBe(1);
        expect(drawdownThrottle(stop, start, stop)).toBe(0);
      }),
    );
  });

  it('refuses a stop that is not beyond its start, and a drawdown that is no number', () => {
    expect(() => drawdownThrottle(0, 0.2, 0.2)).toThrow(expect.objectContaining({ code: 'risk.bad-param' }));
    expect(() => drawdownThrottle(0, Number.NaN, 0.2)).toThrow(expect.objectContaining({ code: 'risk.bad-param' }));
    expect(() => drawdownThrottle(Number.NaN, 0, 0.2)).toThrow(expect.objectContaining({ code: 'risk.bad-input' }));
  });
});
