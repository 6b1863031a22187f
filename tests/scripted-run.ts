import type { AccountType } from '@candor/domain/account';
import { allocateBarColumns, type BarSeries, type BarView, createBarSeries } from '@candor/domain/bar';
import type { SessionEvent } from '@candor/domain/events';
import type { Instrument } from '@candor/domain/instrument';
import type { Strategy, StrategyContext } from '@candor/domain/ports/strategy';
import type { Signal } from '@candor/domain/signal';
import { MS_PER_DAY } from '@candor/domain/time';
import { type BacktestConfig, type BacktestResult, runBacktest } from '@candor/engine/backtest';
import type { SleeveConfig } from '@candor/engine/session-config';
import type { Sizing } from '@candor/risk/define-sizing';
import { createLimits } from '@candor/risk/limit-catalog';
import type { LimitsConfig } from '@candor/risk/limits-config';
import { RiskManager } from '@candor/risk/risk-manager';
import { createSizing } from '@candor/risk/sizing-catalog';

/** What a scripted strategy says at a bar. */
export type Script = (view: BarView, context: StrategyContext) => Signal | undefined;

/** What is special about a run; the rest is one sleeve of 100 shares on a margin account without costs, and limits that hardly limit. */
export interface RunWish {
  readonly series: readonly BarSeries[];
  readonly script?: Script;
  readonly createStrategy?: () => Strategy;
  readonly sleeves?: readonly Partial<SleeveConfig>[];
  readonly sizing?: Sizing;
  readonly allowShort?: boolean;
  readonly accountType?: AccountType;
  readonly startCashUsd?: number;
  readonly limits?: LimitsConfig;
  readonly slippageBps?: number;
  readonly feePerShareUsd?: number;
  readonly commissionBps?: number;
  readonly fillOnTouch?: boolean;
  readonly maxVolumeShare?: number;
  readonly entryReserve?: number;
}

export interface RunRecord extends BacktestResult {
  readonly events: readonly SessionEvent[];
}

/** Limits that only refuse what makes no sense. */
export const WIDE_LIMITS: LimitsConfig = {
  'known-price': { maxStaleMs: 1e12 },
  'daily-loss': { fraction: 1 },
  'max-position': { fraction: 1e6 },
  'max-gross': { fraction: 1e6 },
  'buying-power': {},
};

const PLAIN: Instrument = {
  symbol: 'PLAIN',
  name: 'Plain instrument of a scripted run',
  kind: 'synthetic',
  exchange: 'ALWAYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
};

/** Returns a strategy that says what the script says. */
export function scripted(script: Script): () => Strategy {
  return () => ({ onBar: script, snapshot: () => null, restore: () => {} });
}

/** Returns the script that says one thing at each of the named bars and nothing at the others. */
export function at(signals: Readonly<Record<number, Signal>>): Script {
  return (view) => signals[view.index];
}

/** Returns daily bars from rows of open, high, low, close and perhaps volume. */
export function dailyBars(rows: readonly (readonly number[])[], instrument: Partial<Instrument> = {}): BarSeries {
  const columns = allocateBarColumns(rows.length);
  for (const [i, [open, high, low, close, volume = 1e6]] of rows.entries()) {
    columns.time[i] = i * MS_PER_DAY;
    columns.session[i] = i;
    columns.open[i] = open!;
    columns.high[i] = high!;
    columns.low[i] = low!;
    columns.close[i] = close!;
    columns.volume[i] = volume;
  }
  return createBarSeries({ ...PLAIN, ...instrument }, '1d', columns);
}

/** Returns a bar that stands still at a price, `count` times. */
export function flatRows(price: number, count: number, volume = 1e6): number[][] {
  return Array.from({ length: count }, () => [price, price, price, price, volume]);
}

/** Returns the configuration a wish stands for. */
export function scriptedConfig(wish: RunWish): BacktestConfig {
  const { series, script = () => undefined, sizing = createSizing('fixed-quantity', { quantity: 100 }) } = wish;
  const { commissionBps, feePerShareUsd = 0, maxVolumeShare } = wish;
  const symbols = series.map(({ instrument }) => instrument.symbol);
  const sleeves = (wish.sleeves ?? [{}]).map((sleeve, i) => ({
    id: `sleeve-${i}`,
    createStrategy: wish.createStrategy ?? scripted(script),
    symbols,
    sizing,
    capitalShare: 1,
    allowShort: wish.allowShort ?? false,
    ...sleeve,
  }));
  return {
    session: {
      id: 'run',
      accountType: wish.accountType ?? 'margin',
      startCashUsd: wish.startCashUsd ?? 100_000,
      instruments: series.map(({ instrument }) => instrument),
      sleeves,
      risk: new RiskManager({ limits: createLimits(wish.limits ?? WIDE_LIMITS) }),
      entryReserve: wish.entryReserve ?? 0,
    },
    series,
    exchange: {
      costs: {
        slippageBps: wish.slippageBps ?? 0,
        commission:
          commissionBps === undefined
            ? { kind: 'per-share', feePerShareUsd, minimumUsd: 0, maxFraction: 1 }
            : { kind: 'bps', bps: commissionBps },
      },
      fillOnTouch: wish.fillOnTouch ?? false,
      maxVolumeShare,
    },
  };
}

/** Runs a wish and keeps every event. */
export function scriptedRun(wish: RunWish): RunRecord {
  const events: SessionEvent[] = [];
  const result = runBacktest({ ...scriptedConfig(wish), onEvent: (event) => events.push(event) });
  return { ...result, events };
}
