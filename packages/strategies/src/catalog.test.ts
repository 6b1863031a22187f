import { describe, expect, it } from 'vitest';
import { findStrategy, strategyCatalog } from './catalog.ts';
import { practiceBars } from './laws/practice-bars.ts';
import { checkStrategyLaws } from './laws.ts';

const bars = practiceBars(1500, 11);

describe.each(strategyCatalog.map((definition) => [definition.id, definition] as const))('%s', (id, definition) => {
  const results = checkStrategyLaws(definition, bars);
  for (const { law, ok, explanation } of results) {
    it(law, () => expect(ok, explanation).toBe(true));
  }

  it('wishes something in the end: laws kept by silence prove nothing', () => {
    expect(results.find(({ law }) => law === 'runs')?.explanation).toMatch(/spoke on [1-9]/);
  });

  it('describes itself: one sentence, defaults for every parameter', () => {
    expect(definition.summary).toMatch(/^[A-Z].*\.$/);
    expect(definition.parse({})).toEqual(definition.params.parse({}));
    expect(findStrategy(id)).toBe(definition);
  });

  it('refuses a parameter it does not have, naming those it has', () => {
    expect(() => definition.parse({ nonsense: 1 })).toThrow(/has no parameter "nonsense"/);
  });
});

describe('the catalog', () => {
  it('gives every strategy an id of its own', () => {
    expect(new Set(strategyCatalog.map(({ id }) => id)).size).toBe(strategyCatalog.length);
  });

  it('offers the nearest strategy for a slip of the pen', () => {
    expect(() => findStrategy('sma-crosover')).toThrow(
      expect.objectContaining({
        code: 'strategies.unknown',
        kind: 'not-found',
        message: expect.stringContaining('Did you mean "sma-crossover"?'),
      }),
    );
  });
});
