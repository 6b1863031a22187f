import type { ApprovedOrder } from '@candor/domain/approved-order';
import { type OrderType, signOf } from '@candor/domain/order';
import type { OrderState, OrderStatus } from '@candor/domain/order-state';
import type { SessionDay } from '@candor/domain/time';
import type { MatchTerms } from './matching.ts';

/** An order in the exchange's hands: its terms as the matching loop reads them, and how far it has come. */
export class WorkingOrder implements MatchTerms, OrderState {
  readonly order: ApprovedOrder;
  readonly type: OrderType;
  readonly sign: 1 | -1;
  triggered = false;
  status: OrderStatus = 'working';
  /** Whether it stands in the book. A protective order sleeps until its entry fills. */
  isAwake = false;
  /** Opening instant of the bar on which it woke, the price at which its entry filled then, and whether that was after the open. */
  wokeAt: number | undefined = undefined;
  wokePrice: number | undefined = undefined;
  wokeInside = false;
  /** Still to be filled; 0 for an order that sleeps. */
  remaining = 0;
  filledQuantity = 0;
  averageFillPrice: number | undefined = undefined;
  reason: string | undefined = undefined;
  /** The only session a day order may fill in: that of the first bar it meets. */
  daySession: SessionDay | undefined = undefined;
  /** Protective orders that wake as this one fills. */
  children: WorkingOrder[] | undefined = undefined;
  /** The entry it protects, or what was put in that entry's place. */
  parent: WorkingOrder | undefined = undefined;
  /** Fills made so far. */
  fills = 0;

  constructor(order: ApprovedOrder) {
    this.order = order;
    this.type = order.type;
    this.sign = signOf(order.side);
  }

  get limitPrice(): number {
    return this.order.limitPrice ?? Number.NaN;
  }

  get stopPrice(): number {
    return this.order.stopPrice ?? Number.NaN;
  }

  /** Whether it may still fill, awake or asleep. */
  get isOpen(): boolean {
    return this.status === 'working' || this.status === 'partially-filled';
  }
}
