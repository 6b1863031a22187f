import { describe, expect, it } from 'vitest';
import { seededWalk } from '../seeded-walk.ts';
import { adx, createAdx } from './adx.ts';

describe('createAdx', () => {
  it('begins under "talib" with one movement less than under "wilder", and forgets the difference', () => {
    const bars = seededWalk(4, 500);
    const talib = adx.compute(bars, { period: 5, convention: 'talib' });
    const wilder = adx.compute(bars, { period: 5, convention: 'wilder' });
    expect(talib[3]![9]).not.toBeCloseTo(wilder[3]![9]!, 2);
    for (const [line, column] of talib.entries()) expect(column[499]).toBeCloseTo(wilder[line]![499]!, 9);
  });

  it('is 100 when price only rises, with all movement up', () => {
    const kernel = createAdx(4);
    for (let bar = 0; bar < 20; bar++) kernel.next(11 + bar, 10 + bar, 10.5 + bar);
    expect([kernel.minusDI, kernel.dx, kernel.adx, kernel.adxr]).toEqual([0, 100, 100, 100]);
  });

  it('keeps the DX before while nothing points anywhere', () => {
    // Period 1 has no memory of its own: bars inside the one before have no movement at all.
    const kernel = createAdx(1);
    kernel.next(10, 8, 9);
    kernel.next(12, 9, 11);
    expect(kernel.dx).toBe(100);
    kernel.next(11, 10, 10.5);
    expect([kernel.plusDI, kernel.minusDI, kernel.dx]).toEqual([0, 0, 100]);
  });

  it('counts a bar that rises as far as it falls as no movement', () => {
    const kernel = createAdx(1);
    kernel.next(10, 8, 9);
    kernel.next(11, 7, 9);
    expect([kernel.plusDI, kernel.minusDI]).toEqual([0, 0]);
  });

  it('refuses a period of zero', () => {
    expect(() => createAdx(0)).toThrow(/"period" must be a whole number from 1 to 5000/);
  });
});
