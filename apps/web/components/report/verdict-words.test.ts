import { expect, it } from 'vitest';
import { headlineParts } from './headline-parts.ts';
import { metricText } from './metric-text.ts';
import { oddsInWords } from './odds-in-words.ts';

it('parts a headline into its words and the sentence behind them', () => {
  expect(headlineParts('Not proven: it made money, but not so that chance is ruled out.')).toEqual({
    words: 'Not proven.',
    sentence: 'It made money, but not so that chance is ruled out.',
  });
  expect(headlineParts('Holds up so far.')).toEqual({ words: 'Holds up so far.', sentence: undefined });
});

it('says a level of confidence as odds', () => {
  expect([0.9, 0.95, 0.5, 0.99].map(oddsInWords)).toEqual(['9 in 10', '19 in 20', '1 in 2', '99 in 100']);
});

it('writes a sign on changes, none on levels, and no certainty', () => {
  expect(metricText({ id: 'totalReturn', unit: 'fraction' }, 0.327)).toBe('+32.7%');
  expect(metricText({ id: 'maxDrawdown', unit: 'fraction' }, -0.158)).toBe('−15.8%');
  expect(metricText({ id: 'volatility', unit: 'fraction' }, 0.117)).toBe('11.7%');
  expect(metricText({ id: 'dsr', unit: 'fraction' }, 0.9999)).toBe('over 99%');
  expect(metricText({ id: 'luckShare', unit: 'fraction' }, 0)).toBe('under 1%');
  expect(metricText({ id: 'longestUnderwater', unit: 'sessions' }, 1)).toBe('1 session');
});
