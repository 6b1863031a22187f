import { defineCandlestick } from '../define-candlestick.ts';

export const piercing = defineCandlestick({
  id: 'piercing',
  title: 'Piercing line',
  summary: 'A long white body that opens below the low of a long black one and closes above the middle of its body.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 4; TA-Lib CDLPIERCING',
  warmup: 11,
  detect: (c) => {
    if (c.isWhite(1) || !c.isWhite(0) || !c.hasLongBody(1) || !c.hasLongBody(0)) return 0;
    const inside = c.close(0) < c.open(1) && c.exceeds(c.close(0), c.close(1) + 0.5 * c.body(1));
    return c.open(0) < c.low(1) && inside ? 1 : 0;
  },
});
