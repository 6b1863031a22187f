import { defineCandlestick } from '../define-candlestick.ts';
import { isUmbrella } from '../umbrella-lines.ts';

export const hammer = defineCandlestick({
  id: 'hammer',
  title: 'Hammer',
  summary: 'A short body at the top of its bar over a long lower shadow, at or below the low before.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 4; TA-Lib CDLHAMMER',
  warmup: 11,
  detect: (c) => (isUmbrella(c) && !c.exceeds(c.bodyBottom(0), c.low(1) + c.near(1)) ? 1 : 0),
});
