import type { Adapters } from './adapter.ts';
import { BACKTEST_ADAPTERS } from './backtest.ts';
import { calendar as CALENDAR_ADAPTERS } from './calendar.ts';
import { CONSENSUS_ADAPTERS } from './consensus.ts';
import { INDICATORS_ADAPTERS } from './indicators.ts';
import { AVERAGES_ADAPTERS } from './indicators-averages.ts';
import { MOMENTUM_ADAPTERS } from './indicators-momentum.ts';
import { VOLUME_ADAPTERS } from './indicators-volume.ts';
import { MARKOV_ADAPTERS } from './markov.ts';
import { METRICS_ADAPTERS } from './metrics.ts';
import { PRNG_ADAPTERS } from './prng.ts';
import { SIZING_RISK_ADAPTERS } from './sizing-risk.ts';

const TOPICS: readonly Adapters[] = [
  AVERAGES_ADAPTERS,
  BACKTEST_ADAPTERS,
  CALENDAR_ADAPTERS,
  CONSENSUS_ADAPTERS,
  INDICATORS_ADAPTERS,
  MARKOV_ADAPTERS,
  METRICS_ADAPTERS,
  MOMENTUM_ADAPTERS,
  PRNG_ADAPTERS,
  SIZING_RISK_ADAPTERS,
  VOLUME_ADAPTERS,
];

/** The adapters of every topic in one table. */
export const ADAPTERS: Adapters = merge(TOPICS);

function merge(topics: readonly Adapters[]): Adapters {
  const all: Record<string, Adapters[string]> = {};
  for (const topic of topics) {
    for (const [fn, adapter] of Object.entries(topic)) {
      if (Object.hasOwn(all, fn)) throw new Error(`Two adapters answer for ${fn}.`);
      all[fn] = adapter;
    }
  }
  return all;
}
