import { commissionMicros } from '@candor/brokers/paper/commission';
import { allocateBarColumns, type BarSeries, createBarSeries } from '@candor/domain/bar';
import type { SessionEvent } from '@candor/domain/events';
import type { Fill } from '@candor/domain/fill';
import type { Instrument } from '@candor/domain/instrument';
import { Ledger } from '@candor/domain/ledger';
import { toMicros, toUsd } from '@candor/domain/money';
import { type OrderType, type Side, signOf } from '@candor/domain/order';
import type { Strategy } from '@candor/domain/ports/strategy';
import { createRng } from '@candor/domain/rng';
import { roundToTick } from '@candor/domain/round-to-tick';
import { flat, long, short } from '@candor/domain/signal';
import { MS_PER_DAY } from '@candor/domain/time';
import { createSma } from '@candor/indicators/indicators/sma';
import { createSizing } from '@candor/risk/sizing-catalog';
import { scrambleAfter } from '@candor/strategies/laws/scrambled-series';
import { type RunWish, scripted, scriptedRun } from '../scripted-run.ts';
import { PLAIN, type Prices, Venue } from '../venue.ts';
import type { Adapters, OracleInput } from './adapter.ts';
import { booleanIn, fieldsIn, isFields, listIn, numberIn, numbersIn, stringIn } from './read-input.ts';

type Fields = OracleInput;

const CONTINUOUS: Instrument = { ...PLAIN, tickSize: 0 };
const AMPLE_USD = 1e9;

