import { defineCandlestick } from '../define-candlestick.ts';

export const threeOutside = defineCandlestick({
  id: 'three-outside',
  title: 'Three outside up or down',
  summary: 'An engulfing confirmed: the third bar closes beyond the second.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 4; TA-Lib CDL3OUTSIDE',
  warmup: 3,
  detect: (c) => {
    if (c.isWhite(1) === c.isWhite(2)) return 0;
    if (!(c.bodyTop(1) > c.bodyTop(2) && c.bodyBottom(1) < c.bodyBottom(2))) return 0;
    if (c.isWhite(1)) return c.close(0) > c.close(1) ? 1 : 0;
    return c.close(0) < c.close(1) ? -1 : 0;
  },
});
