import type { OrderRequest } from '@candor/domain/order';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './default-limits.ts';
import { createLimits, LIMITS } from './limit-catalog.ts';
import type { LimitsConfig } from './limits-config.ts';
import { RiskManager } from './risk-manager.ts';
import { type AccountStatement, StatedAccount } from './stated-account.ts';

const NOON = Date.UTC(2024, 0, 3, 12);
const stock = (symbol: string) => ({
  symbol,
  name: symbol,
  kind: 'stock' as const,
  exchange: 'XNYS' as const,
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
});
const AAA = stock('AAA');

function statement(changes: Partial<AccountStatement> = {}): AccountStatement {
  return {
    type: 'margin',
    cashUsd: 100_000,
    equityUsd: 100_000,
    dayStartEquityUsd: 100_000,
    peakEquityUsd: 100_000,
    buyingPowerUsd: 100_000,
    quantities: {},
    lastPrices: { AAA: 100, BBB: 50 },
    pricedAt: NOON,
    ...changes,
  };
}

let ids = 0;
function order(changes: Partial<OrderRequest> = {}): OrderRequest {
  return {
    clientOrderId: `o${ids++}`,
    sleeveId: 's',
    symbol: 'AAA',
    side: 'buy',
    quantity: 10,
    allIn: false,
    timeInForce: 'day',
    intent: 'enter',
    ocoGroup: undefined,
    parentId: undefined,
    decidedAt: NOON,
    type: 'market',
    limitPrice: undefined,
    stopPrice: undefined,
    ...changes,
  } as OrderRequest;
}

const manager = (config: LimitsConfig = {}) =>
  new RiskManager({ limits: createLimits({ ...DEFAULT_LIMITS, ...config }) });

function codes(risk: RiskManager, request: OrderRequest, account: Partial<AccountStatement> = {}, at = NOON): string[] {
  const review = risk.review(request, { ...AAA, symbol: request.symbol }, new StatedAccount(statement(account)), at);
  return review.ok ? [] : review.refused.denials.map(({ code }) => code);
}

