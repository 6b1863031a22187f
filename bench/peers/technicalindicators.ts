import * as peer from 'technicalindicators';
import { type BatchContender, line, whole } from './contender.ts';

/** technicalindicators 3.1.0. Its columns are walked through the very generator that its streaming is, so there is no second row of it. */
export const TECHNICALINDICATORS: Readonly<Record<string, BatchContender>> = {
  'accumulation-distribution': line((prices) => peer.adl(columnsOf(prices))),
  adx: whole(
    (prices) => peer.adx({ ...columnsOf(prices), period: 14 }),
    (rows) => ({
      adx: rows.map((row) => row?.adx),
      plusDI: rows.map((row) => row?.pdi),
      minusDI: rows.map((row) => row?.mdi),
    }),
  ),
  atr: line((prices) => peer.atr({ ...columnsOf(prices), period: 14 })),
  'awesome-oscillator': line(({ high, low }) => peer.awesomeoscillator({ high, low, fastPeriod: 5, slowPeriod: 34 })),
  bollinger: whole(
    ({ close }) => peer.bollingerbands({ period: 20, stdDev: 2, values: close }),
    (rows) => ({
      upper: rows.map(({ upper }) => upper),
      middle: rows.map(({ middle }) => middle),
      lower: rows.map(({ lower }) => lower),
      percentB: rows.map(({ pb }) => pb),
    }),
  ),
  cci: line((prices) => peer.cci({ ...columnsOf(prices), period: 20 })),
  ema: line(({ close }) => peer.ema({ period: 20, values: close })),
  'force-index': line(({ close, volume }) => peer.forceindex({ close, volume, period: 13 })),
  ichimoku: whole(
    ({ high, low }) =>
      peer.ichimokucloud({ high, low, conversionPeriod: 9, basePeriod: 26, spanPeriod: 52, displacement: 26 }),
    (rows) => ({
      tenkan: rows.map(({ conversion }) => conversion),
      kijun: rows.map(({ base }) => base),
      senkouAUnshifted: rows.map(({ spanA }) => spanA),
      senkouBUnshifted: rows.map(({ spanB }) => spanB),
    }),
  ),
  keltner: whole(
    (prices) =>
      peer.keltnerchannels({ ...columnsOf(prices), maPeriod: 20, atrPeriod: 10, useSMA: false, multiplier: 2 }),
    (rows) => ({
      upper: rows.map(({ upper }) => upper),
      middle: rows.map(({ middle }) => middle),
      lower: rows.map(({ lower }) => lower),
    }),
  ),
  kst: whole(
    ({ close }) => peer.kst({ values: close, ...KST_PERIODS }),
    (rows) => ({ kst: rows.map(({ kst }) => kst), signal: rows.map(({ signal }) => signal) }),
  ),
  macd: whole(
    ({ close }) =>
      peer.macd({
        values: close,
        fastPeriod: 12,
        slowPeriod: 26,
        signalPeriod: 9,
        SimpleMAOscillator: false,
        SimpleMASignal: false,
      }),
    (rows) => ({
      macd: rows.map(({ MACD }) => MACD),
      signal: rows.map(({ signal }) => signal),
      histogram: rows.map(({ histogram }) => histogram),
    }),
  ),
  mfi: line((prices) => peer.mfi({ ...columnsOf(prices), period: 14 })),
  obv: line(({ close, volume }) => peer.obv({ close, volume }), { convention: 'zero' }),
  psar: line(({ high, low }) => peer.psar({ high, low, step: 0.02, max: 0.2 })),
  rma: line(({ close }) => peer.wema({ period: 14, values: close })),
  roc: line(({ close }) => peer.roc({ period: 10, values: close })),
  rsi: line(({ close }) => peer.rsi({ period: 14, values: close })),
  sma: line(({ close }) => peer.sma({ period: 20, values: close })),
  stdev: line(({ close }) => peer.sd({ period: 20, values: close })),
  'stoch-rsi': whole(
    ({ close }) => peer.stochasticrsi({ values: close, rsiPeriod: 14, stochasticPeriod: 14, kPeriod: 3, dPeriod: 3 }),
    (rows) => ({ k: rows.map(({ k }) => k), d: rows.map(({ d }) => d) }),
  ),
  stochastic: whole(
    (prices) => peer.stochastic({ ...columnsOf(prices), period: 14, signalPeriod: 3 }),
    (rows) => ({ k: rows.map(({ k }) => k), d: rows.map(({ d }) => d) }),
    { slowK: 1 },
  ),
  trix: line(({ close }) => peer.trix({ values: close, period: 15 })),
  'true-range': line((prices) => peer.truerange(columnsOf(prices))),
  vwap: whole(
    (prices) => peer.vwap(columnsOf(prices)),
    (vwap) => ({ vwap }),
  ),
  'williams-r': line((prices) => peer.williamsr({ ...columnsOf(prices), period: 14 })),
  wma: line(({ close }) => peer.wma({ period: 20, values: close })),
};

const KST_PERIODS = {
  ROCPer1: 10,
  ROCPer2: 15,
  ROCPer3: 20,
  ROCPer4: 30,
  SMAROCPer1: 10,
  SMAROCPer2: 10,
  SMAROCPer3: 10,
  SMAROCPer4: 15,
  signalPeriod: 9,
};

function columnsOf({ high, low, close, volume }: Readonly<Record<'high' | 'low' | 'close' | 'volume', number[]>>) {
  return { high, low, close, volume };
}
