import type { ApprovedOrder } from '@candor/domain/approved-order';
import type { BarView } from '@candor/domain/bar';
import { closeAtOf } from '@candor/domain/calendar/bar-close';
import { CandorError } from '@candor/domain/candor-error';
import type { SessionEvent } from '@candor/domain/events';
import type { Fill } from '@candor/domain/fill';
import { floorToLot, type Instrument } from '@candor/domain/instrument';
import { toMicros, toUsd } from '@candor/domain/money';
import { type OrderIntent, type OrderRequest, type Side, signOf } from '@candor/domain/order';
import type { Denial } from '@candor/domain/refusal';
import { roundToTick } from '@candor/domain/round-to-tick';
import type { DirectionalSignal, Signal } from '@candor/domain/signal';
import type { SessionDay } from '@candor/domain/time';
import type { Trade } from '@candor/domain/trade';
import { Leg, type LiveOrder } from './leg.ts';
import { Portfolio } from './portfolio.ts';
import { checkSessionConfig, type SessionConfig } from './session-config.ts';

/** What the session wants done at the venue, in this order. */
export type SessionAction =
  | { readonly type: 'submit'; readonly order: ApprovedOrder }
  | { readonly type: 'cancel'; readonly clientOrderId: string; readonly reason: string; readonly at: number }
  | { readonly type: 'replace'; readonly clientOrderId: string; readonly order: ApprovedOrder; readonly at: number };

type PriceTerms =
  | { readonly type: 'market'; readonly limitPrice: undefined; readonly stopPrice: undefined }
  | { readonly type: 'limit'; readonly limitPrice: number; readonly stopPrice: undefined }
  | { readonly type: 'stop'; readonly limitPrice: undefined; readonly stopPrice: number };

// A number and not undefined, because it is compared at every bar.
const BEFORE_ANY_DAY: SessionDay = -(2 ** 31);

const AT_MARKET: PriceTerms = { type: 'market', limitPrice: undefined, stopPrice: undefined };

// Where a sizing rule needs a stop and the signal has none (specification 8.0). It sizes; no order is placed for it.
const ASSUMED_STOP_ATR = 2;

/**
 * One account's walk from closed bars to approved orders: synchronous, without I/O, clock or randomness of its own. A driver moves the views,
 * hands in the venue's fills, calls `decide`, and carries out `actions`.
 */
export class TradingSession {
  readonly portfolio: Portfolio;
  readonly legs: readonly Leg[];
  /** What happened since the driver last emptied it. */
  readonly events: SessionEvent[] = [];
  /** What the driver has to do since it last emptied it. */
  readonly actions: SessionAction[] = [];
  readonly #config: SessionConfig;
  readonly #live: LiveOrder[] = [];
  #day: SessionDay = BEFORE_ANY_DAY;
  /** Equity down to which no loss limit can break, since the latest look at them; infinite when they have to be looked at anew. */
  #safeDownToMicros = Number.POSITIVE_INFINITY;
  #orders = 0;

  /** Views stand in the order of `config.instruments`. Throws `engine.bad-config` naming the field. */
  constructor(config: SessionConfig, views: readonly BarView[]) {
    checkSessionConfig(config);
    this.#config = config;
    this.portfolio = new Portfolio(config.accountType, toMicros(config.startCashUsd), views);
    const viewOf = new Map(config.instruments.map(({ symbol }, i) => [symbol, views[i]!]));
    this.legs = config.sleeves.flatMap((sleeve) => {
      const visible = new Map(sleeve.symbols.map((symbol) => [symbol, viewOf.get(symbol)!]));
      return sleeve.symbols.map((symbol) => {
        const leg: Leg = new Leg(sleeve, this.portfolio.slot(symbol), visible, (annotation) =>
          this.events.push({ type: 'annotation', at: closeAtOf(leg.view), sleeveId: sleeve.id, symbol, annotation }),
        );
        return leg;
      });
    });
  }

