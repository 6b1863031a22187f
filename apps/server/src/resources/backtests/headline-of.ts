import { z } from 'zod';
import type { BacktestDocument } from './document-schema.ts';

/** What a list of runs shows of each. */
export const Headline = z.object({
  verdict: z.string(),
  headline: z.string(),
  symbol: z.string(),
  timeframe: z.string(),
  strategy: z.string(),
  params: z
    .record(z.string(), z.json())
    .nullable()
    .default(null)
    .describe('Of the strategy; null for runs kept before they were told.'),
  from: z.string(),
  to: z.string(),
  trials: z.int().nullable(),
  /** Null where the figure is not defined. */
  totalReturn: z.number().nullable(),
  maxDrawdown: z.number().nullable(),
  sharpe: z.number().nullable(),
  trades: z.int().describe('Those completed, from flat to flat.'),
  synthetic: z.boolean(),
});

export type Headline = z.infer<typeof Headline>;

/** Returns the headline figures of a backtest. */
export function headlineOf({ assessment, manifest, trades }: BacktestDocument): Headline {
  const { data, strategy } = manifest;
  const figure = (id: string): number | null => assessment.metrics.find((metric) => metric.id === id)?.value ?? null;
  return {
    verdict: assessment.verdict.id,
    headline: assessment.verdict.headline,
    symbol: data.symbol,
    timeframe: data.timeframe,
    strategy: strategy.file ?? strategy.id,
    params: strategy.params,
    from: data.from,
    to: data.to,
    trials: manifest.trials,
    totalReturn: figure('totalReturn'),
    maxDrawdown: figure('maxDrawdown'),
    sharpe: figure('sharpe'),
    trades: figure('trades') ?? trades.length,
    synthetic: data.provenance.synthetic,
  };
}
