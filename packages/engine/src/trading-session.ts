import type { ApprovedOrder } from '@candor/domain/approved-order';
import type { BarView } from '@candor/domain/bar';
import { closeAtOf } from '@candor/domain/calendar/bar-close';
import { CandorError } from '@candor/domain/candor-error';
import type { SessionEvent } from '@candor/domain/events';
import type { Fill } from '@candor/domain/fill';
import type { Halt } from '@candor/domain/halt';
import { floorToLot, type Instrument } from '@candor/domain/instrument';
import type { Json } from '@candor/domain/json';
import { toMicros, toUsd } from '@candor/domain/money';
import { type OrderIntent, type OrderRequest, type Side, signOf } from '@candor/domain/order';
import type { SleevePosition } from '@candor/domain/ports/repositories';
import type { Denial, Refusal } from '@candor/domain/refusal';
import { roundToTick } from '@candor/domain/round-to-tick';
import { saveOrder } from '@candor/domain/saved-order';
import type { DirectionalSignal, Signal } from '@candor/domain/signal';
import type { SessionDay } from '@candor/domain/time';
import type { Trade } from '@candor/domain/trade';
import type { Headroom, Review } from '@candor/risk/risk-manager';
import { checkHandOrder, type HandAnswer, type HandOrder, purposeOf } from './hand-order.ts';
import { Leg, type LiveOrder } from './leg.ts';
import { Portfolio } from './portfolio.ts';
import { BY_HAND, checkSessionConfig, type SessionConfig } from './session-config.ts';
import { SessionState } from './session-state.ts';
import { sleeveByHand } from './sleeve-by-hand.ts';

/** What the session wants done at the venue, in this order. */
export type SessionAction =
  | { readonly type: 'submit'; readonly order: ApprovedOrder }
  | { readonly type: 'cancel'; readonly clientOrderId: string; readonly reason: string; readonly at: number }
  | { readonly type: 'replace'; readonly clientOrderId: string; readonly order: ApprovedOrder; readonly at: number };

