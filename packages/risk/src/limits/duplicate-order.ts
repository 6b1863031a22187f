import { z } from 'zod';
import { defineLimit } from '../define-limit.ts';
import { deny } from '../deny.ts';
import { count, doing } from '../in-words.ts';

export const duplicateOrder = defineLimit({
  id: 'duplicate-order',
  code: 'DUPLICATE',
  title: 'Duplicate order',
  summary: 'Refuses a second order of the same symbol, side and quantity within a window of market time.',
  params: z.strictObject({ windowMs: z.number().positive().meta({ title: 'Window', unit: 'ms' }) }),
  unit: 'ms',
  presence: 'optional',
  skipsReducing: false,
  memoryMs: ({ windowMs }) => windowMs,
  create: ({ windowMs }) => ({
    check({ order, recent, at }) {
      const ageMs = recent.ageOfTwin(order, at, windowMs);
      if (ageMs === undefined) return undefined;
      return deny(
        'DUPLICATE',
        `${doing(order, order.quantity)} was already approved ${count(ageMs)} ms ago; the same order may come again after ${count(windowMs)} ms.`,
        { value: ageMs, limit: windowMs },
      );
    },
  }),
});
