import { expect, it } from 'vitest';
import { paramsInBrief, paramsInWords } from './run-document.ts';

it('writes parameters as people do, those inside of lists in brackets', () => {
  const members = [{ strategy: 'sma-crossover', weight: 2, params: { fast: 5 } }];
  expect(paramsInWords({ members, minEdge: 0.05, halfLife: null, direction: 'long-only' })).toBe(
    'members (strategy sma-crossover, weight 2, params (fast 5)), minEdge 0.05, halfLife none, direction long-only',
  );
});

it('names the members alone where there is one line for everything', () => {
  const members = [
    { strategy: 'sma-crossover', weight: 2, params: { fast: 5 } },
    { strategy: 'markov-chain', weight: 1 },
  ];
  expect(paramsInBrief({ members, levels: [1, 2], minEdge: 0.05 })).toBe(
    'members sma-crossover + markov-chain, levels 1 + 2, minEdge 0.05',
  );
});
