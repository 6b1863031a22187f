import { describe, expect, it } from 'vitest';
import { MirroredRing } from './mirrored-ring.ts';

describe('MirroredRing', () => {
  it('holds the last values oldest first and in one piece, missing until there are enough', () => {
    const ring = new MirroredRing(3);
    const windows = [1, 2, 3, 4, 5, 6, 7].map((value) => {
      const from = ring.add(value);
      return Array.from(ring.slots.subarray(from, from + 3));
    });
    expect(windows).toEqual([
      [NaN, NaN, 1],
      [NaN, 1, 2],
      [1, 2, 3],
      [2, 3, 4],
      [3, 4, 5],
      [4, 5, 6],
      [5, 6, 7],
    ]);
  });

  it('goes on from its snapshot wherever in the ring it stood', () => {
    for (const seen of [0, 1, 2, 3, 4, 5]) {
      const ring = new MirroredRing(3);
      for (let value = 0; value < seen; value++) ring.add(value);
      const resumed = new MirroredRing(3);
      resumed.restore(JSON.parse(JSON.stringify(ring.snapshot())));
      const from = ring.add(9);
      const again = resumed.add(9);
      expect(resumed.slots.subarray(again, again + 3)).toEqual(ring.slots.subarray(from, from + 3));
    }
  });
});
