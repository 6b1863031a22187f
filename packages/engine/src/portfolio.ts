import type { AccountSnapshot, AccountType, AccountView } from '@candor/domain/account';
import type { BarView } from '@candor/domain/bar';
import { closeAtOf } from '@candor/domain/calendar/bar-close';
import { CandorError } from '@candor/domain/candor-error';
import type { Instrument } from '@candor/domain/instrument';
import { type Holding, Ledger } from '@candor/domain/ledger';
import { LedgerState } from '@candor/domain/ledger-state';
import { MICROS_PER_USD, type Micros } from '@candor/domain/money';
import { z } from 'zod';

/** The saved state of a portfolio. */
export const PortfolioState = z.strictObject({
  ledger: LedgerState,
  equityMicros: z.number(),
  isInvested: z.boolean(),
  dayStartEquityMicros: z.number(),
  peakEquityMicros: z.number(),
  markedMicros: z.number(),
  slots: z.array(
    z.strictObject({
      symbol: z.string(),
      workingQuantity: z.number(),
      pricedIndex: z.int().min(-1),
      /** The bar its view stands on: its index, and when it opened; null before the first. */
      index: z.int().min(-1),
      openedAt: z.number().nullable(),
    }),
  ),
});

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

  /** Returns what is asked while one instrument stands at the price of a fill: what is held of it has moved with that price since the latest mark. */
  valuedAt<Answer>(slot: Slot, price: number, ask: () => Answer): Answer {
    const { holding } = slot;
    const { lastPrice } = holding;
    const { equityMicros } = this;
    // With nothing held the equity is what it was, and the price of the mark is what working orders were counted by.
    if (holding.quantity === 0) return ask();
    holding.lastPrice = price;
    this.equityMicros += holding.quantity * (price - lastPrice) * MICROS_PER_USD;
    try {
      return ask();
    } finally {
      holding.lastPrice = lastPrice;
      this.equityMicros = equityMicros;
    }
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

  snapshot(): z.infer<typeof PortfolioState> {
    return {
      ledger: this.ledger.snapshot(),
      equityMicros: this.equityMicros,
      isInvested: this.isInvested,
      dayStartEquityMicros: this.dayStartEquityMicros,
      peakEquityMicros: this.peakEquityMicros,
      markedMicros: this.#markedMicros,
      slots: this.slots.map(({ instrument, workingQuantity, pricedIndex, view }) => ({
        symbol: instrument.symbol,
        workingQuantity,
        pricedIndex,
        index: view.index,
        openedAt: view.index < 0 ? null : view.time,
      })),
    };
  }

  /** Returns why a saved state is not one of this portfolio, with its views where they stand, or undefined. */
  misfit({ ledger, slots }: z.infer<typeof PortfolioState>): string | undefined {
    const symbols = this.slots.map(({ instrument }) => instrument.symbol).join();
    for (const saved of [slots, ledger.holdings]) {
      if (saved.map(({ symbol }) => symbol).join() !== symbols) return 'it is of other instruments';
    }
    if (ledger.startCashMicros !== this.ledger.startCashMicros) return 'it began with other cash';
    for (const [i, { symbol, index, openedAt, pricedIndex }] of slots.entries()) {
      const { view } = this.slots[i]!;
      if (index !== view.index || (index >= 0 && openedAt !== view.time) || pricedIndex > index) {
        return `it was written on bar ${index} of ${symbol}, and the session stands on bar ${view.index}`;
      }
    }
    return undefined;
  }

  /** Takes back what `snapshot` returned, once it is known to fit. */
  restore(saved: z.infer<typeof PortfolioState>): void {
    this.ledger.restore(saved.ledger);
    this.equityMicros = saved.equityMicros;
    this.isInvested = saved.isInvested;
    this.dayStartEquityMicros = saved.dayStartEquityMicros;
    this.peakEquityMicros = saved.peakEquityMicros;
    this.#markedMicros = saved.markedMicros;
    for (const [i, { workingQuantity, pricedIndex }] of saved.slots.entries()) {
      this.slots[i]!.workingQuantity = workingQuantity;
      this.slots[i]!.pricedIndex = pricedIndex;
    }
  }

  // A session has few instruments, and its symbols are the very same strings: comparing them beats hashing.
  #find(symbol: string): Slot | undefined {
    const slots = this.slots;
    for (let i = 0; i < slots.length; i++) if (slots[i]!.instrument.symbol === symbol) return slots[i];
    return undefined;
  }
}
