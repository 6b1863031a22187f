import { adx } from '@candor/indicators/indicators/adx';
import { alligator } from '@candor/indicators/indicators/alligator';
import { aroon } from '@candor/indicators/indicators/aroon';
import { awesomeOscillator } from '@candor/indicators/indicators/awesome-oscillator';
import { balanceOfPower } from '@candor/indicators/indicators/balance-of-power';
import { cci } from '@candor/indicators/indicators/cci';
import { cmo } from '@candor/indicators/indicators/cmo';
import { connorsRsi } from '@candor/indicators/indicators/connors-rsi';
import { coppock } from '@candor/indicators/indicators/coppock';
import { dpo } from '@candor/indicators/indicators/dpo';
import { fisherTransform } from '@candor/indicators/indicators/fisher-transform';
import { heikinAshi } from '@candor/indicators/indicators/heikin-ashi';
import { hurst } from '@candor/indicators/indicators/hurst';
import { ichimoku } from '@candor/indicators/indicators/ichimoku';
import { kst } from '@candor/indicators/indicators/kst';
import { momentum } from '@candor/indicators/indicators/momentum';
import { percentRank } from '@candor/indicators/indicators/percent-rank';
import { ppo } from '@candor/indicators/indicators/ppo';
import { psar } from '@candor/indicators/indicators/psar';
import { roc } from '@candor/indicators/indicators/roc';
import { schaffTrendCycle } from '@candor/indicators/indicators/schaff-trend-cycle';
import { stochRsi } from '@candor/indicators/indicators/stoch-rsi';
import { stochastic } from '@candor/indicators/indicators/stochastic';
import { stochasticMomentumIndex } from '@candor/indicators/indicators/stochastic-momentum-index';
import { supertrend } from '@candor/indicators/indicators/supertrend';
import { trix } from '@candor/indicators/indicators/trix';
import { tsi } from '@candor/indicators/indicators/tsi';
import { ultimateOscillator } from '@candor/indicators/indicators/ultimate-oscillator';
import { vortex } from '@candor/indicators/indicators/vortex';
import { williamsFractal } from '@candor/indicators/indicators/williams-fractal';
import { williamsR } from '@candor/indicators/indicators/williams-r';
import type { Adapters } from './adapter.ts';
import { seriesOf } from './indicators.ts';

/** Sections 1.5 and 1.6: trend and momentum. */
export const MOMENTUM_ADAPTERS: Adapters = {
  'indicators.adx': seriesOf(adx),
  'indicators.aroon': seriesOf(aroon),
  'indicators.psar': seriesOf(psar),
  'indicators.supertrend': seriesOf(supertrend, { mult: 'multiplier' }),
  'indicators.vortex': seriesOf(vortex),
  'indicators.ppo': seriesOf(ppo, { maType: 'average' }),
  'indicators.trix': seriesOf(trix),
  'indicators.ichimoku': seriesOf(ichimoku),
  'indicators.heikinAshi': seriesOf(heikinAshi),
  'indicators.alligator': seriesOf(alligator),
  'indicators.williamsFractal': seriesOf(williamsFractal),
  'indicators.schaffTrendCycle': seriesOf(schaffTrendCycle),
  'indicators.hurst': seriesOf(hurst),
  'indicators.cmo': seriesOf(cmo),
  'indicators.stochastic': seriesOf(stochastic),
  'indicators.stochRsi': seriesOf(stochRsi),
  'indicators.williamsR': seriesOf(williamsR),
  'indicators.cci': seriesOf(cci),
  'indicators.momentum': seriesOf(momentum),
  'indicators.roc': seriesOf(roc),
  'indicators.tsi': seriesOf(tsi),
  'indicators.ultimateOscillator': seriesOf(ultimateOscillator, { a: 'short', b: 'middle', c: 'long' }),
  'indicators.awesomeOscillator': seriesOf(awesomeOscillator),
  'indicators.balanceOfPower': seriesOf(balanceOfPower),
  'indicators.dpo': seriesOf(dpo),
  'indicators.kst': seriesOf(kst),
  'indicators.coppock': seriesOf(coppock, { a: 'long', b: 'short', wma: 'smoothing' }),
  'indicators.fisherTransform': seriesOf(fisherTransform),
  'indicators.connorsRsi': seriesOf(connorsRsi),
  'indicators.stochasticMomentumIndex': seriesOf(stochasticMomentumIndex),
  'indicators.percentRank': seriesOf(percentRank),
};
