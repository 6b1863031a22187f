import { CandorError } from '@candor/domain/candor-error';
import { didYouMean } from '@candor/domain/nearest';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { abandonedBaby } from './candlesticks/abandoned-baby.ts';
import { beltHold } from './candlesticks/belt-hold.ts';
import { darkCloudCover } from './candlesticks/dark-cloud-cover.ts';
import { doji } from './candlesticks/doji.ts';
import { dragonflyDoji } from './candlesticks/dragonfly-doji.ts';
import { engulfing } from './candlesticks/engulfing.ts';
import { eveningDojiStar } from './candlesticks/evening-doji-star.ts';
import { eveningStar } from './candlesticks/evening-star.ts';
import { gravestoneDoji } from './candlesticks/gravestone-doji.ts';
import { hammer } from './candlesticks/hammer.ts';
import { hangingMan } from './candlesticks/hanging-man.ts';
import { harami } from './candlesticks/harami.ts';
import { haramiCross } from './candlesticks/harami-cross.ts';
import { highWave } from './candlesticks/high-wave.ts';
import { insideBar } from './candlesticks/inside-bar.ts';
import { invertedHammer } from './candlesticks/inverted-hammer.ts';
import { longLeggedDoji } from './candlesticks/long-legged-doji.ts';
import { marubozu } from './candlesticks/marubozu.ts';
import { morningDojiStar } from './candlesticks/morning-doji-star.ts';
import { morningStar } from './candlesticks/morning-star.ts';
import { outsideBar } from './candlesticks/outside-bar.ts';
import { piercing } from './candlesticks/piercing.ts';
import { shootingStar } from './candlesticks/shooting-star.ts';
import { spinningTop } from './candlesticks/spinning-top.ts';
import { threeBlackCrows } from './candlesticks/three-black-crows.ts';
import { threeInside } from './candlesticks/three-inside.ts';
import { threeOutside } from './candlesticks/three-outside.ts';
import { threeWhiteSoldiers } from './candlesticks/three-white-soldiers.ts';
import { tweezerBottom } from './candlesticks/tweezer-bottom.ts';
import { tweezerTop } from './candlesticks/tweezer-top.ts';
import { accumulationDistribution } from './indicators/accumulation-distribution.ts';
import { adx } from './indicators/adx.ts';
import { alligator } from './indicators/alligator.ts';
import { alma } from './indicators/alma.ts';
import { aroon } from './indicators/aroon.ts';
import { atr } from './indicators/atr.ts';
import { awesomeOscillator } from './indicators/awesome-oscillator.ts';
import { balanceOfPower } from './indicators/balance-of-power.ts';
import { bollinger } from './indicators/bollinger.ts';
import { camarillaPivots } from './indicators/camarilla-pivots.ts';
import { cci } from './indicators/cci.ts';
import { chaikinMoneyFlow } from './indicators/chaikin-money-flow.ts';
import { chaikinOscillator } from './indicators/chaikin-oscillator.ts';
import { chandelierExit } from './indicators/chandelier-exit.ts';
import { choppiness } from './indicators/choppiness.ts';
import { cmo } from './indicators/cmo.ts';
import { connorsRsi } from './indicators/connors-rsi.ts';
import { coppock } from './indicators/coppock.ts';
import { dema } from './indicators/dema.ts';
import { demarkPivots } from './indicators/demark-pivots.ts';
import { donchian } from './indicators/donchian.ts';
import { dpo } from './indicators/dpo.ts';
import { easeOfMovement } from './indicators/ease-of-movement.ts';
import { elderRay } from './indicators/elder-ray.ts';
import { ema } from './indicators/ema.ts';
import { fisherTransform } from './indicators/fisher-transform.ts';
import { forceIndex } from './indicators/force-index.ts';
import { garmanKlass } from './indicators/garman-klass.ts';
import { heikinAshi } from './indicators/heikin-ashi.ts';
import { historicalVolatility } from './indicators/historical-volatility.ts';
import { hma } from './indicators/hma.ts';
import { hurst } from './indicators/hurst.ts';
import { ichimoku } from './indicators/ichimoku.ts';
import { kama } from './indicators/kama.ts';
import { keltner } from './indicators/keltner.ts';
import { klinger } from './indicators/klinger.ts';
import { kst } from './indicators/kst.ts';
import { linearRegression } from './indicators/linear-regression.ts';
import { macd } from './indicators/macd.ts';
import { massIndex } from './indicators/mass-index.ts';
import { mcginley } from './indicators/mcginley.ts';
import { mfi } from './indicators/mfi.ts';
import { momentum } from './indicators/momentum.ts';
import { natr } from './indicators/natr.ts';
import { negativeVolumeIndex } from './indicators/negative-volume-index.ts';
import { obv } from './indicators/obv.ts';
import { parkinson } from './indicators/parkinson.ts';
import { percentRank } from './indicators/percent-rank.ts';
import { pivotPoints } from './indicators/pivot-points.ts';
import { positiveVolumeIndex } from './indicators/positive-volume-index.ts';
import { ppo } from './indicators/ppo.ts';
import { priceVolumeTrend } from './indicators/price-volume-trend.ts';
import { psar } from './indicators/psar.ts';
import { pvo } from './indicators/pvo.ts';
import { rma } from './indicators/rma.ts';
import { roc } from './indicators/roc.ts';
import { rogersSatchell } from './indicators/rogers-satchell.ts';
import { rollingMedian } from './indicators/rolling-median.ts';
import { rsi } from './indicators/rsi.ts';
import { schaffTrendCycle } from './indicators/schaff-trend-cycle.ts';
import { sma } from './indicators/sma.ts';
import { stdev } from './indicators/stdev.ts';
import { stochRsi } from './indicators/stoch-rsi.ts';
import { stochastic } from './indicators/stochastic.ts';
import { stochasticMomentumIndex } from './indicators/stochastic-momentum-index.ts';
import { supertrend } from './indicators/supertrend.ts';
import { t3 } from './indicators/t3.ts';
import { tema } from './indicators/tema.ts';
import { trima } from './indicators/trima.ts';
import { trix } from './indicators/trix.ts';
import { trueRange } from './indicators/true-range.ts';
import { tsi } from './indicators/tsi.ts';
import { ulcerIndex } from './indicators/ulcer-index.ts';
import { ultimateOscillator } from './indicators/ultimate-oscillator.ts';
import { vortex } from './indicators/vortex.ts';
import { vwap } from './indicators/vwap.ts';
import { vwma } from './indicators/vwma.ts';
import { williamsFractal } from './indicators/williams-fractal.ts';
import { williamsR } from './indicators/williams-r.ts';
import { wma } from './indicators/wma.ts';
import { yangZhang } from './indicators/yang-zhang.ts';
import { zScore } from './indicators/z-score.ts';
import { zlema } from './indicators/zlema.ts';

