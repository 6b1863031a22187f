import type { Micros } from './money.ts';
import type { OrderIntent, Side } from './order.ts';

export interface Fill {
  readonly clientOrderId: string;
  /** Counts the fills of its order from 1: with the client order id it names the fill. */
  readonly sequence: number;
  readonly sleeveId: string;
  readonly symbol: string;
  readonly side: Side;
  readonly intent: OrderIntent;
  /** Shares or units, above 0. */
  readonly quantity: number;
  readonly price: number;
  readonly commissionMicros: Micros;
  /** What the fill price lost against the price that would have been had without slippage; part of the price, not a posting. */
  readonly slippageMicros: Micros;
  /** At the open of the bar, or somewhere inside it. */
  readonly moment: 'open' | 'intrabar';
  /** Market time, UTC milliseconds: the open of the bar for a fill at the open, else its close, the first instant by which it is sure. */
  readonly at: number;
}
