import type { AccountType } from '@candor/domain/account';
import type { ApprovedOrder } from '@candor/domain/approved-order';
import type { BarView } from '@candor/domain/bar';
import { closeAtOf } from '@candor/domain/calendar/bar-close';
import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import { CandorError } from '@candor/domain/candor-error';
import type { Fill } from '@candor/domain/fill';
import { floorToLot, type Instrument } from '@candor/domain/instrument';
import type { Json } from '@candor/domain/json';
import { type Holding, Ledger } from '@candor/domain/ledger';
import { MICROS_PER_USD, type Micros, toMicros, toUsd } from '@candor/domain/money';
import type { OrderState } from '@candor/domain/order-state';
import type { Denial } from '@candor/domain/refusal';
import { roundToTick } from '@candor/domain/round-to-tick';
import { saveOrder } from '@candor/domain/saved-order';
import { affordableQuantity, commissionMicros } from './commission.ts';
import type { CostParams } from './costs.ts';
import { type MatchResult, matchAtOpen, matchInside } from './matching.ts';
import { PaperExchangeState } from './paper-exchange-state.ts';
import { WorkingOrder } from './working-order.ts';

export interface PaperExchangeOptions {
  readonly accountType: AccountType;
  readonly startCashMicros: Micros;
  readonly costs: CostParams;
  /** Whether a limit fills when the bar only touches its price: optimistic, so off unless asked for. */
  readonly fillOnTouch: boolean;
  /** Largest part of a bar's volume that all our orders together may take; undefined switches the cap off. */
  readonly maxVolumeShare: number | undefined;
  /**
   * Whether orders that are over are remembered, so that one sent again is known. A backtest never sends one twice; without the memory it
   * is faster by a fifth, and a sweep of many runs stays flat.
   */
  readonly remembersEnded: boolean;
}

/** Who hears what became of the orders. Called in the middle of a bar, in the order in which things happen. */
export interface ExchangeListener {
  onFill(fill: Fill, complete: boolean): void;
  onOrderEnded(clientOrderId: string, status: 'cancelled' | 'expired' | 'rejected', reason: string, at: number): void;
  /** Reviews a quantity that was only found at the fill. */
  reviewFill(order: ApprovedOrder, quantity: number, price: number): Denial | undefined;
}

/** The exchange's page for one instrument: a handle for the driver, read by nobody else. */
export interface Book {
  readonly instrument: Instrument;
  readonly holding: Holding;
  /** Orders that are awake, in order of arrival. */
  readonly orders: WorkingOrder[];
}

/** Regulation T: holdings may be worth twice the equity when they are bought (specification 8.6). */
const INITIAL_LEVERAGE = 2;
/** Part of a lot below which a quantity is rounding and nothing else. */
const CRUMB = 1e-6;

/**
 * The one simulator (specification 8.1, 8.3, 8.4): takes approved orders, fills them against closed bars and keeps the venue's own book of
 * the account. An order given after bar t is matched from bar t+1 on.
 */
export class PaperExchange {
  readonly ledger: Ledger;
  /** Bars in which both the stop and the target of one position were in reach; the stop was taken. */
  ambiguousBars = 0;
  readonly #options: PaperExchangeOptions;
  readonly #listener: ExchangeListener;
  readonly #books = new Map<string, Book>();
  /** Awake or asleep, in order of arrival. */
  readonly #open: WorkingOrder[] = [];
  readonly #all: Map<string, WorkingOrder> | undefined;
  readonly #match: MatchResult = { filled: false, price: 0, moment: 'open', slips: false, triggered: false };
  #volumeLeft = 0;

  constructor(options: PaperExchangeOptions, listener: ExchangeListener) {
    this.#options = options;
    this.#listener = listener;
    this.#all = options.remembersEnded ? new Map() : undefined;
    this.ledger = new Ledger(options.startCashMicros);
  }

  /** Opens and returns the book of an instrument; orders for any other are refused. */
  list(instrument: Instrument): Book {
    let book = this.#books.get(instrument.symbol);
    if (book === undefined) {
      book = { instrument, holding: this.ledger.holding(instrument.symbol), orders: [] };
      this.#books.set(instrument.symbol, book);
    }
    return book;
  }

