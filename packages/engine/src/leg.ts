import type { Annotation } from '@candor/domain/annotation';
import type { ApprovedOrder } from '@candor/domain/approved-order';
import type { BarView } from '@candor/domain/bar';
import type { Fill } from '@candor/domain/fill';
import { MICROS_PER_USD, roundHalfEven } from '@candor/domain/money';
import { signOf } from '@candor/domain/order';
import type { Strategy } from '@candor/domain/ports/strategy';
import type { Trade } from '@candor/domain/trade';
import { type AtrKernel, createAtr } from '@candor/indicators/indicators/atr';
import { EwmaVolatility } from './ewma-volatility.ts';
import { LegContext } from './leg-context.ts';
import type { Slot } from './portfolio.ts';
import type { SleeveConfig } from './session-config.ts';
import type { LegState } from './session-state.ts';
import { TradeLog } from './trade-log.ts';

const ATR_PERIOD = 14;

/** An order on its way, as its leg remembers it. */
export interface LiveOrder {
  readonly order: ApprovedOrder;
  readonly leg: Leg;
  remaining: number;
  /** Whether what remains is expected to fill: no longer once its end was asked for. */
  isCounted: boolean;
  /** Whether its end was asked for and is not known yet. */
  isEnding: boolean;
}

/** One strategy on one instrument of a sleeve: its holding, its orders on the way, and what sizing wants to know. */
export class Leg {
  readonly sleeve: SleeveConfig;
  readonly slot: Slot;
  readonly view: BarView;
  readonly strategy: Strategy;
  readonly context: LegContext;
  readonly trades = new TradeLog();
  readonly live: LiveOrder[] = [];
  /** Index of the bar it last decided on; -1 before the first. */
  decidedIndex = -1;
  /** Realized by its own average cost, before commissions; not rounded. */
  realizedMicros = 0;
  readonly #atr: AtrKernel | undefined;
  readonly #volatility: EwmaVolatility | undefined;
  #atrValue = Number.NaN;

  constructor(
    sleeve: SleeveConfig,
    slot: Slot,
    views: ReadonlyMap<string, BarView>,
    annotate: (annotation: Annotation) => void,
  ) {
    this.sleeve = sleeve;
    this.slot = slot;
    this.view = views.get(slot.instrument.symbol)!;
    this.strategy = sleeve.createStrategy();
    this.context = new LegContext(this.view, views, annotate);
    this.#atr = sleeve.sizing.needs.stop ? createAtr(ATR_PERIOD) : undefined;
    this.#volatility = sleeve.sizing.needs.volatility ? new EwmaVolatility() : undefined;
  }

  /** Takes the closed bar into what sizing needs; nothing when it needs nothing. */
  measure(): void {
    if (this.#atr !== undefined) this.#atrValue = this.#atr.next(this.view.high, this.view.low, this.view.close);
    if (this.#volatility !== undefined) this.#volatility.next(this.view.session, this.view.close);
  }

  /** Average true range of 14 bars; undefined during warm-up. */
  get averageTrueRange(): number | undefined {
    return Number.isNaN(this.#atrValue) ? undefined : this.#atrValue;
  }

  get annualVolatility(): number | undefined {
    return this.#volatility?.annual;
  }

  /** Signed quantity held plus what entries and exits on their way would add. */
  get projectedQuantity(): number {
    let quantity = this.context.position.quantity;
    for (let i = 0; i < this.live.length; i++) {
      const { order, remaining, isCounted } = this.live[i]!;
      if (isCounted) quantity += signOf(order.side) * remaining;
    }
    return quantity;
  }

  /** Returns the order on its way with that purpose, and of that type where one is named. */
  find(intent: ApprovedOrder['intent'], type?: ApprovedOrder['type']): LiveOrder | undefined {
    for (let i = 0; i < this.live.length; i++) {
      const { order } = this.live[i]!;
      if (order.intent === intent && (type === undefined || order.type === type)) return this.live[i];
    }
    return undefined;
  }

  snapshot(): LegState {
    const { sleeve, slot, decidedIndex, realizedMicros } = this;
    const { quantity, averagePrice, openedAtIndex } = this.context.position;
    return {
      sleeveId: sleeve.id,
      symbol: slot.instrument.symbol,
      decidedIndex,
      position: { quantity, averagePrice, openedAtIndex },
      realizedMicros,
      averageTrueRange: this.#atr?.snapshot() ?? null,
      volatility: this.#volatility?.snapshot() ?? null,
      trade: this.trades.snapshot(),
      strategy: this.strategy.snapshot(),
    };
  }

  /** Takes back what `snapshot` returned; its orders on the way are put back by the session. Throws what its parts throw. */
  restore(saved: LegState): void {
    const { averageTrueRange, volatility } = saved;
    this.strategy.restore(saved.strategy);
    // The value itself is measured anew before it is asked for.
    this.#atr?.restore(averageTrueRange);
    if (volatility !== null) this.#volatility?.restore(volatility);
    this.decidedIndex = saved.decidedIndex;
    const { position } = this.context;
    position.quantity = saved.position.quantity;
    position.averagePrice = saved.position.averagePrice;
    position.openedAtIndex = saved.position.openedAtIndex;
    this.realizedMicros = saved.realizedMicros;
    this.trades.restore(saved.sleeveId, saved.symbol, saved.trade);
    this.live.length = 0;
  }

  /** Whether a saved state is one of this leg: of the same sleeve and symbol, and of a sizing with the same needs. */
  fits(saved: LegState): boolean {
    return (
      saved.sleeveId === this.sleeve.id &&
      saved.symbol === this.slot.instrument.symbol &&
      (saved.averageTrueRange !== null) === (this.#atr !== undefined) &&
      (saved.volatility !== null) === (this.#volatility !== undefined)
    );
  }

  /** Posts a fill of this leg's order to its own holding and trades. One that crosses zero ends a trade and begins the next. */
  fill(fill: Fill, exitReason: Trade['exitReason']): void {
    const held = this.context.position.quantity * -signOf(fill.side);
    if (held > 0 && fill.quantity > held) {
      const closing = partOf(fill, held);
      this.#post(closing, exitReason);
      this.#post(
        {
          ...fill,
          quantity: fill.quantity - held,
          commissionMicros: fill.commissionMicros - closing.commissionMicros,
          slippageMicros: fill.slippageMicros - closing.slippageMicros,
        },
        undefined,
      );
    } else this.#post(fill, exitReason);
  }

  #post(fill: Fill, exitReason: Trade['exitReason']): void {
    const { position } = this.context;
    const signed = signOf(fill.side) * fill.quantity;
    const before = position.quantity;
    const after = before + signed;
    let realizedMicros = 0;
    if (before === 0 || before > 0 === signed > 0) {
      if (before === 0) position.openedAtIndex = this.view.index;
      position.averagePrice = (position.averagePrice * Math.abs(before) + fill.price * fill.quantity) / Math.abs(after);
    } else {
      realizedMicros = Math.sign(before) * fill.quantity * (fill.price - position.averagePrice) * MICROS_PER_USD;
      if (after === 0) position.averagePrice = 0;
    }
    position.quantity = after;
    this.realizedMicros += realizedMicros;
    this.trades.add(fill, realizedMicros, after, this.view.index, exitReason);
  }
}

function partOf(fill: Fill, quantity: number): Fill {
  const part = quantity / fill.quantity;
  return {
    ...fill,
    quantity,
    commissionMicros: roundHalfEven(fill.commissionMicros * part),
    slippageMicros: roundHalfEven(fill.slippageMicros * part),
  };
}
