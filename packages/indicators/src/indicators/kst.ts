import type { Json } from '@candor/domain/json';
import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { foldFrom } from '../fold-from.ts';
import { periodParam } from '../period.ts';
import { restoreState } from '../restore-state.ts';
import { WindowSum } from '../window-sum.ts';
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
    const lines = [
      { change: new SmoothedChange(roc1, sma1), weight: 1 },
      { change: new SmoothedChange(roc2, sma2), weight: 2 },
      { change: new SmoothedChange(roc3, sma3), weight: 3 },
      { change: new SmoothedChange(roc4, sma4), weight: 4 },
    ] as const;
    const [{ change: first }, { change: second }, { change: third }, { change: fourth }] = lines;
    const average = createSma(signal);
    return {
      parts: { first, second, third, fourth, average },
      push: ({ close }) => {
        first.add(close);
        second.add(close);
        third.add(close);
        fourth.add(close);
        const sum = first.value + 2 * second.value + 3 * third.value + 4 * fourth.value;
        if (Number.isNaN(sum)) return;
        out[0] = sum;
        out[1] = average.next(sum);
      },
      fold: ({ close, length }, [value, signals]) => {
        const line = signals!;
        value!.fill(0);
        for (const { change, weight } of lines) {
          change.fold(close, line);
          for (let i = 0; i < length; i++) value![i] = value![i]! + weight * line[i]!;
        }
        foldFrom(average, firstOf(params), value!, signals!);
      },
    };
  },
});

/** A rate of change and its simple average. The value stands in the machine: as a returned one it would be put into a box at every call. */
class SmoothedChange {
  readonly #bars: number;
  readonly #past: DelayLine;
  readonly #average: WindowSum;
  #value = Number.NaN;

  constructor(bars: number, averageBars: number) {
    this.#bars = bars;
    this.#past = new DelayLine(bars);
    this.#average = new WindowSum(averageBars, averageBars);
  }

  /** The average; NaN until there is one. */
  get value(): number {
    return this.#value;
  }

  add(close: number): void {
    const change = rateOfChange(close, this.#past.next(close));
    this.#value = Number.isNaN(change) ? change : this.#average.next(change);
  }

  /** Walks a whole column from its first value on. It leaves the machine used up. */
  fold(close: Float64Array, out: Float64Array): void {
    const bars = this.#bars;
    for (let i = bars; i < close.length; i++) out[i] = rateOfChange(close[i]!, close[i - bars]!);
    foldFrom(this.#average, bars, out, out);
  }

  snapshot(): Json {
    return { past: this.#past.snapshot(), average: this.#average.snapshot() };
  }

  restore(state: Json): void {
    const { past, average } = restoreState('a smoothed rate of change', SmoothedChangeState, state);
    this.#past.restore(past);
    this.#average.restore(average);
  }
}

const SmoothedChangeState = z.strictObject({ past: z.json(), average: z.json() });

function firstOf({ roc1, roc2, roc3, roc4, sma1, sma2, sma3, sma4 }: KstParams): number {
  return Math.max(roc1 + sma1, roc2 + sma2, roc3 + sma3, roc4 + sma4) - 1;
}
