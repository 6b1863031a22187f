import { alma } from '@candor/indicators/indicators/alma';
import { chandelierExit } from '@candor/indicators/indicators/chandelier-exit';
import { choppiness } from '@candor/indicators/indicators/choppiness';
import { dema } from '@candor/indicators/indicators/dema';
import { donchian } from '@candor/indicators/indicators/donchian';
import { garmanKlass } from '@candor/indicators/indicators/garman-klass';
import { historicalVolatility } from '@candor/indicators/indicators/historical-volatility';
import { hma } from '@candor/indicators/indicators/hma';
import { kama } from '@candor/indicators/indicators/kama';
import { keltner } from '@candor/indicators/indicators/keltner';
import { linearRegression } from '@candor/indicators/indicators/linear-regression';
import { massIndex } from '@candor/indicators/indicators/mass-index';
import { mcginley } from '@candor/indicators/indicators/mcginley';
import { natr } from '@candor/indicators/indicators/natr';
import { parkinson } from '@candor/indicators/indicators/parkinson';
import { rogersSatchell } from '@candor/indicators/indicators/rogers-satchell';
import { t3 } from '@candor/indicators/indicators/t3';
import { tema } from '@candor/indicators/indicators/tema';
import { trima } from '@candor/indicators/indicators/trima';
import { ulcerIndex } from '@candor/indicators/indicators/ulcer-index';
import { vwma } from '@candor/indicators/indicators/vwma';
import { wma } from '@candor/indicators/indicators/wma';
import { yangZhang } from '@candor/indicators/indicators/yang-zhang';
import { zlema } from '@candor/indicators/indicators/zlema';
import type { Adapters, OracleInput } from './adapter.ts';
import { seriesOf } from './indicators.ts';
import { booleanIn, fieldsIn } from './read-input.ts';

const ANNUALISED = { annualize: 'periodsPerYear' };

/** Moving averages, volatility and bands of section 1. */
export const AVERAGES_ADAPTERS: Adapters = {
  'indicators.wma': seriesOf(wma),
  'indicators.dema': seriesOf(dema),
  'indicators.tema': seriesOf(tema),
  'indicators.t3': seriesOf(t3, { vFactor: 'volumeFactor' }),
  'indicators.trima': seriesOf(trima),
  'indicators.kama': seriesOf(kama),
  'indicators.hma': seriesOf(hma),
  'indicators.alma': seriesOf(alma),
  'indicators.vwma': seriesOf(vwma),
  'indicators.zlema': seriesOf(zlema),
  'indicators.mcginley': seriesOf(mcginley, { k: 'factor' }),
  'indicators.linearRegression': seriesOf(linearRegression),
  'indicators.natr': seriesOf(natr),
  'indicators.keltner': seriesOf(keltner, { ema: 'period', mult: 'multiplier', atr: 'atrPeriod' }),
  'indicators.donchian': (input) => seriesOf(donchian)(withConvention(input)),
  'indicators.chandelierExit': seriesOf(chandelierExit, { mult: 'multiplier' }),
  'indicators.historicalVolatility': seriesOf(historicalVolatility, ANNUALISED),
  'indicators.parkinson': seriesOf(parkinson, ANNUALISED),
  'indicators.garmanKlass': seriesOf(garmanKlass, ANNUALISED),
  'indicators.rogersSatchell': seriesOf(rogersSatchell, ANNUALISED),
  'indicators.yangZhang': seriesOf(yangZhang, ANNUALISED),
  'indicators.choppiness': seriesOf(choppiness),
  'indicators.ulcerIndex': seriesOf(ulcerIndex),
  'indicators.massIndex': seriesOf(massIndex, { sum: 'period', ema: 'emaPeriod' }),
};

// The cases ask for the channel of the bars before by a switch; here it is one of two conventions.
function withConvention(input: OracleInput): OracleInput {
  const { excludeCurrent, ...opts } = fieldsIn(input, 'opts');
  if (excludeCurrent === undefined) return input;
  const convention = booleanIn({ excludeCurrent }, 'excludeCurrent') ? 'stock-indicators' : 'tradingview';
  return { ...input, opts: { ...opts, convention } };
}
