import { createRng } from '@candor/domain/rng';
import type { Adapters } from './adapter.ts';
import { numberIn } from './read-input.ts';
import { synthBars } from './synth-bars.ts';

export const PRNG_ADAPTERS: Adapters = {
  // The draws of each kind come from a generator of their own, begun at the same seed.
  'prng.mulberry32': (input) => {
    const seed = numberIn(input, 'seed');
    const integers = createRng(seed);
    const uniforms = createRng(seed);
    const normals = createRng(seed);
    return {
      u32: Array.from({ length: 5 }, () => integers.nextUint32()),
      uniform: Array.from({ length: 5 }, () => uniforms.next()),
      irwinHall12: Array.from({ length: 3 }, () => normals.normal()),
    };
  },
  'prng.synthBars': (input) => {
    const { open, high, low, close, volume } = synthBars(
      numberIn(input, 'seed'),
      numberIn(input, 'n'),
      numberIn(input, 'startCents'),
    );
    return { open, high, low, close, volume };
  },
};
