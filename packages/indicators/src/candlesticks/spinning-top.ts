import { defineCandlestick } from '../define-candlestick.ts';

export const spinningTop = defineCandlestick({
  id: 'spinning-top',
  title: 'Spinning top',
  summary: 'A short body between two shadows longer than it; the sign is its colour.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 3; TA-Lib CDLSPINNINGTOP',
  warmup: 10,
  detect: (c) => {
    const spins = c.hasShortBody(0) && c.exceeds(c.upperShadow(0), c.body(0)) && c.exceeds(c.lowerShadow(0), c.body(0));
    if (!spins) return 0;
    return c.isWhite(0) ? 1 : -1;
  },
});
