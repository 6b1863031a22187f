import { type CostParams, scaleCosts } from '@candor/brokers/paper/costs';
import type { BarSeries } from '@candor/domain/bar';
import { closeAtOf } from '@candor/domain/calendar/bar-close';
import { CandorError } from '@candor/domain/candor-error';
import type { SessionEvent } from '@candor/domain/events';
import { toUsd } from '@candor/domain/money';
import { advanceOrder, type OrderState, openOrder } from '@candor/domain/order-state';
import { isoFromInstant } from '@candor/domain/time';
import { type BacktestResult, runBacktest } from '@candor/engine/backtest';
import { assessRun } from '@candor/research/assess';
import type { CostFinding } from '@candor/research/cost-sensitivity';
import { createLimits } from '@candor/risk/limit-catalog';
import { RiskManager } from '@candor/risk/risk-manager';
import { createSizing } from '@candor/risk/sizing-catalog';
import { fingerprintJson } from '../fingerprint.ts';
import { lineIn } from '../own-strategies.ts';
import { BacktestDocument, BacktestFindings, type ResultSchema } from './document-schema.ts';
import type { PreparedBacktest } from './prepare-backtest.ts';
import { SESSIONS_PER_YEAR } from './sessions-per-year.ts';
import { showTrades, showTradesWithExcursions } from './show-trades.ts';

const SecondVersion = BacktestFindings.pick({ costSensitivity: true, split: true, fan: true, ambiguousBars: true });

export interface BacktestWatch {
  readonly signal: AbortSignal;
  progress(step: { readonly done: number; readonly total: number; readonly of: string }): void;
}

/** Bars above which a run is repeated at doubled costs only. */
const MOST_BARS_AT_ALL_COSTS = 300_000;

/**
 * Runs a prepared backtest, and again at other costs, and returns the whole of it; `schema` asks for the document as an earlier version
 * made it, to be compared with one. Throws `backtests.strategy-failed` when a person's own strategy throws.
 */
