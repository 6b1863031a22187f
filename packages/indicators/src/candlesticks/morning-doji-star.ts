import { defineCandlestick } from '../define-candlestick.ts';
import { isMorningStar } from '../star-patterns.ts';

export const morningDojiStar = defineCandlestick({
  id: 'morning-doji-star',
  title: 'Morning doji star',
  summary: 'A long black body, a doji below it, then a white body that closes deep inside the first.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 5; TA-Lib CDLMORNINGDOJISTAR',
  warmup: 12,
  penetration: 0.3,
  detect: (c, penetration) => (c.hasDojiBody(1) && isMorningStar(c, penetration) ? 1 : 0),
});
