import { expect, it } from 'vitest';
import type { Trade } from './run-document.ts';
import { sumOfTrades, tradeProfit, tradeReturn, whiskerRange } from './trade-results.ts';

const trade = (told: Partial<Trade>): Trade => ({
  symbol: 'AAPL',
  direction: 'long',
  quantity: 100,
  entryAt: '2014-01-02T14:30:00.000Z',
  entryPrice: 50,
  exitAt: '2014-02-03T14:30:00.000Z',
  exitPrice: 55,
  exitReason: 'signal',
  grossUsd: 500,
  commissionUsd: 2,
  slippageUsd: 1,
  barsHeld: 21,
  ...told,
});
const open = trade({ exitAt: null, exitPrice: null, exitReason: null, grossUsd: 0, commissionUsd: 1 });
const account = {
  startCashUsd: 10_000,
  cashUsd: 0,
  equityUsd: 10_000 + 498 + 40 - 1,
  realizedUsd: 500,
  unrealizedUsd: 40,
  feesUsd: 3,
};

it('says what a trade returned to its holder, long or short', () => {
  expect(tradeReturn(trade({}))).toBeCloseTo(0.1);
  expect(tradeReturn(trade({ direction: 'short' }))).toBeCloseTo(-0.1);
});

it('claims no result for a trade that is open', () => {
  expect(tradeReturn(open)).toBeUndefined();
  expect(tradeProfit(open)).toBeUndefined();
});

it('ties what the trades made to what the equity gained', () => {
  expect(sumOfTrades({ trades: [trade({}), open], account })).toMatchObject({
    closedUsd: 498,
    openUsd: 39,
    ties: true,
  });
});

it('says so where a cent is missing', () => {
  expect(sumOfTrades({ trades: [trade({ commissionUsd: 2.02 }), open], account }).ties).toBe(false);
});

it('gives all whiskers one range, and none where no run kept them', () => {
  expect(whiskerRange([trade({ worst: -0.02, best: 0.1 }), trade({ worst: -0.05, best: 0 })])).toEqual({
    low: -0.05,
    high: 0.1,
  });
  expect(whiskerRange([trade({})])).toBeUndefined();
});