export function performBacktest(
  prepared: PreparedBacktest,
  watch: BacktestWatch,
  schema: ResultSchema = 'candor-result/2',
): BacktestDocument {
  const { manifest, bars } = prepared;
  const { series } = bars;
  const events: SessionEvent[] = [];
  const isWhole = schema !== 'candor-result/1' && series.length <= MOST_BARS_AT_ALL_COSTS;
  const multiples = isWhole ? [0, 2, 4] : [2];
  const total = (1 + multiples.length) * series.length;
  const runs = (costs: CostParams, done: number, onEvent: (event: SessionEvent) => void): BacktestResult => {
    try {
      return runOnce(prepared, costs, onEvent, (instants) => {
        watch.signal.throwIfAborted();
        watch.progress({ done: done + instants, total, of: 'bars' });
      });
    } catch (error) {
      throw watch.signal.aborted ? error : faultOf(error, manifest.strategy.file);
    }
  };
  const result = runs(manifest.costs, 0, (event) => events.push(event));
  const reruns = multiples.map((multiple, i) => {
    const costs = scaleCosts(manifest.costs, multiple);
    return { multiple, equityUsd: runs(costs, (1 + i) * series.length, () => undefined).equityUsd };
  });
  const dearer = reruns.find(({ multiple }) => multiple === 2)!;

  const { startCashUsd } = manifest.account;
  const fills = events.flatMap((event) => (event.type === 'order-filled' ? [event.fill] : []));
  const costs = {
    commissionUsd: toUsd(fills.reduce((sum, { commissionMicros }) => sum + commissionMicros, 0)),
    slippageUsd: toUsd(fills.reduce((sum, { slippageMicros }) => sum + slippageMicros, 0)),
    tradedUsd: fills.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
    fills: fills.length,
  };
  const benchmark = buyAndHold(series, startCashUsd, manifest.costs);
  const { luck, reasons, split, costFindings, fan, ...assessment } = assessRun({
    startEquityUsd: startCashUsd,
    equityUsd: result.equityUsd,
    session: result.session,
    barsInvested: result.barsInvested,
    periodsPerYear: SESSIONS_PER_YEAR[series.instrument.exchange],
    trades: result.trades,
    tradedUsd: costs.tradedUsd,
    costs,
    ambiguousBars: result.ambiguousBars,
    instruments: 1,
    benchmark,
    trials: { count: manifest.trials, varianceOfTrialSharpes: undefined },
    doubledCostReturn: dearer.equityUsd.at(-1)! / startCashUsd - 1,
    costRuns: [{ multiple: 1, equityUsd: result.equityUsd }, ...reruns],
    seed: manifest.seed,
  });
  const { account } = result;
  const isFirst = schema === 'candor-result/1';
  const findings: BacktestFindings = {
    assessment: BacktestDocument.shape.assessment.parse(isFirst ? assessment : { ...assessment, luck, reasons }),
    account: {
      startCashUsd,
      cashUsd: toUsd(account.cashMicros),
      equityUsd: toUsd(account.equityMicros),
      realizedUsd: toUsd(account.realizedMicros),
      unrealizedUsd: toUsd(account.unrealizedMicros),
      feesUsd: toUsd(account.feesMicros),
    },
    costs,
    equity: {
      closedAt: closesOf(series),
      equityUsd: [...result.equityUsd],
      benchmark: benchmark.label,
      benchmarkUsd: [...benchmark.equityUsd],
    },
    trades: isFirst ? showTrades(result.trades) : showTradesWithExcursions(result.trades, fills, series),
    orders: ordersOf(events).map(showOrder),
    decisions: events.flatMap((event) => {
      if (event.type !== 'decision') return [];
      const { signal } = event;
      const [confidence, code] = signal.want === 'abstain' ? [null, signal.code] : [signal.confidence, null];
      const sheet = event.voteSheet;
      return [
        {
          at: isoFromInstant(event.at),
          want: signal.want,
          confidence,
          code,
          reasons: [...signal.reasons],
          voteSheet:
            sheet === undefined
              ? null
              : { ...sheet, votes: sheet.votes.map((vote) => ({ ...vote, reasons: [...vote.reasons] })) },
        },
      ];
    }),
    notPlaced: events.flatMap(notPlaced),
    halts: events.flatMap((event) =>
      event.type === 'halted'
        ? [{ at: isoFromInstant(event.at), code: event.halt.code, reason: event.halt.reason }]
        : [],
    ),
    ...(isFirst
      ? {}
      : SecondVersion.parse({
          costSensitivity: costSensitivityOf(costFindings, isWhole),
          split,
          fan,
          ambiguousBars: result.ambiguousBars,
        })),
  };
  return {
    schema,
    manifest,
    fingerprint: fingerprintFindings(findings),
    ...findings,
    data: {
      notices: [...bars.notices],
      quarantined: bars.quarantined.map(({ row, unit, code, reason }) => ({ row, unit, code, reason })),
      flagged: bars.flagged.map(({ time, code, reason }) => ({ at: isoFromInstant(time), code, reason })),
    },
  };
}

/** Returns the fingerprint of all that a run found: every equity point, trade, order, decision and figure. */
export function fingerprintFindings(findings: BacktestFindings): string {
  return fingerprintJson(BacktestFindings.parse(findings));
}

function costSensitivityOf(runs: readonly CostFinding[], isWhole: boolean): BacktestDocument['costSensitivity'] {
  return {
    runs: [...runs],
    missingBecause: isWhole
      ? null
      : `Above ${MOST_BARS_AT_ALL_COSTS / 1000},000 bars a run is repeated at doubled costs only, as the verdict asks for those.`,
    note: 'The same run, repeated at other costs. Nothing was chosen by it, so it does not count as more tries.',
  };
}

/** Whoever wrote the strategy wants to know what is wrong with it, and where. */
function faultOf(error: unknown, file: string | null): unknown {
  if (file === null || error instanceof CandorError) return error;
  const line = lineIn(error, file);
  return new CandorError('backtests.strategy-failed', {
    kind: 'invalid',
    message: `${file}${line === undefined ? '' : `, line ${line},`} failed while it ran: ${String(error).replace(/\.$/, '')}.`,
    cause: error,
  });
}

