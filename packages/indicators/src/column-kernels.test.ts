import type { Json } from '@candor/domain/json';
import type { ColumnKernel } from '@candor/domain/ports/indicator';
import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { DelayLine } from './delay-line.ts';
import { GapAwareSum } from './gap-aware-sum.ts';
import { GapAwareVariance } from './gap-aware-variance.ts';
import { createAlma } from './indicators/alma.ts';
import { createDema } from './indicators/dema.ts';
import { createHma } from './indicators/hma.ts';
import { createKama } from './indicators/kama.ts';
import { createMcginley } from './indicators/mcginley.ts';
import { createT3 } from './indicators/t3.ts';
import { createTema } from './indicators/tema.ts';
import { createTrima } from './indicators/trima.ts';
import { createUlcerIndex } from './indicators/ulcer-index.ts';
import { createWma } from './indicators/wma.ts';
import { createZlema } from './indicators/zlema.ts';
import { createMeanVariance } from './mean-variance.ts';
import { WindowSlope } from './window-slope.ts';
import { WindowSum } from './window-sum.ts';

// Periods around the edges of blocks: even, odd, smallest.
const KERNELS: Readonly<Record<string, () => ColumnKernel>> = {
  'alma 9': () => createAlma(9),
  'alma 1': () => createAlma(1),
  'delay 0': () => new DelayLine(0),
  'delay 5': () => new DelayLine(5),
  'dema 4': () => createDema(4),
  'dema 4 inner-first': () => createDema(4, 'inner-first'),
  'gap-aware sum 4': () => new GapAwareSum(4),
  'gap-aware variance 4': () => new GapAwareVariance(4),
  'hma 9': () => createHma(9),
  'hma 2': () => createHma(2),
  'kama 5': () => createKama({ period: 5 }),
  'kama 1': () => createKama({ period: 1 }),
  'mcginley 5': () => createMcginley(5),
  'mean variance 5': () => createMeanVariance(5),
  'slope 2': () => new WindowSlope(2),
  'slope 7': () => new WindowSlope(7),
  'sum 3': () => new WindowSum(3),
  't3 3': () => createT3(3),
  't3 3 first': () => createT3(3, 0.5, 'first'),
  'tema 3': () => createTema(3),
  'trima 1': () => createTrima(1),
  'trima 6': () => createTrima(6),
  'trima 7': () => createTrima(7),
  'ulcer 5': () => createUlcerIndex(5),
  'wma 1': () => createWma(1),
  'wma 8': () => createWma(8),
  'zlema 2': () => createZlema(2),
  'zlema 7': () => createZlema(7),
};

describe.each(Object.entries(KERNELS))('%s', (_, create) => {
  const rng = createRng(21);
  const values = Float64Array.from({ length: 300 }, () => 100 + rng.normal());
  const single = create();
  const ready: boolean[] = [];
  const one = values.map((value) => {
    const out = single.next(value);
    ready.push(single.ready);
    return out;
  });

  it('folds columns of any length, from any state, also a restored one, as it takes values one by one', () => {
    let kernel = create();
    const many = new Float64Array(values.length);
    for (let from = 0; from < values.length; ) {
      const to = Math.min(values.length, from + rng.index(20));
      kernel.fold(values.subarray(from, to), many.subarray(from, to));
      if (rng.index(3) === 0) {
        const resumed = create();
        resumed.fold(Float64Array.of(3, 1, 4, 1, 5, 9, 2, 6), new Float64Array(8));
        resumed.restore(JSON.parse(JSON.stringify(kernel.snapshot())) as Json);
        kernel = resumed;
      }
      from = to;
    }
    expect(many).toEqual(one);
    expect(kernel.ready).toBe(single.ready);
  });

  it('is ready exactly when its output is there', () => {
    // The delay line is asked before a value, not after it.
    if (single instanceof DelayLine) return;
    expect(ready).toEqual(Array.from(one, (value) => !Number.isNaN(value)));
  });
});