/** Every indicator of the platform, by id. To be here is to be tested, listed and drawn. */
export const indicatorCatalog: readonly IndicatorDefinition[] = [
  abandonedBaby,
  accumulationDistribution,
  adx,
  alligator,
  alma,
  aroon,
  atr,
  awesomeOscillator,
  balanceOfPower,
  beltHold,
  bollinger,
  camarillaPivots,
  cci,
  chaikinMoneyFlow,
  chaikinOscillator,
  chandelierExit,
  choppiness,
  cmo,
  connorsRsi,
  coppock,
  darkCloudCover,
  dema,
  demarkPivots,
  doji,
  donchian,
  dpo,
  dragonflyDoji,
  easeOfMovement,
  elderRay,
  ema,
  engulfing,
  eveningDojiStar,
  eveningStar,
  fisherTransform,
  forceIndex,
  garmanKlass,
  gravestoneDoji,
  hammer,
  hangingMan,
  harami,
  haramiCross,
  heikinAshi,
  highWave,
  historicalVolatility,
  hma,
  hurst,
  ichimoku,
  insideBar,
  invertedHammer,
  kama,
  keltner,
  klinger,
  kst,
  linearRegression,
  longLeggedDoji,
  macd,
  marubozu,
  massIndex,
  mcginley,
  mfi,
  momentum,
  morningDojiStar,
  morningStar,
  natr,
  negativeVolumeIndex,
  obv,
  outsideBar,
  parkinson,
  percentRank,
  piercing,
  pivotPoints,
  positiveVolumeIndex,
  ppo,
  priceVolumeTrend,
  psar,
  pvo,
  rma,
  roc,
  rogersSatchell,
  rollingMedian,
  rsi,
  schaffTrendCycle,
  shootingStar,
  sma,
  spinningTop,
  stdev,
  stochRsi,
  stochastic,
  stochasticMomentumIndex,
  supertrend,
  t3,
  tema,
  threeBlackCrows,
  threeInside,
  threeOutside,
  threeWhiteSoldiers,
  trima,
  trix,
  trueRange,
  tsi,
  tweezerBottom,
  tweezerTop,
  ulcerIndex,
  ultimateOscillator,
  vortex,
  vwap,
  vwma,
  williamsFractal,
  williamsR,
  wma,
  yangZhang,
  zScore,
  zlema,
];

/** Returns the indicator of that id. Throws `indicators.unknown` (not-found) with the nearest known one. */
export function findIndicator(id: string): IndicatorDefinition {
  const found = indicatorCatalog.find((indicator) => indicator.id === id);
  if (found) return found;
  const known = indicatorCatalog.map((indicator) => indicator.id);
  throw new CandorError('indicators.unknown', {
    kind: 'not-found',
    message: `There is no indicator "${id}". ${didYouMean(id, known)}`.trimEnd(),
  });
}