describe('a review', () => {
  it('approves the very order it was given', () => {
    const request = order();
    const review = manager().review(request, AAA, new StatedAccount(statement()), NOON);
    expect(review.ok && review.order).toBe(request);
  });

  it('lists every reason in the order of the limits, each with its sentence and numbers', () => {
    const account = new StatedAccount(statement({ equityUsd: 90_000, buyingPowerUsd: 50_000 }));
    const review = manager().review(order({ quantity: 1000 }), AAA, account, NOON);
    const denials = review.ok ? [] : review.refused.denials;
    expect(denials.map(({ code }) => code)).toEqual(['DAILY_LOSS', 'MAX_POSITION', 'MAX_GROSS', 'BUYING_POWER']);
    expect(denials[1]).toEqual({
      code: 'MAX_POSITION',
      message:
        'Buying 1,000 AAA would bring the position to 100,000.00 USD; the limit is 90,000.00 USD, 100% of equity.',
      numbers: { value: 100_000, limit: 90_000, headroom: 90_000 },
    });
    for (const { message, numbers } of denials) {
      expect(message).toMatch(/^[A-Z].*\.$/);
      expect(numbers).toMatchObject({ value: expect.any(Number), limit: expect.any(Number) });
      expect(numbers['headroom']).toBeGreaterThanOrEqual(0);
    }
  });

  it('accepts a position of exactly its limit and refuses one share more', () => {
    const risk = manager({ 'max-position': { fraction: 0.25 } });
    expect(codes(risk, order({ quantity: 250 }))).toEqual([]);
    expect(codes(risk, order({ quantity: 251 }))).toEqual(['MAX_POSITION']);
  });

  it('lets a reducing order pass limits that the account already breaks, but no flip', () => {
    const broken = { quantities: { AAA: 2000 }, equityUsd: 90_000, buyingPowerUsd: 0 };
    expect(codes(manager(), order({ side: 'sell', quantity: 500 }), broken)).toEqual([]);
    expect(codes(manager(), order({ side: 'sell', quantity: 2000 }), broken)).toEqual([]);
    expect(codes(manager(), order({ side: 'sell', quantity: 2001 }), broken)).toContain('DAILY_LOSS');
  });

  it('counts the dust of fractional shares as a flat position', () => {
    const instrument = { ...AAA, fractional: true, lotSize: 0.001 };
    const account = new StatedAccount(statement({ quantities: { AAA: 0.1 + 0.2 }, equityUsd: 90_000 }));
    const review = manager().review(order({ side: 'sell', quantity: 0.3 }), instrument, account, NOON);
    expect(review.ok).toBe(true);
  });

  it('refuses an index, an untradable instrument and an instrument that is not the order’s', () => {
    const account = new StatedAccount(statement());
    for (const instrument of [{ ...AAA, kind: 'index' as const }, { ...AAA, tradable: false }, stock('BBB')]) {
      const review = manager().review(order(), instrument, account, NOON);
      expect(review).toMatchObject({ ok: false, refused: { denials: [{ code: 'NOT_TRADABLE' }] } });
    }
  });

  it('refuses fractions of a lot unless the instrument allows them', () => {
    expect(codes(manager(), order({ quantity: 1.5 }))).toEqual(['BAD_QTY']);
    const fractional = { ...AAA, fractional: true };
    const review = manager().review(order({ quantity: 1.5 }), fractional, new StatedAccount(statement()), NOON);
    expect(review.ok).toBe(true);
  });

  it('refuses a price that is too old, and one from the future', () => {
    const risk = manager({ 'known-price': { maxStaleMs: 60_000 } });
    expect(codes(risk, order(), { pricedAt: NOON - 60_000 })).toEqual([]);
    expect(codes(risk, order(), { pricedAt: NOON - 60_001 })).toEqual(['NO_PRICE']);
    expect(codes(risk, order(), { pricedAt: NOON + 1 })).toEqual(['NO_PRICE']);
  });

  it.each([
    ['a sell stop above the price', { side: 'sell', type: 'stop', stopPrice: 101 }],
    ['a sell stop at the price', { side: 'sell', type: 'stop', stopPrice: 100 }],
    ['a buy stop below the price', { side: 'buy', type: 'stop', stopPrice: 99 }],
    ['a price off the tick', { type: 'limit', limitPrice: 99.995 }],
    ['a limit of zero', { type: 'limit', limitPrice: 0 }],
    ['a limit order without its limit', { type: 'limit' }],
    ['a market order with a limit', { type: 'market', limitPrice: 100 }],
  ] as const)('refuses %s', (_, changes) => {
    expect(codes(manager(), order(changes as Partial<OrderRequest>))).toEqual(['BAD_PRICE']);
  });

  it('measures the stop of an entry by the price of that entry', () => {
    const stop = { side: 'sell', intent: 'protect', type: 'stop', quantity: 10 } as const;
    const held = { quantities: { AAA: 10 } };
    for (const [stopPrice, expected] of [
      [104, []],
      [105, ['BAD_PRICE']],
    ] as const) {
      const risk = manager();
      const breakout = order({ type: 'stop', stopPrice: 105 } as Partial<OrderRequest>);
      expect(codes(risk, breakout)).toEqual([]);
      const child = order({ ...stop, stopPrice, parentId: breakout.clientOrderId } as Partial<OrderRequest>);
      expect(codes(risk, child, held)).toEqual(expected);
    }
  });

  it('measures the stop of a short that a breakdown opens by where that is, not by today’s price', () => {
    const risk = manager();
    const breakdown = order({ side: 'sell', type: 'stop', stopPrice: 95 } as Partial<OrderRequest>);
    expect(codes(risk, breakdown)).toEqual([]);
    const parentId = breakdown.clientOrderId;
    const stop = { side: 'buy', intent: 'protect', type: 'stop', quantity: 10, parentId } as const;
    expect(codes(risk, order({ ...stop, stopPrice: 97 }))).toEqual([]);
    expect(codes(risk, order({ ...stop, stopPrice: 95 }))).toEqual(['BAD_PRICE']);
  });

  it('lets a stop follow the price above the entry it once belonged to', () => {
    const risk = manager();
    const entry = order();
    expect(codes(risk, entry)).toEqual([]);
    const nearer = { side: 'sell', intent: 'protect', type: 'stop', stopPrice: 110, parentId: entry.clientOrderId };
    const later = { quantities: { AAA: 10 }, lastPrices: { AAA: 120 }, pricedAt: NOON + 1 };
    expect(codes(risk, order(nearer as Partial<OrderRequest>), later, NOON + 1)).toEqual([]);
  });

  it('lets orders pass up to the very edge of a loss limit', () => {
    expect(codes(manager(), order(), { equityUsd: 95_000.01 })).toEqual([]);
    expect(codes(manager(), order(), { equityUsd: 95_000 })).toEqual(['DAILY_LOSS']);
  });

  it('values every exposure at the limit price', () => {
    const tight = manager({
      'max-position': { fraction: 2 },
      'max-gross': { fraction: 2 },
      'max-net': { fraction: 1 },
    });
    const request = { quantity: 1000, type: 'limit' } as const;
    const rich = { buyingPowerUsd: 1e6 };
    expect(codes(tight, order({ ...request, limitPrice: 100 } as Partial<OrderRequest>), rich)).toEqual([]);
    expect(codes(tight, order({ ...request, limitPrice: 100.01 } as Partial<OrderRequest>), rich)).toEqual(['MAX_NET']);
  });

  it('values a stop order at its stop, where it will fill', () => {
    const risk = manager({ 'max-position': { fraction: 0.1 } });
    expect(codes(risk, order({ quantity: 100 }))).toEqual([]);
    expect(codes(risk, order({ quantity: 100, type: 'stop', stopPrice: 110 } as Partial<OrderRequest>))).toEqual([
      'MAX_POSITION',
    ]);
  });

  it('lets a target rest outside the collar and keeps an entry inside', () => {
    const far = { type: 'limit', limitPrice: 150, side: 'sell', quantity: 10 } as Partial<OrderRequest>;
    const held = { quantities: { AAA: 10 } };
    expect(codes(manager(), order({ ...far, intent: 'protect' } as Partial<OrderRequest>), held)).toEqual([]);
    expect(codes(manager(), order(far))).toContain('PRICE_COLLAR');
    expect(codes(manager(), order({ ...far, intent: 'protect' } as Partial<OrderRequest>))).toContain('PRICE_COLLAR');
  });
});

