import { defineCandlestick } from '../define-candlestick.ts';

export const marubozu = defineCandlestick({
  id: 'marubozu',
  title: 'Marubozu',
  summary: 'A long body that is the whole bar, with hardly a shadow; the sign is its colour.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 3; TA-Lib CDLMARUBOZU',
  warmup: 10,
  detect: (c) => {
    if (!(c.hasLongBody(0) && c.lacksUpperShadow(0) && c.lacksLowerShadow(0))) return 0;
    return c.isWhite(0) ? 1 : -1;
  },
});
