import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeParams } from './describe-params.ts';
import { macd } from './indicators/macd.ts';

it('reads names, types, bounds and defaults from zod, also behind a rule that spans fields', () => {
  expect(describeParams(macd.params)).toEqual([
    { name: 'fast', type: 'integer', default: 12, min: 1, exclusive: false, max: 5000 },
    { name: 'slow', type: 'integer', default: 26, min: 2, exclusive: false, max: 5000 },
    { name: 'signal', type: 'integer', default: 9, min: 1, exclusive: false, max: 5000 },
    { name: 'convention', type: 'choice', default: 'talib', choices: ['talib', 'classic', 'first'] },
  ]);
});

it('does not accept a parameter without default or bounds', () => {
  expect(() => describeParams(z.object({ period: z.int().min(1).max(9) }))).toThrow(/"period"/);
  expect(() => describeParams(z.object({ factor: z.number().default(1) }))).toThrow(/"factor"/);
});