describe('numbers that are none', () => {
  const bad = fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY);
  const everyLimit = createLimits({
    ...DEFAULT_LIMITS,
    'order-rate': { maxOrdersPerMinute: 100 },
    'duplicate-order': { windowMs: 1000 },
    'max-notional': { maxUsd: 1e6 },
    'max-drawdown': { fraction: 0.5 },
    'max-net': { fraction: 1 },
  });

  it('deny the order, wherever they stand and whether or not it reduces', () => {
    const places: readonly ((n: number) => [Partial<OrderRequest>, Partial<AccountStatement>, number])[] = [
      (n) => [{ quantity: n }, {}, NOON],
      (n) => [{ type: 'limit', limitPrice: n } as Partial<OrderRequest>, {}, NOON],
      (n) => [{ type: 'stop', stopPrice: n } as Partial<OrderRequest>, {}, NOON],
      (n) => [{ decidedAt: n }, {}, NOON],
      (n) => [{}, { equityUsd: n }, NOON],
      (n) => [{}, { cashUsd: n }, NOON],
      (n) => [{}, { dayStartEquityUsd: n }, NOON],
      (n) => [{}, { peakEquityUsd: n }, NOON],
      (n) => [{}, { buyingPowerUsd: n }, NOON],
      (n) => [{}, { quantities: { AAA: n } }, NOON],
      (n) => [{}, { lastPrices: { AAA: n } }, NOON],
      (n) => [{}, { pricedAt: n }, NOON],
      (n) => [{}, {}, n],
    ];
    const held = fc.constantFrom({}, { quantities: { AAA: -10 } });
    fc.assert(
      fc.property(fc.constantFrom(...places), bad, held, (place, number, position) => {
        const [request, account, at] = place(number);
        const risk = new RiskManager({ limits: everyLimit });
        const denied = codes(
          risk,
          order({ intent: 'exit', ...request } as Partial<OrderRequest>),
          { ...position, ...account },
          at,
        );
        expect(denied).not.toEqual([]);
      }),
    );
  });

  it('in another position deny what would add to the account', () => {
    fc.assert(
      fc.property(bad, (price) => {
        const account = { quantities: { BBB: 1 }, lastPrices: { AAA: 100, BBB: price } };
        expect(codes(new RiskManager({ limits: everyLimit }), order(), account)).toEqual(['MAX_GROSS', 'MAX_NET']);
      }),
    );
  });
});

