import { describe, expect, it } from 'vitest';
import { FloatState } from './float-state.ts';

describe('FloatState', () => {
  it('survives JSON, what is missing included', () => {
    const state = new FloatState('a machine', [1.1, Number.NaN, -0]);
    const restored = new FloatState('a machine', [0, 0, 0]);
    restored.restore(JSON.parse(JSON.stringify(state.snapshot())));
    expect(restored.slots).toEqual(Float64Array.of(1.1, Number.NaN, 0));
  });

  it('refuses what is not its snapshot, by name', () => {
    const state = new FloatState('a machine', [1, 2]);
    expect(() => state.restore([1])).toThrow(/not a snapshot of a machine/);
    expect(() => state.restore(['1', 2])).toThrow(expect.objectContaining({ code: 'indicators.bad-snapshot' }));
    expect(state.slots).toEqual(Float64Array.of(1, 2));
  });
});
