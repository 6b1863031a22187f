import type { PeerVerdict } from '../bench.ts';

/**
 * Why a library's values are not ours, by indicator and library, found out one by one: an unexplained difference stops the bench. Another
 * published form of the same indicator counts as the same work; wrong values do not.
 */
export const KNOWN_DIFFERENCES: Readonly<Record<string, Readonly<Record<string, PeerVerdict>>>> = {
  'accumulation-distribution': { technicalindicators: wrong('rounds the sum to whole shares') },
  adx: {
    '@ixjb94/indicators': form('moves up and down that are equal count for nothing, which rounding decides'),
    'trading-signals': form('moves up and down that are equal count for nothing, which rounding decides'),
  },
  alma: { '@ixjb94/indicators': form('the middle of the weights is rounded to a whole bar') },
  aroon: { indicatorts: wrong('counts from the wrong bar') },
  atr: { indicatorts: wrong('a plain mean of the true range, where Wilder smooths') },
  cci: { indicatorts: wrong('the deviation is taken from a moving mean, not from that of the window') },
  'chandelier-exit': { indicatorts: wrong('stands on its average true range') },
  cmo: { '@debut/indicators': wrong('reads a ring buffer as if it were in order') },
  'connors-rsi': { '@debut/indicators': wrong('has no value where the RSI of the streak is 0') },
  coppock: { '@ixjb94/indicators': wrong('ten times the sum, where it should be its weighted average of ten') },
  donchian: { indicatorts: wrong('of the closes, not of highs and lows') },
  dpo: { '@debut/indicators': wrong('reads a ring buffer as if it were in order') },
  ichimoku: { '@debut/indicators': form('the cloud is shifted by 25 bars') },
  kama: { '@debut/indicators': wrong('the change is that of one bar, not of the window') },
  keltner: {
    '@ixjb94/indicators': form('the width is an exponential average of the true range over the one period'),
    indicatorts: wrong('stands on its average true range'),
  },
  klinger: {
    '@ixjb94/indicators': form("force is |2 reach / cm - 1|, Tulip's form"),
    'trading-signals': form("force is |2 reach / cm - 1|, Tulip's form"),
  },
  kst: { '@ixjb94/indicators': wrong('exponential averages, where Pring has plain ones, of a tenth of the sum') },
  mfi: {
    indicatorts: wrong('the sign is that of the change in money flow, not in the typical price'),
    technicalindicators: wrong('rounds to two decimals'),
  },
  'negative-volume-index': { indicatorts: wrong('moves on bars of equal volume too') },
  psar: {
    indicatorts: wrong('turns at other bars'),
    '@debut/indicators': wrong('turns at other bars'),
    'trading-signals': wrong('turns at other bars'),
  },
  rsi: { technicalindicators: wrong('rounds to two decimals') },
  'schaff-trend-cycle': { 'trading-signals': form('two passes of the cycle, where ours is the single one') },
  'stoch-rsi': { technicalindicators: wrong('of an RSI rounded to two decimals') },
  trix: {
    '@ixjb94/indicators': form('relative to the present average, not to the one before'),
    'trading-signals': form('relative to the present average, not to the one before'),
  },
  'ulcer-index': { indicatorts: form('the high is that of the bars before each close, also from outside the window') },
  vwap: {
    indicatorts: form('of a moving window, not of the session'),
    technicalindicators: form('never begins anew with a session'),
    'trading-signals': form('never begins anew with a session'),
  },
  'williams-fractal': { '@debut/indicators': wrong('reads a ring buffer as if it were in order') },
};

function form(difference: string): PeerVerdict {
  return { counts: true, values: `another form: ${difference}` };
}

function wrong(difference: string): PeerVerdict {
  return { counts: false, values: `WRONG: ${difference}` };
}