type PriceTerms =
  | { readonly type: 'market'; readonly limitPrice: undefined; readonly stopPrice: undefined }
  | { readonly type: 'limit'; readonly limitPrice: number; readonly stopPrice: undefined }
  | { readonly type: 'stop'; readonly limitPrice: undefined; readonly stopPrice: number }
  | { readonly type: 'stop-limit'; readonly limitPrice: number; readonly stopPrice: number };

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
  /** Ids that a person gave to orders: one given again is another order by mistake. */
  readonly #givenIds = new Set<string>();

  /** Views stand in the order of `config.instruments`. Throws `engine.bad-config` naming the field. */
  constructor(config: SessionConfig, views: readonly BarView[]) {
    checkSessionConfig(config);
    this.#config = config;
    this.portfolio = new Portfolio(config.accountType, toMicros(config.startCashUsd), views);
    const viewOf = new Map(config.instruments.map(({ symbol }, i) => [symbol, views[i]!]));
    const symbols = config.instruments.map(({ symbol }) => symbol);
    const byHand = config.allowsHandOrders ? [sleeveByHand(symbols, config.accountType === 'margin')] : [];
    this.legs = [...config.sleeves, ...byHand].flatMap((sleeve) => {
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

  /** Shows the bars of an instant to the strategies before the session begins to trade: what they want is not acted upon. */
  show(): void {
    for (const slot of this.portfolio.slots) {
      if (slot.takePrice() && slot.view.session !== this.#day) this.#startDay(slot.view);
    }
    this.portfolio.mark();
    for (const leg of this.legs) {
      if (leg.view.index === leg.decidedIndex) continue;
      leg.decidedIndex = leg.view.index;
      leg.measure();
      leg.strategy.onBar(leg.view, leg.context);
    }
  }

  /** Step 0, and whenever a venue reports one: posts a fill. Throws `engine.unknown-order` for one that is not ours. */
  onFill(fill: Fill, complete: boolean): void {
    const live = this.#liveOrder(fill.clientOrderId);
    const { leg, order } = live;
    const signed = signOf(fill.side) * fill.quantity;
    if (order.intent === 'enter' && !order.allIn) this.#logBreaches(live, fill);
    this.portfolio.ledger.trade(leg.slot.holding, signed, fill.price, fill.commissionMicros);
    // How much of an all-in order is left, only the venue's cash knows; from its first fill on it is not expected.
    if (complete || order.allIn) this.#discount(live);
    else if (live.isCounted) leg.slot.workingQuantity -= signed;
    live.remaining -= fill.quantity;
    leg.fill(fill, exitReasonOf(order));
    if (order.intent !== 'enter') this.portfolio.revalue();
    if (complete) this.#forget(live);
    if (order.intent === 'protect') this.#cancelEntries(leg, order);
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
    const live = this.#liveOrder(order.clientOrderId);
    const { slot } = live.leg;
    const { portfolio } = this;
    return portfolio.valuedAt(slot, price, () => {
      return this.#config.risk.reviewFill(order, slot.instrument, portfolio, quantity, price, expectedOf(live))[0];
    });
  }

  /**
   * Places an order of a person's own, with what protects it, all of it or nothing. Risk reviews it as any other. Throws `engine.bad-order`
   * (invalid) naming field and rule, `engine.duplicate-order` and `engine.quantity-covered` (conflict), and `engine.no-hand-orders` (conflict)
   * where the session takes none.
   */
  placeByHand(order: HandOrder, at: number): HandAnswer {
    const leg = this.#legByHand(order.symbol);
    checkHandOrder(order, leg.slot.instrument, this.portfolio.lastPrice(order.symbol));
    this.#checkGivenId(order.clientOrderId);
    const { intent, takesBack } = purposeOf(order, leg);
    const { side, quantity, timeInForce, stopLossPrice, takeProfitPrice } = order;
    const made = this.#request(leg, intent, side, quantity, termsOf(order), at);
    const { clientOrderId = made.clientOrderId } = order;
    const request = { ...made, clientOrderId, timeInForce };
    if (intent === 'enter' && side === 'sell' && !leg.sleeve.allowShort) {
      return {
        ok: false,
        refused: this.#refuse(request, 'SHORT_NOT_ALLOWED', 'A cash account sells only what it holds.', at),
      };
    }
    const refused = this.#placeInsteadOf(takesBack, request, leg, at);
    if (refused !== undefined) return { ok: false, refused };
    if (order.clientOrderId !== undefined) this.#givenIds.add(clientOrderId);

    const clientOrderIds = [clientOrderId];
    const family = { parentId: clientOrderId, ocoGroup: clientOrderId };
    for (const terms of protectionAt(stopLossPrice, takeProfitPrice)) {
      const child = this.#request(leg, 'protect', side === 'buy' ? 'sell' : 'buy', quantity, terms, at, family);
      const refusedChild = this.#place(child, leg, at);
      if (refusedChild === undefined) {
        clientOrderIds.push(child.clientOrderId);
        continue;
      }
      // Nothing was sent yet: they are the latest actions.
      for (const id of clientOrderIds.toReversed()) {
        this.actions.pop();
        this.onOrderEnded(id, 'cancelled', 'a part of it was refused', at);
      }
      return { ok: false, refused: refusedChild };
    }
    return { ok: true, clientOrderIds };
  }

  /**
   * Asks for the end of an order on its way, whoever placed it; asking again changes nothing. Throws `engine.order-ended` (conflict) for one
   * that is over and `engine.no-such-order` (not-found) for one that never was.
   */
  cancelByHand(clientOrderId: string, at: number): void {
    const live = this.#live.find(({ order }) => order.clientOrderId === clientOrderId);
    if (live !== undefined) this.#cancel(live, 'cancelled by hand', at);
    else if (this.#wasNamed(clientOrderId)) {
      throw new CandorError('engine.order-ended', {
        kind: 'conflict',
        message: `Order ${clientOrderId} is over; only an order on its way can be cancelled.`,
      });
    } else {
      throw new CandorError('engine.no-such-order', {
        kind: 'not-found',
        message: `This session has no order ${clientOrderId}.`,
      });
    }
  }

  /**
   * Takes back what is on its way, but for exits at the market, and closes what every sleeve holds. Exits of one instrument are reviewed
   * together, so that they pass while everything is halted.
   */
  flatten(reason: string, at: number): void {
    for (const live of this.#live) {
      if (live.order.intent !== 'exit' || live.order.type !== 'market') this.#cancel(live, reason, at);
    }
    for (const slot of this.portfolio.slots) {
      const held = this.legs.filter((leg) => leg.slot === slot && leg.projectedQuantity !== 0);
      if (held.length === 0) continue;
      const exits = held.map((leg) => this.#requestExit(leg, at));
      // By its own latest price: an instrument that did not trade of late is sold all the same.
      const reviewedAt = slot.pricedAt ?? at;
      const reviews = this.#config.risk.reviewFlattening(exits, slot.instrument, this.portfolio, reviewedAt);
      for (const [i, review] of reviews.entries()) this.#settle(review, held[i]!, at);
    }
  }

  /** Halts the account. Again with the same code it changes nothing, except that `all` replaces `entries`. */
  halt(level: Halt['level'], halt: Omit<Halt, 'level'>): void {
    this.#config.risk.halt(level, halt);
    this.#takeHaltChanges();
  }

  /** Lifts every halt, or those of one code. Throws `risk.unnamed-resume` (denied) unless a person and a reason are named. */
  resume(wish: { readonly by: string; readonly reason: string; readonly at: number; readonly code?: string }): void {
    this.#config.risk.resume(wish);
    // A loss that is still there halts again, and there is no order to show it.
    this.#safeDownToMicros = Number.POSITIVE_INFINITY;
    this.#takeHaltChanges();
  }

  /** Halts in force, oldest first. */
  halts(): readonly Halt[] {
    return this.#config.risk.halts;
  }

  /** Returns how far each limit is used up before any new order. */
  headroom(at: number): readonly Headroom[] {
    return this.#config.risk.headroom(this.portfolio, at);
  }

  /** Returns what every sleeve holds or has realized, in the order of the sleeves. The account's positions are their sums. */
  sleevePositions(): SleevePosition[] {
    return this.legs.flatMap(({ sleeve, slot, context, realizedMicros }) => {
      const { quantity, averagePrice } = context.position;
      if (quantity === 0 && realizedMicros === 0) return [];
      const { symbol, lastPrice } = slot.holding;
      return [{ sleeveId: sleeve.id, symbol, quantity, averagePrice, lastPrice, realizedMicros }];
    });
  }

  /** Hands over the trades closed since the last call, oldest first, and forgets them. */
  takeClosedTrades(): Trade[] {
    return inOrderOfExit(this.legs.flatMap(({ trades }) => trades.trades.splice(0)));
  }

  /**
   * Returns what the session goes on from, as JSON, between any two of its calls. Events and closed trades are not in it: the driver takes
   * them and writes them beside it. Throws `strategies.bad-state` where a strategy keeps what JSON cannot carry.
   */
  snapshot(): Json {
    const safeDownTo = this.#safeDownToMicros;
    return {
      id: this.#config.id,
      portfolio: this.portfolio.snapshot(),
      legs: this.legs.map((leg) => leg.snapshot()),
      live: this.#live.map(({ order, remaining, isCounted, isEnding }) => ({
        order: saveOrder(order),
        remaining,
        isCounted,
        isEnding,
      })),
      actions: this.actions.map((action) => {
        return action.type === 'cancel' ? { ...action } : { ...action, order: saveOrder(action.order) };
      }),
      risk: this.#config.risk.snapshot(),
      day: this.#day === BEFORE_ANY_DAY ? null : this.#day,
      safeDownToMicros: Number.isFinite(safeDownTo) ? safeDownTo : Number.isNaN(safeDownTo) ? null : `${safeDownTo}`,
      orders: this.#orders,
      givenIds: [...this.#givenIds],
    };
  }

  /**
   * Takes back what `snapshot` returned, on a fresh session of the same configuration whose views stand on the bars that the other had seen.
   * Throws `engine.bad-snapshot` (halt) for anything else, and then changes nothing.
   */
  restore(state: Json): void {
    const parsed = SessionState.safeParse(state);
    if (!parsed.success) throw badSnapshot('it cannot be read', parsed.error);
    const misfit = this.#misfit(parsed.data);
    if (misfit !== undefined) throw badSnapshot(misfit);
    const before = SessionState.parse(this.snapshot());
    try {
      this.#takeUp(parsed.data);
    } catch (cause) {
      this.#takeUp(before);
      throw badSnapshot('a part of it cannot be read', cause);
    }
  }

  /** Closed trades of every leg, oldest first, and those still open. */
  trades(): Trade[] {
    const closed = this.legs.flatMap((leg) => leg.trades.trades);
    const open = this.legs.flatMap((leg) => leg.trades.open(leg.view.index) ?? []);
    return [...inOrderOfExit(closed), ...open];
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
  #logBreaches(live: LiveOrder, { quantity, price, at }: Fill): void {
    const { order, leg } = live;
    const { instrument } = leg.slot;
    const broken = this.#config.risk.reviewFill(order, instrument, this.portfolio, quantity, price, expectedOf(live));
    for (const { code, numbers } of broken) this.events.push({ type: 'limit-breached', at, code, numbers });
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
    if (leg.projectedQuantity !== 0) this.#place(this.#requestExit(leg, at), leg, at);
  }

  /** An exit of what is held, less what is on its way out already. */
  #requestExit(leg: Leg, at: number): OrderRequest {
    const quantity = leg.projectedQuantity;
    return this.#request(leg, 'exit', quantity > 0 ? 'sell' : 'buy', Math.abs(quantity), AT_MARKET, at);
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
    if (this.#place(entry, leg, at) !== undefined) return;
    const family = { parentId: entry.clientOrderId, ocoGroup: entry.clientOrderId };
    const exitSide = side === 'buy' ? 'sell' : 'buy';
    for (const terms of protectionOf(signal, sign, leg.slot.instrument)) {
      const request = this.#request(leg, 'protect', exitSide, sized.quantity, terms, at, family);
      if (this.#place(request, leg, at) === undefined || terms.type !== 'stop') continue;
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

  /** Reviews a request and, when it passes, sends it on its way; returns the refusal when it does not. */
  #place(request: OrderRequest, leg: Leg, at: number, replaces?: string): Refusal | undefined {
    return this.#settle(this.#config.risk.review(request, leg.slot.instrument, this.portfolio, at), leg, at, replaces);
  }

  #settle(review: Review, leg: Leg, at: number, replaces?: string): Refusal | undefined {
    this.#takeHaltChanges();
    if (!review.ok) {
      const { sleeveId, symbol } = review.refused.order;
      this.events.push({ type: 'order-refused', at, sleeveId, symbol, refusal: review.refused });
      return review.refused;
    }
    const { order } = review;
    const { sleeveId, symbol, quantity, intent } = order;
    const live: LiveOrder = { order, leg, remaining: quantity, isCounted: intent !== 'protect', isEnding: false };
    leg.live.push(live);
    this.#live.push(live);
    if (live.isCounted) leg.slot.workingQuantity += signOf(order.side) * order.quantity;
    this.events.push({ type: 'order-approved', at, sleeveId, symbol, order });
    this.actions.push(
      replaces === undefined ? { type: 'submit', order } : { type: 'replace', clientOrderId: replaces, order, at },
    );
    return undefined;
  }

  /** Places a request behind the end of other orders, which stay as they are when it is refused. */
  #placeInsteadOf(others: readonly LiveOrder[], request: OrderRequest, leg: Leg, at: number): Refusal | undefined {
    const before = others.map((live) => ({ live, isCounted: live.isCounted }));
    const actions = this.actions.length;
    for (const live of others) this.#cancel(live, 'closed by hand', at);
    const refused = this.#place(request, leg, at);
    if (refused === undefined) return undefined;
    this.actions.length = actions;
    for (const { live, isCounted } of before) {
      live.isEnding = false;
      live.isCounted = isCounted;
      if (isCounted) leg.slot.workingQuantity += signOf(live.order.side) * live.remaining;
    }
    return refused;
  }

  #refuse(order: OrderRequest, code: string, message: string, at: number): Refusal {
    const refusal: Refusal = { order, denials: [{ code, message, numbers: {} }] };
    this.events.push({ type: 'order-refused', at, sleeveId: order.sleeveId, symbol: order.symbol, refusal });
    return refusal;
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

  /** Whether the session, or a person in it, ever named an order so. */
  #wasNamed(clientOrderId: string): boolean {
    if (this.#givenIds.has(clientOrderId)) return true;
    const [prefix, count] = [`${this.#config.id}-`, clientOrderId.slice(this.#config.id.length + 1)];
    return clientOrderId.startsWith(prefix) && /^[1-9]\d*$/.test(count) && Number(count) <= this.#orders;
  }

  #checkGivenId(clientOrderId: string | undefined): void {
    if (clientOrderId === undefined) return;
    if (this.#givenIds.has(clientOrderId)) {
      throw new CandorError('engine.duplicate-order', {
        kind: 'conflict',
        message: `clientOrderId ${clientOrderId} was given to an order already; every order needs one of its own.`,
        details: { field: 'clientOrderId' },
      });
    }
    const prefix = `${this.#config.id}-`;
    if (clientOrderId.startsWith(prefix)) {
      throw new CandorError('engine.bad-order', {
        kind: 'invalid',
        message: `clientOrderId must not begin with ${prefix}, as the session's own orders do.`,
        details: { field: 'clientOrderId' },
      });
    }
  }

  #legByHand(symbol: string): Leg {
    if (!this.#config.allowsHandOrders) {
      throw new CandorError('engine.no-hand-orders', {
        kind: 'conflict',
        message: 'This session takes no orders by hand.',
      });
    }
    const leg = this.legs.find(({ sleeve, slot }) => sleeve.id === BY_HAND && slot.instrument.symbol === symbol);
    if (leg !== undefined) return leg;
    const known = this.portfolio.slots.map(({ instrument }) => instrument.symbol).join(', ');
    throw new CandorError('engine.bad-order', {
      kind: 'invalid',
      message: `symbol must be an instrument of the session (${known}); ${symbol} is not.`,
      details: { field: 'symbol' },
    });
  }

  /** Returns why a saved state is not one of this session, or undefined. */
  #misfit({ id, portfolio, legs, live }: SessionState): string | undefined {
    if (id !== this.#config.id) return `it is of session ${id}`;
    if (legs.length !== this.legs.length || !this.legs.every((leg, i) => leg.fits(legs[i]!)))
      return 'it has other sleeves';
    if (!live.every(({ order }) => this.#legOf(order) !== undefined)) return 'it has an order of no sleeve';
    return this.portfolio.misfit(portfolio);
  }

  #legOf({ sleeveId, symbol }: ApprovedOrder): Leg | undefined {
    return this.legs.find((leg) => leg.sleeve.id === sleeveId && leg.slot.instrument.symbol === symbol);
  }

  #takeUp(saved: SessionState): void {
    this.#config.risk.restore(saved.risk);
    for (const [i, leg] of this.legs.entries()) leg.restore(saved.legs[i]!);
    this.portfolio.restore(saved.portfolio);
    this.#live.length = 0;
    for (const { order, remaining, isCounted, isEnding } of saved.live) {
      const live: LiveOrder = { order, leg: this.#legOf(order)!, remaining, isCounted, isEnding };
      live.leg.live.push(live);
      this.#live.push(live);
    }
    this.#day = saved.day ?? BEFORE_ANY_DAY;
    this.#safeDownToMicros = Number(saved.safeDownToMicros ?? Number.NaN);
    this.#orders = saved.orders;
    this.#givenIds.clear();
    for (const id of saved.givenIds) this.#givenIds.add(id);
    this.events.length = 0;
    this.actions.splice(0, this.actions.length, ...saved.actions);
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

  /**
   * A position that its protection closed is not built up again by the rest of its entry. By hand there may be others beside it, so there
   * only its own entry ends, and at once.
   */
  #cancelEntries(leg: Leg, { parentId }: ApprovedOrder): void {
    const isByHand = leg.sleeve.id === BY_HAND;
    if (!isByHand && leg.context.position.quantity !== 0) return;
    const at = closeAtOf(leg.view);
    for (const live of leg.live) {
      const { intent, clientOrderId } = live.order;
      if (intent === 'enter' && (!isByHand || clientOrderId === parentId))
        this.#cancel(live, 'its protection filled', at);
    }
  }

  /** Asks for the end of an order; asking again changes nothing. */
  #cancel(live: LiveOrder, reason: string, at: number): void {
    if (live.isEnding) return;
    live.isEnding = true;
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

/** What of an order the account still counts as working. */
function expectedOf({ isCounted, remaining }: LiveOrder): number {
  return isCounted ? remaining : 0;
}

function termsOf({ type, limitPrice, stopPrice }: HandOrder): PriceTerms {
  // Checked before: the prices are those that belong to the type.
  return { type, limitPrice, stopPrice } as PriceTerms;
}

/** Stop and target at the very prices a person gave. */
function protectionAt(stopPrice: number | undefined, limitPrice: number | undefined): PriceTerms[] {
  return [
    ...(stopPrice === undefined ? [] : [{ type: 'stop', limitPrice: undefined, stopPrice } as const]),
    ...(limitPrice === undefined ? [] : [{ type: 'limit', limitPrice, stopPrice: undefined } as const]),
  ];
}

function inOrderOfExit(trades: readonly Trade[]): Trade[] {
  return trades.toSorted((a, b) => a.exitAt! - b.exitAt!);
}

function badSnapshot(why: string, cause?: unknown): CandorError {
  return new CandorError('engine.bad-snapshot', {
    kind: 'halt',
    message: `The saved state of the session does not fit (${why}), so trading must not go on with it.`,
    cause,
  });
}

function exitReasonOf(order: ApprovedOrder): Trade['exitReason'] {
  if (order.intent !== 'protect') return 'signal';
  return order.type === 'limit' ? 'target' : 'stop';
}