describe('no sequence of approved orders', () => {
  const SYMBOLS = ['AAA', 'BBB', 'CCC'] as const;
  const step = fc.record({
    symbol: fc.constantFrom(...SYMBOLS),
    side: fc.constantFrom('buy' as const, 'sell' as const),
    quantity: fc.integer({ min: 1, max: 500 }),
    limitOffset: fc.option(fc.integer({ min: -15, max: 15 }), { nil: undefined }),
    drift: fc.integer({ min: -2, max: 2 }),
    newSession: fc.boolean(),
  });

  it('breaches a limit, whatever the market does', () => {
    let approvals = 0;
    fc.assert(
      fc.property(fc.array(step, { minLength: 20, maxLength: 60 }), (steps) => {
        const risk = manager({
          'max-position': { fraction: 0.4 },
          'max-gross': { fraction: 1.2 },
          'max-net': { fraction: 0.8 },
          'max-drawdown': { fraction: 0.2 },
        });
        const prices: Record<string, number> = { AAA: 100, BBB: 50, CCC: 20 };
        const held: Record<string, number> = {};
        let cash = 100_000;
        let dayStart = cash;
        let peak = cash;
        let day = 1;
        const gross = () => SYMBOLS.reduce((sum, s) => sum + Math.abs((held[s] ?? 0) * prices[s]!), 0);
        const net = () => SYMBOLS.reduce((sum, s) => sum + (held[s] ?? 0) * prices[s]!, 0);

        for (const { symbol, side, quantity, limitOffset, drift, newSession } of steps) {
          prices[symbol] = Math.max(1, prices[symbol]! + drift);
          const equity = cash + net();
          peak = Math.max(peak, equity);
          if (newSession) {
            dayStart = Math.max(equity, 1);
            if (risk.halted !== undefined) risk.resume({ by: 'Ada', reason: 'the law goes on', at: NOON });
            risk.onSession(day++, NOON);
          }
          const last = prices[symbol]!;
          const limitPrice = limitOffset === undefined ? undefined : Math.max(1, last + limitOffset);
          const request = order({
            symbol,
            side,
            quantity,
            type: limitPrice === undefined ? 'market' : 'limit',
            limitPrice,
          } as Partial<OrderRequest>);
          const buyingPower = Math.max(0, 2 * equity - gross());
          const account = new StatedAccount(
            statement({
              cashUsd: cash,
              equityUsd: equity,
              dayStartEquityUsd: dayStart,
              peakEquityUsd: peak,
              buyingPowerUsd: buyingPower,
              quantities: { ...held },
              lastPrices: { ...prices },
            }),
          );
          if (!risk.review(request, stock(symbol), account, NOON).ok) continue;
          approvals += 1;

          const before = held[symbol] ?? 0;
          const after = before + (side === 'buy' ? quantity : -quantity);
          const reduces = Math.abs(after) < Math.abs(before) && after * before >= 0;
          const price = limitPrice ?? last;
          held[symbol] = after;
          cash -= (after - before) * price;
          if (limitPrice !== undefined) expect(Math.abs(limitPrice - last)).toBeLessThanOrEqual(0.1 * last + 1e-6);
          if (reduces) continue;
          const others = gross() - Math.abs(after) * last;
          const otherNet = net() - after * last;
          const slack = 1e-6 * equity;
          expect(Math.abs(after) * price).toBeLessThanOrEqual(0.4 * equity + slack);
          expect(others + Math.abs(after) * price).toBeLessThanOrEqual(1.2 * equity + slack);
          expect(Math.abs(otherNet + after * price)).toBeLessThanOrEqual(0.8 * equity + slack);
          expect((Math.abs(after) - Math.abs(before)) * price).toBeLessThanOrEqual(buyingPower + slack);
          expect(1 - equity / dayStart).toBeLessThan(0.05);
          expect(1 - equity / peak).toBeLessThan(0.2);
        }
      }),
      { numRuns: 300 },
    );
    expect(approvals, 'a law about approved orders needs some').toBeGreaterThan(500);
  });
});

