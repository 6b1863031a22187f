import { createHash } from 'node:crypto';
import { BarCursor, type BarSeries } from '@candor/domain/bar';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { indicatorCatalog } from '@candor/indicators/catalog';
import { createAccumulationDistribution } from '@candor/indicators/indicators/accumulation-distribution';
import { createAdx } from '@candor/indicators/indicators/adx';
import { createAtr } from '@candor/indicators/indicators/atr';
import { createCci } from '@candor/indicators/indicators/cci';
import { createChaikinMoneyFlow } from '@candor/indicators/indicators/chaikin-money-flow';
import { createChaikinOscillator } from '@candor/indicators/indicators/chaikin-oscillator';
import { createEma } from '@candor/indicators/indicators/ema';
import { createForceIndex } from '@candor/indicators/indicators/force-index';
import { createMacd } from '@candor/indicators/indicators/macd';
import { createMfi } from '@candor/indicators/indicators/mfi';
import { createObv } from '@candor/indicators/indicators/obv';
import { createRma } from '@candor/indicators/indicators/rma';
import { createRollingMedian } from '@candor/indicators/indicators/rolling-median';
import { createRsi } from '@candor/indicators/indicators/rsi';
import { createSma } from '@candor/indicators/indicators/sma';
import { createStdev } from '@candor/indicators/indicators/stdev';
import { createStochastic } from '@candor/indicators/indicators/stochastic';
import { createSupertrend } from '@candor/indicators/indicators/supertrend';
import { createTrix } from '@candor/indicators/indicators/trix';
import { createTrueRange } from '@candor/indicators/indicators/true-range';
import type { Bench, Measurement } from './bench.ts';
import { MILLION_BARS, peerBars } from './peer-bars.ts';
import { AVERAGES_STREAMS } from './streams-averages.ts';

type Columns = readonly Float64Array[];

let bars: BarSeries | undefined;

// One loop a kernel: a shared one would measure the call of whichever function comes, not the function.
const STREAMS: Readonly<Record<string, (series: BarSeries, columns: Columns) => void>> = {
  ...AVERAGES_STREAMS,
  adx: ({ high, low, close }, [plusDI, minusDI, dx, adx, adxr]) => {
    const kernel = createAdx(14);
    for (let i = 0; i < close.length; i++) {
      adx![i] = kernel.next(high[i]!, low[i]!, close[i]!);
      plusDI![i] = kernel.plusDI;
      minusDI![i] = kernel.minusDI;
      dx![i] = kernel.dx;
      adxr![i] = kernel.adxr;
    }
  },
  atr: ({ high, low, close }, [out]) => {
    const kernel = createAtr(14);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(high[i]!, low[i]!, close[i]!);
  },
  ema: ({ close }, [out]) => {
    const kernel = createEma(20);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
  },
  macd: ({ close }, [line, signal, histogram]) => {
    const kernel = createMacd({ fast: 12, slow: 26, signal: 9 });
    for (let i = 0; i < close.length; i++) {
      line![i] = kernel.next(close[i]!);
      signal![i] = kernel.signal;
      histogram![i] = kernel.histogram;
    }
  },
  rma: ({ close }, [out]) => {
    const kernel = createRma(14);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
  },
  rsi: ({ close }, [out]) => {
    const kernel = createRsi(14);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
  },
  sma: ({ close }, [out]) => {
    const kernel = createSma(20);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
  },
  stdev: ({ close }, [out]) => {
    const kernel = createStdev(20);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
  },
  'accumulation-distribution': ({ high, low, close, volume }, [out]) => {
    const kernel = createAccumulationDistribution();
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(high[i]!, low[i]!, close[i]!, volume[i]!);
  },
  'chaikin-money-flow': ({ high, low, close, volume }, [out]) => {
    const kernel = createChaikinMoneyFlow(20);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(high[i]!, low[i]!, close[i]!, volume[i]!);
  },
  'chaikin-oscillator': ({ high, low, close, volume }, [out]) => {
    const kernel = createChaikinOscillator({ fast: 3, slow: 10 });
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(high[i]!, low[i]!, close[i]!, volume[i]!);
  },
  'force-index': ({ close, volume }, [out]) => {
    const kernel = createForceIndex(13);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!, volume[i]!);
  },
  mfi: ({ high, low, close, volume }, [out]) => {
    const kernel = createMfi(14);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(high[i]!, low[i]!, close[i]!, volume[i]!);
  },
  obv: ({ close, volume }, [out]) => {
    const kernel = createObv();
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!, volume[i]!);
  },
  'rolling-median': ({ close }, [out]) => {
    const kernel = createRollingMedian(20);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
  },
  cci: ({ high, low, close }, [out]) => {
    const kernel = createCci(20);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(high[i]!, low[i]!, close[i]!);
  },
  stochastic: ({ high, low, close }, [k, d]) => {
    const kernel = createStochastic({ k: 14, slowK: 3, d: 3 });
    for (let i = 0; i < close.length; i++) {
      k![i] = kernel.next(high[i]!, low[i]!, close[i]!);
      d![i] = kernel.d;
    }
  },
  supertrend: ({ high, low, close }, [line, direction]) => {
    const kernel = createSupertrend(10, 3);
    for (let i = 0; i < close.length; i++) {
      line![i] = kernel.next(high[i]!, low[i]!, close[i]!);
      direction![i] = kernel.direction;
    }
  },
  trix: ({ close }, [out]) => {
    const kernel = createTrix(15);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
  },
  'true-range': ({ high, low, close }, [out]) => {
    const kernel = createTrueRange();
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(high[i]!, low[i]!, close[i]!);
  },
};

/**
 * Three rows an indicator, with its default parameters: the whole column, numbers into the kernel that strategies hold, and bars into
 * the indicator. The three fingerprints are equal: streaming is batch, bit for bit.
 */
export const indicatorBenches: readonly Bench[] = indicatorCatalog.flatMap((definition) => {
  // Made once: a sweep reuses its columns too, and filling fresh memory would be measured instead.
  let columns: Columns | undefined;
  const row = (way: string, work: string, walk: (series: BarSeries, columns: Columns) => void): Bench => ({
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
  const stream = STREAMS[definition.id];
  return [
    row('batch', 'inputs checked, into columns that exist', (series, into) =>
      definition.compute(series, definition.parse({}), into),
    ),
    ...(stream ? [row('stream', 'numbers pushed one by one into the kernel', stream)] : []),
    row('push', 'bars pushed one by one through the cursor', (series, into) => pushAll(definition, series, into)),
  ];
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
