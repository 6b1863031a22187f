import type { BarSeries, BarView } from '@candor/domain/bar';
import type { IndicatorMachine } from './define-indicator.ts';
import { FloatState } from './float-state.ts';

const START = 1000;

/**
 * Returns the machine of a negative (`side` -1) or positive (1) volume index: 1000 at first, moved by C / C1 on bars whose volume fell,
 * or rose, against the bar before. A close of zero is no base for a ratio: the bar after it moves nothing.
 */
export function volumeIndexMachine(side: -1 | 1, out: Float64Array): IndicatorMachine {
  // Close and volume of the bar before, and the index.
  const memory = new FloatState('a volume index', [Number.NaN, Number.NaN, START]);
  const { slots } = memory;
  return {
    parts: { memory },
    push: ({ close, volume }: BarView) => {
      out[0] = slots[2]! * factorOf(side, slots[0]!, close, volume - slots[1]!);
      slots[0] = close;
      slots[1] = volume;
      slots[2] = out[0];
    },
    fold: ({ close, volume }: BarSeries, [value]) => {
      let closeBefore = slots[0]!;
      let volumeBefore = slots[1]!;
      let index = slots[2]!;
      for (let i = 0; i < close.length; i++) {
        index *= factorOf(side, closeBefore, close[i]!, volume[i]! - volumeBefore);
        closeBefore = close[i]!;
        volumeBefore = volume[i]!;
        value![i] = index;
      }
      slots[0] = closeBefore;
      slots[1] = volumeBefore;
      slots[2] = index;
    },
  };
}

// The change of volume is NaN at the first bar, which moves nothing.
function factorOf(side: number, closeBefore: number, close: number, change: number): number {
  return side * change > 0 && closeBefore !== 0 ? close / closeBefore : 1;
}
