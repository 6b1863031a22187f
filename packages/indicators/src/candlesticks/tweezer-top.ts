import { defineCandlestick } from '../define-candlestick.ts';

export const tweezerTop = defineCandlestick({
  id: 'tweezer-top',
  title: 'Tweezer top',
  summary: 'A white and then a black bar with equal highs.',
  source:
    'Nison, Japanese Candlestick Charting Techniques (1991), ch. 6; "equal" as TA-Lib sets it (a twentieth of the mean range of five bars)',
  warmup: 6,
  detect: (c) => {
    const equal = !c.exceeds(Math.abs(c.high(0) - c.high(1)), c.equal(1));
    return c.isWhite(1) && !c.isWhite(0) && equal ? -1 : 0;
  },
});
