import { CandorError } from '@candor/domain/candor-error';
import { didYouMean } from '@candor/domain/nearest';
import type { IndicatorDefinition } from '@candor/domain/ports/indicator';
import { atr } from './indicators/atr.ts';
import { bollinger } from './indicators/bollinger.ts';
import { ema } from './indicators/ema.ts';
import { macd } from './indicators/macd.ts';
import { rma } from './indicators/rma.ts';
import { rsi } from './indicators/rsi.ts';
import { sma } from './indicators/sma.ts';
import { stdev } from './indicators/stdev.ts';
import { trueRange } from './indicators/true-range.ts';

/** Every indicator of the platform, by id. To be here is to be tested, listed and drawn. */
export const indicatorCatalog: readonly IndicatorDefinition[] = [
  atr,
  bollinger,
  ema,
  macd,
  rma,
  rsi,
  sma,
  stdev,
  trueRange,
];

/** Returns the indicator of that id. Throws `indicators.unknown` (not-found) with the nearest known one. */
export function findIndicator(id: string): IndicatorDefinition {
  const found = indicatorCatalog.find((indicator) => indicator.id === id);
  if (found) return found;
  const known = indicatorCatalog.map((indicator) => indicator.id);
  throw new CandorError('indicators.unknown', {
    kind: 'not-found',
    message: `There is no indicator "${id}". ${didYouMean(id, known)}`,
  });
}
