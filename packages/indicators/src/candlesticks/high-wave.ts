import { defineCandlestick } from '../define-candlestick.ts';

export const highWave = defineCandlestick({
  id: 'high-wave',
  title: 'High-wave candle',
  summary: 'A short body between two very long shadows; the sign is its colour.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 8; TA-Lib CDLHIGHWAVE',
  warmup: 10,
  detect: (c) => {
    const veryLong = 2 * c.body(0);
    const waves = c.hasShortBody(0) && c.exceeds(c.upperShadow(0), veryLong) && c.exceeds(c.lowerShadow(0), veryLong);
    if (!waves) return 0;
    return c.isWhite(0) ? 1 : -1;
  },
});
