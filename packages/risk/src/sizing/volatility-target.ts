import { z } from 'zod';
import { confidenceScale, ScaleByConfidence } from '../confidence-scale.ts';
import { defineSizing } from '../define-sizing.ts';
import { volatilityWeight } from '../volatility-weight.ts';

/** Specification 10.1, volTarget. */
export const volatilityTarget = defineSizing({
  id: 'volatility-target',
  title: 'Volatility target',
  summary: 'Orders more of what is calm and less of what is wild, so that capital swings by about the target.',
  params: z.strictObject({
    targetVolatility: z
      .number()
      .positive()
      .default(0.15)
      .meta({ unit: 'fraction', description: 'Deviation of the returns of a year.' }),
    maxLeverage: z
      .number()
      .positive()
      .default(1)
      .meta({ title: 'Largest position', unit: 'fraction', description: 'Of the capital.' }),
    scaleByConfidence: ScaleByConfidence,
  }),
  needs: { stop: false, volatility: true },
  create:
    ({ targetVolatility, maxLeverage, scaleByConfidence }) =>
    ({ equityUsd, price, confidence }, _stopDistance, volatility) => {
      const weight = volatilityWeight(targetVolatility, volatility, maxLeverage);
      return ((equityUsd * weight) / price) * (scaleByConfidence ? confidenceScale(confidence) : 1);
    },
});
