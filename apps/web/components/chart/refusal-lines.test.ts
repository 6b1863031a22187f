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
    expect(refusalLines('Buying USD: no such symbol.')).toEqual([
      { code: undefined, words: 'Buying USD: no such symbol.' },
    ]);
  });
});
