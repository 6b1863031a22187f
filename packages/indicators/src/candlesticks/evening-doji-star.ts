import { defineCandlestick } from '../define-candlestick.ts';
import { isEveningStar } from '../star-patterns.ts';

export const eveningDojiStar = defineCandlestick({
  id: 'evening-doji-star',
  title: 'Evening doji star',
  summary: 'A long white body, a doji above it, then a black body that closes deep inside the first.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 5; TA-Lib CDLEVENINGDOJISTAR',
  warmup: 12,
  penetration: 0.3,
  detect: (c, penetration) => (c.hasDojiBody(1) && isEveningStar(c, penetration) ? -1 : 0),
});
