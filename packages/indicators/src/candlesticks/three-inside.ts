import { defineCandlestick } from '../define-candlestick.ts';

export const threeInside = defineCandlestick({
  id: 'three-inside',
  title: 'Three inside up or down',
  summary: 'A harami confirmed: the third bar closes beyond the open of the first.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 6; TA-Lib CDL3INSIDE',
  warmup: 12,
  detect: (c) => {
    if (!c.hasLongBody(2) || c.hasLongBody(1)) return 0;
    if (!(c.bodyTop(1) < c.bodyTop(2) && c.bodyBottom(1) > c.bodyBottom(2))) return 0;
    if (c.isWhite(2)) return !c.isWhite(0) && c.close(0) < c.open(2) ? -1 : 0;
    return c.isWhite(0) && c.close(0) > c.open(2) ? 1 : 0;
  },
});
