import { defineCandlestick } from '../define-candlestick.ts';
import { isMorningStar } from '../star-patterns.ts';

export const morningStar = defineCandlestick({
  id: 'morning-star',
  title: 'Morning star',
  summary: 'A long black body, a short one below it, then a white body that closes deep inside the first.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 5; TA-Lib CDLMORNINGSTAR',
  warmup: 12,
  penetration: 0.3,
  detect: (c, penetration) => (!c.hasLongBody(1) && isMorningStar(c, penetration) ? 1 : 0),
});
