import type { ApprovedOrder } from '@candor/domain/approved-order';
import { type OrderType, signOf } from '@candor/domain/order';
import type { OrderState, OrderStatus } from '@candor/domain/order-state';
import type { SessionDay } from '@candor/domain/time';
import type { MatchTerms } from './matching.ts';

/** An order in the exchange's book: its terms as the matching loop reads them, and how far it has come. */
export class WorkingOrder implements MatchTerms {
  readonly order: ApprovedOrder;
  readonly type: OrderType;
  readonly sign: 1 | -1;
  readonly limitPrice: number;
  readonly stopPrice: number;
  triggered = false;
  status: OrderStatus = 'working';
  /** Whether it stands in the book. A protective order sleeps until its entry fills. */
  isAwake = false;
  /** Opening instant of the bar inside which it woke; on that bar only a stop may act. */
  wokeInsideAt = Number.NaN;
  /** Still to be filled; 0 for an order that sleeps. */
  remaining = 0;
  filledQuantity = 0;
  averageFillPrice = 0;
  reason: string | undefined = undefined;
  /** The only session a day order may fill in: that of the first bar it meets. */
  daySession: SessionDay | undefined = undefined;
  /** Protective orders that wake as this one fills. */
  children: WorkingOrder[] | undefined = undefined;
  /** Fills made so far; numbers the fill ids. */
  fills = 0;

  constructor(order: ApprovedOrder) {
    this.order = order;
    this.type = order.type;
    this.sign = signOf(order.side);
    this.limitPrice = order.limitPrice ?? Number.NaN;
    this.stopPrice = order.stopPrice ?? Number.NaN;
  }

  /** Whether it may still fill, awake or asleep. */
  get isOpen(): boolean {
    return this.status === 'working' || this.status === 'partially-filled';
  }

  state(): OrderState {
    return {
      order: this.order,
      status: this.status,
      filledQuantity: this.filledQuantity,
      averageFillPrice: this.filledQuantity > 0 ? this.averageFillPrice : undefined,
      triggered: this.triggered || this.filledQuantity > 0,
      reason: this.reason,
    };
  }
}
