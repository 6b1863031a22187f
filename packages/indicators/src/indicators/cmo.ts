import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { ExponentialKernel } from '../exponential-kernel.ts';
import { FloatState } from '../float-state.ts';
import { periodParam } from '../period.ts';
import { eachStretch, stretchBuffer } from '../stretches.ts';
import { WindowSum } from '../window-sum.ts';
import { gainOf, lossOf } from './rsi.ts';

const CMO_CONVENTIONS = ['talib', 'classic'] as const;

/**
 * 100 (G - L) / (G + L) of the gains and losses of n changes, 0 where nothing moved. `talib`: Wilder averages, seeded with the means of
 * the first n. `classic`: plain sums of the last n, as Chande wrote it.
 */
export const cmo = defineIndicator({
  id: 'cmo',
  title: 'Chande momentum oscillator',
  summary: 'Gains less losses as a share of all movement, from -100 to 100.',
  source: 'Chande & Kroll, The New Technical Trader (1994) (classic); TA-Lib CMO (talib)',
  inputs: ['close'],
  params: z.strictObject({ period: periodParam(14), convention: z.enum(CMO_CONVENTIONS).default('talib') }),
  outputs: [{ name: 'value', title: 'CMO', unit: 'percent', pane: 'own' }],
  warmup: ({ period }) => [period],
  create: ({ period, convention }, out) => {
    const create = () =>
      convention === 'classic' ? new WindowSum(period) : new ExponentialKernel(period, 1 / period, 'sma');
    const gains = create();
    const losses = create();
    const before = new FloatState('a momentum oscillator', [Number.NaN]);
    const { slots } = before;
    return {
      parts: { gains, losses, before },
      push: ({ close }) => {
        const change = close - slots[0]!;
        slots[0] = close;
        if (Number.isNaN(change)) return;
        out[0] = balanceOf(gains.next(gainOf(change)), losses.next(lossOf(change)));
      },
      fold: ({ close }, [value]) => {
        if (close.length === 0) return;
        value![0] = Number.NaN;
        const losing = stretchBuffer(close.length);
        eachStretch(1, close.length, (from, to) => {
          const gain = value!.subarray(from, to);
          const loss = losing.subarray(0, to - from);
          for (let i = from; i < to; i++) {
            const change = close[i]! - close[i - 1]!;
            gain[i - from] = gainOf(change);
            loss[i - from] = lossOf(change);
          }
          gains.fold(gain, gain);
          losses.fold(loss, loss);
          for (let j = 0; j < gain.length; j++) gain[j] = balanceOf(gain[j]!, loss[j]!);
        });
      },
    };
  },
});

function balanceOf(gain: number, loss: number): number {
  const movement = gain + loss;
  return movement === 0 ? 0 : (100 * (gain - loss)) / movement;
}
