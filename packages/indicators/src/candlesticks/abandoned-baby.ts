import { defineCandlestick } from '../define-candlestick.ts';

export const abandonedBaby = defineCandlestick({
  id: 'abandoned-baby',
  title: 'Abandoned baby',
  summary: 'A long body, then a doji left alone by a gap on either side, then a body against the first: a reversal.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 5; TA-Lib CDLABANDONEDBABY',
  warmup: 12,
  penetration: 0.3,
  detect: (c, penetration) => {
    if (!(c.hasLongBody(2) && c.hasDojiBody(1) && c.hasLongBody(0))) return 0;
    if (c.isWhite(2) === c.isWhite(0)) return 0;
    const depth = penetration * c.body(2);
    if (c.isWhite(0))
      return c.exceeds(c.close(0), c.close(2) + depth) && c.high(1) < c.low(2) && c.low(0) > c.high(1) ? 1 : 0;
    return c.exceeds(c.close(2) - depth, c.close(0)) && c.low(1) > c.high(2) && c.high(0) < c.low(1) ? -1 : 0;
  },
});
