import { describe, expect, it } from 'vitest';
import { refusalLines } from './refusal-lines';

describe('a refusal', () => {
  it('is told limit by limit, each with its code', () => {
    expect(refusalLines('MAX_POSITION: Too much. BUYING_POWER: Only 12 USD is left.')).toEqual([
      { code: 'MAX_POSITION', words: 'Too much.' },
      { code: 'BUYING_POWER', words: 'Only 12 USD is left.' },
    ]);
  });

  it('of no limit stays one sentence', () => {
    expect(refusalLines('The order is too small: one share at least.')).toEqual([
      { code: undefined, words: 'The order is too small: one share at least.' },
    ]);
  });
});
