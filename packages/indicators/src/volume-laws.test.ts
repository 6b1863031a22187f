import { createBarSeries } from '@candor/domain/bar';
import { describe, expect, it } from 'vitest';
import { indicatorCatalog } from './catalog.ts';
import { INDICATOR_LAWS } from './laws.ts';
import { seededWalk } from './seeded-walk.ts';

const LAWS = INDICATOR_LAWS.filter(({ id }) => ['stream-is-batch', 'prefix', 'snapshot', 'peek'].includes(id));

const walk = seededWalk(4, 300);
const withVolume = (volume: Float64Array) => createBarSeries(walk.instrument, walk.timeframe, { ...walk, volume });

// Nothing at first, for longer than any default warm-up, and stretches of nothing later.
const sparse = withVolume(walk.volume.map((volume, bar) => (bar < 70 || bar % 90 < 25 ? 0 : volume)));
const silent = withVolume(new Float64Array(walk.length));

const readers = indicatorCatalog.filter(({ inputs }) => inputs.includes('volume'));

describe.each(readers.map((definition) => ({ definition, id: definition.id })))(
  '$id without trades',
  ({ definition }) => {
    it.each(LAWS)('$id', (law) => {
      for (const series of [sparse, silent]) expect(law.check(definition, definition.parse({}), series)).toEqual([]);
    });

    it('is finite, or missing for the reason it gives', () => {
      const warmup = definition.warmup(definition.parse({}));
      for (const series of [sparse, silent]) {
        definition.compute(series, definition.parse({})).forEach((column, slot) => {
          const mayMiss = definition.outputs[slot]?.mayBeMissing !== undefined;
          const odd = column.subarray(warmup[slot]).filter((value) => !(Number.isFinite(value) || mayMiss));
          expect(Array.from(odd), definition.outputs[slot]?.name).toEqual([]);
        });
      }
    });

    it('refuses bars whose source reports no volume', () => {
      const unreported = withVolume(new Float64Array(walk.length).fill(Number.NaN));
      expect(() => definition.compute(unreported, definition.parse({}))).toThrow(
        expect.objectContaining({ code: 'indicators.bad-input', message: expect.stringContaining('"volume"') }),
      );
    });
  },
);
