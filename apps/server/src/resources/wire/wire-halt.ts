import type { Halt } from '@candor/domain/halt';
import { isoFromInstant } from '@candor/domain/time';
import { z } from 'zod';
import { WireInstant } from './wire-values.ts';

/** `entries` lets reducing orders pass; `all` only flattening ones. */
export const WireHalt = z.object({
  level: z.enum(['entries', 'all']),
  code: z.string(),
  reason: z.string(),
  /** Market time. */
  at: WireInstant,
  until: z.enum(['next-session', 'manual']),
});

export type WireHalt = z.infer<typeof WireHalt>;

/** Returns a halt. */
export function wireHalt({ level, code, reason, at, until }: Halt): WireHalt {
  return { level, code, reason, at: isoFromInstant(at), until };
}
