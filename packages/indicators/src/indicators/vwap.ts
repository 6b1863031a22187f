import type { BarSeries } from '@candor/domain/bar';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { FloatState } from '../float-state.ts';

const NOTHING_TRADED = 'no average price before the first trade of the session';

/**
 * Mean of the typical price (H + L + C) / 3 weighted by volume, and its standard deviation likewise weighted, from the first bar of the
 * exchange's session on. Updated by West's formula (Communications of the ACM 22:9, 1979), which never subtracts large sums.
 */
export const vwap = defineIndicator({
  id: 'vwap',
  title: 'Volume-weighted average price',
  summary: 'Average price paid since the session began, with its volume-weighted standard deviation.',
  source: 'Berkowitz, Logue & Noser, Journal of Finance 43:1 (1988); Pine ta.vwap; reset at each exchange session',
  inputs: ['high', 'low', 'close', 'volume'],
  params: z.strictObject({}),
  outputs: [
    { name: 'vwap', title: 'VWAP', unit: 'price', pane: 'price', mayBeMissing: NOTHING_TRADED },
    { name: 'stdev', title: 'Standard deviation', unit: 'price', pane: 'own', mayBeMissing: NOTHING_TRADED },
  ],
  warmup: () => [0, 0],
  create: (_, out) => {
    // Session, volume so far, mean, and sum of the weighted squared deviations.
    const memory = new FloatState('a volume-weighted average price', [Number.NaN, 0, 0, 0]);
    const { slots } = memory;
    return {
      parts: { memory },
      push: ({ high, low, close, volume, session }) => {
        if (session !== slots[0]) {
          slots[0] = session;
          slots.fill(0, 1);
        }
        const traded = slots[1]! + volume;
        const price = (high + low + close) / 3;
        const distance = price - slots[2]!;
        const mean = traded === 0 ? 0 : slots[2]! + distance * (volume / traded);
        const squares = slots[3]! + volume * distance * (price - mean);
        slots[1] = traded;
        slots[2] = mean;
        slots[3] = squares;
        out[0] = traded === 0 ? Number.NaN : mean;
        out[1] = Math.sqrt(squares / traded);
      },
      fold: (series, [means, deviations]) => walkSessions(series, slots, means!, deviations!),
    };
  },
});

function walkSessions(
  { high, low, close, volume, session, length }: BarSeries,
  slots: Float64Array,
  means: Float64Array,
  deviations: Float64Array,
): void {
  let day = slots[0]!;
  let traded = slots[1]!;
  let mean = slots[2]!;
  let squares = slots[3]!;
  for (let i = 0; i < length; i++) {
    if (session[i] !== day) {
      day = session[i]!;
      traded = 0;
      mean = 0;
      squares = 0;
    }
    const weight = volume[i]!;
    traded += weight;
    const price = (high[i]! + low[i]! + close[i]!) / 3;
    const distance = price - mean;
    mean = traded === 0 ? 0 : mean + distance * (weight / traded);
    squares += weight * distance * (price - mean);
    means[i] = traded === 0 ? Number.NaN : mean;
    deviations[i] = Math.sqrt(squares / traded);
  }
  slots[0] = day;
  slots[1] = traded;
  slots[2] = mean;
  slots[3] = squares;
}
