import { z } from 'zod';
import { confidenceScale, ScaleByConfidence } from '../confidence-scale.ts';
import { defineSizing } from '../define-sizing.ts';

/** Specification 10.1, fixedFractional. With a stop some multiple of the average true range away it is sizing by ATR. */
export const fixedFraction = defineSizing({
  id: 'fixed-fraction',
  title: 'Fixed fraction at risk',
  summary: 'Orders so much that being stopped out costs a fixed fraction of capital.',
  params: z.strictObject({
    riskFraction: z
      .number()
      .positive()
      .max(1)
      .default(0.01)
      .meta({ title: 'Capital at risk', unit: 'fraction', description: 'Part of capital that is lost at the stop.' }),
    maxPositionFraction: z.number().positive().nullable().default(1).meta({
      title: 'Largest position',
      unit: 'fraction',
      description: 'Of the capital: a near stop must not make a huge one. Null for none.',
    }),
    scaleByConfidence: ScaleByConfidence,
  }),
  needs: { stop: true, volatility: false },
  create:
    ({ riskFraction, maxPositionFraction, scaleByConfidence }) =>
    ({ equityUsd, price, confidence }, stopDistance) => {
      const atRisk = (equityUsd * riskFraction) / stopDistance;
      const largest = ((maxPositionFraction ?? Number.POSITIVE_INFINITY) * equityUsd) / price;
      return Math.min(atRisk, largest) * (scaleByConfidence ? confidenceScale(confidence) : 1);
    },
});
