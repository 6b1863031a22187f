import { IndicatorsSync } from '@ixjb94/indicators';
import { type BatchContender, inPercent, line, whole } from './contender.ts';

const peer = new IndicatorsSync();

/** @ixjb94/indicators 1.2.4, a port of Tulip Indicators: columns only. */
export const IXJB94: Readonly<Record<string, BatchContender>> = {
  'accumulation-distribution': line(({ high, low, close, volume }) => peer.ad(high, low, close, volume)),
  adx: whole(
    ({ high, low }) => peer.adx(high, low, 14),
    (adx) => ({ adx }),
  ),
  alma: line(({ close }) => peer.alma(close, 9, 0.85, 6)),
  aroon: whole(
    ({ high, low }) => peer.aroon(high, low, 25),
    ([down, up]) => ({ down: down!, up: up! }),
  ),
  atr: line(({ high, low, close }) => peer.atr(high, low, close, 14), { convention: 'tradingview' }),
  'awesome-oscillator': line(({ high, low }) => peer.ao(high, low)),
  'balance-of-power': line(({ open, high, low, close }) => peer.bop(open, high, low, close)),
  bollinger: whole(
    ({ close }) => peer.bbands(close, 20, 2),
    ([lower, middle, upper]) => ({ lower: lower!, middle: middle!, upper: upper! }),
  ),
  cci: line(({ high, low, close }) => peer.cci(high, low, close, 20)),
  'chaikin-money-flow': line(({ high, low, close, volume }) => peer.cmf(high, low, close, volume, 20)),
  'chaikin-oscillator': line(({ high, low, close, volume }) => peer.adosc(high, low, close, volume, 3, 10)),
  'chandelier-exit': whole(
    ({ high, low, close }) => peer.ce(high, low, close, 22, 3),
    ([long, short]) => ({ long: long!, short: short! }),
  ),
  cmo: line(({ close }) => peer.cmo(close, 14), { convention: 'classic' }),
  coppock: line(({ close }) => peer.copp(close, 14, 11)),
  dema: line(({ close }) => peer.dema(close, 20), { convention: 'first' }),
  donchian: whole(
    ({ high, low }) => peer.dc(high, low, 20),
    ([upper, middle, lower]) => ({ upper: upper!, middle: middle!, lower: lower! }),
  ),
  dpo: line(({ close }) => peer.dpo(close, 20)),
  'ease-of-movement': line(({ high, low, volume }) => peer.emv(high, low, volume), { period: 1, scale: 10_000 }),
  ema: line(({ close }) => peer.ema(close, 20), { convention: 'first' }),
  'fisher-transform': whole(
    ({ high, low }) => peer.fisher(high, low, 10),
    ([fisher, trigger]) => ({ fisher: fisher!, trigger: trigger! }),
  ),
  'force-index': line(({ close, volume }) => peer.fi(close, volume, 13)),
  hma: line(({ close }) => peer.hma(close, 20)),
  kama: line(({ close }) => peer.kama(close, 10)),
  keltner: whole(
    ({ high, low, close }) => peer.kc(high, low, close, 20, 2),
    ([lower, middle, upper]) => ({ lower: lower!, middle: middle!, upper: upper! }),
  ),
  klinger: whole(
    ({ high, low, close, volume }) => peer.kvo(high, low, close, volume, 34, 55),
    (oscillator) => ({ oscillator }),
  ),
  kst: whole(
    ({ close }) => peer.kst(close, 10, 15, 20, 30, 10, 10, 10, 15),
    ([kst, signal]) => ({ kst: kst!, signal: signal! }),
  ),
  'linear-regression': whole(
    ({ close }) => [peer.linreg(close, 14), peer.linregintercept(close, 14), peer.linregslope(close, 14)],
    ([value, intercept, slope]) => ({ value: value!, intercept: intercept!, slope: slope! }),
  ),
  macd: whole(
    ({ close }) => peer.macd(close, 12, 26, 9),
    ([macd, signal, histogram]) => ({ macd: macd!, signal: signal!, histogram: histogram! }),
    { convention: 'first' },
  ),
  'mass-index': line(({ high, low }) => peer.mass(high, low, 25)),
  mfi: line(({ high, low, close, volume }) => peer.mfi(high, low, close, volume, 14)),
  momentum: line(({ close }) => peer.mom(close, 10)),
  natr: line(({ high, low, close }) => peer.natr(high, low, close, 14), { convention: 'tradingview' }),
  'negative-volume-index': line(({ close, volume }) => peer.nvi(close, volume)),
  obv: line(({ close, volume }) => peer.obv(close, volume), { convention: 'zero' }),
  'positive-volume-index': line(({ close, volume }) => peer.pvi(close, volume)),
  ppo: line(({ close }) => peer.ppo(close, 12, 26)),
  psar: line(({ high, low }) => peer.psar(high, low, 0.02, 0.2)),
  rma: line(({ close }) => peer.wilders(close, 14)),
  roc: whole(
    ({ close }) => peer.roc(close, 10),
    (value) => ({ value: inPercent(value) }),
  ),
  rsi: line(({ close }) => peer.rsi(close, 14)),
  sma: line(({ close }) => peer.sma(close, 20)),
  stdev: line(({ close }) => peer.stddev(close, 20)),
  'stoch-rsi': whole(
    ({ close }) => peer.stochrsi(close, 14),
    (k) => ({ k: inPercent(k) }),
    { k: 1 },
  ),
  stochastic: whole(
    ({ high, low, close }) => peer.stoch(high, low, close, 14, 3, 3),
    ([k, d]) => ({ k: k!, d: d! }),
  ),
  'stochastic-momentum-index': whole(
    ({ high, low, close }) => peer.smi(high, low, close, 13, 25, 2),
    (smi) => ({ smi }),
  ),
  tema: line(({ close }) => peer.tema(close, 20), { convention: 'first' }),
  trima: line(({ close }) => peer.trima(close, 20)),
  trix: line(({ close }) => peer.trix(close, 15)),
  'true-range': line(({ high, low, close }) => peer.tr(high, low, close)),
  tsi: whole(
    ({ close }) => peer.tsi(close, 25, 13),
    (tsi) => ({ tsi }),
  ),
  'ultimate-oscillator': line(({ high, low, close }) => peer.ultosc(high, low, close, 7, 14, 28)),
  vwma: line(({ close, volume }) => peer.vwma(close, volume, 20)),
  'williams-r': line(({ high, low, close }) => peer.willr(high, low, close, 14)),
  wma: line(({ close }) => peer.wma(close, 20)),
  zlema: line(({ close }) => peer.zlema(close, 20)),
};
