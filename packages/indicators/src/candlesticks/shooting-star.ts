import { defineCandlestick } from '../define-candlestick.ts';
import { isInvertedUmbrella } from '../umbrella-lines.ts';

export const shootingStar = defineCandlestick({
  id: 'shooting-star',
  title: 'Shooting star',
  summary: 'A short body at the low of its bar under a long upper shadow, above the body before.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 5; TA-Lib CDLSHOOTINGSTAR',
  warmup: 11,
  detect: (c) => (isInvertedUmbrella(c) && c.bodyGapsUp(0, 1) ? -1 : 0),
});
