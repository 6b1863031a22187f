import { defineCandlestick } from '../define-candlestick.ts';

export const outsideBar = defineCandlestick({
  id: 'outside-bar',
  title: 'Outside bar',
  summary: 'A bar that goes beyond both the high and the low of the bar before; the sign is its colour.',
  source: 'Bulkowski, https://thepatternsite.com (Outside days)',
  warmup: 1,
  detect: (c) => {
    if (!(c.high(0) > c.high(1) && c.low(0) < c.low(1))) return 0;
    return c.isWhite(0) ? 1 : -1;
  },
});
