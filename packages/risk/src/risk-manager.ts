import type { AccountView } from '@candor/domain/account';
import type { ApprovedOrder } from '@candor/domain/approved-order';
import { CandorError } from '@candor/domain/candor-error';
import type { SessionEvent } from '@candor/domain/events';
import type { Halt } from '@candor/domain/halt';
import type { Instrument } from '@candor/domain/instrument';
import type { Json } from '@candor/domain/json';
import { type OrderRequest, signOf } from '@candor/domain/order';
import type { Denial, Refusal } from '@candor/domain/refusal';
import type { SessionDay } from '@candor/domain/time';
import type { Limit, LimitUnit } from './define-limit.ts';
import { LIMITS } from './limit-catalog.ts';
import type { LimitInput } from './limit-input.ts';
import { RecentOrders } from './recent-orders.ts';
import { NO_FACTS, type RiskFacts } from './risk-facts.ts';
import { RiskState } from './risk-state.ts';

export type Review =
  | { readonly ok: true; readonly order: ApprovedOrder }
  | { readonly ok: false; readonly refused: Refusal };

/** What changed about the halts, ready to be a session's event. */
export type HaltChange = Extract<SessionEvent, { readonly type: 'halted' | 'resumed' }>;

/** How far one limit is used up before any new order. */
export interface Headroom {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly unit: LimitUnit;
  readonly value: number;
  readonly limit: number;
  readonly headroom: number;
}

export interface RiskManagerOptions {
  /** In the order in which their denials are listed. */
  readonly limits: readonly Limit[];
  readonly facts?: RiskFacts;
}

/** Part of the old position below which what is left counts as nothing: fractions of shares do not cancel exactly. */
const DUST = 1e-9;
const NOTHING_CHANGED: readonly HaltChange[] = [];
const NOTHING_DENIED: readonly Denial[] = [];

/**
 * Says whether an order may be sent, and is the only maker of approved ones. One belongs to one account: it remembers what it approved, and
 * holds the account's halts, which latch. Takes its time from the market, so that a replay decides the same.
 */
export class RiskManager {
  readonly #limits: readonly Limit[];
  readonly #tripping: readonly Limit[];
  readonly #facts: RiskFacts;
  readonly #recent: RecentOrders;
  #input: { -readonly [Key in keyof LimitInput]: LimitInput[Key] } | undefined;
  #halts: readonly Halt[] = [];
  #gravest: Halt | undefined;
  #changes: HaltChange[] = [];
  #session: SessionDay | undefined;
  #latestAt = 0;
  // Children are reviewed right behind their entry and measured by its price. A later one may belong to an entry filled long ago.
  #latestEntryId: string | undefined;
  #latestEntryPrice = Number.NaN;
  #latestEntryAt = Number.NaN;

  /** Throws `risk.missing-limit` when the list lacks one that no account may be without. */
  constructor({ limits, facts = NO_FACTS }: RiskManagerOptions) {
    const missing = LIMITS.find(({ id, presence }) => presence !== 'optional' && !limits.some((l) => l.id === id));
    if (missing) {
      throw new CandorError('risk.missing-limit', {
        kind: 'invalid',
        message: `The limit "${missing.id}" is missing, and an account without it is refused. ${missing.summary}`,
      });
    }
    this.#limits = [...limits];
    this.#tripping = limits.filter(({ trips, breached }) => trips !== undefined && breached !== undefined);
    this.#facts = facts;
    this.#recent = new RecentOrders(Math.max(...limits.map(({ memoryMs }) => memoryMs)));
  }

