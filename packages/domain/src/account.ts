import type { Micros } from './money.ts';
import type { Position } from './position.ts';

export type AccountType = 'cash' | 'margin';

/** Everything that ever moved the account, in micro-dollars. Equity = cash + holdings = cash0 + realized + unrealized - fees + dividends + interest - borrow. */
export interface AccountSnapshot {
  readonly startCashMicros: Micros;
  readonly cashMicros: Micros;
  readonly equityMicros: number;
  readonly realizedMicros: number;
  readonly unrealizedMicros: number;
  readonly feesMicros: Micros;
  readonly dividendsMicros: Micros;
  readonly interestMicros: Micros;
  readonly borrowMicros: Micros;
  readonly positions: readonly Position[];
}

/** The account as risk and sizing see it at a decision. Quantities and exposures count working orders, so that two orders cannot each use the same room. */
export interface AccountView {
  readonly type: AccountType;
  readonly cashMicros: Micros;
  readonly equityMicros: number;
  /** Equity at the close of the previous session. */
  readonly dayStartEquityMicros: number;
  readonly peakEquityMicros: number;
  /** What may still be bought or shorted, working orders counted. */
  readonly buyingPowerMicros: number;
  /** Signed quantity held plus what working orders would add. */
  projectedQuantity(symbol: string): number;
  /** Sum over instruments of |projected quantity| x last price. */
  projectedGrossMicros(): number;
  /** Sum over instruments of projected quantity x last price. */
  projectedNetMicros(): number;
  /** Latest closed price, or undefined when there is none yet. */
  lastPrice(symbol: string): number | undefined;
  /** Market time of that price, UTC milliseconds. */
  lastPriceAt(symbol: string): number | undefined;
  positions(): Iterable<Position>;
}
