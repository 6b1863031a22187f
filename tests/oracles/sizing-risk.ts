import { CandorError } from '@candor/domain/candor-error';
import type { Instrument } from '@candor/domain/instrument';
import type { OrderRequest, Side } from '@candor/domain/order';
import type { SizingResult } from '@candor/risk/define-sizing';
import { drawdownThrottle } from '@candor/risk/drawdown-throttle';
import { createLimits } from '@candor/risk/limit-catalog';
import type { LimitsConfig } from '@candor/risk/limits-config';
import type { RecentOrder } from '@candor/risk/recent-orders';
import { NO_FACTS, type RiskFacts } from '@candor/risk/risk-facts';
import { RiskManager } from '@candor/risk/risk-manager';
import { createSizing } from '@candor/risk/sizing-catalog';
import { StatedAccount } from '@candor/risk/stated-account';
import { volatilityWeight } from '@candor/risk/volatility-weight';
import type { Adapters, OracleInput } from './adapter.ts';
import { booleanIn, fieldsIn, isFields, listIn, numberIn, stringIn } from './read-input.ts';

type Fields = OracleInput;

/** Answers for `sizing_risk.json` (specification 10). */
export const SIZING_RISK_ADAPTERS: Adapters = {
  'sizing.fixedFractional': (input) => {
    const entry = numberIn(input, 'entry');
    const stop = numberIn(input, 'stop');
    const maxPosition = input['maxPositionPct'];
    const sizing = createSizing('fixed-fraction', {
      riskFraction: numberIn(input, 'riskFraction'),
      maxPositionFraction: typeof maxPosition === 'number' ? maxPosition : null,
      scaleByConfidence: false,
    });
    const multiplier = numberIn(input, 'mult', numberIn(input, 'multiplier', 1));
    const qty = quantityOf(
      sizing.quantity({
        ...sizingInput(input, entry),
        // A contract of a multiplier is so many units at once: the same capital buys that much less.
        equityUsd: numberIn(input, 'equity') / multiplier,
        side: stop < entry ? 'buy' : 'sell',
        stop,
      }),
    );
    return { qty, riskAmount: qty * Math.abs(entry - stop) * multiplier };
  },

  'sizing.volTarget': (input) => {
    const targetVolatility = numberIn(input, 'targetVol');
    const annualVolatility = numberIn(input, 'assetVol');
    const maxLeverage = numberIn(input, 'maxLeverage');
    const sizing = createSizing('volatility-target', { targetVolatility, maxLeverage, scaleByConfidence: false });
    const qty = quantityOf(sizing.quantity({ ...sizingInput(input, numberIn(input, 'price')), annualVolatility }));
    return { qty, weight: volatilityWeight(targetVolatility, annualVolatility, maxLeverage) };
  },

  // Sizing by ATR is a fixed fraction at risk with the stop k ATR away, which is how a session does it.
  'sizing.atrSize': (input) => {
    const price = numberIn(input, 'price');
    const sizing = createSizing('fixed-fraction', {
      riskFraction: numberIn(input, 'riskFraction'),
      maxPositionFraction: null,
      scaleByConfidence: false,
    });
    const stop = price + numberIn(input, 'atrMult') * numberIn(input, 'atr');
    return { qty: quantityOf(sizing.quantity({ ...sizingInput(input, price), side: 'sell', stop })) };
  },

  'sizing.drawdownThrottle': (input) =>
    drawdownThrottle(numberIn(input, 'drawdown'), numberIn(input, 'start'), numberIn(input, 'stop')),

  'risk.check': (input) => {
    const state = fieldsIn(input, 'state');
    const limits = fieldsIn(input, 'limits');
    const order = fieldsIn(input, 'order');
    const manager = new RiskManager({ limits: createLimits(limitsConfig(limits)), facts: factsOf(state, order) });
    manager.restore({
      session: null,
      latestAt: 0,
      halts: [],
      recent: recentOrders(state).map((sent) => ({ ...sent })),
    });
    if (booleanIn(state, 'killSwitch', false)) {
      manager.halt('all', { code: 'KILL_SWITCH', reason: 'the switch is on', at: NOW, until: 'manual' });
    }
    const request = orderRequest(order);
    const review = manager.review(request, instrumentOf(request.symbol), accountOf(state), NOW);
    return {
      accepted: review.ok,
      reasons: review.ok ? [] : review.refused.denials.map(({ code }) => code),
    };
  },
};

