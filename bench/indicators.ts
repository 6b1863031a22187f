import type { BarSeries } from '@candor/domain/bar';
import { indicatorCatalog } from '@candor/indicators/catalog';
import type { Bench, Measurement } from './bench.ts';
import { fingerprintOf } from './fingerprint-of.ts';
import { type Columns, KERNEL_STREAMS, pushAll, type Walk } from './kernel-streams.ts';
import { MILLION_BARS, peerBars } from './peer-bars.ts';

let bars: BarSeries | undefined;

/**
 * Three rows an indicator, with its default parameters: the whole column, numbers into the kernel that strategies hold, and bars into
 * the indicator. The three fingerprints are equal: streaming is batch, bit for bit.
 */
export const indicatorBenches: readonly Bench[] = indicatorCatalog.flatMap((definition) => {
  // Made once: a sweep reuses its columns too, and filling fresh memory would be measured instead.
  let columns: Columns | undefined;
  const row = (way: string, work: string, walk: Walk): Bench => ({
    id: `indicator.${definition.id}.${way}`,
    unit: 'ns/bar',
    work: `1,000,000 bars, default parameters, ${work}`,
    run(): Measurement {
      bars ??= peerBars(MILLION_BARS);
      const { length } = bars;
      columns ??= definition.outputs.map(() => new Float64Array(length));
      for (const column of columns) column.fill(0);
      const started = performance.now();
      walk(bars, columns);
      const nanoseconds = (performance.now() - started) * 1e6;
      return { value: nanoseconds / length, fingerprint: fingerprintOf(columns) };
    },
  });
  const stream = KERNEL_STREAMS[definition.id];
  return [
    row('batch', 'inputs checked, into columns that exist', (series, into) =>
      definition.compute(series, definition.parse({}), into),
    ),
    ...(stream ? [row('stream', 'numbers pushed one by one into the kernel', stream)] : []),
    row('push', 'bars pushed one by one through the cursor', (series, into) => pushAll(definition, series, into)),
  ];
});
