import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { smooth } from '../exponential-kernel.ts';
import { FloatState } from '../float-state.ts';
import { foldFrom } from '../fold-from.ts';
import { periodParam } from '../period.ts';
import { createEma } from './ema.ts';

/**
 * 100 EMA(EMA(Δ)) / EMA(EMA(|Δ|)) of the change of the close, 0 where nothing moved, with its EMA as the signal. Each average is seeded
 * with the mean of its first values.
 */
export const tsi = defineIndicator({
  id: 'tsi',
  title: 'True strength index',
  summary: 'Twice smoothed change of the close as a share of its twice smoothed size, from -100 to 100.',
  source: 'Blau, True Strength Index, Stocks & Commodities 9:11 (1991); Stock.Indicators ToTsi',
  inputs: ['close'],
  params: z.strictObject({ long: periodParam(25), short: periodParam(13), signal: periodParam(7) }),
  outputs: [
    { name: 'tsi', title: 'TSI', unit: 'percent', pane: 'own' },
    { name: 'signal', title: 'Signal', unit: 'percent', pane: 'own' },
  ],
  warmup: ({ long, short, signal }) => [long + short - 1, long + short + signal - 2],
  create: ({ long, short, signal }, out) => {
    const before = new FloatState('a true strength index', [Number.NaN]);
    const { slots } = before;
    const change = createEma(long);
    const changeAgain = createEma(short);
    const size = createEma(long);
    const sizeAgain = createEma(short);
    const average = createEma(signal);
    // From where every average has begun, all in one walk: each waits for its own last value only, so that they take the time of one.
    const walkOn = (close: Float64Array, from: number, [values, signals]: readonly Float64Array[]): void => {
      let once = change.average;
      let twice = changeAgain.average;
      let onceSize = size.average;
      let twiceSize = sizeAgain.average;
      let line = average.average;
      for (let i = from; i < close.length; i++) {
        const step = close[i]! - close[i - 1]!;
        once = smooth(once, step, change.weight);
        twice = smooth(twice, once, changeAgain.weight);
        onceSize = smooth(onceSize, Math.abs(step), size.weight);
        twiceSize = smooth(twiceSize, onceSize, sizeAgain.weight);
        const value = strength(twice, twiceSize);
        line = smooth(line, value, average.weight);
        values![i] = value;
        signals![i] = line;
      }
    };
    return {
      parts: { before, change, changeAgain, size, sizeAgain, average },
      push: ({ close }) => {
        const step = close - slots[0]!;
        slots[0] = close;
        if (Number.isNaN(step)) return;
        const once = change.next(step);
        const onceSize = size.next(Math.abs(step));
        if (!change.ready) return;
        const twice = changeAgain.next(once);
        const twiceSize = sizeAgain.next(onceSize);
        if (!changeAgain.ready) return;
        const value = strength(twice, twiceSize);
        out[0] = value;
        out[1] = average.next(value);
      },
      fold: (series, columns) => {
        if (series.length === 0) return;
        const length = Math.min(long + short + signal - 1, series.length);
        const close = series.close.subarray(0, length);
        const [values, signals] = columns.map((column) => column.subarray(0, length));
        const steps = values!;
        const sizes = signals!;
        for (let i = 1; i < length; i++) {
          steps[i] = close[i]! - close[i - 1]!;
          sizes[i] = Math.abs(steps[i]!);
        }
        foldFrom(change, 1, steps, steps);
        foldFrom(size, 1, sizes, sizes);
        foldFrom(changeAgain, long, steps, steps);
        foldFrom(sizeAgain, long, sizes, sizes);
        for (let i = 0; i < length; i++) values![i] = strength(steps[i]!, sizes[i]!);
        foldFrom(average, long + short - 1, values!, signals!);
        walkOn(series.close, length, columns);
      },
    };
  },
});

function strength(change: number, size: number): number {
  return size === 0 ? 0 : (100 * change) / size;
}
