import type { Schemas } from '@/lib/api/client';
import { counted, money, price, quantity } from '@/lib/format';
import { askedByText, type OrderLine } from './order-line';
import type { Step } from './order-timeline';

type StoredOrder = Schemas['Order'];

/** Returns the life of an order that was approved, from what was written. */
export function stepsOfOrder({ order, fills, events }: StoredOrder, origin: string): readonly Step[] {
  const steps: Step[] = [];
  const ends: Step[] = [];
  for (const { seq, at, recordedAt, happening } of events) {
    if (happening.type === 'order-approved') {
      steps.push({
        id: `${seq}`,
        title: 'Approved by risk',
        says: `${askedByText(origin)}. Every limit of the account passed.`,
        at,
        recordedAt,
        grade: 'done',
      });
    } else if (
      happening.type === 'order-cancelled' ||
      happening.type === 'order-expired' ||
      happening.type === 'order-rejected'
    ) {
      const title = {
        'order-cancelled': 'Cancelled',
        'order-expired': 'Expired',
        'order-rejected': 'Rejected by the broker',
      }[happening.type];
      ends.push({
        id: `${seq}`,
        title,
        says: happening.reason,
        at,
        recordedAt,
        grade: happening.type === 'order-rejected' ? 'refused' : 'done',
      });
    }
  }
  steps.push(
    order.sentAt === null
      ? {
          id: 'sent',
          title: order.endedAt === null ? 'Sent to the broker' : 'Never sent',
          says: 'Waits for its turn.',
          grade: order.endedAt === null ? 'waiting' : 'never',
        }
      : {
          id: 'sent',
          title: 'Sent to the broker',
          says: 'Accepted by the simulated exchange.',
          recordedAt: order.sentAt,
          grade: 'done',
        },
  );
  for (const fill of fills) {
    steps.push({
      id: `fill-${fill.sequence}`,
      title: `Filled ${quantity(fill.quantity)} at ${price(fill.price)}`,
      says: `${fill.moment === 'open' ? 'At the open of the bar' : 'Inside the bar'}; commission ${money(fill.commissionUsd)}, slippage ${money(fill.slippageUsd)}.`,
      at: fill.at,
      recordedAt: fill.recordedAt,
      grade: 'done',
    });
  }
  const isOpen = order.status === 'working' || order.status === 'partially-filled';
  if (isOpen) {
    steps.push({
      id: 'open',
      title: 'Waits to be filled',
      says: `${quantity(order.quantity - order.filledQuantity)} of ${counted(order.quantity, 'share')} open.`,
      grade: 'waiting',
    });
  }
  return [...steps, ...ends];
}

/** Returns the short life of an order that risk refused. */
export function stepsOfRefusal(line: OrderLine, origin: string): readonly Step[] {
  return [
    { id: 'asked', title: 'Asked for', says: `${askedByText(origin)}.`, at: line.decidedAt, grade: 'done' },
    {
      id: 'refused',
      title: 'Refused by risk',
      says: `${counted(line.denials.length, 'limit')} did not pass.`,
      at: line.decidedAt,
      recordedAt: line.recordedAt,
      grade: 'refused',
    },
    { id: 'sent', title: 'Sent to the broker', says: 'did not happen', grade: 'never' },
  ];
}
