import { CandorError } from '@candor/domain/candor-error';
import { describe, expect, it } from 'vitest';
import { findIndicator, indicatorCatalog } from './catalog.ts';
import { describeParams } from './describe-params.ts';
import { INDICATOR_LAWS, sampleParams } from './laws.ts';
import { seededWalk } from './seeded-walk.ts';

describe.each(indicatorCatalog.map((definition) => ({ definition, id: definition.id })))('$id', ({ definition }) => {
  it.each(INDICATOR_LAWS.map((law) => ({ law, id: law.id, title: law.title })))('$id: $title', ({ law }) => {
    const samples = sampleParams(definition);
    expect(samples.length).toBeGreaterThan(0);
    for (const series of [seededWalk(1, 400), seededWalk(2, 250)]) {
      for (const params of samples) expect(law.check(definition, params, series), JSON.stringify(params)).toEqual([]);
    }
  });

  it('is the same in batch and bar by bar over columns longer than any stretch they are walked in', () => {
    const [law] = INDICATOR_LAWS.filter(({ id }) => id === 'stream-is-batch');
    expect(law?.check(definition, definition.parse({}), seededWalk(3, 2500))).toEqual([]);
  });

  it('describes itself fully', () => {
    expect(definition.id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    expect(definition.summary.endsWith('.')).toBe(true);
    expect(definition.source).not.toBe('');
    expect(new Set(definition.outputs.map((output) => output.name)).size).toBe(definition.outputs.length);
    expect(() => describeParams(definition.params)).not.toThrow();
    expect(() => definition.create(definition.parse({}))).not.toThrow();
  });
});

describe('the catalog', () => {
  it('holds each id once, in alphabetical order', () => {
    const ids = indicatorCatalog.map((definition) => definition.id);
    expect(ids).toEqual([...new Set(ids)].toSorted());
  });

  it('finds an indicator by id', () => {
    expect(findIndicator('rsi').title).toBe('Relative strength index');
  });

  it('answers an unknown id with the nearest known one', () => {
    expect(() => findIndicator('bolinger')).toThrow(/Did you mean "bollinger"\?/);
    expect(() => findIndicator('bolinger')).toThrow(
      expect.objectContaining({ code: 'indicators.unknown', kind: 'not-found' }),
    );
    expect(() => findIndicator('bolinger')).toThrow(CandorError);
    expect(() => findIndicator('nothing-like-it')).toThrow(/"nothing-like-it"\.$/);
  });
});