const NOW = Date.UTC(2024, 0, 3, 17);
/** More than any case needs: the files leave the buying power out where it does not matter. */
const AMPLE_USD = 1e9;
const UNCLASSIFIED = 'unclassified';

function sizingInput(input: Fields, price: number) {
  return {
    side: 'buy' as const,
    equityUsd: numberIn(input, 'equity'),
    price,
    stop: undefined,
    annualVolatility: undefined,
    lotSize: numberIn(input, 'lot', 1),
    confidence: 1,
    maxQuantity: Number.POSITIVE_INFINITY,
  };
}

/** A rule refuses with a value; the files expect an error of the same name. */
function quantityOf({ quantity, code, reason = '' }: SizingResult): number {
  if (code === undefined || code === 'BELOW_ONE_LOT') return quantity;
  throw new CandorError(`risk.${code.toLowerCase().replaceAll('_', '-')}`, { kind: 'invalid', message: reason });
}

function limitsConfig(limits: Fields): LimitsConfig {
  const { dayTradeRule } = limits;
  const entries: Record<string, LimitsConfig[string] | undefined> = {
    'known-price': given(limits, { maxStaleMs: 'maxStaleMs' }) ?? {},
    'order-rate': given(limits, { maxOrdersPerMinute: 'maxOrdersPerMinute' }),
    'duplicate-order': given(limits, { windowMs: 'duplicateWindowMs' }),
    'price-collar': given(limits, { fraction: 'collarPct' }),
    'max-notional': given(limits, { maxUsd: 'maxOrderNotional' }),
    'max-adv': given(limits, { fraction: 'maxOrderAdvPct' }),
    'daily-loss': given(limits, { fraction: 'maxDailyLossPct' }),
    'max-drawdown': given(limits, { fraction: 'maxDrawdownPct' }),
    'max-position': given(limits, { fraction: 'maxPositionPct' }),
    'max-gross': given(limits, { fraction: 'maxGross' }),
    'max-net': given(limits, { fraction: 'maxNet' }),
    'max-sector': given(limits, { fraction: 'maxSectorPct' }),
    'max-cluster': given(limits, { correlation: 'clusterCorr', fraction: 'maxClusterPct' }),
    'buying-power': {},
    'pattern-day-trader': dayTradeRule === 'pdt' ? given(limits, { minEquityUsd: 'pdtMinEquity' }) : undefined,
  };
  return Object.fromEntries(Object.entries(entries).flatMap(([id, params]) => (params ? [[id, params]] : [])));
}

/** Returns the parameters of a limit from the names of the files, or undefined where one of them is not given. */
function given(limits: Fields, names: Readonly<Record<string, string>>): Record<string, number> | undefined {
  const params: Record<string, number> = {};
  for (const [name, key] of Object.entries(names)) {
    const value = limits[key];
    if (typeof value !== 'number') return undefined;
    params[name] = value;
  }
  return params;
}

function factsOf(state: Fields, order: Fields): RiskFacts {
  const sectors: Record<string, string> = {};
  for (const position of listIn(state, 'positions').filter(isFields)) {
    sectors[stringIn(position, 'symbol')] = stringIn(position, 'sector', UNCLASSIFIED);
  }
  const symbol = stringIn(order, 'symbol');
  sectors[symbol] = stringIn(order, 'sector', sectors[symbol] ?? UNCLASSIFIED);
  const pairs = listIn({ pairs: [], ...fieldsIn(state, 'correlation') }, 'pairs').filter(Array.isArray);
  return {
    ...NO_FACTS,
    sector: (of) => sectors[of] ?? UNCLASSIFIED,
    averageDailyVolume: (of) => numberIn({ [of]: Number.NaN, ...fieldsIn(state, 'adv') }, of),
    // The files list the pairs that move together; the others do not.
    correlation: (a, b) => {
      const pair = pairs.find(([one, other]) => (one === a && other === b) || (one === b && other === a));
      return typeof pair?.[2] === 'number' ? pair[2] : 0;
    },
    dayTrades: () => numberIn(state, 'dayTrades5d', 0),
    completesDayTrade: () => booleanIn(order, 'wouldDayTrade', false),
  };
}

