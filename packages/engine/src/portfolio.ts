import type { AccountSnapshot, AccountType, AccountView } from '@candor/domain/account';
import type { BarView } from '@candor/domain/bar';
import { closeAtOf } from '@candor/domain/calendar/bar-close';
import { CandorError } from '@candor/domain/candor-error';
import type { Instrument } from '@candor/domain/instrument';
import { type Holding, Ledger } from '@candor/domain/ledger';
import { MICROS_PER_USD, type Micros } from '@candor/domain/money';

/** One instrument's place in the account: what is held, and what working orders would add to it. */
export class Slot {
  readonly instrument: Instrument;
  readonly holding: Holding;
  /** Signed quantity of entries and exits that have not filled yet. */
  workingQuantity = 0;
  /** Index of the bar whose close is the last price; -1 before the first. */
  pricedIndex = -1;
  readonly view: BarView;

  constructor(view: BarView, holding: Holding) {
    this.instrument = view.instrument;
    this.holding = holding;
    this.view = view;
  }

  /** Takes the close of the bar the view stands on, unless that was taken already; returns whether it is a new one. */
  takePrice(): boolean {
    const { index } = this.view;
    if (index === this.pricedIndex) return false;
    this.pricedIndex = index;
    this.holding.lastPrice = this.view.close;
    return true;
  }

  /** When the last price was made, UTC milliseconds; undefined before the first. */
  get pricedAt(): number | undefined {
    if (this.pricedIndex < 0) return undefined;
    if (this.pricedIndex === this.view.index) return closeAtOf(this.view);
    const { time, session } = this.view.ago(this.view.index - this.pricedIndex);
    return closeAtOf({ instrument: this.instrument, timeframe: this.view.timeframe, time, session });
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
  // Numbers that change at every bar start as numbers: a field that was once undefined holds its doubles on the heap, a new one each time.
  /** Equity at the latest mark, or after the latest exit since, in micro-dollars. */
  equityMicros = 0;
  /** Whether anything was held at the latest mark. */
  isInvested = false;
  dayStartEquityMicros = 0;
  peakEquityMicros = 0;
  #markedMicros = 0;
  readonly slots: readonly Slot[];

  /** Keeps the books of the instruments the views show. */
  constructor(type: AccountType, startCashMicros: Micros, views: readonly BarView[]) {
    this.type = type;
    this.ledger = new Ledger(startCashMicros);
    this.equityMicros = startCashMicros;
    this.dayStartEquityMicros = startCashMicros;
    this.peakEquityMicros = startCashMicros;
    this.#markedMicros = startCashMicros;
    this.slots = views.map((view) => new Slot(view, this.ledger.holding(view.instrument.symbol)));
  }

  slot(symbol: string): Slot {
    const slot = this.#find(symbol);
    if (slot !== undefined) return slot;
    throw new CandorError('engine.unknown-symbol', {
      kind: 'not-found',
      message: `${symbol} is not an instrument of this session: ${this.slots.map((each) => each.instrument.symbol).join(', ')}.`,
    });
  }

  /** Begins a new exchange session: the day's loss is counted from the latest mark, whatever was filled at the open since. */
  startDay(): void {
    this.dayStartEquityMicros = this.#markedMicros;
  }

  /** Takes what a fill has realized into the equity before the next mark, so that what is bought with the proceeds is measured by them. */
  revalue(): void {
    this.equityMicros = this.ledger.equityMicros;
  }

  /** Takes the latest prices into the equity. Returns nothing: a number handed back would be put on the heap, at every bar. */
  mark(): void {
    const slots = this.slots;
    let equity: number = this.ledger.cashMicros;
    let isInvested = false;
    for (let i = 0; i < slots.length; i++) {
      const { holding } = slots[i]!;
      if (holding.quantity === 0) continue;
      equity += holding.valueMicros;
      isInvested = true;
    }
    this.equityMicros = equity;
    this.#markedMicros = equity;
    this.isInvested = isInvested;
    if (equity > this.peakEquityMicros) this.peakEquityMicros = equity;
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
    return this.#find(symbol)?.projectedQuantity ?? 0;
  }

  projectedGrossMicros(): number {
    let gross = 0;
    for (let i = 0; i < this.slots.length; i++) gross += Math.abs(this.slots[i]!.projectedMicros);
    return gross;
  }

  projectedNetMicros(): number {
    let net = 0;
    for (let i = 0; i < this.slots.length; i++) net += this.slots[i]!.projectedMicros;
    return net;
  }

  lastPrice(symbol: string): number | undefined {
    const slot = this.#find(symbol);
    return slot === undefined || slot.pricedIndex < 0 ? undefined : slot.holding.lastPrice;
  }

  lastPriceAt(symbol: string): number | undefined {
    return this.#find(symbol)?.pricedAt;
  }

  positions(): readonly Holding[] {
    return this.ledger.holdings;
  }

  account(): AccountSnapshot {
    return this.ledger.account();
  }

  // A session has few instruments, and its symbols are the very same strings: comparing them beats hashing.
  #find(symbol: string): Slot | undefined {
    const slots = this.slots;
    for (let i = 0; i < slots.length; i++) if (slots[i]!.instrument.symbol === symbol) return slots[i];
    return undefined;
  }
}
