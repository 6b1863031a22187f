import { createHash } from 'node:crypto';
import { BarCursor, type BarSeries } from '@candor/domain/bar';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { indicatorCatalog } from '@candor/indicators/catalog';
import type { Bench, Measurement } from './bench.ts';
import { MILLION_BARS, peerBars } from './peer-bars.ts';

let bars: BarSeries | undefined;

/** Two rows an indicator, with its default parameters. The two fingerprints are equal: streaming is batch, bit for bit. */
export const indicatorBenches: readonly Bench[] = indicatorCatalog.flatMap((definition) => {
  // Made once: a sweep reuses its columns too, and filling fresh memory would be measured instead.
  let columns: readonly Float64Array[] | undefined;
  const withColumns =
    (work: (series: BarSeries, into: readonly Float64Array[]) => void) =>
    (): Measurement => {
      bars ??= peerBars(MILLION_BARS);
      const { length } = bars;
      columns ??= definition.outputs.map(() => new Float64Array(length));
      const started = performance.now();
      work(bars, columns);
      const nanoseconds = (performance.now() - started) * 1e6;
      return { value: nanoseconds / length, fingerprint: fingerprintOf(columns) };
    };
  const batch: Bench = {
    id: `indicator.${definition.id}.batch`,
    unit: 'ns/bar',
    work: '1,000,000 bars into columns that exist, inputs checked, default parameters',
    run: withColumns((series, into) => definition.compute(series, definition.parse({}), into)),
  };
  const stream: Bench = {
    id: `indicator.${definition.id}.stream`,
    unit: 'ns/bar',
    work: '1,000,000 bars pushed one by one through the cursor, outputs stored, default parameters',
    run: withColumns((series, into) => pushAll(definition, series, into)),
  };
  return [batch, stream];
});

function pushAll(definition: IndicatorDefinition, series: BarSeries, columns: readonly Float64Array[]): void {
  const indicator = definition.create(definition.parse({}));
  const { out } = indicator;
  const cursor = new BarCursor(series);
  for (let bar = 0; bar < series.length; bar++) {
    BarCursor.move(cursor, bar);
    indicator.push(cursor);
    for (let slot = 0; slot < columns.length; slot++) columns[slot]![bar] = out[slot]!;
  }
}

function fingerprintOf(columns: readonly Float64Array[]): string {
  const hash = createHash('sha256');
  for (const column of columns) hash.update(new Uint8Array(column.buffer));
  return hash.digest('hex').slice(0, 16);
}