  /** Takes an order. The same client order id again changes nothing. Throws `brokers.unknown-symbol` for an instrument without a book. */
  submit(order: ApprovedOrder): void {
    if (this.#find(order.clientOrderId) !== undefined) return;
    const book = this.#bookOf(order);
    const working = this.#take(order);
    if (order.parentId === undefined) {
      this.#wake(book, working, order.quantity);
      return;
    }
    const parent = this.#find(order.parentId);
    if (parent?.isOpen) {
      adopt(parent, working);
    } else if (!parent?.filledQuantity) {
      this.#end(working, 'rejected', `its entry ${order.parentId} did not fill`, order.decidedAt);
      return;
    }
    if (parent !== undefined && parent.filledQuantity > 0) this.#wake(book, working, parent.filledQuantity);
  }

  /** Ends an order that is still open; one that is over stays as it is. */
  cancel(clientOrderId: string, reason: string, at: number): void {
    const working = this.#find(clientOrderId);
    if (working?.isOpen) this.#end(working, 'cancelled', reason, at);
  }

  /**
   * Puts an approved order in the place of an open one, for what is left of its quantity; what waited for the old one waits for the new.
   * The same replacement again changes nothing. Throws `brokers.order-not-open` when the old one is over.
   */
  replace(clientOrderId: string, replacement: ApprovedOrder, at: number): void {
    if (this.#find(replacement.clientOrderId) !== undefined) return;
    const working = this.#find(clientOrderId);
    if (!working?.isOpen) {
      throw new CandorError('brokers.order-not-open', {
        kind: 'conflict',
        message: `Order ${clientOrderId} is ${working?.status ?? 'unknown'}; only an open order can be replaced.`,
      });
    }
    const book = this.#bookOf(replacement);
    const successor = this.#take(replacement);
    for (const child of working.children ?? []) adopt(successor, child);
    working.children = undefined;
    if (working.isAwake) this.#wake(book, successor, working.remaining);
    if (working.parent !== undefined) adopt(working.parent, successor);
    this.#end(working, 'cancelled', `replaced by ${replacement.clientOrderId}`, at);
  }

  /** Returns an order as it stands; one that is over only where those are remembered. */
  order(clientOrderId: string): OrderState | undefined {
    return this.#find(clientOrderId);
  }

  /** Returns the open orders, and those that are over where they are remembered, in order of arrival. */
  orders(): OrderState[] {
    return [...(this.#all?.values() ?? this.#open)];
  }

  /** Returns the ledger and the open orders as they stand between two bars, as JSON. Orders that are over are not in it. */
  snapshot(): Json {
    const placeOf = new Map(this.#open.map((working, place) => [working, place]));
    const places = (orders: readonly WorkingOrder[]): number[] => orders.flatMap((order) => placeOf.get(order) ?? []);
    return {
      ledger: this.ledger.snapshot(),
      ambiguousBars: this.ambiguousBars,
      open: this.#open.map((working) => ({
        order: saveOrder(working.order),
        triggered: working.triggered,
        remaining: working.remaining,
        filledQuantity: working.filledQuantity,
        averageFillPrice: working.averageFillPrice ?? null,
        daySession: working.daySession ?? null,
        fills: working.fills,
        children: places(working.children ?? []),
      })),
      books: [...this.#books].map(([symbol, { orders }]) => ({ symbol, orders: places(orders) })),
    };
  }

  /**
   * Takes back what `snapshot` returned, on an exchange of the same options and books. Throws `brokers.bad-snapshot` (halt) for anything
   * else, and then changes nothing.
   */
  restore(state: Json): void {
    const parsed = PaperExchangeState.safeParse(state);
    if (!parsed.success) throw badSnapshot('it cannot be read', parsed.error);
    const { ledger, ambiguousBars, open, books } = parsed.data;
    const symbols = [...this.#books.keys()];
    if (books.map(({ symbol }) => symbol).join() !== symbols.join()) throw badSnapshot('it is of other instruments');
    if (ledger.holdings.map(({ symbol }) => symbol).join() !== symbols.join()) {
      throw badSnapshot('its holdings are of other instruments');
    }
    if (open.some(({ order }) => !this.#books.has(order.symbol))) throw badSnapshot('it has an order without a book');
    if (ledger.startCashMicros !== this.ledger.startCashMicros) throw badSnapshot('it began with other cash');
    this.ledger.restore(ledger);
    this.ambiguousBars = ambiguousBars;
    this.#open.length = 0;
    this.#all?.clear();
    for (const { order, children, ...life } of open) {
      const working = this.#take(order);
      working.triggered = life.triggered;
      working.status = life.fills === 0 ? 'working' : 'partially-filled';
      working.remaining = life.remaining;
      working.filledQuantity = life.filledQuantity;
      working.averageFillPrice = life.averageFillPrice ?? undefined;
      working.daySession = life.daySession ?? undefined;
      working.fills = life.fills;
    }
    for (const [place, { children }] of open.entries()) {
      for (const child of children) adopt(this.#open[place]!, this.#open[child]!);
    }
    for (const { symbol, orders } of books) {
      const book = this.#books.get(symbol)!;
      book.orders.length = 0;
      for (const place of orders) {
        const working = this.#open[place]!;
        working.isAwake = true;
        book.orders.push(working);
      }
    }
  }

  /** Step 5 of specification 8.1: takes the close of the bar into the book, once every instrument of the instant was matched. */
  mark(book: Book, close: number): void {
    book.holding.lastPrice = close;
  }

  /** Step 3 of specification 8.1: matches what was working before this bar against it. */
  match(book: Book, view: BarView): void {
    const { orders } = book;
    if (orders.length === 0) return;
    const { open, high, low, volume } = view;
    this.#expirePastSessions(orders, view);
    if (volume !== 0) {
      const share = this.#options.maxVolumeShare;
      const capped = share !== undefined && !Number.isNaN(volume);
      this.#volumeLeft = capped ? share * volume : Number.POSITIVE_INFINITY;
      // An order that wakes during the bar is appended behind these: it has no open to gap over.
      const atOpen = orders.length;
      for (let i = 0; i < atOpen; i++) {
        const working = orders[i]!;
        if (!working.isOpen) continue;
        matchAtOpen(working, open, this.#match);
        this.#apply(book, working, view);
      }
      if (this.#open.length === 0) {
        while (orders.length > 0) orders.pop();
        return;
      }
      this.#countAmbiguity(orders, high, low);
      // Stops before limits: where a bar reaches both sides of a position, the worse one is taken.
      for (let i = 0; i < orders.length; i++) {
        if (orders[i]!.type === 'stop' || orders[i]!.type === 'stop-limit') this.#matchInside(book, orders[i]!, view);
      }
      const beforeLimits = orders.length;
      for (let i = 0; i < beforeLimits; i++) {
        if (orders[i]!.type === 'limit') this.#matchInside(book, orders[i]!, view);
      }
      // A limit entry filled just now wakes its stop, which is in force for the rest of the bar.
      for (let i = beforeLimits; i < orders.length; i++) {
        if (orders[i]!.type === 'stop') this.#matchInside(book, orders[i]!, view);
      }
    }
    this.#expireAtClose(orders, view);
    dropEnded(orders);
  }

  #matchInside(book: Book, working: WorkingOrder, view: BarView): void {
    if (!working.isOpen) return;
    const wokeNow = working.wokeAt === view.time;
    // Of a bar inside which an entry filled it is not known what came after: the stop is in force, the target is not.
    if (wokeNow && working.wokeInside && working.type === 'limit') return;
    const match = this.#match;
    const { type, sign, wokePrice } = working;
    // The market may have stood beyond its price already when it woke: then it fills there, for worse (a stop) or better (a limit).
    const isPassed =
      wokeNow && wokePrice !== undefined && (type === 'limit' || sign * (wokePrice - working.stopPrice) >= 0);
    if (isPassed && type === 'stop-limit') working.triggered = true;
    matchInside(working, view.high, view.low, this.#options.fillOnTouch, match);
    if (match.filled && isPassed) {
      const beyond = sign * (wokePrice - match.price);
      if (type === 'stop' ? beyond > 0 : beyond < 0) match.price = wokePrice;
    }
    this.#apply(book, working, view);
  }

  /** Turns the latest match into a fill, and into all that follows from it. */
  #apply(book: Book, working: WorkingOrder, view: BarView): void {
    const match = this.#match;
    if (match.triggered) working.triggered = true;
    if (!match.filled) return;
    const { order, sign } = working;
    const at = match.moment === 'open' ? view.time : closeAtOf(view);
    const price = this.#fillPrice(book.instrument, working);
    const wanted = order.allIn ? this.#allInQuantity(book.instrument, price) : working.remaining;
    const { lotSize } = book.instrument;
    // Parts of a fraction do not add up exactly; a crumb must not stay behind as an order or a position.
    const quantity = wanted <= this.#volumeLeft + lotSize * CRUMB ? wanted : floorToLot(this.#volumeLeft, lotSize);
    if (wanted > 0 && quantity === 0) return;
    const fee = commissionMicros(this.#options.costs.commission, quantity, price);
    const denial = this.#denial(book, working, quantity, price, fee);
    if (denial !== undefined) {
      this.#end(working, 'rejected', denial, at);
      return;
    }
    this.#volumeLeft -= quantity;
    this.ledger.trade(book.holding, sign * quantity, price, fee);
    const filled = working.filledQuantity + quantity;
    const paidBefore = working.filledQuantity === 0 ? 0 : (working.averageFillPrice ?? 0) * working.filledQuantity;
    working.averageFillPrice = (paidBefore + price * quantity) / filled;
    working.filledQuantity = filled;
    working.remaining = wanted - quantity;
    const complete = quantity === wanted;
    working.status = complete ? 'filled' : 'partially-filled';
    if (complete) remove(this.#open, working);
    if (order.ocoGroup !== undefined) this.#reduceSiblings(book.orders, working, quantity, at);
    if (working.children !== undefined) this.#wakeChildren(book, working.children, quantity, view);
    working.fills++;
    this.#listener.onFill(
      {
        clientOrderId: order.clientOrderId,
        sequence: working.fills,
        sleeveId: order.sleeveId,
        symbol: order.symbol,
        side: order.side,
        intent: order.intent,
        quantity,
        price,
        commissionMicros: fee,
        slippageMicros: toMicros(sign * (price - match.price) * quantity),
        moment: match.moment,
        at,
      },
      complete,
    );
  }

  /** The matched price with slippage, rounded to the tick against the trader, and never beyond the order's limit. */
  #fillPrice({ tickSize }: Instrument, { sign, limitPrice }: WorkingOrder): number {
    const { price: matched, slips } = this.#match;
    if (matched === limitPrice) return matched;
    const slipped = slips ? matched * (1 + (sign * this.#options.costs.slippageBps) / 10_000) : matched;
    const rounded = roundToTick(slipped, sign, tickSize);
    if (sign * (rounded - limitPrice) > 0) return limitPrice;
    return rounded > 0 ? rounded : matched;
  }

  #allInQuantity({ lotSize }: Instrument, price: number): number {
    return affordableQuantity(this.#options.costs.commission, this.ledger.cashMicros, price, lotSize);
  }

  /** Why an order cannot fill after all: no lot, no cash, shares or margin at this price, or a quantity that risk does not want. */
  #denial(book: Book, working: WorkingOrder, quantity: number, price: number, fee: Micros): string | undefined {
    const { order, sign } = working;
    const { cashMicros } = this.ledger;
    if (quantity === 0) return `${toUsd(cashMicros)} USD do not buy one lot at ${price}`;
    if (this.#options.accountType === 'cash') {
      if (book.holding.quantity + sign * quantity < -CRUMB * book.instrument.lotSize) {
        return 'a cash account cannot sell short';
      }
      const cost = toMicros(sign * quantity * price) + fee;
      if (cost > cashMicros) return `at ${price} it costs ${toUsd(cost)} USD and there are ${toUsd(cashMicros)} USD`;
    }
    if (order.intent !== 'enter') return undefined;
    return this.#marginDenial(book, sign * quantity, price, fee) ?? this.#reviewDenial(order, quantity, price);
  }

  /** The initial margin, with what is held already counted at the price of the fill: the last one may be long gone. */
  #marginDenial({ holding }: Book, signedQuantity: number, price: number, fee: Micros): string | undefined {
    if (this.#options.accountType === 'cash') return undefined;
    let others = 0;
    let othersGross = 0;
    for (const other of this.ledger.holdings) {
      if (other === holding) continue;
      others += other.valueMicros;
      othersGross += Math.abs(other.valueMicros);
    }
    const unitMicros = price * MICROS_PER_USD;
    const equity = this.ledger.cashMicros - fee + others + holding.quantity * unitMicros;
    const gross = othersGross + Math.abs(holding.quantity + signedQuantity) * unitMicros;
    if (gross <= INITIAL_LEVERAGE * equity) return undefined;
    return `holdings would be worth ${toUsd(gross)} USD on ${toUsd(equity)} USD of equity, above the initial margin of one half`;
  }

  #reviewDenial(order: ApprovedOrder, quantity: number, price: number): string | undefined {
    return order.allIn ? this.#listener.reviewFill(order, quantity, price)?.message : undefined;
  }

  /** What one side of a pair fills is taken from the other. */
  #reduceSiblings(orders: readonly WorkingOrder[], filled: WorkingOrder, quantity: number, at: number): void {
    const { ocoGroup, clientOrderId } = filled.order;
    for (const sibling of orders) {
      if (sibling === filled || !sibling.isOpen || sibling.order.ocoGroup !== ocoGroup) continue;
      sibling.remaining -= quantity;
      if (!filled.isOpen || !(sibling.remaining > 0)) {
        this.#end(sibling, 'cancelled', `the other side of the pair filled (${clientOrderId})`, at);
      }
    }
  }

  #wakeChildren(book: Book, children: readonly WorkingOrder[], quantity: number, view: BarView): void {
    for (const child of children) {
      if (!child.isOpen) continue;
      if (!child.isAwake) {
        child.wokeAt = view.time;
        child.wokePrice = this.#match.price;
        child.wokeInside = this.#match.moment === 'intrabar';
      }
      this.#wake(book, child, quantity);
    }
  }

  #wake(book: Book, working: WorkingOrder, quantity: number): void {
    working.remaining += quantity;
    if (working.isAwake) return;
    working.isAwake = true;
    book.orders.push(working);
  }

  #end(working: WorkingOrder, status: 'cancelled' | 'expired' | 'rejected', reason: string, at: number): void {
    working.status = status;
    working.reason = reason;
    remove(this.#open, working);
    this.#listener.onOrderEnded(working.order.clientOrderId, status, reason, at);
    if (working.filledQuantity > 0) return;
    for (const child of working.children ?? []) {
      if (child.isOpen) this.#end(child, 'cancelled', `its entry was ${status}`, at);
    }
  }

  /** Counts a bar in which a stop and the target paired with it are both in reach. */
  #countAmbiguity(orders: readonly WorkingOrder[], high: number, low: number): void {
    for (const stop of orders) {
      if (stop.type !== 'stop' || !stop.isOpen || stop.order.ocoGroup === undefined) continue;
      if (stop.sign > 0 ? high < stop.stopPrice : low > stop.stopPrice) continue;
      for (const limit of orders) {
        if (limit.type !== 'limit' || !limit.isOpen || limit.order.ocoGroup !== stop.order.ocoGroup) continue;
        if (limit.sign > 0 ? low < limit.limitPrice : high > limit.limitPrice) this.ambiguousBars++;
      }
    }
  }

  /** A day order lives through the first session it meets. One whose session had no closing bar ends when a later one begins. */
  #expirePastSessions(orders: readonly WorkingOrder[], view: BarView): void {
    for (const working of orders) {
      if (!working.isOpen || working.order.timeInForce !== 'day') continue;
      working.daySession ??= view.session;
      if (view.session > working.daySession) {
        const closed = calendarOf(view.instrument.exchange).session(working.daySession);
        this.#end(working, 'expired', 'its session closed', closed?.closeAt ?? view.time);
      }
    }
  }

  #expireAtClose(orders: readonly WorkingOrder[], view: BarView): void {
    for (const working of orders) {
      if (!working.isOpen || working.order.timeInForce !== 'day') continue;
      const closeAt = closeAtOf(view);
      if (closeAt < (calendarOf(view.instrument.exchange).session(view.session)?.closeAt ?? Infinity)) return;
      this.#end(working, 'expired', 'its session closed', closeAt);
    }
  }

  #take(order: ApprovedOrder): WorkingOrder {
    const working = new WorkingOrder(order);
    this.#open.push(working);
    this.#all?.set(order.clientOrderId, working);
    return working;
  }

