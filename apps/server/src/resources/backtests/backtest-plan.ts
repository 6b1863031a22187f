import { TIMEFRAMES } from '@candor/domain/timeframe';
import { z } from 'zod';
import { ManifestSchema } from './manifest-schema.ts';

/** A manifest before its data was looked at: sessions may be open ends, and what is derived is left out. */
export const BacktestPlan = z.object({
  ...ManifestSchema.omit({ schema: true, codeVersion: true, data: true, strategy: true }).shape,
  data: z.object({
    symbol: z.string().min(1),
    file: z.string().min(1).nullable(),
    timeframe: z.enum(TIMEFRAMES),
    from: z.string().optional(),
    to: z.string().optional(),
  }),
  strategy: z.object({
    /** Id of a strategy of the catalog, or the path of a person's own. */
    name: z.string().min(1),
    params: ManifestSchema.shape.strategy.shape.params,
  }),
});

export type BacktestPlan = z.infer<typeof BacktestPlan>;