describe('a halt', () => {
  const kill = { code: 'KILL_SWITCH', reason: 'pulled by hand', at: NOON, until: 'manual' } as const;

  it('latches after a daily loss until the next session, although the equity recovers', () => {
    const risk = manager();
    risk.onSession(10, NOON);
    expect(codes(risk, order(), { equityUsd: 95_000 })).toEqual(['DAILY_LOSS']);
    expect(risk.halted).toMatchObject({ level: 'entries', code: 'DAILY_LOSS', until: 'next-session', at: NOON });
    expect(codes(risk, order(), { equityUsd: 99_000 })).toEqual(['HALT_ENTRIES']);
    expect(codes(risk, order({ side: 'sell' }), { equityUsd: 99_000, quantities: { AAA: 10 } })).toEqual([]);
    risk.onSession(10, NOON);
    expect(codes(risk, order())).toEqual(['HALT_ENTRIES']);
    risk.onSession(11, NOON + 1);
    expect(codes(risk, order())).toEqual([]);
    expect(risk.takeHaltChanges()).toMatchObject([
      { type: 'halted', at: NOON, halt: { code: 'DAILY_LOSS' } },
      { type: 'resumed', at: NOON + 1, by: 'session', halt: { code: 'DAILY_LOSS' } },
    ]);
    expect(risk.takeHaltChanges()).toEqual([]);
  });

  it('latches after a drawdown beyond sessions, until a person resumes', () => {
    const risk = manager({ 'max-drawdown': { fraction: 0.1 } });
    risk.onSession(10, NOON);
    risk.watch(new StatedAccount(statement({ equityUsd: 90_000, dayStartEquityUsd: 91_000 })), NOON);
    risk.onSession(11, NOON);
    expect(codes(risk, order())).toEqual(['HALT_ENTRIES']);
    risk.resume({ by: 'Ada', reason: 'reviewed the strategy', at: NOON });
    expect(codes(risk, order())).toEqual([]);
  });

  it('names an equity down to which watching again finds nothing, and just below which it does', () => {
    const fraction = fc.double({ min: 0.01, max: 0.9, noNaN: true });
    fc.assert(
      fc.property(
        fraction,
        fc.double({ min: 0, max: 0.99, noNaN: true }),
        fc.nat({ max: 1_000 }),
        (limit, used, below) => {
          const watched = (equityUsd: number): { readonly safeDownToUsd: number; readonly halted: boolean } => {
            const risk = new RiskManager({
              limits: createLimits({ ...DEFAULT_LIMITS, 'daily-loss': { fraction: limit } }),
            });
            const account = new StatedAccount(statement({ equityUsd, dayStartEquityUsd: 100_000 }));
            return { safeDownToUsd: risk.watch(account, NOON) / 1e6, halted: risk.halted !== undefined };
          };
          const { safeDownToUsd, halted } = watched(100_000 * (1 - limit * used));
          expect(halted).toBe(false);
          expect(watched(safeDownToUsd + 0.01 + below).halted).toBe(false);
          expect(watched(safeDownToUsd - 0.01).halted).toBe(true);
        },
      ),
    );
  });

  it('of a watched account says so once, however often it is watched', () => {
    const risk = manager();
    const account = new StatedAccount(statement({ equityUsd: 80_000 }));
    for (let i = 0; i < 3; i++) risk.watch(account, NOON);
    expect(risk.takeHaltChanges()).toHaveLength(1);
  });

  it('of an account that cannot be measured stops entries', () => {
    const risk = manager();
    risk.watch(new StatedAccount(statement({ equityUsd: Number.NaN })), NOON);
    expect(risk.halted?.code).toBe('DAILY_LOSS');
  });

  it('of everything lets only orders pass that close a whole position', () => {
    const risk = manager();
    risk.halt('all', kill);
    risk.halt('all', kill);
    expect(risk.takeHaltChanges()).toHaveLength(1);
    const held = { quantities: { AAA: 10 } };
    const sell = { side: 'sell', quantity: 10 } as const;
    expect(codes(risk, order(), held)).toEqual(['KILL_SWITCH']);
    expect(codes(risk, order({ quantity: Number.NaN }), held)).toEqual(['KILL_SWITCH']);
    expect(codes(risk, order({ ...sell, intent: 'protect' }), held)).toEqual(['KILL_SWITCH']);
    expect(codes(risk, order({ ...sell, intent: 'exit', quantity: 9 }), held)).toEqual(['KILL_SWITCH']);
    expect(codes(risk, order({ ...sell, intent: 'exit', quantity: 11 }), held)).toEqual(['KILL_SWITCH']);
    expect(codes(risk, order({ ...sell, intent: 'exit' }), held)).toEqual([]);
  });

  it('of everything is lifted by no session, even when it was asked to be', () => {
    const risk = manager();
    risk.onSession(1, NOON);
    risk.halt('all', { ...kill, until: 'next-session' });
    risk.onSession(2, NOON);
    expect(codes(risk, order())).toEqual(['KILL_SWITCH']);
  });

  it('is not lifted without a name and a reason', () => {
    const risk = manager();
    risk.halt('all', kill);
    for (const words of [
      { by: ' ', reason: 'because' },
      { by: 'Ada', reason: '' },
    ]) {
      expect(() => risk.resume({ ...words, at: NOON })).toThrow(
        expect.objectContaining({ code: 'risk.unnamed-resume' }),
      );
    }
    expect(risk.halted).toBeDefined();
    risk.resume({ by: 'Ada', reason: 'false alarm', at: NOON });
    expect(risk.halted).toBeUndefined();
  });

  it('survives being saved and restored, with what was approved', () => {
    const config = { 'duplicate-order': { windowMs: 5000 } };
    const risk = manager(config);
    risk.onSession(10, NOON);
    expect(codes(risk, order())).toEqual([]);
    expect(codes(risk, order({ quantity: 20 }), { equityUsd: 90_000 })).toEqual(['DAILY_LOSS']);
    const next = manager(config);
    next.restore(JSON.parse(JSON.stringify(risk.snapshot())));
    expect(next.snapshot()).toEqual(risk.snapshot());
    expect(codes(next, order())).toEqual(['HALT_ENTRIES', 'DUPLICATE']);
    next.onSession(11, NOON);
    expect(codes(next, order({ quantity: 20 }))).toEqual([]);
  });

  it('outlives its session: a new manager begins with it, and reports nothing new', () => {
    const risk = manager();
    risk.halt('all', { code: 'KILL_SWITCH', reason: 'stop', at: NOON, until: 'manual' });
    risk.halt('entries', { code: 'DAILY_LOSS', reason: 'loss', at: NOON, until: 'next-session' });
    const next = manager();
    next.restoreHalts(risk.halts);
    expect(next.halts).toEqual(risk.halts);
    expect(next.halted).toEqual(risk.halted);
    expect(next.takeHaltChanges()).toEqual([]);
    expect(codes(next, order())).toEqual(['KILL_SWITCH']);
  });

  it('is not replaced by a snapshot that cannot be read', () => {
    const risk = manager();
    risk.halt('all', kill);
    expect(() => risk.restore({ halts: [] })).toThrow(expect.objectContaining({ code: 'risk.bad-snapshot' }));
    expect(risk.halted).toBeDefined();
  });
});

