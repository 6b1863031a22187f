import { BarCursor, type BarSeries } from '@candor/domain/bar';
import type { Indicator, IndicatorDefinition } from '@candor/domain/ports/indicator';
import { createAccumulationDistribution } from '@candor/indicators/indicators/accumulation-distribution';
import { createAdx } from '@candor/indicators/indicators/adx';
import { createAtr } from '@candor/indicators/indicators/atr';
import { createAwesomeOscillator } from '@candor/indicators/indicators/awesome-oscillator';
import { createCci } from '@candor/indicators/indicators/cci';
import { createChaikinMoneyFlow } from '@candor/indicators/indicators/chaikin-money-flow';
import { createChaikinOscillator } from '@candor/indicators/indicators/chaikin-oscillator';
import { createEma } from '@candor/indicators/indicators/ema';
import { createForceIndex } from '@candor/indicators/indicators/force-index';
import { createHeikinAshi } from '@candor/indicators/indicators/heikin-ashi';
import { createMacd } from '@candor/indicators/indicators/macd';
import { createMfi } from '@candor/indicators/indicators/mfi';
import { createObv } from '@candor/indicators/indicators/obv';
import { createRma } from '@candor/indicators/indicators/rma';
import { createRoc } from '@candor/indicators/indicators/roc';
import { createRollingMedian } from '@candor/indicators/indicators/rolling-median';
import { createRsi } from '@candor/indicators/indicators/rsi';
import { createSma } from '@candor/indicators/indicators/sma';
import { createStdev } from '@candor/indicators/indicators/stdev';
import { createStochastic } from '@candor/indicators/indicators/stochastic';
import { createSupertrend } from '@candor/indicators/indicators/supertrend';
import { createTrix } from '@candor/indicators/indicators/trix';
import { createTrueRange } from '@candor/indicators/indicators/true-range';
import { createVwap } from '@candor/indicators/indicators/vwap';
import { AVERAGES_STREAMS } from './streams-averages.ts';

export type Columns = readonly Float64Array[];

/** Walks a series the way a strategy does, and writes every output of every bar. */
export type Walk = (series: BarSeries, columns: Columns) => void;

/**
 * Numbers pushed one by one into the kernels that strategies hold, with default parameters. One loop a kernel: a shared one would measure
 * the call of whichever function comes, not the function.
 */
export const KERNEL_STREAMS: Readonly<Record<string, Walk>> = {
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
  roc: ({ close }, [out]) => {
    const kernel = createRoc(10);
    for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
  },
  'heikin-ashi': (series, [open, high, low, close]) => {
    const kernel = createHeikinAshi();
    for (let i = 0; i < series.length; i++) {
      close![i] = kernel.next(series.open[i]!, series.high[i]!, series.low[i]!, series.close[i]!);
      open![i] = kernel.open;
      high![i] = kernel.high;
      low![i] = kernel.low;
    }
  },
  vwap: ({ high, low, close, volume, session }, [mean, deviation]) => {
    const kernel = createVwap();
    for (let i = 0; i < close.length; i++) {
      mean![i] = kernel.next(high[i]!, low[i]!, close[i]!, volume[i]!, session[i]!);
      deviation![i] = kernel.stdev;
    }
  },
  'awesome-oscillator': ({ high, low }, [out]) => {
    const kernel = createAwesomeOscillator();
    for (let i = 0; i < high.length; i++) out![i] = kernel.next(high[i]!, low[i]!);
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

type Push = (
  move: typeof BarCursor.move,
  cursor: BarCursor,
  indicator: Indicator,
  columns: Columns,
  bars: number,
) => void;

const PUSHES = new Map<string, Push>();

/**
 * Bars pushed one by one through the cursor into the indicator. The loop is made for it alone, as a strategy's code is: in a shared one
 * every call would have to look up whichever indicator comes.
 */
export function pushAll(definition: IndicatorDefinition, series: BarSeries, columns: Columns): void {
  const { id, outputs } = definition;
  let push = PUSHES.get(id);
  if (push === undefined) {
    const slots = outputs.map((_, slot) => `columns${slot}[bar] = out[${slot}];`).join(' ');
    const names = outputs.map((_, slot) => `columns${slot} = columns[${slot}]`).join(', ');
    const body = `/* ${id} */ const { out } = indicator; const ${names};
      for (let bar = 0; bar < bars; bar++) { move(cursor, bar); indicator.push(cursor); ${slots} }`;
    push = new Function('move', 'cursor', 'indicator', 'columns', 'bars', body) as Push;
    PUSHES.set(id, push);
  }
  push(BarCursor.move, new BarCursor(series), definition.create(definition.parse({})), columns, series.length);
}
