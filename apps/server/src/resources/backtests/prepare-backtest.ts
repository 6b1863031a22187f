import { CandorError } from '@candor/domain/candor-error';
import type { StrategyDefinition } from '@candor/domain/ports/strategy';
import { isoFromDay } from '@candor/domain/time';
import type { LoadedSeries } from '@candor/market-data/load-series';
import { createLimits } from '@candor/risk/limit-catalog';
import { parseParams } from '@candor/risk/parse-params';
import { findSizing } from '@candor/risk/sizing-catalog';
import { findStrategy } from '@candor/strategies/catalog';
import { fingerprintSeries } from '../fingerprint.ts';
import type { OwnStrategies } from '../own-strategies.ts';
import type { BacktestPlan } from './backtest-plan.ts';
import { type BarSources, loadPlanBars } from './load-plan-bars.ts';
import { type Manifest, ManifestSchema } from './manifest-schema.ts';

export interface BacktestNeeds extends BarSources {
  readonly codeVersion: () => string;
  readonly ownStrategies: OwnStrategies;
}

export interface PreparedBacktest {
  readonly manifest: Manifest;
  readonly bars: LoadedSeries;
  readonly definition: StrategyDefinition;
}

/** What a plan chose, found and checked; its bars have not been looked at. */
export interface CheckedPlan {
  readonly plan: BacktestPlan;
  readonly definition: StrategyDefinition;
  /** With every default filled in. */
  readonly params: unknown;
  readonly sizingParams: unknown;
  readonly file: string | null;
  readonly sourceSha256: string | null;
}

/** Returns everything a run needs, checked and with its manifest; nothing has run yet. Throws what is wrong with the plan, one sentence each. */
export async function prepareBacktest(needs: BacktestNeeds, plan: BacktestPlan): Promise<PreparedBacktest> {
  const checked = await checkPlan(needs.ownStrategies, plan);
  const bars = await loadPlanBars(needs, plan.data);
  return { definition: checked.definition, bars, manifest: describeRun(checked, bars, needs.codeVersion()) };
}

/** Returns the plan that made a manifest, to be run again. */
export function planAgain({ schema: _, codeVersion: __, ...kept }: Manifest): BacktestPlan {
  const { symbol, file, timeframe, from, to } = kept.data;
  const { strategy } = kept;
  return {
    ...kept,
    data: { symbol, file, timeframe, from, to },
    strategy: { name: strategy.file ?? strategy.id, params: strategy.params },
  };
}

/** Returns what the plan chose. Throws what is wrong with strategy, sizing or limits, one sentence each. */
export async function checkPlan(ownStrategies: OwnStrategies, plan: BacktestPlan): Promise<CheckedPlan> {
  const found = await findDefinition(ownStrategies, plan.strategy.name);
  const params = found.definition.parse(plan.strategy.params);
  const sizing = findSizing(plan.sizing.id);
  const sizingParams = parseParams(sizing.params, plan.sizing.params, `Sizing rule "${sizing.id}"`);
  createLimits(plan.limits);
  return { plan, ...found, params, sizingParams };
}

/** Returns the manifest of a plan on its bars. Throws `backtests.too-short` where the strategy could not form an opinion. */
export function describeRun(
  { plan, definition, params, sizingParams, file, sourceSha256 }: CheckedPlan,
  { series, provenance }: LoadedSeries,
  codeVersion: string,
): Manifest {
  const { instrument, length } = series;
  const warmup = definition.warmup(params);
  if (length <= warmup) {
    throw new CandorError('backtests.too-short', {
      kind: 'invalid',
      message: `The range has ${length} bars and ${definition.id} needs ${warmup} before its first opinion. Choose an earlier "from" or a later "to".`,
    });
  }
  const { limits, account, costs, execution, seed, trials } = plan;
  return {
    schema: 'candor-run/1',
    codeVersion,
    data: {
      symbol: instrument.symbol,
      file: plan.data.file,
      timeframe: series.timeframe,
      from: isoFromDay(series.session[0]!),
      to: isoFromDay(series.session[length - 1]!),
      bars: length,
      sha256: fingerprintSeries(series),
      provenance,
    },
    strategy: { id: definition.id, file, sourceSha256, params: asRecord(params) },
    account,
    sizing: { id: plan.sizing.id, params: asRecord(sizingParams) },
    limits,
    costs,
    execution,
    seed,
    trials,
  };
}

/** Returns the strategy behind an id or a path. Throws `strategies.unknown` or what is wrong with the file. */
export async function findDefinition(
  ownStrategies: OwnStrategies,
  name: string,
): Promise<Pick<CheckedPlan, 'definition' | 'file' | 'sourceSha256'>> {
  if (!ownStrategies.isPath(name)) return { definition: findStrategy(name), file: null, sourceSha256: null };
  const { definition, sourceSha256 } = await ownStrategies.load(name);
  return { definition, file: name, sourceSha256 };
}

function asRecord(params: unknown): Manifest['strategy']['params'] {
  return ManifestSchema.shape.strategy.shape.params.parse(JSON.parse(JSON.stringify(params)));
}
