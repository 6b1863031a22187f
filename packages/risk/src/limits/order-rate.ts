import { MS_PER_MINUTE } from '@candor/domain/time';
import { z } from 'zod';
import { defineLimit } from '../define-limit.ts';
import { deny } from '../deny.ts';
import { count } from '../in-words.ts';

export const orderRate = defineLimit({
  id: 'order-rate',
  code: 'ORDER_RATE',
  title: 'Orders per minute',
  summary: 'Refuses an order when too many were approved in the last 60 seconds of market time.',
  params: z.strictObject({ maxOrdersPerMinute: z.int().positive().meta({ title: 'Orders a minute', unit: 'orders' }) }),
  unit: 'orders',
  presence: 'optional',
  skipsReducing: false,
  memoryMs: () => MS_PER_MINUTE,
  create: ({ maxOrdersPerMinute }) => ({
    check({ recent, at }) {
      const sent = recent.count(at, MS_PER_MINUTE);
      if (sent < maxOrdersPerMinute) return undefined;
      return deny(
        'ORDER_RATE',
        `${count(sent)} orders were approved in the last minute; the limit is ${count(maxOrdersPerMinute)}.`,
        { value: sent, limit: maxOrdersPerMinute, headroom: 0 },
      );
    },
    usage: (_account, at, recent) => ({ value: recent.count(at, MS_PER_MINUTE), limit: maxOrdersPerMinute }),
  }),
});