  /** Steps 1 to 5, once the views stand on the bars of an instant: what has a new bar is marked, then decides, in the order of the sleeves. */
  decide(): void {
    const { legs, portfolio } = this;
    const { slots } = portfolio;
    for (let i = 0; i < slots.length; i++) {
      const slot = slots[i]!;
      if (slot.takePrice() && slot.view.session !== this.#day) this.#startDay(slot.view);
    }
    portfolio.mark();
    if (portfolio.equityMicros >= portfolio.peakEquityMicros) this.#safeDownToMicros = Number.POSITIVE_INFINITY;
    else if (!(portfolio.equityMicros >= this.#safeDownToMicros)) this.#watch();
    for (let i = 0; i < legs.length; i++) {
      const leg = legs[i]!;
      const { index } = leg.view;
      if (index === leg.decidedIndex) continue;
      leg.decidedIndex = index;
      leg.measure();
      const signal = leg.strategy.onBar(leg.view, leg.context);
      if (signal !== undefined) this.#act(leg, signal);
    }
  }

  /** Step 0, and whenever a venue reports one: posts a fill. Throws `engine.unknown-order` for one that is not ours. */
  onFill(fill: Fill, complete: boolean): void {
    const live = this.#liveOrder(fill.clientOrderId);
    const { leg, order } = live;
    const signed = signOf(fill.side) * fill.quantity;
    if (order.intent === 'enter' && !order.allIn) this.#logBreaches(leg, order, fill);
    this.portfolio.ledger.trade(leg.slot.holding, signed, fill.price, fill.commissionMicros);
    // How much of an all-in order is left, only the venue's cash knows; from its first fill on it is not expected.
    if (complete || order.allIn) this.#discount(live);
    else if (live.isCounted) leg.slot.workingQuantity -= signed;
    live.remaining -= fill.quantity;
    leg.fill(fill, exitReasonOf(order));
    if (order.intent !== 'enter') this.portfolio.revalue();
    if (complete) this.#forget(live);
    if (order.intent === 'protect' && leg.context.position.quantity === 0) this.#cancelEntries(leg);
    this.events.push({
      type: 'order-filled',
      at: fill.at,
      sleeveId: fill.sleeveId,
      symbol: fill.symbol,
      fill,
      complete,
    });
  }

  /** Takes the news that an order is over without having filled whole. */
  onOrderEnded(clientOrderId: string, status: 'cancelled' | 'expired' | 'rejected', reason: string, at: number): void {
    const live = this.#liveOrder(clientOrderId);
    const { order } = live;
    this.#discount(live);
    this.#forget(live);
    this.events.push({
      type: `order-${status}`,
      at,
      sleeveId: order.sleeveId,
      symbol: order.symbol,
      clientOrderId,
      reason,
    });
  }

  /** Reviews the quantity of an all-in order, which only the fill price decides. */
  reviewFill(order: ApprovedOrder, quantity: number, price: number): Denial | undefined {
    const { slot } = this.#liveOrder(order.clientOrderId).leg;
    return this.#config.risk.reviewFill(order, slot.instrument, this.portfolio, quantity, price)[0];
  }

  /** Closed trades of every leg, oldest first, and those still open. */
  trades(): Trade[] {
    const closed = this.legs.flatMap((leg) => leg.trades.trades);
    const open = this.legs.flatMap((leg) => leg.trades.open(leg.view.index) ?? []);
    return [...closed.toSorted((a, b) => a.exitAt! - b.exitAt!), ...open];
  }

  #startDay({ session: day, time: at }: BarView): void {
    if (this.#day !== BEFORE_ANY_DAY) this.portfolio.startDay();
    this.#day = day;
    this.#safeDownToMicros = Number.POSITIVE_INFINITY;
    this.#config.risk.onSession(day, at);
    this.#takeHaltChanges();
  }

  /** Shows a loss to the limits that halt, so that they do although no order comes. */
  #watch(): void {
    const fresh = this.legs.find(({ view, decidedIndex }) => view.index !== decidedIndex);
    if (fresh === undefined) return;
    this.#safeDownToMicros = this.#config.risk.watch(this.portfolio, closeAtOf(fresh.view));
    this.#takeHaltChanges();
  }

  #takeHaltChanges(): void {
    for (const change of this.#config.risk.takeHaltChanges()) this.events.push(change);
  }

  /** The price has moved since the review: what a fill breaks now is logged, and the order is not silently made smaller. */
  #logBreaches(leg: Leg, order: ApprovedOrder, { quantity, price, at }: Fill): void {
    const { risk } = this.#config;
    for (const { code, numbers } of risk.reviewFill(order, leg.slot.instrument, this.portfolio, quantity, price)) {
      this.events.push({ type: 'limit-breached', at, code, numbers });
    }
  }

  /** Turns a signal into orders (specification 8.0). */
  #act(leg: Leg, signal: Signal): void {
    const at = closeAtOf(leg.view);
    const sleeveId = leg.sleeve.id;
    const { symbol } = leg.slot.instrument;
    this.events.push({ type: 'decision', at, sleeveId, symbol, signal, voteSheet: leg.strategy.voteSheet?.() });
    if (signal.want === 'abstain') return;
    const wanted = signal.want === 'long' ? 1 : signal.want === 'short' ? -1 : 0;
    const projected = Math.sign(leg.projectedQuantity);
    if (projected === wanted) {
      if (wanted !== 0) this.#tighten(leg, signal, at);
      return;
    }
    if (projected !== 0) this.#leave(leg, at);
    if (wanted === 1) this.#enter(leg, 'buy', signal, at);
    if (wanted === -1) {
      if (leg.sleeve.allowShort) this.#enter(leg, 'sell', signal, at);
      else this.#explain(leg, at, 'SHORT_NOT_ALLOWED', 'The strategy wants to be short; this sleeve only buys.');
    }
  }

