import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { z } from 'zod';

/** Returns a snapshot as what it was taken from. Throws `indicators.bad-snapshot` (invalid) when it is not one of this machine. */
export function restoreState<State>(machine: string, shape: z.ZodType<State>, state: Json): State {
  const parsed = shape.safeParse(state);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new CandorError('indicators.bad-snapshot', {
    kind: 'invalid',
    message: `This is not a snapshot of ${machine}: ${issue ? `${issue.path.join('.') || 'it'}: ${issue.message}` : 'unreadable'}.`,
  });
}

/** Returns a number as JSON can carry it: null for NaN, and 0 for minus zero, which JSON would turn into 0 behind our back. */
export function jsonNumber(value: number): number | null {
  return Number.isNaN(value) ? null : value + 0;
}
