import { createHash } from 'node:crypto';
import type { Instrument } from '@candor/domain/instrument';
import type { OrderRequest } from '@candor/domain/order';
import { MS_PER_DAY } from '@candor/domain/time';
import { DEFAULT_LIMITS } from '@candor/risk/default-limits';
import { createLimits } from '@candor/risk/limit-catalog';
import type { LimitsConfig } from '@candor/risk/limits-config';
import type { RiskFacts } from '@candor/risk/risk-facts';
import { type Review, RiskManager } from '@candor/risk/risk-manager';
import { StatedAccount } from '@candor/risk/stated-account';
import type { Bench, Measurement } from './bench.ts';

// Market time runs on while the prices of the bench stand still.
const PATIENT = { 'known-price': { maxStaleMs: 365 * MS_PER_DAY } } as const;
const SOME_LIMITS: LimitsConfig = { ...DEFAULT_LIMITS, ...PATIENT };
const EVERY_LIMIT: LimitsConfig = {
  ...SOME_LIMITS,
  'order-rate': { maxOrdersPerMinute: 50 },
  'duplicate-order': { windowMs: 2000 },
  'max-notional': { maxUsd: 40_000 },
  'max-adv': { fraction: 0.02 },
  'max-drawdown': { fraction: 0.2 },
  'max-position': { fraction: 0.25 },
  'max-net': { fraction: 0.8 },
  'max-sector': { fraction: 0.5 },
  'max-cluster': { correlation: 0.8, fraction: 0.5 },
  'pattern-day-trader': {},
};

const START = Date.UTC(2024, 0, 3, 15);
const SYMBOLS = ['AAA', 'BBB', 'CCC', 'DDD', 'EEE', 'FFF', 'GGG', 'HHH'];
const INSTRUMENTS: readonly Instrument[] = SYMBOLS.map((symbol) => ({
  symbol,
  name: symbol,
  kind: 'stock',
  exchange: 'XNYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
}));
const FACTS: RiskFacts = {
  sector: (symbol) => (symbol < 'DDD' ? 'TECH' : 'ENERGY'),
  averageDailyVolume: () => 100_000,
  correlation: (a, b) => (a < 'CCC' && b < 'CCC' ? 0.9 : 0.1),
  dayTrades: () => 0,
  completesDayTrade: () => false,
};
const ORDERS: readonly OrderRequest[] = Array.from({ length: 1024 }, (_, i) => ({
  clientOrderId: `order-${i}`,
  sleeveId: 'sleeve',
  symbol: SYMBOLS[i % SYMBOLS.length]!,
  side: i % 3 === 0 ? 'sell' : 'buy',
  quantity: 1 + ((i * 7) % 97),
  allIn: false,
  timeInForce: 'day',
  intent: 'enter',
  ocoGroup: undefined,
  parentId: undefined,
  decidedAt: START,
  type: 'market',
  limitPrice: undefined,
  stopPrice: undefined,
}));

const WARM_UP = 20_000;
const REVIEWS = 200_000;
const GAP_MS = 2_000;

/** What a review of one order costs: the mean with the limits of a default account and with every limit, and the slow tail of the latter. */
export const riskBenches: readonly Bench[] = [
  {
    id: 'risk.review-default',
    unit: 'ns',
    work: `${REVIEWS} reviews, the limits of a default account, mean`,
    run: () => meanNs(SOME_LIMITS),
  },
  {
    id: 'risk.review-all',
    unit: 'ns',
    work: `${REVIEWS} reviews, every limit, 8 positions, mean`,
    run: () => meanNs(EVERY_LIMIT),
  },
  { id: 'risk.review-all-p99', unit: 'us', work: `${REVIEWS} reviews, every limit, 8 positions, p99`, run: p99Us },
];

function meanNs(config: LimitsConfig): Measurement {
  const review = desk(config);
  for (let i = 0; i < WARM_UP; i++) review(i);
  let approved = 0;
  const from = process.hrtime.bigint();
  for (let i = WARM_UP; i < WARM_UP + REVIEWS; i++) if (review(i).ok) approved += 1;
  const elapsed = Number(process.hrtime.bigint() - from);
  return { value: elapsed / REVIEWS, fingerprint: fingerprintOf(config, approved) };
}

function p99Us(): Measurement {
  const review = desk(EVERY_LIMIT);
  for (let i = 0; i < WARM_UP; i++) review(i);
  const elapsedNs = new Float64Array(REVIEWS);
  let approved = 0;
  for (let i = 0; i < REVIEWS; i++) {
    const from = process.hrtime.bigint();
    const { ok } = review(WARM_UP + i);
    elapsedNs[i] = Number(process.hrtime.bigint() - from);
    if (ok) approved += 1;
  }
  const p99 = elapsedNs.sort()[Math.ceil(0.99 * REVIEWS) - 1]!;
  return { value: p99 / 1000, fingerprint: fingerprintOf(EVERY_LIMIT, approved) };
}

/** Returns what reviews the i-th order, each some market time after the one before. */
function desk(config: LimitsConfig): (i: number) => Review {
  const manager = new RiskManager({ limits: createLimits(config), facts: FACTS });
  const account = new StatedAccount({
    type: 'margin',
    cashUsd: 50_000,
    equityUsd: 100_000,
    dayStartEquityUsd: 100_500,
    peakEquityUsd: 104_000,
    buyingPowerUsd: 60_000,
    quantities: Object.fromEntries(SYMBOLS.map((symbol, i) => [symbol, i % 2 === 0 ? 90 : -40])),
    lastPrices: Object.fromEntries(SYMBOLS.map((symbol, i) => [symbol, 40 + 10 * i])),
    pricedAt: START,
  });
  return (i) => {
    const order = ORDERS[i % ORDERS.length]!;
    return manager.review(order, INSTRUMENTS[i % SYMBOLS.length]!, account, START + i * GAP_MS);
  };
}

function fingerprintOf(config: LimitsConfig, approved: number): string {
  return createHash('sha256').update(JSON.stringify({ config, approved })).digest('hex').slice(0, 16);
}