  /** Takes back what is on its way and closes what is held. */
  #leave(leg: Leg, at: number): void {
    for (const live of leg.live) if (live.order.intent !== 'exit') this.#cancel(live, 'the opinion changed', at);
    // What is held, less what is on its way out already.
    const quantity = leg.projectedQuantity;
    if (quantity === 0) return;
    this.#place(this.#request(leg, 'exit', quantity > 0 ? 'sell' : 'buy', Math.abs(quantity), AT_MARKET, at), leg, at);
  }

  #enter(leg: Leg, side: Side, signal: DirectionalSignal, at: number): void {
    const { sizing, capitalShare } = leg.sleeve;
    const { lotSize, fractional } = leg.slot.instrument;
    const sign = signOf(side);
    const price = leg.view.close;
    const atr = leg.averageTrueRange;
    const buyingPowerUsd = toUsd(this.portfolio.buyingPowerMicros) / (1 + this.#config.entryReserve);
    const sized = sizing.quantity({
      side,
      equityUsd: toUsd(this.portfolio.equityMicros) * capitalShare,
      price,
      stop: signal.stop ?? (atr === undefined ? undefined : price - sign * ASSUMED_STOP_ATR * atr),
      annualVolatility: leg.annualVolatility,
      lotSize: fractional ? lotSize : Math.max(1, lotSize),
      confidence: signal.confidence,
      maxQuantity: floorToLot(buyingPowerUsd / price, lotSize),
    });
    if (sized.code !== undefined) {
      this.#explain(leg, at, sized.code, sized.reason ?? 'Sizing gives no quantity.');
      return;
    }
    // The fill decides by all the cash there is, which is right only for a sleeve that may have it all.
    const allIn = sized.allIn && capitalShare === 1;
    const entry = this.#request(leg, 'enter', side, sized.quantity, AT_MARKET, at, { allIn });
    if (!this.#place(entry, leg, at)) return;
    const family = { parentId: entry.clientOrderId, ocoGroup: entry.clientOrderId };
    const exitSide = side === 'buy' ? 'sell' : 'buy';
    for (const terms of protectionOf(signal, sign, leg.slot.instrument)) {
      const request = this.#request(leg, 'protect', exitSide, sized.quantity, terms, at, family);
      if (this.#place(request, leg, at) || terms.type !== 'stop') continue;
      // A position is not opened without the stop it was wanted with. Nothing was sent yet: the entry is the latest action.
      this.actions.pop();
      this.onOrderEnded(entry.clientOrderId, 'cancelled', 'its stop was refused', at);
      return;
    }
  }

  /** A later signal for the side already held only ever moves protection nearer. */
  #tighten(leg: Leg, signal: DirectionalSignal, at: number): void {
    const projected = leg.projectedQuantity;
    const sign = projected > 0 ? 1 : -1;
    for (const terms of protectionOf(signal, sign, leg.slot.instrument)) {
      const standing = leg.find('protect', terms.type);
      if (standing === undefined) {
        const { quantity } = leg.context.position;
        if (quantity === 0) continue;
        const partner = leg.find('protect')?.order;
        const family = { parentId: undefined, ocoGroup: partner?.ocoGroup ?? this.#nextId() };
        const side = quantity > 0 ? 'sell' : 'buy';
        this.#place(this.#request(leg, 'protect', side, Math.abs(quantity), terms, at, family), leg, at);
        continue;
      }
      const { order } = standing;
      const nearer =
        terms.type === 'stop'
          ? sign * (terms.stopPrice - order.stopPrice!) > 0
          : sign * (order.limitPrice! - (terms.limitPrice ?? Number.NaN)) > 0;
      if (!nearer) continue;
      const { parentId, ocoGroup } = order;
      const quantity = Math.abs(projected);
      const request = this.#request(leg, 'protect', order.side, quantity, terms, at, { parentId, ocoGroup });
      this.#place(request, leg, at, order.clientOrderId);
    }
  }

  /** Reviews a request and, when it passes, sends it on its way; returns whether it did. */
  #place(request: OrderRequest, leg: Leg, at: number, replaces?: string): boolean {
    const { sleeveId, symbol } = request;
    const { risk } = this.#config;
    const review = risk.review(request, leg.slot.instrument, this.portfolio, at);
    this.#takeHaltChanges();
    if (!review.ok) {
      this.events.push({ type: 'order-refused', at, sleeveId, symbol, refusal: review.refused });
      return false;
    }
    const { order } = review;
    const live: LiveOrder = { order, leg, remaining: order.quantity, isCounted: order.intent !== 'protect' };
    leg.live.push(live);
    this.#live.push(live);
    if (live.isCounted) leg.slot.workingQuantity += signOf(order.side) * order.quantity;
    this.events.push({ type: 'order-approved', at, sleeveId, symbol, order });
    this.actions.push(
      replaces === undefined ? { type: 'submit', order } : { type: 'replace', clientOrderId: replaces, order, at },
    );
    return true;
  }

  #request(
    leg: Leg,
    intent: OrderIntent,
    side: Side,
    quantity: number,
    terms: PriceTerms,
    decidedAt: number,
    {
      allIn = false,
      parentId,
      ocoGroup,
    }: {
      readonly allIn?: boolean;
      readonly parentId?: string | undefined;
      readonly ocoGroup?: string | undefined;
    } = {},
  ): OrderRequest {
    const { type, limitPrice, stopPrice } = terms;
    // Written out, because a spread costs more than all the rest of an order; its type then has to be told.
    return {
      clientOrderId: this.#nextId(),
      sleeveId: leg.sleeve.id,
      symbol: leg.slot.instrument.symbol,
      side,
      quantity,
      allIn,
      // An entry is for the next session; whatever ends or protects a position stays until it has.
      timeInForce: intent === 'enter' ? 'day' : 'gtc',
      intent,
      ocoGroup,
      parentId,
      decidedAt,
      type,
      limitPrice,
      stopPrice,
    } as OrderRequest;
  }

  #nextId(): string {
    this.#orders++;
    return `${this.#config.id}-${this.#orders}`;
  }

  #explain(leg: Leg, at: number, code: string, reason: string): void {
    const { symbol } = leg.slot.instrument;
    this.events.push({ type: 'no-order', at, sleeveId: leg.sleeve.id, symbol, code, reason });
  }

  #liveOrder(clientOrderId: string): LiveOrder {
    // Few orders are on their way at a time, so a walk is cheaper than a table that is always filled and emptied.
    for (let i = 0; i < this.#live.length; i++)
      if (this.#live[i]!.order.clientOrderId === clientOrderId) return this.#live[i]!;
    throw new CandorError('engine.unknown-order', {
      kind: 'halt',
      message: `Order ${clientOrderId} is not one this session has on its way.`,
    });
  }

  /** A position that its protection closed is not built up again by the rest of its entry. */
  #cancelEntries(leg: Leg): void {
    const at = closeAtOf(leg.view);
    for (const live of leg.live) if (live.order.intent === 'enter') this.#cancel(live, 'its protection filled', at);
  }

  #cancel(live: LiveOrder, reason: string, at: number): void {
    this.#discount(live);
    this.actions.push({ type: 'cancel', clientOrderId: live.order.clientOrderId, reason, at });
  }

  /** Stops expecting what remains of an order. */
  #discount(live: LiveOrder): void {
    if (!live.isCounted) return;
    live.isCounted = false;
    live.leg.slot.workingQuantity -= signOf(live.order.side) * live.remaining;
  }

  #forget(live: LiveOrder): void {
    remove(this.#live, live);
    remove(live.leg.live, live);
  }
}

function remove(orders: LiveOrder[], live: LiveOrder): void {
  const at = orders.indexOf(live);
  for (let i = at; i < orders.length - 1; i++) orders[i] = orders[i + 1]!;
  orders.pop();
}

/** Stop and nearest target of a position of that sign, on the tick and never farther from the price than they were asked for. */
function protectionOf({ stop, targets }: DirectionalSignal, sign: 1 | -1, { tickSize }: Instrument): PriceTerms[] {
  const terms: PriceTerms[] = [];
  if (stop !== undefined) {
    terms.push({ type: 'stop', limitPrice: undefined, stopPrice: roundToTick(stop, sign, tickSize) });
  }
  const target = targets?.[0];
  if (target !== undefined) {
    const limitPrice = roundToTick(target, sign > 0 ? -1 : 1, tickSize);
    terms.push({ type: 'limit', limitPrice, stopPrice: undefined });
  }
  return terms;
}

function exitReasonOf(order: ApprovedOrder): Trade['exitReason'] {
  if (order.intent !== 'protect') return 'signal';
  return order.type === 'limit' ? 'target' : 'stop';
}
