import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import type { Health } from '../health-board.ts';
import { WireInstant } from './wire-values.ts';

/** How the parts of the process are. */
export const WireHealth = z.object({
  isReady: z.boolean(),
  components: z.array(
    z.object({
      name: z.string(),
      state: z.enum(['up', 'degraded', 'down']),
      /** Why it is not as it should be; null where it is. */
      reason: z.string().nullable(),
      since: WireInstant,
    }),
  ),
});

export type WireHealth = z.infer<typeof WireHealth>;

/** Returns how the parts of the process are. */
export function wireHealth({ isReady, components }: Health): WireHealth {
  return {
    isReady,
    components: components.map(({ name, state, reason, since }) => ({
      name,
      state,
      reason: reason ?? null,
      since: isoFromInstant(since),
    })),
  };
}