describe('closing everything', () => {
  const exit = (sleeveId: string, side: OrderRequest['side'], quantity: number) =>
    order({ sleeveId, side, quantity, intent: 'exit' });
  const codesOf = (risk: RiskManager, orders: readonly OrderRequest[], quantity: number) =>
    risk
      .reviewFlattening(orders, AAA, new StatedAccount(statement({ quantities: { AAA: quantity } })), NOON)
      .map((review) => (review.ok ? 'passes' : review.refused.denials.map(({ code }) => code).join(' ')));

  it.each<[string, OrderRequest[], number]>([
    ['of two sleeves on the same side', [exit('a', 'sell', 100), exit('b', 'sell', 50)], 150],
    ['of two sleeves on opposite sides', [exit('a', 'sell', 100), exit('b', 'buy', 40)], 60],
    ['of two sleeves that cancel out', [exit('a', 'sell', 100), exit('b', 'buy', 100)], 0],
    ['of as many orders as are allowed in a minute', Array.from({ length: 9 }, () => exit('a', 'sell', 10)), 90],
  ])('passes while everything is halted: %s', (_, orders, quantity) => {
    const risk = manager({ 'order-rate': { maxOrdersPerMinute: 2 }, 'duplicate-order': { windowMs: 2000 } });
    risk.halt('all', { code: 'KILL_SWITCH', reason: 'stop', at: NOON, until: 'manual' });
    expect(codesOf(risk, orders, quantity)).toEqual(orders.map(() => 'passes'));
  });

  it('is held to what makes an order impossible', () => {
    expect(codesOf(manager(), [exit('a', 'sell', 1.5)], 1.5)).toEqual(['BAD_QTY']);
  });

  it('that leaves something, or enters, is reviewed as any order', () => {
    const risk = manager();
    risk.halt('all', { code: 'KILL_SWITCH', reason: 'stop', at: NOON, until: 'manual' });
    expect(codesOf(risk, [exit('a', 'sell', 100)], 150)).toEqual(['KILL_SWITCH']);
    expect(codesOf(risk, [order({ side: 'sell', quantity: 100 })], 100)).toEqual(['KILL_SWITCH']);
  });
});

