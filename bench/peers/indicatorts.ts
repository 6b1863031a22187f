import * as peer from 'indicatorts';
import { type BatchContender, inPercent, line, whole } from './contender.ts';

/** indicatorts 2.2.2: columns only. Its Ichimoku cloud is left out: the time it takes grows with the square of the bars (33 µs a bar at 8,000). */
export const INDICATORTS: Readonly<Record<string, BatchContender>> = {
  'accumulation-distribution': line(({ high, low, close, volume }) => peer.ad(high, low, close, volume)),
  aroon: whole(
    ({ high, low }) => peer.aroon(high, low, { period: 25 }),
    ({ up, down }) => ({ up, down }),
  ),
  atr: line(({ high, low, close }) => peer.atr(high, low, close, { period: 14 }).atrLine, {
    convention: 'tradingview',
  }),
  'awesome-oscillator': line(({ high, low }) => peer.ao(high, low, { fast: 5, slow: 34 })),
  'balance-of-power': line(({ open, high, low, close }) => peer.bop(open, high, low, close)),
  bollinger: whole(
    ({ close }) => peer.bb(close, { period: 20 }),
    ({ upper, middle, lower }) => ({ upper, middle, lower }),
  ),
  cci: line(({ high, low, close }) => peer.cci(high, low, close, { period: 20 })),
  'chaikin-money-flow': line(({ high, low, close, volume }) => peer.cmf(high, low, close, volume, { period: 20 })),
  'chaikin-oscillator': line(
    ({ high, low, close, volume }) => peer.cmo(high, low, close, volume, { fast: 3, slow: 10 }).cmoResult,
  ),
  'chandelier-exit': whole(
    ({ high, low, close }) => peer.ce(high, low, close, { period: 22 }),
    ({ long, short }) => ({ long, short }),
  ),
  dema: line(({ close }) => peer.dema(close, { period: 20 }), { convention: 'first' }),
  donchian: whole(
    ({ close }) => peer.dc(close, { period: 20 }),
    ({ upper, middle, lower }) => ({ upper, middle, lower }),
  ),
  'ease-of-movement': line(({ high, low, volume }) => peer.emv(high, low, volume, { period: 14 }), {
    scale: 100_000_000,
  }),
  ema: line(({ close }) => peer.ema(close, { period: 20 }), { convention: 'first' }),
  'force-index': line(({ close, volume }) => peer.fi(close, volume, { period: 13 })),
  keltner: whole(
    ({ high, low, close }) => peer.kc(high, low, close, { period: 20 }),
    ({ upper, middle, lower }) => ({ upper, middle, lower }),
  ),
  macd: whole(
    ({ close }) => peer.macd(close, { fast: 12, slow: 26, signal: 9 }),
    ({ macdLine, signalLine }) => ({ macd: macdLine, signal: signalLine }),
    { convention: 'first' },
  ),
  'mass-index': line(({ high, low }) => peer.mi(high, low, { emaPeriod: 9, miPeriod: 25 })),
  mfi: line(({ high, low, close, volume }) => peer.mfi(high, low, close, volume, { period: 14 })),
  'negative-volume-index': line(({ close, volume }) => peer.nvi(close, volume, { start: 1000 })),
  obv: line(({ close, volume }) => peer.obv(close, volume), { convention: 'zero' }),
  ppo: whole(
    ({ close }) => peer.ppo(close, { fast: 12, slow: 26, signal: 9 }),
    ({ ppoResult, signal, histogram }) => ({ value: ppoResult, signal, histogram }),
  ),
  'price-volume-trend': line(({ close, volume }) => peer.vpt(close, volume)),
  psar: whole(
    ({ high, low, close }) => peer.psar(high, low, close, { step: 0.02, max: 0.2 }),
    ({ psarResult, trends }) => ({ value: psarResult, direction: trends }),
  ),
  pvo: whole(
    ({ volume }) => peer.pvo(volume, { fast: 12, slow: 26, signal: 9 }),
    ({ pvoResult, signal, histogram }) => ({ value: pvoResult, signal, histogram }),
  ),
  rma: line(({ close }) => peer.rma(close, { period: 14 })),
  roc: line(({ close }) => peer.roc(close, { period: 10 })),
  rsi: line(({ close }) => peer.rsi(close, { period: 14 })),
  sma: line(({ close }) => peer.sma(close, { period: 20 })),
  stdev: line(({ close }) => peer.mstd(close, { period: 20 })),
  stochastic: whole(
    ({ high, low, close }) => peer.stoch(high, low, close, { kPeriod: 14, dPeriod: 3 }),
    ({ k, d }) => ({ k, d }),
    { slowK: 1 },
  ),
  tema: line(({ close }) => peer.tema(close, { period: 20 }), { convention: 'first' }),
  trima: line(({ close }) => peer.trima(close, { period: 20 })),
  trix: whole(
    ({ close }) => peer.trix(close, { period: 15 }),
    (value) => ({ value: inPercent(value) }),
  ),
  'true-range': line(({ high, low, close }) => peer.tr(high, low, close)),
  'ulcer-index': line(({ close }) => peer.ui(close, { period: 14 })),
  vortex: whole(
    ({ high, low, close }) => peer.vortex(high, low, close, { period: 14 }),
    ({ plus, minus }) => ({ plus, minus }),
  ),
  vwap: whole(
    ({ close, volume }) => peer.vwap(close, volume, { period: 14 }),
    (vwap) => ({ vwap }),
  ),
  vwma: line(({ close, volume }) => peer.vwma(close, volume, { period: 20 })),
  'williams-r': line(({ high, low, close }) => peer.willr(high, low, close, { period: 14 })),
};
