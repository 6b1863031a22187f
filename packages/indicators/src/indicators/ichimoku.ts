import { z } from 'zod';
import { defineIndicator } from '../define-indicator.ts';
import { DelayLine } from '../delay-line.ts';
import { periodParam } from '../period.ts';
import { RollingRange } from '../rolling-range.ts';

/**
 * Middles (highest high + lowest low) / 2 of three windows. The cloud is drawn `shift` bars later: its value at a bar is the one reckoned
 * so many bars before it, and the unshifted lines are what is known today of the cloud ahead. There is no chikou: it is today's close
 * drawn in the past, which nothing but a picture may use.
 */
export const ichimoku = defineIndicator({
  id: 'ichimoku',
  title: 'Ichimoku cloud',
  summary: 'Middles of the ranges of three windows, two of them drawn ahead as a cloud.',
  source: 'Hosoda, Ichimoku Kinko Hyo (1969); Stock.Indicators ToIchimoku',
  inputs: ['high', 'low'],
  params: z.strictObject({
    tenkan: periodParam(9),
    kijun: periodParam(26),
    senkouB: periodParam(52),
    shift: periodParam(26, { min: 0 }),
  }),
  outputs: [
    { name: 'tenkan', title: 'Tenkan-sen', unit: 'price', pane: 'price' },
    { name: 'kijun', title: 'Kijun-sen', unit: 'price', pane: 'price' },
    { name: 'senkouA', title: 'Senkou span A', unit: 'price', pane: 'price' },
    { name: 'senkouB', title: 'Senkou span B', unit: 'price', pane: 'price' },
    { name: 'senkouAUnshifted', title: 'Senkou span A, as reckoned today', unit: 'price', pane: 'price' },
    { name: 'senkouBUnshifted', title: 'Senkou span B, as reckoned today', unit: 'price', pane: 'price' },
  ],
  warmup: ({ tenkan, kijun, senkouB, shift }) => {
    const spanA = Math.max(tenkan, kijun) - 1;
    const spanB = senkouB - 1;
    return [tenkan - 1, kijun - 1, spanA + shift, spanB + shift, spanA, spanB];
  },
  create: ({ tenkan, kijun, senkouB, shift }, out) => {
    const parts = {
      tenkan: new RollingRange(tenkan),
      kijun: new RollingRange(kijun),
      span: new RollingRange(senkouB),
      pastA: new DelayLine(shift),
      pastB: new DelayLine(shift),
    };
    return {
      parts,
      push: ({ high, low }) => {
        parts.tenkan.add(high, low);
        parts.kijun.add(high, low);
        parts.span.add(high, low);
        const quick = (parts.tenkan.highest + parts.tenkan.lowest) / 2;
        const base = (parts.kijun.highest + parts.kijun.lowest) / 2;
        const spanB = (parts.span.highest + parts.span.lowest) / 2;
        const spanA = (quick + base) / 2;
        out[0] = quick;
        out[1] = base;
        out[2] = parts.pastA.next(spanA);
        out[3] = parts.pastB.next(spanB);
        out[4] = spanA;
        out[5] = spanB;
      },
      fold: ({ high, low, length }, [quick, base, spanA, spanB, spanANow, spanBNow]) => {
        const lowest = spanA!;
        foldMiddle(parts.tenkan, high, low, quick!, lowest);
        foldMiddle(parts.kijun, high, low, base!, lowest);
        foldMiddle(parts.span, high, low, spanBNow!, lowest);
        for (let i = 0; i < length; i++) spanANow![i] = (quick![i]! + base![i]!) / 2;
        delay(spanANow!, spanA!, shift);
        delay(spanBNow!, spanB!, shift);
      },
    };
  },
});

function foldMiddle(
  range: RollingRange,
  high: Float64Array,
  low: Float64Array,
  out: Float64Array,
  scratch: Float64Array,
): void {
  range.fold(high, low, out, scratch);
  for (let i = 0; i < out.length; i++) out[i] = (out[i]! + scratch[i]!) / 2;
}

function delay(values: Float64Array, out: Float64Array, bars: number): void {
  const shift = Math.min(bars, values.length);
  out.fill(Number.NaN, 0, shift);
  out.set(values.subarray(0, values.length - shift), shift);
}
