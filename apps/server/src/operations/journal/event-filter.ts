import type { RecordedEvent } from '@candor/domain/events';
import { z } from 'zod';

const EventType = z.enum({
  decision: 'decision',
  annotation: 'annotation',
  'no-order': 'no-order',
  'order-approved': 'order-approved',
  'order-refused': 'order-refused',
  'order-filled': 'order-filled',
  'order-cancelled': 'order-cancelled',
  'order-expired': 'order-expired',
  'order-rejected': 'order-rejected',
  halted: 'halted',
  resumed: 'resumed',
  'limit-breached': 'limit-breached',
} as const satisfies { readonly [Type in RecordedEvent['type']]: Type });

/** The field of an input that asks for some types of happenings. */
export const EventTypes = z
  .array(EventType)
  .max(EventType.options.length)
  .optional()
  .describe('Only happenings of these types, such as order-refused,halted.');

/** Returns the field of an input that says where a list of happenings begins. */
export function listOrder(usual: 'newest' | 'oldest') {
  return z.enum(['newest', 'oldest']).default(usual).describe('Which comes first.');
}
