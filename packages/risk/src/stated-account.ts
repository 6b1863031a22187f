import type { AccountType, AccountView } from '@candor/domain/account';
import { MICROS_PER_USD, toMicros } from '@candor/domain/money';
import type { Position } from '@candor/domain/position';

export interface AccountStatement {
  readonly type: AccountType;
  readonly cashUsd: number;
  readonly equityUsd: number;
  readonly dayStartEquityUsd: number;
  readonly peakEquityUsd: number;
  readonly buyingPowerUsd: number;
  /** Signed quantities by symbol, working orders counted. */
  readonly quantities: Readonly<Record<string, number>>;
  readonly lastPrices: Readonly<Record<string, number>>;
  /** Market time of all prices, UTC milliseconds. */
  readonly pricedAt: number;
}

/** An account as somebody states it, for asking what risk would say: known answers, measurements, what-if questions. */
export class StatedAccount implements AccountView {
  readonly type: AccountType;
  readonly cashMicros: number;
  readonly equityMicros: number;
  readonly dayStartEquityMicros: number;
  readonly peakEquityMicros: number;
  readonly buyingPowerMicros: number;
  readonly #positions: readonly Position[];
  readonly #quantities: ReadonlyMap<string, number>;
  readonly #lastPrices: ReadonlyMap<string, number>;
  readonly #pricedAt: number;

  constructor(statement: AccountStatement) {
    this.type = statement.type;
    this.cashMicros = toMicros(statement.cashUsd);
    this.equityMicros = toMicros(statement.equityUsd);
    this.dayStartEquityMicros = toMicros(statement.dayStartEquityUsd);
    this.peakEquityMicros = toMicros(statement.peakEquityUsd);
    this.buyingPowerMicros = toMicros(statement.buyingPowerUsd);
    this.#quantities = new Map(Object.entries(statement.quantities));
    this.#lastPrices = new Map(Object.entries(statement.lastPrices));
    this.#pricedAt = statement.pricedAt;
    this.#positions = Array.from(this.#quantities, ([symbol, quantity]) => {
      const lastPrice = this.#lastPrices.get(symbol) ?? Number.NaN;
      return { symbol, quantity, averagePrice: lastPrice, lastPrice };
    });
  }

  projectedQuantity(symbol: string): number {
    return this.#quantities.get(symbol) ?? 0;
  }

  projectedGrossMicros(): number {
    let gross = 0;
    for (const { quantity, lastPrice } of this.#positions) if (quantity !== 0) gross += Math.abs(quantity) * lastPrice;
    return gross * MICROS_PER_USD;
  }

  projectedNetMicros(): number {
    let net = 0;
    for (const { quantity, lastPrice } of this.#positions) if (quantity !== 0) net += quantity * lastPrice;
    return net * MICROS_PER_USD;
  }

  lastPrice(symbol: string): number | undefined {
    return this.#lastPrices.get(symbol);
  }

  lastPriceAt(symbol: string): number | undefined {
    return this.#lastPrices.has(symbol) ? this.#pricedAt : undefined;
  }

  positions(): Iterable<Position> {
    return this.#positions;
  }
}