describe('repetition', () => {
  it('is refused within its window of market time and allowed after it', () => {
    const risk = manager({ 'duplicate-order': { windowMs: 2000 } });
    expect(codes(risk, order())).toEqual([]);
    expect(codes(risk, order(), {}, NOON + 1999)).toEqual(['DUPLICATE']);
    expect(codes(risk, order({ quantity: 11 }), {}, NOON + 1999)).toEqual([]);
    expect(codes(risk, order(), {}, NOON + 2000)).toEqual([]);
  });

  it('of the same client order id is the same order', () => {
    const risk = manager({ 'duplicate-order': { windowMs: 2000 }, 'order-rate': { maxOrdersPerMinute: 2 } });
    const request = order();
    expect([codes(risk, request), codes(risk, request), codes(risk, order({ quantity: 1 }))]).toEqual([[], [], []]);
    expect(codes(risk, order({ quantity: 2 }))).toEqual(['ORDER_RATE']);
  });

  it('never lets more orders through in any minute than the rate', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20_000 }), { minLength: 30, maxLength: 200 }), (gaps) => {
        const risk = manager({ 'order-rate': { maxOrdersPerMinute: 4 } });
        const approvedAt: number[] = [];
        let at = NOON;
        for (const gap of gaps) {
          at += gap;
          if (codes(risk, order(), {}, at).length === 0) approvedAt.push(at);
        }
        for (const [i, later] of approvedAt.entries()) {
          if (i >= 4) expect(later - approvedAt[i - 4]!).toBeGreaterThanOrEqual(60_000);
        }
      }),
    );
  });
});

