import { describe, expect, it } from 'vitest';
import { createChoppiness } from './choppiness.ts';

describe('createChoppiness', () => {
  it('is 0 when price went straight and 100 when each bar walked the whole span', () => {
    const straight = createChoppiness(4);
    const sideways = createChoppiness(4);
    let rows: number[][] = [];
    for (let i = 0; i < 6; i++) {
      rows = [...rows, [straight.next(101 + i, 100 + i, 101 + i), sideways.next(101, 100, 100 + (i % 2))]];
    }
    expect(rows[4]?.[0]).toBeCloseTo(0, 12);
    expect(rows[4]?.[1]).toBeCloseTo(100, 12);
  });
});
