import { defineCandlestick } from '../define-candlestick.ts';

export const darkCloudCover = defineCandlestick({
  id: 'dark-cloud-cover',
  title: 'Dark cloud cover',
  summary: 'A black body that opens above the high of a long white one and closes deep inside its body.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 4; TA-Lib CDLDARKCLOUDCOVER',
  warmup: 11,
  penetration: 0.5,
  detect: (c, penetration) => {
    if (!(c.isWhite(1) && c.hasLongBody(1)) || c.isWhite(0)) return 0;
    const inside = c.close(0) > c.open(1) && c.exceeds(c.close(1) - penetration * c.body(1), c.close(0));
    return c.open(0) > c.high(1) && inside ? -1 : 0;
  },
});
