import { defineCandlestick } from '../define-candlestick.ts';

export const dragonflyDoji = defineCandlestick({
  id: 'dragonfly-doji',
  title: 'Dragonfly doji',
  summary: 'A doji at the high of its bar, with a lower shadow only.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 8; TA-Lib CDLDRAGONFLYDOJI',
  warmup: 10,
  detect: (c) => (c.hasDojiBody(0) && c.lacksUpperShadow(0) && c.hasLowerShadow(0) ? 1 : 0),
});
