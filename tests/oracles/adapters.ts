import type { Adapters } from './adapter.ts';
import { METRICS_ADAPTERS } from './metrics.ts';

const TOPICS: readonly Adapters[] = [METRICS_ADAPTERS];

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