/** Section 8: the fill rules through the paper exchange, the ledger, and whole runs through the session. */
export const BACKTEST_ADAPTERS: Adapters = {
  'backtest.fillOrder': (input) => {
    const order = fieldsIn(input, 'order');
    const opts = fieldsIn(input, 'opts');
    const venue = new Venue({
      instrument: CONTINUOUS,
      startCashUsd: AMPLE_USD,
      costs: { slippageBps: numberIn(opts, 'slippageBps', 0), commission: { kind: 'bps', bps: 0 } },
      fillOnTouch: booleanIn(opts, 'fillOnTouch', false),
    });
    const side = sideOf(order);
    const stopPrice = optionalNumber(order, 'stop');
    const limitPrice = optionalNumber(order, 'limit');
    const type = orderTypeOf(order);
    venue.submit({ id: 'order', type, side, quantity: numberIn(order, 'qty'), stopPrice, limitPrice });
    if (booleanIn(order, 'triggered', false)) {
      // A bar that stands still beyond both prices sets the stop off and is out of the limit's reach.
      const [stop, limit] = [stopPrice ?? 0, limitPrice ?? 0];
      const beyond = side === 'buy' ? Math.max(stop, limit) * 1.01 : Math.min(stop, limit) * 0.99;
      venue.bar(standing(beyond));
    }
    const [fill] = venue.bar(pricesIn(fieldsIn(input, 'bar')));
    const { triggered } = venue.exchange.order('order')!;
    if (fill === undefined) return { filled: false, price: null, triggered };
    return { filled: true, price: fill.price, at: fill.moment, triggered };
  },

  'backtest.bracketExit': (input) => {
    const side = sideOf(input);
    const exitSide: Side = side === 'buy' ? 'sell' : 'buy';
    const entryPrice = numberIn(input, 'entry');
    const bar = pricesIn(fieldsIn(input, 'bar'));
    const venue = new Venue({ instrument: CONTINUOUS, startCashUsd: AMPLE_USD });
    const entryAt = stringIn(input, 'entryAt');
    // Inside the bar: a limit where the open is worse than the entry, a stop where it is better.
    const isLimit = signOf(side) * (bar.open - entryPrice) > 0;
    const [limitPrice, stopPrice] = isLimit ? [entryPrice, undefined] : [undefined, entryPrice];
    const inside = { type: isLimit ? 'limit' : 'stop', limitPrice, stopPrice } as const;
    const terms = entryAt === 'intrabar' ? inside : ({ type: 'market' } as const);
    venue.submit({ id: 'entry', side, quantity: 10, ...terms });
    const child = { side: exitSide, quantity: 10, intent: 'protect', parentId: 'entry', ocoGroup: 'pair' } as const;
    venue.submit({ id: 'stop', type: 'stop', stopPrice: numberIn(input, 'stop'), ...child });
    venue.submit({ id: 'target', type: 'limit', limitPrice: numberIn(input, 'target'), ...child });
    if (entryAt === 'prior') venue.bar(standing(entryPrice));
    const exit = venue.bar(bar).find(({ clientOrderId }) => clientOrderId !== 'entry');
    return { exit: exit?.clientOrderId ?? null, price: exit?.price ?? null };
  },

  'backtest.commissionPerShare': (input) =>
    toUsd(
      commissionMicros(
        {
          kind: 'per-share',
          feePerShareUsd: numberIn(input, 'perShare'),
          minimumUsd: numberIn(input, 'minimum', 0),
          maxFraction: numberIn(input, 'maxFraction', 1),
        },
        numberIn(input, 'qty'),
        numberIn(input, 'price'),
      ),
    ),

  'backtest.roundTick': (input) =>
    roundToTick(numberIn(input, 'price'), numberIn(input, 'side') > 0 ? 1 : -1, numberIn(input, 'tick')),

  'backtest.ledger': (input) => {
    const ledger = new Ledger(toMicros(numberIn(input, 'cash')));
    const holding = ledger.holding('X');
    const snapshots: unknown[] = [];
    for (const event of listIn(input, 'events').filter(isFields)) {
      const type = stringIn(event, 'type');
      if (type === 'trade') {
        const fee = toMicros(numberIn(event, 'fee', 0));
        ledger.trade(holding, numberIn(event, 'qty'), numberIn(event, 'price'), fee);
      } else if (type === 'dividend') ledger.dividend(holding, numberIn(event, 'perShare'));
      else if (type === 'split') ledger.split(holding, numberIn(event, 'ratio'));
      else if (type === 'interest') {
        ledger.interest(numberIn(event, 'rate'), numberIn(event, 'debitRate'), numberIn(event, 'days'));
      } else if (type === 'borrow') {
        ledger.borrow(holding, numberIn(event, 'mark'), numberIn(event, 'rate'), numberIn(event, 'days'));
      } else if (type === 'mark') {
        holding.lastPrice = numberIn(event, 'price');
        snapshots.push({
          cash: toUsd(ledger.cashMicros),
          position: holding.quantity,
          avgCost: holding.averagePrice,
          equity: toUsd(ledger.equityMicros),
          realized: toUsd(ledger.realizedMicros),
          unrealized: toUsd(ledger.unrealizedMicros),
          fees: toUsd(ledger.feesMicros),
          dividends: toUsd(ledger.dividendsMicros),
          interest: toUsd(ledger.interestMicros),
          borrow: toUsd(ledger.borrowMicros),
        });
      } else throw new TypeError(`No event of a ledger is called "${type}".`);
    }
    return { snapshots };
  },

  'backtest.run': (input) => {
    const series = seriesIn(input);
    const { events, equityUsd, account } = scriptedRun(smaCrossRun(input, series));
    const fills = fillsOf(events);
    const barOf = (at: number) => series.time.indexOf(at);
    return {
      nTrades: fills.length,
      firstTrades: fills
        .slice(0, 4)
        .map(({ at, side, quantity, price }) => ({ bar: barOf(at), side: signOf(side), qty: quantity, price })),
      finalEquity: equityUsd.at(-1),
      equityAt: Object.fromEntries(Array.from(equityUsd, (equity, bar) => [bar, equity])),
      openPosition: account.positions[0]?.quantity ?? 0,
    };
  },

  'backtest.property': (input) => {
    const text = stringIn(input, 'property');
    const [, property] = PROPERTIES.find(([start]) => text.startsWith(start)) ?? [];
    if (property === undefined) throw new TypeError(`No property begins like "${text}".`);
    return property(seriesIn(input));
  },
};

