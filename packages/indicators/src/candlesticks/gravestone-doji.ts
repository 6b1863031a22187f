import { defineCandlestick } from '../define-candlestick.ts';

export const gravestoneDoji = defineCandlestick({
  id: 'gravestone-doji',
  title: 'Gravestone doji',
  summary: 'A doji at the low of its bar, with an upper shadow only.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 8; TA-Lib CDLGRAVESTONEDOJI',
  warmup: 10,
  detect: (c) => (c.hasDojiBody(0) && c.lacksLowerShadow(0) && c.hasUpperShadow(0) ? 1 : 0),
});
