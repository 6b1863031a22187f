import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger.ts';
import { MICROS_PER_USD, toMicros } from './money.ts';

const price = fc.integer({ min: 1, max: 1_000_000 }).map((cents) => cents / 100);
const trade = fc.record({
  symbol: fc.constantFrom('A', 'B'),
  quantity: fc.integer({ min: -500, max: 500 }).filter((quantity) => quantity !== 0),
  price,
  feeUsd: fc.integer({ min: 0, max: 500 }).map((cents) => cents / 100),
});
const happening = fc.oneof(
  { weight: 6, arbitrary: trade.map((each) => ({ type: 'trade' as const, ...each })) },
  { weight: 3, arbitrary: fc.record({ type: fc.constant('mark' as const), symbol: fc.constantFrom('A', 'B'), price }) },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('split' as const),
      symbol: fc.constantFrom('A', 'B'),
      ratio: fc.constantFrom(2, 3, 0.5, 7),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      type: fc.constant('dividend' as const),
      symbol: fc.constantFrom('A', 'B'),
      perShare: fc.constantFrom(0.01, 0.25, 1.7),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('carry' as const), days: fc.integer({ min: 1, max: 30 }) }) },
);

describe('Ledger', () => {
  it('keeps cash + holdings = start + realized + unrealized - fees + dividends + interest - borrow through anything', () => {
    fc.assert(
      fc.property(fc.array(happening, { maxLength: 80 }), (happenings) => {
        const ledger = new Ledger(toMicros(100_000));
        for (const each of happenings) {
          if (each.type === 'trade') {
            const holding = ledger.holding(each.symbol);
            holding.lastPrice = each.price;
            ledger.trade(holding, each.quantity, each.price, toMicros(each.feeUsd));
          } else if (each.type === 'mark') ledger.holding(each.symbol).lastPrice = each.price;
          else if (each.type === 'split') ledger.split(ledger.holding(each.symbol), each.ratio);
          else if (each.type === 'dividend') ledger.dividend(ledger.holding(each.symbol), each.perShare);
          else {
            ledger.interest(0.03, 0.08, each.days);
            for (const holding of ledger.holdings) {
              if (holding.quantity !== 0) ledger.borrow(holding, holding.lastPrice, 0.05, each.days);
            }
          }
          const {
            startCashMicros,
            realizedMicros,
            unrealizedMicros,
            feesMicros,
            dividendsMicros,
            interestMicros,
            borrowMicros,
          } = ledger.account();
          const explained =
            startCashMicros +
            realizedMicros +
            unrealizedMicros -
            feesMicros +
            dividendsMicros +
            interestMicros -
            borrowMicros;
          const gap = Math.abs(ledger.equityMicros - explained) / MICROS_PER_USD;
          expect(gap).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(ledger.equityMicros) / MICROS_PER_USD));
          expect(Number.isInteger(ledger.cashMicros), 'cash is whole micro-dollars').toBe(true);
        }
      }),
    );
  });

  it('opens the remainder at the trade price when a trade crosses zero', () => {
    const ledger = new Ledger(toMicros(10_000));
    const holding = ledger.holding('A');
    ledger.trade(holding, 100, 10, 0);
    expect(ledger.trade(holding, -150, 12, 0)).toBe(200 * MICROS_PER_USD);
    expect(holding).toMatchObject({ quantity: -50, averagePrice: 12 });
  });

  it('continues from a snapshot that went through JSON exactly where it was', () => {
    const ledger = new Ledger(toMicros(10_000));
    ledger.trade(ledger.holding('A'), 3, 10.01, toMicros(1));
    ledger.holding('B');
    const copy = new Ledger(toMicros(10_000));
    copy.restore(JSON.parse(JSON.stringify(ledger.snapshot())));
    ledger.holding('A').lastPrice = copy.holding('A').lastPrice = 11;
    ledger.trade(ledger.holding('A'), -1, 11, 0);
    copy.trade(copy.holding('A'), -1, 11, 0);
    expect(copy.snapshot()).toEqual(ledger.snapshot());
  });

  it('refuses the snapshot of another account and a split ratio that is none', () => {
    const ledger = new Ledger(toMicros(10_000));
    expect(() => ledger.restore(new Ledger(toMicros(5)).snapshot())).toThrow(/began with 5000000 micro-dollars/);
    expect(() => ledger.split(ledger.holding('A'), Number.NaN)).toThrow(/split ratio must be above 0/);
  });
});
