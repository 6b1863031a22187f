import { defineCandlestick } from '../define-candlestick.ts';
import { signOfInside } from '../inside-body.ts';

export const haramiCross = defineCandlestick({
  id: 'harami-cross',
  title: 'Harami cross',
  summary: 'A doji within the long body before it; bullish after a black one, bearish after a white one.',
  source:
    'Nison, Japanese Candlestick Charting Techniques (1991), ch. 6; TA-Lib CDLHARAMICROSS (which says 80 where one end is level)',
  warmup: 11,
  detect: (c) => (c.hasLongBody(1) && c.hasDojiBody(0) ? signOfInside(c) : 0),
});
