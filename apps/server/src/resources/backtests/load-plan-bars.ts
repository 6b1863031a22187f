import { CandorError } from '@candor/domain/candor-error';
import type { Clock } from '@candor/domain/ports/clock';
import { dayFromIso } from '@candor/domain/time';
import { providerOf } from '@candor/market-data/catalog';
import type { FallbackChain } from '@candor/market-data/fallback-chain';
import { type LoadedSeries, loadSeries } from '@candor/market-data/load-series';
import type { Files } from '../files.ts';
import type { BacktestPlan } from './backtest-plan.ts';

export interface BarSources {
  readonly clock: Clock;
  readonly files: Files;
  readonly marketData: FallbackChain;
}

/** Returns the bars a plan names, from the person's own file where it names one. Throws `backtests.not-tradable` for what cannot be ordered. */
export async function loadPlanBars(
  { marketData, files, clock }: BarSources,
  { symbol, timeframe, file, from, to }: BacktestPlan['data'],
): Promise<LoadedSeries> {
  const request = {
    symbol,
    timeframe,
    from: from === undefined ? undefined : dayFromIso(from),
    to: to === undefined ? undefined : dayFromIso(to),
  };
  const source = file === null ? undefined : { path: files.absolute(file), symbol, timeframe };
  const { series, provenance, quarantined, flagged, notices } =
    source === undefined
      ? await marketData.load(request)
      : await loadSeries(providerOf('csv-file').open(source, { clock }), request);
  const { instrument } = series;
  if (!instrument.tradable) {
    throw new CandorError('backtests.not-tradable', {
      kind: 'invalid',
      message: `${instrument.symbol} is ${instrument.kind === 'index' ? 'an index' : 'not tradable'}: it can be charted and compared with, never ordered. Choose one that can be traded; see the list of symbols.`,
    });
  }
  return { series, provenance, quarantined, flagged, notices };
}