  // Few orders are open at a time, so a walk is cheaper than a table.
  #find(clientOrderId: string): WorkingOrder | undefined {
    for (let i = 0; i < this.#open.length; i++) {
      if (this.#open[i]!.order.clientOrderId === clientOrderId) return this.#open[i];
    }
    return this.#all?.get(clientOrderId);
  }

  #bookOf(order: ApprovedOrder): Book {
    const book = this.#books.get(order.symbol);
    if (book !== undefined) return book;
    throw new CandorError('brokers.unknown-symbol', {
      kind: 'not-found',
      message: `The paper exchange has no book for ${order.symbol}.`,
    });
  }
}

function badSnapshot(why: string, cause?: unknown): CandorError {
  return new CandorError('brokers.bad-snapshot', {
    kind: 'halt',
    message: `The saved state of the paper exchange does not fit (${why}), so trading must not go on with it.`,
    cause,
  });
}

function adopt(parent: WorkingOrder, child: WorkingOrder): void {
  child.parent = parent;
  parent.children ??= [];
  parent.children.push(child);
}

function remove(orders: WorkingOrder[], working: WorkingOrder): void {
  for (let i = orders.indexOf(working); i < orders.length - 1; i++) orders[i] = orders[i + 1]!;
  orders.pop();
}

function dropEnded(orders: WorkingOrder[]): void {
  let kept = 0;
  for (let i = 0; i < orders.length; i++) {
    const working = orders[i]!;
    if (working.isOpen) orders[kept++] = working;
  }
  while (orders.length > kept) orders.pop();
}
