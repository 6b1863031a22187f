import type { CandleWindow } from '../candle-window.ts';
import { defineCandlestick } from '../define-candlestick.ts';

export const threeBlackCrows = defineCandlestick({
  id: 'three-black-crows',
  title: 'Three black crows',
  summary: 'After a white bar, three falling black ones that each open in the body before and close near their low.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 6; TA-Lib CDL3BLACKCROWS',
  warmup: 13,
  detect: (c) => {
    if (!c.isWhite(3) || c.isWhite(2) || c.isWhite(1) || c.isWhite(0)) return 0;
    for (let ago = 0; ago <= 2; ago++) if (!c.lacksLowerShadow(ago)) return 0;
    const falls = c.high(3) > c.close(2) && c.close(2) > c.close(1) && c.close(1) > c.close(0);
    return falls && opensInside(c, 1) && opensInside(c, 0) ? -1 : 0;
  },
});

function opensInside(c: CandleWindow, ago: number): boolean {
  return c.open(ago) < c.open(ago + 1) && c.open(ago) > c.close(ago + 1);
}
