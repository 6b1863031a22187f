import { expect, it } from 'vitest';
import { paramsInWords } from './run-document.ts';

it('writes parameters as people do, those inside of lists in brackets', () => {
  const members = [{ strategy: 'sma-crossover', weight: 2, params: { fast: 5 } }];
  expect(paramsInWords({ members, minEdge: 0.05, halfLife: null, direction: 'long-only' })).toBe(
    'members (strategy sma-crossover, weight 2, params (fast 5)), minEdge 0.05, halfLife none, direction long-only',
  );
});