function runOnce(
  { manifest, bars, definition }: PreparedBacktest,
  costs: CostParams,
  onEvent: (event: SessionEvent) => void,
  onProgress: (bars: number) => void,
): BacktestResult {
  const { account, execution, limits, sizing, strategy } = manifest;
  const { series } = bars;
  const { instrument } = series;
  const params = definition.parse(strategy.params);
  return runBacktest({
    session: {
      id: 'bt',
      accountType: account.type,
      startCashUsd: account.startCashUsd,
      instruments: [instrument],
      sleeves: [
        {
          id: definition.id,
          createStrategy: () => definition.create(params),
          symbols: [instrument.symbol],
          sizing: createSizing(sizing.id, sizing.params),
          capitalShare: 1,
          allowShort: execution.allowShort,
        },
      ],
      risk: new RiskManager({ limits: createLimits(limits) }),
      entryReserve: execution.entryReserve,
    },
    series: [series],
    exchange: {
      costs,
      fillOnTouch: execution.fillOnTouch,
      maxVolumeShare: execution.maxVolumeShare ?? undefined,
    },
    onEvent,
    onProgress,
  });
}

/** The same money put into the instrument at the first open, with slippage and without commission, and left there. */
function buyAndHold({ instrument, open, close }: BarSeries, startUsd: number, { slippageBps }: CostParams) {
  const shares = startUsd / (open[0]! * (1 + slippageBps / 10_000));
  return {
    label: `Buy and hold ${instrument.symbol}`,
    inSentence: `holding ${instrument.symbol}`,
    startUsd,
    equityUsd: close.map((price) => shares * price),
  };
}

function closesOf({ instrument, timeframe, time, session }: BarSeries): string[] {
  return Array.from(time, (opensAt, i) =>
    isoFromInstant(closeAtOf({ instrument, timeframe, time: opensAt, session: session[i]! })),
  );
}

/** The life of every order, told again from its events. */
function ordersOf(events: readonly SessionEvent[]): OrderState[] {
  const states = new Map<string, OrderState>();
  const advance = (id: string, change: Parameters<typeof advanceOrder>[1]): void => {
    const state = states.get(id);
    if (state !== undefined) states.set(id, advanceOrder(state, change));
  };
  for (const event of events) {
    if (event.type === 'order-approved') states.set(event.order.clientOrderId, openOrder(event.order));
    else if (event.type === 'order-filled') {
      const { clientOrderId, quantity, price } = event.fill;
      advance(clientOrderId, { type: 'filled', quantity, price, complete: event.complete });
    } else if (event.type === 'order-cancelled') {
      advance(event.clientOrderId, { type: 'cancelled', reason: event.reason });
    } else if (event.type === 'order-expired') {
      advance(event.clientOrderId, { type: 'expired', reason: event.reason });
    } else if (event.type === 'order-rejected') {
      advance(event.clientOrderId, { type: 'rejected', reason: event.reason });
    }
  }
  return [...states.values()];
}

/** Why a wish led to no order, or an order to no fill: the answer to "why didn't it trade?". */
function notPlaced(event: SessionEvent): BacktestDocument['notPlaced'] {
  if (event.type === 'no-order') return [{ at: isoFromInstant(event.at), code: event.code, reason: event.reason }];
  if (event.type === 'order-rejected') {
    return [{ at: isoFromInstant(event.at), code: 'REJECTED_AT_FILL', reason: event.reason }];
  }
  if (event.type !== 'order-refused') return [];
  return event.refusal.denials.map(({ code, message }) => ({ at: isoFromInstant(event.at), code, reason: message }));
}

function showOrder({
  order,
  status,
  filledQuantity,
  averageFillPrice,
  reason,
}: OrderState): BacktestDocument['orders'][number] {
  const { clientOrderId, symbol, side, type, intent, timeInForce, quantity } = order;
  return {
    clientOrderId,
    symbol,
    side,
    type,
    intent,
    timeInForce,
    quantity,
    limitPrice: order.limitPrice ?? null,
    stopPrice: order.stopPrice ?? null,
    decidedAt: isoFromInstant(order.decidedAt),
    status,
    filledQuantity,
    averageFillPrice: averageFillPrice ?? null,
    reason: reason ?? null,
  };
}
