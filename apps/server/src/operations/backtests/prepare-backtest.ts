import type { BarSeries } from '@candor/domain/bar';
import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { StrategyDefinition } from '@candor/domain/ports/strategy';
import { dayFromIso, isoFromDay } from '@candor/domain/time';
import { providerOf } from '@candor/market-data/catalog';
import type { ChainedSeries } from '@candor/market-data/fallback-chain';
import { loadSeries } from '@candor/market-data/load-series';
import { createLimits } from '@candor/risk/limit-catalog';
import { parseParams } from '@candor/risk/parse-params';
import { findSizing } from '@candor/risk/sizing-catalog';
import { findStrategy } from '@candor/strategies/catalog';
import type { Container } from '../../container.ts';
import { fingerprintColumns } from '../../resources/fingerprint.ts';
import { type Manifest, ManifestSchema } from './manifest-schema.ts';

export type BacktestNeeds = Pick<Container, 'clock' | 'codeVersion' | 'files' | 'marketData' | 'ownStrategies'>;

/** A manifest before its data was looked at: sessions may be open ends, and what is derived is left out. */
export type BacktestPlan = Omit<Manifest, 'schema' | 'codeVersion' | 'data' | 'strategy'> & {
  readonly data: {
    readonly symbol: string;
    readonly file: string | null;
    readonly timeframe: BarSeries['timeframe'];
    readonly from: string | undefined;
    readonly to: string | undefined;
  };
  readonly strategy: { readonly name: string; readonly params: Readonly<Record<string, Json>> };
};

export interface PreparedBacktest {
  readonly manifest: Manifest;
  readonly series: BarSeries;
  readonly definition: StrategyDefinition;
  readonly loaded: Pick<ChainedSeries, 'quarantined' | 'flagged' | 'notices'>;
}

/** Returns everything a run needs, checked and with its manifest; nothing has run yet. Throws what is wrong with the plan, one sentence each. */
export async function prepareBacktest(needs: BacktestNeeds, plan: BacktestPlan): Promise<PreparedBacktest> {
  const { definition, file, sourceSha256 } = await findDefinition(needs, plan.strategy.name);
  const params = definition.parse(plan.strategy.params);
  const sizing = findSizing(plan.sizing.id);
  const sizingParams = parseParams(sizing.params, plan.sizing.params, `Sizing rule "${sizing.id}"`);
  createLimits(plan.limits);
  const { series, provenance, quarantined, flagged, notices } = await load(needs, plan);
  const { instrument, length } = series;
  if (!instrument.tradable) {
    throw new CandorError('backtests.not-tradable', {
      kind: 'invalid',
      message: `${instrument.symbol} is ${instrument.kind === 'index' ? 'an index' : 'not tradable'}: it can be charted and compared with, never ordered. Choose a symbol from: candor symbols.`,
    });
  }
  const warmup = definition.warmup(params);
  if (length <= warmup) {
    throw new CandorError('backtests.too-short', {
      kind: 'invalid',
      message: `The range has ${length} bars and ${definition.id} needs ${warmup} before its first opinion. Choose an earlier --from or a later --to.`,
    });
  }
  const { limits, account, costs, execution, seed, trials } = plan;
  return {
    definition,
    series,
    loaded: { quarantined, flagged, notices },
    manifest: {
      schema: 'candor-run/1',
      codeVersion: needs.codeVersion(),
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
      sizing: { id: sizing.id, params: asRecord(sizingParams) },
      limits,
      costs,
      execution,
      seed,
      trials,
    },
  };
}

/** Returns the SHA-256, in hex, of all columns of a series. */
function fingerprintSeries({ time, open, high, low, close, volume, session }: BarSeries): string {
  return fingerprintColumns({ time, open, high, low, close, volume, session });
}

async function findDefinition({ ownStrategies }: BacktestNeeds, name: string) {
  if (!ownStrategies.isPath(name)) return { definition: findStrategy(name), file: null, sourceSha256: null };
  const { definition, sourceSha256 } = await ownStrategies.load(name);
  return { definition, file: name, sourceSha256 };
}

function load({ marketData, files, clock }: BacktestNeeds, { data }: BacktestPlan) {
  const { symbol, timeframe, file } = data;
  const request = {
    symbol,
    timeframe,
    from: data.from === undefined ? undefined : dayFromIso(data.from),
    to: data.to === undefined ? undefined : dayFromIso(data.to),
  };
  if (file === null) return marketData.load(request);
  const provider = providerOf('csv-file').open({ path: files.absolute(file), symbol, timeframe }, { clock });
  return loadSeries(provider, request);
}

function asRecord(params: unknown): Manifest['strategy']['params'] {
  return ManifestSchema.shape.strategy.shape.params.parse(JSON.parse(JSON.stringify(params)));
}
