import { defineCandlestick } from '../define-candlestick.ts';

export const tweezerBottom = defineCandlestick({
  id: 'tweezer-bottom',
  title: 'Tweezer bottom',
  summary: 'A black and then a white bar with equal lows.',
  source:
    'Nison, Japanese Candlestick Charting Techniques (1991), ch. 6; "equal" as TA-Lib sets it (a twentieth of the mean range of five bars)',
  warmup: 6,
  detect: (c) => {
    const equal = !c.exceeds(Math.abs(c.low(0) - c.low(1)), c.equal(1));
    return !c.isWhite(1) && c.isWhite(0) && equal ? 1 : 0;
  },
});
