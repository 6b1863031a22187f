import { defineCandlestick } from '../define-candlestick.ts';

export const longLeggedDoji = defineCandlestick({
  id: 'long-legged-doji',
  title: 'Long-legged doji',
  summary: 'A doji with at least one shadow longer than its body.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 8; TA-Lib CDLLONGLEGGEDDOJI',
  warmup: 10,
  detect: (c) => (c.hasDojiBody(0) && c.exceeds(Math.max(c.lowerShadow(0), c.upperShadow(0)), c.body(0)) ? 1 : 0),
});
