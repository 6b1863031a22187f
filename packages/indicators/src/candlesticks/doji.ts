import { defineCandlestick } from '../define-candlestick.ts';

export const doji = defineCandlestick({
  id: 'doji',
  title: 'Doji',
  summary: 'Open and close are nearly the same: a bar that nobody won.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 8; TA-Lib CDLDOJI',
  warmup: 10,
  detect: (c) => (c.hasDojiBody(0) ? 1 : 0),
});
