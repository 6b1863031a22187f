import { defineCandlestick } from '../define-candlestick.ts';

export const insideBar = defineCandlestick({
  id: 'inside-bar',
  title: 'Inside bar',
  summary: 'A bar whose high and low lie within those of the bar before: the market holds its breath.',
  source: 'Bulkowski, https://thepatternsite.com (Inside days)',
  warmup: 1,
  detect: (c) => (c.high(0) < c.high(1) && c.low(0) > c.low(1) ? 1 : 0),
});
