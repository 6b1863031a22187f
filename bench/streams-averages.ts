import type { BarSeries } from '@candor/domain/bar';
import { createAlma } from '@candor/indicators/indicators/alma';
import { createChoppiness } from '@candor/indicators/indicators/choppiness';
import { createDema } from '@candor/indicators/indicators/dema';
import { createHma } from '@candor/indicators/indicators/hma';
import { createKama } from '@candor/indicators/indicators/kama';
import { createMcginley } from '@candor/indicators/indicators/mcginley';
import { createNatr } from '@candor/indicators/indicators/natr';
import { createT3 } from '@candor/indicators/indicators/t3';
import { createTema } from '@candor/indicators/indicators/tema';
import { createTrima } from '@candor/indicators/indicators/trima';
import { createUlcerIndex } from '@candor/indicators/indicators/ulcer-index';
import { createVwma } from '@candor/indicators/indicators/vwma';
import { createWma } from '@candor/indicators/indicators/wma';
import { createYangZhang } from '@candor/indicators/indicators/yang-zhang';
import { createZlema } from '@candor/indicators/indicators/zlema';

/** Numbers pushed one by one into the kernels of the moving averages and volatilities, with default parameters; one loop a kernel. */
export const AVERAGES_STREAMS: Readonly<Record<string, (series: BarSeries, columns: readonly Float64Array[]) => void>> =
  {
    alma: ({ close }, [out]) => {
      const kernel = createAlma(9);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
    },
    dema: ({ close }, [out]) => {
      const kernel = createDema(20);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
    },
    hma: ({ close }, [out]) => {
      const kernel = createHma(20);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
    },
    kama: ({ close }, [out]) => {
      const kernel = createKama();
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
    },
    mcginley: ({ close }, [out]) => {
      const kernel = createMcginley(14);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
    },
    t3: ({ close }, [out]) => {
      const kernel = createT3(5);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
    },
    tema: ({ close }, [out]) => {
      const kernel = createTema(20);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
    },
    trima: ({ close }, [out]) => {
      const kernel = createTrima(20);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
    },
    'ulcer-index': ({ close }, [out]) => {
      const kernel = createUlcerIndex(14);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
    },
    wma: ({ close }, [out]) => {
      const kernel = createWma(20);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
    },
    zlema: ({ close }, [out]) => {
      const kernel = createZlema(20);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!);
    },
    choppiness: ({ high, low, close }, [out]) => {
      const kernel = createChoppiness(14);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(high[i]!, low[i]!, close[i]!);
    },
    natr: ({ high, low, close }, [out]) => {
      const kernel = createNatr(14);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(high[i]!, low[i]!, close[i]!);
    },
    vwma: ({ close, volume }, [out]) => {
      const kernel = createVwma(20);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(close[i]!, volume[i]!);
    },
    'yang-zhang': ({ open, high, low, close }, [out]) => {
      const kernel = createYangZhang(20);
      for (let i = 0; i < close.length; i++) out![i] = kernel.next(open[i]!, high[i]!, low[i]!, close[i]!);
    },
  };
