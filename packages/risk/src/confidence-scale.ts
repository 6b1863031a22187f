import { z } from 'zod';

/** Whether a rule orders less when the signal is unsure. */
export const ScaleByConfidence = z
  .boolean()
  .default(true)
  .describe('Orders less when the confidence of the signal is below one half.');

/** Returns the factor for a confidence in [0,1]: linear up to 1 at one half (specification 10.1). */
export function confidenceScale(confidence: number): number {
  return Math.min(1, confidence / 0.5);
}