/** Returns the orders of the state, and strangers among them until as many as it says were sent in the last minute. */
function recentOrders(state: Fields): RecentOrder[] {
  const known = listIn({ recentOrders: [], ...state }, 'recentOrders')
    .filter(isFields)
    .map((sent, i) => ({
      clientOrderId: `known-${i}`,
      symbol: stringIn(sent, 'symbol'),
      side: sideOf(numberIn(sent, 'side')),
      quantity: numberIn(sent, 'qty'),
      at: NOW - numberIn(sent, 'ageMs'),
    }));
  const withinMinute = known.filter(({ at }) => NOW - at < 60_000).length;
  const strangers = Array.from(
    { length: Math.max(0, numberIn(state, 'ordersLastMinute', 0) - withinMinute) },
    (_, i) => ({
      clientOrderId: `stranger-${i}`,
      symbol: 'a stranger',
      side: 'buy' as const,
      quantity: 1,
      at: NOW - 59_999,
    }),
  );
  return [...strangers, ...known];
}

function orderRequest(order: Fields): OrderRequest {
  const price = order['limit'];
  const terms =
    typeof price === 'number'
      ? ({ type: 'limit', limitPrice: price, stopPrice: undefined } as const)
      : ({ type: 'market', limitPrice: undefined, stopPrice: undefined } as const);
  return {
    clientOrderId: 'the order',
    sleeveId: 'the sleeve',
    symbol: stringIn(order, 'symbol'),
    side: sideOf(numberIn(order, 'side')),
    // JSON has no NaN; null stands for it.
    quantity: typeof order['qty'] === 'number' ? order['qty'] : Number.NaN,
    allIn: false,
    timeInForce: 'day',
    intent: order['origin'] === 'flatten' ? 'exit' : 'enter',
    ocoGroup: undefined,
    parentId: undefined,
    decidedAt: NOW,
    ...terms,
  };
}

function sideOf(sign: number): Side {
  return sign > 0 ? 'buy' : 'sell';
}

function instrumentOf(symbol: string): Instrument {
  return {
    symbol,
    name: symbol,
    kind: 'stock',
    exchange: 'XNYS',
    currency: 'USD',
    tickSize: 0,
    lotSize: 1,
    fractional: true,
    tradable: true,
  };
}

function accountOf(state: Fields): StatedAccount {
  const quantities: Record<string, number> = {};
  const lastPrices: Record<string, number> = {};
  for (const position of listIn(state, 'positions').filter(isFields)) {
    const symbol = stringIn(position, 'symbol');
    quantities[symbol] = numberIn(position, 'qty');
    lastPrices[symbol] = numberIn(position, 'price');
  }
  for (const symbol of Object.keys(fieldsIn(state, 'lastPrices'))) {
    lastPrices[symbol] = numberIn(fieldsIn(state, 'lastPrices'), symbol);
  }
  const equityUsd = numberIn(state, 'equity');
  return new StatedAccount({
    type: stringIn(state, 'accountType', 'margin') === 'cash' ? 'cash' : 'margin',
    cashUsd: numberIn(state, 'cash', equityUsd),
    equityUsd,
    dayStartEquityUsd: numberIn(state, 'dayStartEquity'),
    peakEquityUsd: numberIn(state, 'peakEquity'),
    buyingPowerUsd: numberIn(state, 'buyingPower', AMPLE_USD),
    quantities,
    lastPrices,
    pricedAt: NOW - numberIn(state, 'priceAgeMs', 0),
  });
}
