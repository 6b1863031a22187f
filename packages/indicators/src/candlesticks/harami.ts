import { defineCandlestick } from '../define-candlestick.ts';
import { signOfInside } from '../inside-body.ts';

export const harami = defineCandlestick({
  id: 'harami',
  title: 'Harami',
  summary: 'A short body within the long body before it; bullish after a black one, bearish after a white one.',
  source:
    'Nison, Japanese Candlestick Charting Techniques (1991), ch. 6; TA-Lib CDLHARAMI (which says 80 where one end is level)',
  warmup: 11,
  detect: (c) => (c.hasLongBody(1) && !c.hasLongBody(0) ? signOfInside(c) : 0),
});
