import { createHash } from 'node:crypto';
import type { BarSeries } from '@candor/domain/bar';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { IndicatorColumns } from '@candor/indicators/indicator-columns';
import { atr } from '@candor/indicators/indicators/atr';
import { sma } from '@candor/indicators/indicators/sma';
import type { Bench, Measurement } from './bench.ts';
import { MILLION_BARS, peerBars } from './peer-bars.ts';

const FAST = Array.from({ length: 20 }, (_, i) => 3 + i);
const SLOW = Array.from({ length: 20 }, (_, i) => 30 + i);

type ColumnsOf = <Params>(definition: IndicatorDefinition<Params>, params: unknown) => readonly Float64Array[];

let bars: BarSeries | undefined;

/** The columns of a small sweep, 400 pairs of averages with a range for their stops: each asked for by every pair, computed once. */
export const indicatorColumnsBenches: readonly Bench[] = [
  {
    id: 'indicators.columns.sweep',
    unit: 'ms',
    work: '400 pairs of averages and their average range over 2,520 bars: 1,200 columns asked for, 41 computed',
    run: () => sweep((series) => new IndicatorColumns(series)),
    peer: {
      name: 'each computed anew',
      run: () =>
        sweep((series) => ({ of: (definition, params) => definition.compute(series, definition.parse(params)) })),
    },
  },
];

function sweep(columnsOver: (series: BarSeries) => { readonly of: ColumnsOf }): Measurement {
  bars ??= peerBars({ ...MILLION_BARS, bars: 2520 });
  const columns = columnsOver(bars);
  const last = bars.length - 1;
  let above = 0;
  const started = performance.now();
  for (const fast of FAST) {
    for (const slow of SLOW) {
      const [quick] = columns.of(sma, { period: fast });
      const [calm] = columns.of(sma, { period: slow });
      const [range] = columns.of(atr, {});
      above += (quick![last]! - calm![last]!) / range![last]!;
    }
  }
  const value = performance.now() - started;
  return { value, fingerprint: createHash('sha256').update(String(above)).digest('hex').slice(0, 16) };
}
