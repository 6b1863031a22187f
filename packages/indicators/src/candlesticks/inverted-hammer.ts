import { defineCandlestick } from '../define-candlestick.ts';
import { isInvertedUmbrella } from '../umbrella-lines.ts';

export const invertedHammer = defineCandlestick({
  id: 'inverted-hammer',
  title: 'Inverted hammer',
  summary: 'A short body at the low of its bar under a long upper shadow, below the body before.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 5; TA-Lib CDLINVERTEDHAMMER',
  warmup: 11,
  detect: (c) => (isInvertedUmbrella(c) && c.bodyGapsDown(0, 1) ? 1 : 0),
});
