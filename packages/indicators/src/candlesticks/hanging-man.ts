import { defineCandlestick } from '../define-candlestick.ts';
import { isUmbrella } from '../umbrella-lines.ts';

export const hangingMan = defineCandlestick({
  id: 'hanging-man',
  title: 'Hanging man',
  summary: 'A short body at the top of its bar over a long lower shadow, at or above the high before.',
  source: 'Nison, Japanese Candlestick Charting Techniques (1991), ch. 4; TA-Lib CDLHANGINGMAN',
  warmup: 11,
  detect: (c) => (isUmbrella(c) && !c.exceeds(c.high(1) - c.near(1), c.bodyBottom(0)) ? -1 : 0),
});
