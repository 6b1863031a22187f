import type { AccountSnapshot } from './account.ts';
import { CandorError } from './candor-error.ts';
import { MICROS_PER_USD, type Micros, roundHalfEven, toMicros } from './money.ts';
import type { Position } from './position.ts';

/** One instrument's holding, changed only by its ledger. */
export class Holding implements Position {
  readonly symbol: string;
  quantity = 0;
  averagePrice = 0;
  lastPrice = Number.NaN;

  constructor(symbol: string) {
    this.symbol = symbol;
  }

  /** Signed value at the last price, in micro-dollars, not rounded; 0 when flat, even before the first price. */
  get valueMicros(): number {
    return this.quantity === 0 ? 0 : this.quantity * this.lastPrice * MICROS_PER_USD;
  }

  get unrealizedMicros(): number {
    return this.quantity === 0 ? 0 : this.quantity * (this.lastPrice - this.averagePrice) * MICROS_PER_USD;
  }
}

export type LedgerState = Omit<AccountSnapshot, 'equityMicros' | 'unrealizedMicros' | 'positions'> & {
  readonly holdings: readonly {
    readonly symbol: string;
    readonly quantity: number;
    readonly averagePrice: number;
    readonly lastPrice: number | null;
  }[];
};

/**
 * Average-cost book of one account. Postings are whole micro-dollars, so cash never drifts, and at every mark
 * cash + holdings = start cash + realized + unrealized - fees + dividends + interest - borrow.
 */
export class Ledger {
  readonly startCashMicros: Micros;
  cashMicros: Micros = 0;
  realizedMicros = 0;
  feesMicros: Micros = 0;
  dividendsMicros: Micros = 0;
  interestMicros: Micros = 0;
  borrowMicros: Micros = 0;
  readonly holdings: Holding[] = [];
  readonly #bySymbol = new Map<string, Holding>();

  constructor(startCashMicros: Micros) {
    this.startCashMicros = startCashMicros;
    this.cashMicros = startCashMicros;
  }

  /** Returns the holding of a symbol, flat and unpriced when it is new. */
  holding(symbol: string): Holding {
    let holding = this.#bySymbol.get(symbol);
    if (holding === undefined) {
      holding = new Holding(symbol);
      this.#bySymbol.set(symbol, holding);
      this.holdings.push(holding);
    }
    return holding;
  }

  /** Posts a trade of a signed quantity at a price with its fee; returns what it realized, in micro-dollars, fees left out. */
  trade(holding: Holding, signedQuantity: number, price: number, feeMicros: Micros): number {
    const before = holding.quantity;
    const after = before + signedQuantity;
    this.cashMicros -= toMicros(signedQuantity * price);
    this.cashMicros -= feeMicros;
    this.feesMicros += feeMicros;
    holding.quantity = after;
    if (before === 0 || before > 0 === signedQuantity > 0) {
      holding.averagePrice =
        (holding.averagePrice * Math.abs(before) + price * Math.abs(signedQuantity)) / Math.abs(after);
      return 0;
    }
    const closed = Math.min(Math.abs(before), Math.abs(signedQuantity));
    const realized = Math.sign(before) * closed * (price - holding.averagePrice) * MICROS_PER_USD;
    this.realizedMicros += realized;
    if (after === 0) holding.averagePrice = 0;
    else if (after > 0 !== before > 0) holding.averagePrice = price;
    return realized;
  }

  /** Restates a holding for a split of `ratio` new shares for one old. */
  split(holding: Holding, ratio: number): void {
    if (!(ratio > 0 && Number.isFinite(ratio))) {
      throw new CandorError('ledger.bad-param', {
        kind: 'invalid',
        message: `A split ratio must be above 0; ${ratio} is not.`,
      });
    }
    holding.quantity *= ratio;
    holding.averagePrice /= ratio;
    holding.lastPrice /= ratio;
  }

  /** Posts a cash dividend per share; short positions pay it. */
  dividend(holding: Holding, perShareUsd: number): void {
    const amount = toMicros(holding.quantity * perShareUsd);
    this.cashMicros += amount;
    this.dividendsMicros += amount;
  }

  /** Posts simple interest on cash over `days` of a 360-day year, at the debit rate when cash is negative. */
  interest(annualRate: number, annualDebitRate: number, days: number): void {
    const rate = this.cashMicros > 0 ? annualRate : annualDebitRate;
    const amount = roundHalfEven((this.cashMicros * rate * days) / 360);
    this.cashMicros += amount;
    this.interestMicros += amount;
  }

  /** Posts the fee for shares borrowed over `days` of a 360-day year; nothing for a long holding. */
  borrow(holding: Holding, mark: number, annualRate: number, days: number): void {
    const shortQuantity = Math.max(0, -holding.quantity);
    const amount = toMicros((shortQuantity * mark * annualRate * days) / 360);
    this.cashMicros -= amount;
    this.borrowMicros += amount;
  }

  /** Cash plus holdings at their last prices, in micro-dollars. */
  get equityMicros(): number {
    let equity = this.cashMicros;
    const holdings = this.holdings;
    for (let i = 0; i < holdings.length; i++) equity += holdings[i]!.valueMicros;
    return equity;
  }

  get unrealizedMicros(): number {
    let unrealized = 0;
    for (const holding of this.holdings) unrealized += holding.unrealizedMicros;
    return unrealized;
  }

  /** Returns the account as values; positions that are flat are left out. */
  account(): AccountSnapshot {
    const { startCashMicros, cashMicros, realizedMicros, feesMicros, dividendsMicros, interestMicros, borrowMicros } =
      this;
    return {
      startCashMicros,
      cashMicros,
      equityMicros: this.equityMicros,
      realizedMicros,
      unrealizedMicros: this.unrealizedMicros,
      feesMicros,
      dividendsMicros,
      interestMicros,
      borrowMicros,
      positions: this.holdings
        .filter((holding) => holding.quantity !== 0)
        .map(({ symbol, quantity, averagePrice, lastPrice }) => ({ symbol, quantity, averagePrice, lastPrice })),
    };
  }

  snapshot(): LedgerState {
    const { startCashMicros, cashMicros, realizedMicros, feesMicros, dividendsMicros, interestMicros, borrowMicros } =
      this;
    return {
      startCashMicros,
      cashMicros,
      realizedMicros,
      feesMicros,
      dividendsMicros,
      interestMicros,
      borrowMicros,
      holdings: this.holdings.map(({ symbol, quantity, averagePrice, lastPrice }) => ({
        symbol,
        quantity,
        averagePrice,
        lastPrice: Number.isNaN(lastPrice) ? null : lastPrice,
      })),
    };
  }

  /** Puts back a state that `snapshot` returned. Throws `ledger.bad-state` for one of another start cash. */
  restore(state: LedgerState): void {
    if (state.startCashMicros !== this.startCashMicros) {
      throw new CandorError('ledger.bad-state', {
        kind: 'conflict',
        message: `The saved ledger began with ${state.startCashMicros} micro-dollars, this one with ${this.startCashMicros}.`,
      });
    }
    this.cashMicros = state.cashMicros;
    this.realizedMicros = state.realizedMicros;
    this.feesMicros = state.feesMicros;
    this.dividendsMicros = state.dividendsMicros;
    this.interestMicros = state.interestMicros;
    this.borrowMicros = state.borrowMicros;
    for (const saved of state.holdings) {
      const holding = this.holding(saved.symbol);
      holding.quantity = saved.quantity;
      holding.averagePrice = saved.averagePrice;
      holding.lastPrice = saved.lastPrice ?? Number.NaN;
    }
  }
}