/** Property tests by the first words of their text. */
const PROPERTIES: readonly (readonly [string, (series: BarSeries) => boolean])[] = [
  ['at every bar: |equity', identityHolds],
  ['future scrambling', futureIsUnseen],
  ['monotone: raising any cost', costsOnlyCost],
  ['multiplying cash and all quantities', scalesWithSize],
  ['a strategy that never trades', doingNothingCostsNothing],
  ['trades list pnl sum', tradesAddUp],
];

/** Long while the fast average is above the slow one, else flat or short. */
function smaCross(fast: number, slow: number, longOnly: boolean): Strategy {
  const quick = createSma(fast);
  const calm = createSma(slow);
  const create = scripted(({ close }) => {
    const above = quick.next(close);
    const below = calm.next(close);
    if (Number.isNaN(below)) return undefined;
    if (above > below) return long({ confidence: 1, reason: 'fast above slow' });
    return longOnly ? flat({ reason: 'not above' }) : short({ confidence: 1, reason: 'not above' });
  });
  return create();
}

function smaCrossRun(input: Fields, series: BarSeries): RunWish {
  const strategy = fieldsIn(input, 'strategy');
  const longOnly = booleanIn(strategy, 'longOnly', true);
  const [fast, slow] = [numberIn(strategy, 'fast'), numberIn(strategy, 'slow')];
  return {
    series: [series],
    createStrategy: () => smaCross(fast, slow, longOnly),
    sizing: createSizing('all-in', {}),
    allowShort: !longOnly,
    accountType: longOnly ? 'cash' : 'margin',
    startCashUsd: numberIn(input, 'cash'),
    slippageBps: numberIn(input, 'slippageBps', 0),
  };
}

/** A run with costs that trades often, for the properties. */
function busyRun(series: BarSeries, special: Partial<RunWish> = {}): RunWish {
  return {
    series: [series],
    createStrategy: () => smaCross(3, 8, false),
    allowShort: true,
    slippageBps: 10,
    feePerShareUsd: 0.01,
    ...special,
  };
}

function identityHolds(series: BarSeries): boolean {
  const { events, equityUsd, account } = scriptedRun(busyRun(series));
  const start = 100_000;
  const fills = fillsOf(events);
  let cash = start;
  let quantity = 0;
  let next = 0;
  for (let bar = 0; bar < series.length; bar++) {
    for (; next < fills.length && fills[next]!.at <= series.time[bar]!; next++) {
      const fill = fills[next]!;
      cash -= signOf(fill.side) * fill.quantity * fill.price + toUsd(fill.commissionMicros);
      quantity += signOf(fill.side) * fill.quantity;
    }
    const equity = cash + quantity * series.close[bar]!;
    if (!(Math.abs(equity - equityUsd[bar]!) <= 1e-6 * Math.max(1, equity))) return false;
  }
  const { realizedMicros, unrealizedMicros, feesMicros, dividendsMicros, interestMicros, borrowMicros } = account;
  const earned = realizedMicros + unrealizedMicros - feesMicros + dividendsMicros + interestMicros - borrowMicros;
  const change = account.equityMicros - account.startCashMicros;
  return fills.length > 20 && Math.abs(change - earned) <= 1e-6 * account.equityMicros;
}

function futureIsUnseen(series: BarSeries): boolean {
  const rng = createRng(1);
  const eventsUpTo = (t0: number): string => {
    const { events } = scriptedRun(busyRun(series));
    // A decision is made at its bar's close, which is the next bar's opening instant.
    return JSON.stringify(events.filter(({ at }) => at <= series.time[t0]! + MS_PER_DAY));
  };
  for (let t0 = 10; t0 < series.length - 1; t0 += 23) {
    const seen = withoutNextOpen(eventsUpTo(t0));
    let scrambled = '';
    scrambleAfter(series, t0 + 1, rng, () => {
      scrambled = withoutNextOpen(eventsUpTo(t0));
    });
    if (seen !== scrambled || !seen.includes('order-approved')) return false;
  }
  return true;

  // The fill at the next open happens at the instant of the decision before it, and is of the future.
  function withoutNextOpen(events: string): string {
    const list: { type: string }[] = JSON.parse(events);
    const last = list.findLastIndex(({ type }) => type === 'decision' || type === 'order-approved');
    return JSON.stringify(list.slice(0, last + 1));
  }
}

