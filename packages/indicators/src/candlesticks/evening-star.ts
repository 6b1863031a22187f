import { defineCandlestick } from '../define-candlestick.ts';
import { isEveningStar } from '../star-patterns.ts';

export const eveningStar = defineCandlestick({
  id: 'evening-star',
  title: 'Evening star',
  summary: 'A long white body, a short one above it, then a black body that closes deep inside the first.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 5; TA-Lib CDLEVENINGSTAR',
  warmup: 12,
  penetration: 0.3,
  detect: (c, penetration) => (!c.hasLongBody(1) && isEveningStar(c, penetration) ? -1 : 0),
});
