import type { AccountSnapshot, AccountType, AccountView } from '@candor/domain/account';
import { barCloseAt } from '@candor/domain/calendar/bar-close';
import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import { CandorError } from '@candor/domain/candor-error';
import type { Instrument } from '@candor/domain/instrument';
import { type Holding, Ledger } from '@candor/domain/ledger';
import { MICROS_PER_USD, type Micros } from '@candor/domain/money';
import type { SessionDay } from '@candor/domain/time';
import type { Timeframe } from '@candor/domain/timeframe';

/** One instrument's place in the account: what is held, and what working orders would add to it. */
export class Slot {
  readonly instrument: Instrument;
  readonly holding: Holding;
  /** Signed quantity of entries and exits that have not filled yet. */
  workingQuantity = 0;
  /** Opening instant of the bar whose close is the last price, UTC milliseconds; NaN before the first. */
  pricedAt = Number.NaN;
  /** The session of that bar. */
  pricedOn: SessionDay = 0;

  constructor(instrument: Instrument, holding: Holding) {
    this.instrument = instrument;
    this.holding = holding;
  }

  get projectedQuantity(): number {
    return this.holding.quantity + this.workingQuantity;
  }

  get projectedMicros(): number {
    const quantity = this.projectedQuantity;
    return quantity === 0 ? 0 : quantity * this.holding.lastPrice * MICROS_PER_USD;
  }
}

// Regulation T: one half of what is held must be covered by equity when it is bought (specification 8.6).
const INITIAL_MARGIN = 0.5;

/** The session's own book of its account: the ledger, and the account as sizing and risk see it. */
export class Portfolio implements AccountView {
  readonly type: AccountType;
  readonly ledger: Ledger;
  /** Equity at the latest mark, in micro-dollars. */
  equityMicros: number;
  dayStartEquityMicros: number;
  peakEquityMicros: number;
  readonly #timeframe: Timeframe;
  readonly #slots = new Map<string, Slot>();

  constructor(
    type: AccountType,
    startCashMicros: Micros,
    instruments: readonly Instrument[],
    timeframe: Timeframe,
  ) {
    this.type = type;
    this.#timeframe = timeframe;
    this.ledger = new Ledger(startCashMicros);
    this.equityMicros = startCashMicros;
    this.dayStartEquityMicros = startCashMicros;
    this.peakEquityMicros = startCashMicros;
    for (const instrument of instruments) {
      this.#slots.set(instrument.symbol, new Slot(instrument, this.ledger.holding(instrument.symbol)));
    }
  }

  slot(symbol: string): Slot {
    const slot = this.#slots.get(symbol);
    if (slot !== undefined) return slot;
    throw new CandorError('engine.unknown-symbol', {
      kind: 'not-found',
      message: `${symbol} is not one of this session's instruments: ${[...this.#slots.keys()].join(', ')}.`,
    });
  }

  /** Begins a new exchange session: the day's loss is counted from the latest equity. */
  startDay(): void {
    this.dayStartEquityMicros = this.equityMicros;
  }

  /** Takes the latest prices into the equity; returns it in micro-dollars. */
  mark(): number {
    this.equityMicros = this.ledger.equityMicros;
    if (this.equityMicros > this.peakEquityMicros) this.peakEquityMicros = this.equityMicros;
    return this.equityMicros;
  }

  get cashMicros(): Micros {
    return this.ledger.cashMicros;
  }

  /** A cash account may buy for what is not invested; a margin account for twice its excess over the initial margin (specification 8.6). */
  get buyingPowerMicros(): number {
    const gross = this.projectedGrossMicros();
    const power =
      this.type === 'cash' ? this.equityMicros - gross : (this.equityMicros - INITIAL_MARGIN * gross) / INITIAL_MARGIN;
    return Math.max(0, power);
  }

  projectedQuantity(symbol: string): number {
    return this.#slots.get(symbol)?.projectedQuantity ?? 0;
  }

  /** Sum of |holding| at the last prices, in micro-dollars. */
  grossMicros(): number {
    let gross = 0;
    const { holdings } = this.ledger;
    for (let i = 0; i < holdings.length; i++) gross += Math.abs(holdings[i]!.valueMicros);
    return gross;
  }

  projectedGrossMicros(): number {
    let gross = 0;
    for (const slot of this.#slots.values()) gross += Math.abs(slot.projectedMicros);
    return gross;
  }

  projectedNetMicros(): number {
    let net = 0;
    for (const slot of this.#slots.values()) net += slot.projectedMicros;
    return net;
  }

  lastPrice(symbol: string): number | undefined {
    const price = this.#slots.get(symbol)?.holding.lastPrice;
    return price === undefined || Number.isNaN(price) ? undefined : price;
  }

  lastPriceAt(symbol: string): number | undefined {
    const slot = this.#slots.get(symbol);
    if (slot === undefined || Number.isNaN(slot.pricedAt)) return undefined;
    return barCloseAt(calendarOf(slot.instrument.exchange), this.#timeframe, slot.pricedAt, slot.pricedOn);
  }

  positions(): Iterable<Holding> {
    return this.ledger.holdings;
  }

  account(): AccountSnapshot {
    return this.ledger.account();
  }
}