function costsOnlyCost(series: BarSeries): boolean {
  const endOf = (costs: Partial<RunWish>): number =>
    scriptedRun(busyRun(series, { slippageBps: 0, feePerShareUsd: 0, ...costs })).equityUsd.at(-1)!;
  const steps: readonly (readonly Partial<RunWish>[])[] = [
    [0, 1, 5, 25, 100].map((slippageBps) => ({ slippageBps })),
    [0, 0.001, 0.005, 0.05, 1].map((feePerShareUsd) => ({ feePerShareUsd })),
    [0, 1, 5, 25, 100].map((commissionBps) => ({ commissionBps })),
  ];
  return steps.every((costs) => {
    const ends = costs.map(endOf);
    return ends.every((end, i) => i === 0 || end < ends[i - 1]!);
  });
}

function scalesWithSize(series: BarSeries): boolean {
  const pnlOf = (k: number): number => {
    const startCashUsd = 100_000 * k;
    const sizing = createSizing('fixed-quantity', { quantity: 100 * k });
    const wish = busyRun(series, { startCashUsd, sizing, commissionBps: 3 });
    return scriptedRun(wish).equityUsd.at(-1)! - startCashUsd;
  };
  const one = pnlOf(1);
  return one !== 0 && [2, 7, 50].every((k) => Math.abs(pnlOf(k) - k * one) <= 1e-9 * Math.abs(k * one) + 1e-3);
}

function doingNothingCostsNothing(series: BarSeries): boolean {
  const { equityUsd } = scriptedRun(busyRun(series, { createStrategy: scripted(() => undefined) }));
  return equityUsd.length === series.length && equityUsd.every((equity) => equity === 100_000);
}

function tradesAddUp(series: BarSeries): boolean {
  const { trades, account } = scriptedRun(busyRun(series));
  const gross = trades.reduce((sum, trade) => sum + trade.grossMicros, 0);
  const fees = trades.reduce((sum, trade) => sum + trade.commissionMicros, 0);
  const change = account.equityMicros - account.startCashMicros;
  return (
    trades.length > 10 &&
    fees === account.feesMicros &&
    Math.abs(gross + account.unrealizedMicros - fees - change) < 100
  );
}

function seriesIn(input: Fields): BarSeries {
  const data = fieldsIn(input, 'data');
  const columns = allocateBarColumns(listIn(data, 'close').length);
  for (const name of ['open', 'high', 'low', 'close', 'volume'] as const) columns[name].set(numbersIn(data, name));
  for (let bar = 0; bar < columns.time.length; bar++) {
    columns.time[bar] = bar * MS_PER_DAY;
    columns.session[bar] = bar;
  }
  return createBarSeries(CONTINUOUS, '1d', columns);
}

function fillsOf(events: readonly SessionEvent[]): Fill[] {
  return events.flatMap((event) => (event.type === 'order-filled' ? event.fill : []));
}

function sideOf(fields: Fields): Side {
  return numberIn(fields, 'side') > 0 ? 'buy' : 'sell';
}

function orderTypeOf(order: Fields): OrderType {
  const type = stringIn(order, 'type').replace('_', '-');
  if (type === 'market' || type === 'limit' || type === 'stop' || type === 'stop-limit') return type;
  throw new TypeError(`No order type is called "${type}".`);
}

function optionalNumber(fields: Fields, key: string): number | undefined {
  return fields[key] === undefined || fields[key] === null ? undefined : numberIn(fields, key);
}

function pricesIn(bar: Fields): Prices {
  return {
    open: numberIn(bar, 'open'),
    high: numberIn(bar, 'high'),
    low: numberIn(bar, 'low'),
    close: numberIn(bar, 'close'),
    volume: numberIn(bar, 'volume', 1e6),
  };
}

function standing(price: number): Prices {
  return { open: price, high: price, low: price, close: price };
}
