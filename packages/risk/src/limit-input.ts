import type { AccountView } from '@candor/domain/account';
import type { Halt } from '@candor/domain/halt';
import type { Instrument } from '@candor/domain/instrument';
import type { OrderRequest } from '@candor/domain/order';
import type { RecentOrders } from './recent-orders.ts';
import type { RiskFacts } from './risk-facts.ts';

/** What a limit is shown of one order. The manager fills one object again and again; whoever keeps it keeps the next order's numbers. */
export interface LimitInput {
  readonly order: OrderRequest;
  readonly instrument: Instrument;
  readonly account: AccountView;
  readonly facts: RiskFacts;
  readonly recent: RecentOrders;
  /** The gravest halt in force. */
  readonly halt: Halt | undefined;
  /** Market time, UTC milliseconds. */
  readonly at: number;
  /** Latest closed price; NaN when there is none, which every comparison denies. */
  readonly lastPrice: number;
  /** What the order is valued at: its limit, else the last price, else for a stop order the higher of stop and last; NaN when unknown. */
  readonly price: number;
  /** What a stop price is compared with: the last price, or for the child of an entry approved at the same instant the entry's; NaN for a later child. */
  readonly referencePrice: number;
  /** Shares or units to be bought or sold: the order's, or at a fill the fill's. */
  readonly quantity: number;
  /** Signed quantity without this order. */
  readonly oldQuantity: number;
  /** Signed quantity that the account view counts: without this order at its review, with it at its fill. */
  readonly countedQuantity: number;
  /** Signed quantity with this order. */
  readonly newQuantity: number;
  /** Same sign or flat afterwards, and smaller than before. A flip is not reducing. */
  readonly isReducing: boolean;
}
