import { z } from 'zod';
import { CommissionParams } from './commission.ts';

/** What trading costs in the simulator. On by default: a run without costs has to ask for it. */
export const CostParams = z.strictObject({
  slippageBps: z
    .number()
    .min(0)
    .max(1_000)
    .default(5)
    .describe('Price lost on market and stop fills, in hundredths of a percent'),
  commission: CommissionParams.default({ kind: 'per-share', feePerShareUsd: 0.005, minimumUsd: 1, maxFraction: 0.01 }),
});

export type CostParams = z.infer<typeof CostParams>;

export const DEFAULT_COSTS: CostParams = CostParams.parse({});

export const NO_COSTS: CostParams = { slippageBps: 0, commission: { kind: 'bps', bps: 0 } };

/** Returns the same costs multiplied, to show how much of a result they are. */
export function scaleCosts(costs: CostParams, factor: number): CostParams {
  const { commission } = costs;
  return {
    slippageBps: costs.slippageBps * factor,
    commission:
      commission.kind === 'bps'
        ? { kind: 'bps', bps: commission.bps * factor }
        : {
            kind: 'per-share',
            feePerShareUsd: commission.feePerShareUsd * factor,
            minimumUsd: commission.minimumUsd * factor,
            maxFraction: Math.min(1, commission.maxFraction * factor),
          },
  };
}