describe('a fill', () => {
  const fillOf = (changes: Partial<OrderRequest>, risk: RiskManager) => {
    const review = risk.review(order(changes), AAA, new StatedAccount(statement({ buyingPowerUsd: 1e6 })), NOON);
    if (!review.ok) throw new Error('The order of this test must be approved.');
    return review.order;
  };

  it('of an all-in order is measured by what the cash buys and not by the estimate', () => {
    const risk = manager();
    const approved = fillOf({ quantity: 1000, allIn: true }, risk);
    const account = new StatedAccount(statement({ quantities: { AAA: 1000 }, buyingPowerUsd: 0 }));
    expect(risk.reviewFill(approved, AAA, account, 1111, 90)).toEqual([]);
    expect(risk.reviewFill(approved, AAA, account, 1112, 90).map(({ code }) => code)).toEqual([
      'MAX_POSITION',
      'MAX_GROSS',
      'BUYING_POWER',
    ]);
  });

  it('of the rest of an all-in order, which is not expected any more, is added to what was filled before', () => {
    const risk = manager();
    const approved = fillOf({ quantity: 1000, allIn: true }, risk);
    const account = new StatedAccount(statement({ quantities: { AAA: 400 }, buyingPowerUsd: 60_000 }));
    expect(risk.reviewFill(approved, AAA, account, 600, 100, 0)).toEqual([]);
    expect(risk.reviewFill(approved, AAA, account, 601, 100, 0).map(({ code }) => code)).toEqual([
      'MAX_POSITION',
      'MAX_GROSS',
      'BUYING_POWER',
    ]);
  });

  it('at a worse price says which limits it breaks', () => {
    const risk = manager();
    const approved = fillOf({ quantity: 1000 }, risk);
    const account = new StatedAccount(statement({ quantities: { AAA: 1000 }, buyingPowerUsd: 0 }));
    expect(risk.reviewFill(approved, AAA, account, 1000, 100)).toEqual([]);
    expect(risk.reviewFill(approved, AAA, account, 1000, 100.01).map(({ code }) => code)).toEqual([
      'MAX_POSITION',
      'MAX_GROSS',
      'BUYING_POWER',
    ]);
    expect(risk.reviewFill(approved, AAA, account, 1000, Number.NaN)).toHaveLength(3);
  });

  it('that reduces breaks nothing, however much is left', () => {
    const risk = manager();
    const held = new StatedAccount(statement({ quantities: { AAA: 3000 } }));
    const review = risk.review(order({ side: 'sell', quantity: 100 }), AAA, held, NOON);
    if (!review.ok) throw new Error('A reducing order must be approved.');
    const counted = new StatedAccount(statement({ quantities: { AAA: 2900 }, buyingPowerUsd: 0 }));
    expect(risk.reviewFill(review.order, AAA, counted, 100, 110)).toEqual([]);
  });
});

describe('a risk manager', () => {
  it.each(LIMITS.filter(({ presence }) => presence !== 'optional').map(({ id }) => id))(
    'is not made without the limit %s',
    (id) => {
      const limits = createLimits(DEFAULT_LIMITS).filter((limit) => limit.id !== id);
      expect(() => new RiskManager({ limits })).toThrow(expect.objectContaining({ code: 'risk.missing-limit' }));
    },
  );

  it('says what room is left under each limit', () => {
    const account = new StatedAccount(statement({ quantities: { AAA: 300, BBB: -100 }, equityUsd: 98_000 }));
    const room = manager().headroom(account, NOON);
    expect(room.map(({ code, value, limit, headroom }) => [code, value, limit, headroom])).toEqual([
      ['DAILY_LOSS', expect.closeTo(0.02), 0.05, expect.closeTo(0.03)],
      ['MAX_POSITION', 30_000, 98_000, 68_000],
      ['MAX_GROSS', 35_000, 98_000, 63_000],
      ['BUYING_POWER', 0, 100_000, 100_000],
    ]);
  });
});
