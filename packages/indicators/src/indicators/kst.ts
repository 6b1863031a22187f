import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { foldFrom } from '../fold-from.ts';
import { periodParam } from '../period.ts';
import { rateOfChange } from './roc.ts';
import { createSma } from './sma.ts';

interface KstParams {
  readonly roc1: number;
  readonly roc2: number;
  readonly roc3: number;
  readonly roc4: number;
  readonly sma1: number;
  readonly sma2: number;
  readonly sma3: number;
  readonly sma4: number;
}

/** Σ i · SMA(ROC) of four rates of change, weighing 1 to 4, with its simple average as the signal. */
export const kst = defineIndicator({
  id: 'kst',
  title: 'Know sure thing',
  summary: 'Four smoothed rates of change, the longest weighing most, with a simple average as the signal.',
  source: 'Pring, Summed Rate of Change (KST), Stocks & Commodities 10:9 (1992)',
  inputs: ['close'],
  params: z.strictObject({
    roc1: periodParam(10),
    roc2: periodParam(15),
    roc3: periodParam(20),
    roc4: periodParam(30),
    sma1: periodParam(10),
    sma2: periodParam(10),
    sma3: periodParam(10),
    sma4: periodParam(15),
    signal: periodParam(9),
  }),
  outputs: [
    { name: 'kst', title: 'KST', unit: 'percent', pane: 'own' },
    { name: 'signal', title: 'Signal', unit: 'percent', pane: 'own' },
  ],
  warmup: (params) => [firstOf(params), firstOf(params) + params.signal - 1],
  create: (params, out) => {
    const { roc1, roc2, roc3, roc4, sma1, sma2, sma3, sma4, signal } = params;
    const parts = {
      past1: new DelayLine(roc1),
      past2: new DelayLine(roc2),
      past3: new DelayLine(roc3),
      past4: new DelayLine(roc4),
      average1: createSma(sma1),
      average2: createSma(sma2),
      average3: createSma(sma3),
      average4: createSma(sma4),
      signal: createSma(signal),
    };
    const { past1, past2, past3, past4, average1, average2, average3, average4 } = parts;
    const smoothed = (past: DelayLine, average: typeof average1, close: number): number => {
      const change = rateOfChange(close, past.next(close));
      return Number.isNaN(change) ? change : average.next(change);
    };
    const lines = [
      { average: average1, bars: roc1, weight: 1 },
      { average: average2, bars: roc2, weight: 2 },
      { average: average3, bars: roc3, weight: 3 },
      { average: average4, bars: roc4, weight: 4 },
    ];
    return {
      parts,
      push: ({ close }) => {
        let sum = smoothed(past1, average1, close);
        sum += 2 * smoothed(past2, average2, close);
        sum += 3 * smoothed(past3, average3, close);
        sum += 4 * smoothed(past4, average4, close);
        if (Number.isNaN(sum)) return;
        out[0] = sum;
        out[1] = parts.signal.next(sum);
      },
      fold: ({ close, length }, [value, signals]) => {
        const line = signals!;
        value!.fill(0);
        for (const { average, bars, weight } of lines) {
          for (let i = bars; i < length; i++) line[i] = rateOfChange(close[i]!, close[i - bars]!);
          foldFrom(average, bars, line, line);
          for (let i = 0; i < length; i++) value![i] = value![i]! + weight * line[i]!;
        }
        foldFrom(parts.signal, firstOf(params), value!, signals!);
      },
    };
  },
});

function firstOf({ roc1, roc2, roc3, roc4, sma1, sma2, sma3, sma4 }: KstParams): number {
  return Math.max(roc1 + sma1, roc2 + sma2, roc3 + sma3, roc4 + sma4) - 1;
}