  /**
   * Returns the order, approved, or every reason against it in the order of the limits. Reasons that make all others pointless (halted, no
   * price, a bad number) stand alone. `account` must not count this order; `at` is market time in UTC milliseconds. A breach of a limit
   * that trips sets the halt. What is approved is remembered for the limits on repetition, the same client order id only once.
   */
  review(order: OrderRequest, instrument: Instrument, account: AccountView, at: number): Review {
    const input = this.#fill(order, instrument, account, at);
    const limits = this.#limits;
    let denials: Denial[] | undefined;
    for (let i = 0; i < limits.length; i++) {
      const limit = limits[i]!;
      if (limit.skipsReducing && input.isReducing) continue;
      const denial = limit.check(input);
      if (denial === undefined) continue;
      if (limit.alone) return { ok: false, refused: { order, denials: [denial] } };
      if (limit.trips !== undefined) this.#trip(denial, limit.trips, at);
      if (denials === undefined) denials = [denial];
      else denials.push(denial);
    }
    if (denials !== undefined) {
      const [first, ...others] = denials;
      return { ok: false, refused: { order, denials: [first!, ...others] } };
    }
    this.#recent.remember(order, at);
    if (order.parentId === undefined) {
      this.#latestEntryId = order.clientOrderId;
      // Where it would fill, which for a stop that sells is below what it is valued at.
      this.#latestEntryPrice = order.limitPrice ?? order.stopPrice ?? input.lastPrice;
      this.#latestEntryAt = at;
    }
    return { ok: true, order: order as ApprovedOrder };
  }

  /**
   * Reviews exits that together close all that the account holds of an instrument. Several sleeves may hold it, one long and another short,
   * so that each exit alone need not reduce; together they do, and are held only to what makes an order impossible. Orders that would leave
   * something, or do not exit, are reviewed one by one as any other.
   */
  reviewFlattening(
    orders: readonly OrderRequest[],
    instrument: Instrument,
    account: AccountView,
    at: number,
  ): readonly Review[] {
    const held = account.projectedQuantity(instrument.symbol);
    const left = orders.reduce((sum, { side, quantity }) => sum + signOf(side) * quantity, held);
    const moved = orders.reduce((sum, { quantity }) => sum + quantity, Math.abs(held));
    const flattens = Math.abs(left) <= DUST * moved && orders.every(({ intent }) => intent === 'exit');
    return orders.map((order) => {
      if (!flattens) return this.review(order, instrument, account, at);
      const input = this.#fill(order, instrument, account, at);
      this.#move(input, held, 0);
      input.isReducing = true;
      for (const limit of this.#limits) {
        const denial = limit.alone ? limit.check(input) : undefined;
        if (denial !== undefined) return { ok: false, refused: { order, denials: [denial] } };
      }
      this.#recent.remember(order, at);
      return { ok: true, order: order as ApprovedOrder };
    });
  }

  /**
   * Returns the exposure limits that a fill breaks at its price, none when it is within them. Two uses: before an `allIn` order is filled
   * with the quantity its cash buys, where a denial ends the order; and at any other fill, where it is logged, since the price has moved
   * and the order is not silently resized. In both the account does not count the fill yet; `expected` is what it still counts of the order as
   * working, which is nothing once its end was asked for or an all-in order began to fill. A fill that reduces breaks nothing.
   */
  reviewFill(
    order: ApprovedOrder,
    instrument: Instrument,
    account: AccountView,
    quantity: number,
    price: number,
    expected: number = order.quantity,
  ): readonly Denial[] {
    const input = this.#fill(order, instrument, account, this.#latestAt);
    const sign = signOf(order.side);
    const counted = account.projectedQuantity(order.symbol);
    const next = counted + sign * ((order.allIn ? quantity : Math.max(quantity, expected)) - expected);
    this.#move(input, next - sign * quantity, next);
    input.countedQuantity = counted;
    input.quantity = quantity;
    input.price = price;
    if (input.isReducing) return NOTHING_DENIED;
    let denials: Denial[] | undefined;
    for (const limit of this.#limits) {
      const denial = limit.atFill ? limit.check(input) : undefined;
      if (denial === undefined) continue;
      if (denials === undefined) denials = [denial];
      else denials.push(denial);
    }
    return denials ?? NOTHING_DENIED;
  }

