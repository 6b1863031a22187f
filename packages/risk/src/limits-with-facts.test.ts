import type { Instrument } from '@candor/domain/instrument';
import type { OrderRequest } from '@candor/domain/order';
import { describe, expect, it } from 'vitest';
import { DEFAULT_LIMITS } from './default-limits.ts';
import { createLimits } from './limit-catalog.ts';
import type { LimitsConfig } from './limits-config.ts';
import { NO_FACTS, type RiskFacts } from './risk-facts.ts';
import { RiskManager } from './risk-manager.ts';
import { StatedAccount } from './stated-account.ts';

const NOON = Date.UTC(2024, 0, 3, 12);
const INSTRUMENT: Instrument = {
  symbol: 'AAA',
  name: 'AAA',
  kind: 'stock',
  exchange: 'XNYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
};
const ORDER: OrderRequest = {
  clientOrderId: 'o',
  sleeveId: 's',
  symbol: 'AAA',
  side: 'buy',
  quantity: 100,
  allIn: false,
  timeInForce: 'day',
  intent: 'enter',
  ocoGroup: undefined,
  parentId: undefined,
  decidedAt: NOON,
  type: 'market',
  limitPrice: undefined,
  stopPrice: undefined,
};

function denied(config: LimitsConfig, facts: Partial<RiskFacts>, at = NOON) {
  const risk = new RiskManager({
    limits: createLimits({ ...DEFAULT_LIMITS, ...config }),
    facts: { ...NO_FACTS, ...facts },
  });
  const account = new StatedAccount({
    type: 'margin',
    cashUsd: 20_000,
    equityUsd: 20_000,
    dayStartEquityUsd: 20_000,
    peakEquityUsd: 20_000,
    buyingPowerUsd: 40_000,
    quantities: { BBB: 100, CCC: 100 },
    lastPrices: { AAA: 10, BBB: 10, CCC: 10 },
    pricedAt: at,
  });
  const review = risk.review(ORDER, INSTRUMENT, account, at);
  return review.ok ? [] : review.refused.denials.map(({ code, message }) => `${code} ${message}`);
}

describe('a limit whose fact is not known refuses and says which', () => {
  it.each<[string, LimitsConfig, Partial<RiskFacts>, RegExp]>([
    ['average volume', { 'max-adv': { fraction: 0.1 } }, {}, /^MAX_ADV The average daily volume of AAA/],
    ['sector of the order', { 'max-sector': { fraction: 1 } }, {}, /^MAX_SECTOR The sector of AAA/],
    [
      'sector of a holding',
      { 'max-sector': { fraction: 1 } },
      { sector: (symbol) => (symbol === 'CCC' ? undefined : 'TECH') },
      /^MAX_SECTOR The sector of CCC/,
    ],
    ['correlation', { 'max-cluster': { correlation: 0.8, fraction: 1 } }, {}, /^MAX_CLUSTER How AAA and BBB/],
    ['day trades', { 'pattern-day-trader': {} }, { completesDayTrade: () => true }, /^PDT The day trades/],
    ['whether it is a day trade', { 'pattern-day-trader': {} }, { dayTrades: () => 0 }, /^PDT The day trades/],
    [
      'volume as a number',
      { 'max-adv': { fraction: 0.1 } },
      { averageDailyVolume: () => Number.NaN },
      /^MAX_ADV Buying 100 AAA/,
    ],
  ])('%s', (_, config, facts, sentence) => {
    expect(denied(config, facts)).toEqual([expect.stringMatching(sentence)]);
  });
});

describe('a limit with its fact', () => {
  it('adds up a sector', () => {
    const facts = { sector: (symbol: string) => (symbol === 'CCC' ? 'ENERGY' : 'TECH') };
    expect(denied({ 'max-sector': { fraction: 0.1 } }, facts)).toEqual([]);
    expect(denied({ 'max-sector': { fraction: 0.0999 } }, facts)[0]).toContain('the sector TECH to 2,000.00 USD');
  });

  it('follows correlation from one instrument to the next', () => {
    const chained = {
      correlation: (a: string, b: string) => (['AAA BBB', 'BBB CCC'].includes([a, b].sort().join(' ')) ? 0.8 : 0),
    };
    const config = (fraction: number) => ({ 'max-cluster': { correlation: 0.8, fraction } });
    expect(denied(config(0.15), chained)).toEqual([]);
    expect(denied(config(0.1499), chained)[0]).toContain('AAA, BBB, CCC, which move together, to 3,000.00 USD');
    expect(denied(config(0.0001), { correlation: () => 0.79 }), 'one instrument is no cluster').toEqual([]);
  });

  it('counts day trades until the rule ends', () => {
    const facts = { dayTrades: () => 3, completesDayTrade: () => true };
    expect(denied({ 'pattern-day-trader': {} }, facts)).toHaveLength(1);
    expect(denied({ 'pattern-day-trader': {} }, { ...facts, dayTrades: () => 2 })).toEqual([]);
    const ended = { 'pattern-day-trader': { until: '2024-01-03' } };
    expect(denied(ended, facts, Date.UTC(2024, 0, 2, 23, 59))).toHaveLength(1);
    expect(denied(ended, facts)).toEqual([]);
  });
});
