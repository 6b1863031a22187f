import type { Rng } from './ports/rng.ts';

/**
 * Returns the mulberry32 generator (T. Ettinger, public domain) that every seeded routine uses: 32 bits of state, period 2^32.
 * `next` is uniform on [0,1), `normal` the sum of twelve uniforms minus six (exact in doubles; mean 0, standard deviation 1).
 */
export function createRng(seed: number): Rng {
  let state = seed | 0;
  const nextUint32 = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return (t ^ (t >>> 14)) >>> 0;
  };
  const next = (): number => nextUint32() / 4_294_967_296;
  return {
    nextUint32,
    next,
    normal: () => {
      let sum = 0;
      for (let draw = 0; draw < 12; draw++) sum += next();
      return sum - 6;
    },
    index: (length) => Math.floor(next() * length),
    snapshot: () => state >>> 0,
  };
}