  /**
   * Checks the limits that trip the halt against a marked account, so that a breach latches even when no order comes. Returns the equity, in
   * micro-dollars, down to which nothing new can break while the day and the peak stay what they are: there is no need to watch above it.
   */
  watch(account: AccountView, at: number): number {
    this.#seen(at);
    let safeDownTo = Number.NEGATIVE_INFINITY;
    for (const { code, breached, trips, usage } of this.#tripping) {
      if (this.#halts.some((halt) => halt.code === code)) continue;
      const denial = breached?.(account);
      if (denial !== undefined) {
        this.#trip(denial, trips ?? 'manual', at);
        continue;
      }
      // A loss is 1 - equity / base, so the base is equity / (1 - loss), and the limit is reached at base * (1 - limit).
      const used = usage?.(account, at, this.#recent);
      const breaksAt = used === undefined ? 1 : (1 - used.limit) / (1 - used.value);
      safeDownTo = Math.max(safeDownTo, account.equityMicros * breaksAt * (1 + DUST));
    }
    return safeDownTo;
  }

  /** The gravest halt in force, or undefined. */
  get halted(): Halt | undefined {
    return this.#gravest;
  }

  /** All halts in force, oldest first. */
  get halts(): readonly Halt[] {
    return this.#halts;
  }

  /** Begins with the halts that an earlier session of the account left in force, instead of its own. They are not reported again. */
  restoreHalts(halts: readonly Halt[]): void {
    this.#setHalts([...halts]);
  }

  /**
   * Latches a halt. Again with the same code it changes nothing, except that `all` replaces `entries`. It cannot fail: a level of `all`
   * is always lifted by a person only, and a time that is no number becomes the latest one known.
   */
  halt(level: Halt['level'], { code, reason, at, until }: Omit<Halt, 'level'>): void {
    const known = this.#halts.find((halt) => halt.code === code);
    if (known !== undefined && (known.level === level || known.level === 'all')) return;
    const halt: Halt = {
      level,
      code,
      reason,
      at: Number.isFinite(at) ? at : this.#latestAt,
      until: level === 'all' ? 'manual' : until,
    };
    this.#setHalts([...this.#halts.filter((other) => other !== known), halt]);
    this.#changes.push({ type: 'halted', at: halt.at, halt });
  }

  /**
   * Lifts every halt, or only those of one code. Throws `risk.unnamed-resume` unless a person and a reason are named. A loss limit that is
   * still broken halts again at the next review.
   */
  resume({
    by,
    reason,
    at,
    code,
  }: {
    readonly by: string;
    readonly reason: string;
    readonly at: number;
    readonly code?: string;
  }): void {
    if (by.trim() === '' || reason.trim() === '') {
      throw new CandorError('risk.unnamed-resume', {
        kind: 'denied',
        message: 'Trading resumes only when a person gives a name and a reason: "by" and "reason" must not be empty.',
      });
    }
    this.#lift((halt) => code === undefined || halt.code === code, by.trim(), reason.trim(), at);
  }

  /** Tells that bars of an exchange session begin to arrive. The first call of a later session lifts the halts that end with the session. */
  onSession(day: SessionDay, at: number = this.#latestAt): void {
    if (!(day > (this.#session ?? Number.NEGATIVE_INFINITY))) return;
    const isLater = this.#session !== undefined;
    this.#session = day;
    if (isLater && this.#gravest !== undefined) {
      this.#lift((halt) => halt.until === 'next-session', 'session', 'a new session began', at);
    }
  }

  /** Returns what changed about the halts since the last call, oldest first, and forgets it. */
  takeHaltChanges(): readonly HaltChange[] {
    if (this.#changes.length === 0) return NOTHING_CHANGED;
    const changes = this.#changes;
    this.#changes = [];
    return changes;
  }

  /** Returns how far each limit that can say so is used up, in the order of the limits. Numbers that are not known are left out with their limit. */
  headroom(account: AccountView, at: number): Headroom[] {
    return this.#limits.flatMap(({ id, code, title, unit, usage }) => {
      const used = usage?.(account, at, this.#recent);
      if (used === undefined || !Number.isFinite(used.limit - used.value)) return [];
      const { value, limit } = used;
      return [{ id, code, title, unit, value, limit, headroom: Math.max(0, limit - value) }];
    });
  }

  /** Returns halts, session and remembered orders. Halt changes not yet taken are not in it, nor an entry whose children are still to come. */
  snapshot(): Json {
    return {
      session: this.#session ?? null,
      latestAt: this.#latestAt,
      halts: this.#halts.map((halt) => ({ ...halt })),
      recent: this.#recent.snapshot().map((order) => ({ ...order })),
    };
  }

  /** Takes back what `snapshot` returned. Throws `risk.bad-snapshot` for anything else, and then changes nothing. */
  restore(state: Json): void {
    const parsed = RiskState.safeParse(state);
    if (!parsed.success) {
      throw new CandorError('risk.bad-snapshot', {
        kind: 'halt',
        message: 'The saved state of the risk manager cannot be read, so trading must not go on with it.',
        cause: parsed.error,
      });
    }
    this.#session = parsed.data.session ?? undefined;
    this.#latestAt = parsed.data.latestAt;
    this.#setHalts(parsed.data.halts);
    this.#recent.restore(parsed.data.recent);
    this.#changes = [];
    this.#latestEntryId = undefined;
  }

  #fill(order: OrderRequest, instrument: Instrument, account: AccountView, at: number) {
    this.#seen(at);
    const { symbol, quantity, parentId, limitPrice, stopPrice } = order;
    const lastPrice = account.lastPrice(symbol) ?? Number.NaN;
    const oldQuantity = account.projectedQuantity(symbol);
    const price = limitPrice ?? (stopPrice === undefined ? lastPrice : Math.max(stopPrice, lastPrice));
    this.#input ??= {
      order,
      instrument,
      account,
      facts: this.#facts,
      recent: this.#recent,
      halt: undefined,
      at,
      lastPrice,
      price,
      referencePrice: lastPrice,
      quantity,
      oldQuantity,
      countedQuantity: oldQuantity,
      newQuantity: oldQuantity,
      isReducing: false,
    };
    const input = this.#input;
    input.order = order;
    input.instrument = instrument;
    input.account = account;
    input.halt = this.#gravest;
    input.at = at;
    input.lastPrice = lastPrice;
    input.price = price;
    if (parentId === undefined) input.referencePrice = lastPrice;
    else {
      const isNewChild = parentId === this.#latestEntryId && at === this.#latestEntryAt;
      input.referencePrice = isNewChild ? this.#latestEntryPrice : Number.NaN;
    }
    input.quantity = quantity;
    input.countedQuantity = oldQuantity;
    this.#move(input, oldQuantity, oldQuantity + signOf(order.side) * quantity);
    return input;
  }

  #move(input: { oldQuantity: number; newQuantity: number; isReducing: boolean }, old: number, next: number): void {
    const settled = Math.abs(next) <= DUST * Math.abs(old) ? 0 : next;
    input.oldQuantity = old;
    input.newQuantity = settled;
    input.isReducing = Math.abs(settled) < Math.abs(old) && (settled === 0 || settled > 0 === old > 0);
  }

  #seen(at: number): void {
    if (at > this.#latestAt) this.#latestAt = at;
  }

  #trip(denial: Denial, until: Halt['until'], at: number): void {
    this.halt('entries', { code: denial.code, reason: denial.message.replace(/\.$/, ''), at, until });
  }

  #lift(isLifted: (halt: Halt) => boolean, by: string, reason: string, at: number): void {
    const lifted = this.#halts.filter(isLifted);
    this.#setHalts(this.#halts.filter((halt) => !isLifted(halt)));
    for (const halt of lifted) this.#changes.push({ type: 'resumed', at, halt, by, reason });
  }

  #setHalts(halts: readonly Halt[]): void {
    this.#halts = halts;
    this.#gravest =
      halts.find(({ level }) => level === 'all') ?? halts.find(({ until }) => until === 'manual') ?? halts[0];
  }
}
