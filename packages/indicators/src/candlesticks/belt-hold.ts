import { defineCandlestick } from '../define-candlestick.ts';

export const beltHold = defineCandlestick({
  id: 'belt-hold',
  title: 'Belt hold',
  summary: 'A long body that opens at its extreme: at the low and rising, or at the high and falling.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 6; TA-Lib CDLBELTHOLD',
  warmup: 10,
  detect: (c) => {
    if (!c.hasLongBody(0)) return 0;
    if (c.isWhite(0)) return c.lacksLowerShadow(0) ? 1 : 0;
    return c.lacksUpperShadow(0) ? -1 : 0;
  },
});
