import type { CandleWindow } from '../candle-window.ts';
import { defineCandlestick } from '../define-candlestick.ts';

export const threeWhiteSoldiers = defineCandlestick({
  id: 'three-white-soldiers',
  title: 'Three white soldiers',
  summary:
    'Three rising white bars that each open in or near the body before, close near their high and do not shrink.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 7; TA-Lib CDL3WHITESOLDIERS',
  warmup: 12,
  detect: (c) => {
    for (let ago = 0; ago <= 2; ago++) if (!(c.isWhite(ago) && c.lacksUpperShadow(ago))) return 0;
    if (!(c.close(0) > c.close(1) && c.close(1) > c.close(2)) || !c.hasLongBody(0)) return 0;
    return marchesOn(c, 1) && marchesOn(c, 0) ? 1 : 0;
  },
});

function marchesOn(c: CandleWindow, ago: number): boolean {
  const before = ago + 1;
  const opensNear = c.open(ago) > c.open(before) && !c.exceeds(c.open(ago), c.close(before) + c.near(before));
  return opensNear && c.exceeds(c.body(ago), c.body(before) - c.far(before));
}
