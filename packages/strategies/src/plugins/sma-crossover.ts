import { flat, long, short } from '@candor/domain/signal';
import { createSma } from '@candor/indicators/indicators/sma';
import { z } from 'zod';
import { defineStrategy } from '../define-strategy.ts';

/** The oldest rule of trend following; Brock, Lakonishok & LeBaron 1992, J. Finance 47, 1731-1764 test it on a century of the Dow. */
export const smaCrossover = defineStrategy({
  id: 'sma-crossover',
  title: 'SMA crossover',
  summary: 'Long while the fast average of closes is above the slow one; says nothing about how strong the trend is.',
  params: z
    .object({
      fast: z.int().min(2).max(5000).default(10).meta({ title: 'Fast average', unit: 'bars' }),
      slow: z.int().min(3).max(5000).default(30).meta({ title: 'Slow average', unit: 'bars' }),
      direction: z.enum(['long-only', 'long-short']).default('long-only').meta({
        description: 'What it does while the fast average is below the slow one: holds nothing, or sells short.',
      }),
    })
    .refine(({ fast, slow }) => fast < slow, { path: ['fast'], message: 'must be below "slow"' }),
  warmup: ({ slow }) => slow,
  create: ({ fast, slow, direction }) => {
    const parts = { quick: createSma(fast), calm: createSma(slow) };
    // 1 above, -1 below, 0 not yet known; equal averages leave it as it is.
    const memory = { side: 0 };
    // Said over and over, so made once.
    const above = long({ confidence: 0.6, reason: `SMA ${fast} is above SMA ${slow}` });
    const reason = `SMA ${fast} is below SMA ${slow}`;
    const below = direction === 'long-only' ? flat({ reason }) : short({ confidence: 0.6, reason });
    return {
      parts,
      memory,
      onBar(view) {
        const close = view.close;
        const quick = parts.quick.next(close);
        const calm = parts.calm.next(close);
        // Before the slow average exists it is NaN, and both comparisons fail.
        if (quick > calm) {
          if (memory.side === 1) return undefined;
          memory.side = 1;
          return above;
        }
        if (quick < calm) {
          if (memory.side === -1) return undefined;
          memory.side = -1;
          return below;
        }
        return undefined;
      },
    };
  },
});
