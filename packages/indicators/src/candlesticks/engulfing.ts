import { defineCandlestick } from '../define-candlestick.ts';

export const engulfing = defineCandlestick({
  id: 'engulfing',
  title: 'Engulfing',
  summary: 'A body that covers the whole of the body before it, of the other colour; one end may be level.',
  source:
    'Nison, Japanese Candlestick Charting Techniques (1991), ch. 4; TA-Lib CDLENGULFING (which says 80 where one end is level)',
  warmup: 2,
  detect: (c) => {
    if (c.isWhite(0) === c.isWhite(1)) return 0;
    const top = c.bodyTop(0);
    const bottom = c.bodyBottom(0);
    const topBefore = c.bodyTop(1);
    const bottomBefore = c.bodyBottom(1);
    const covers = (top >= topBefore && bottom < bottomBefore) || (top > topBefore && bottom <= bottomBefore);
    if (!covers) return 0;
    return c.isWhite(0) ? 1 : -1;
  },
});
