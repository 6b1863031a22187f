import type { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';
import { badInput, type Fault, faultsOf } from '../operations/bad-input.ts';
import { unkeepableText } from '../operations/unkeepable-text.ts';
import type { GatheredInput } from './read-input.ts';
import { unknownFields } from './unknown-fields.ts';

export interface InputRefusal {
  readonly error: CandorError;
  readonly faults: readonly Fault[];
}

/** Returns what is wrong with an input, everything at once, or undefined. Stricter than the operation itself: unknown fields are refused. */
export function checkInput(schema: z.ZodObject, { raw, misplaced }: GatheredInput): InputRefusal | undefined {
  const unkeepable = unkeepableText(raw);
  if (unkeepable.length > 0) return refusalOf(unkeepable, raw);
  const parsed = schema.safeParse(raw);
  const issues = [...misplaced, ...unknownFields(schema, raw), ...(parsed.success ? [] : parsed.error.issues)];
  return issues.length === 0 ? undefined : refusalOf(issues, raw);
}

function refusalOf(issues: z.core.$ZodIssue[], raw: unknown): InputRefusal {
  const error = new z.ZodError(issues);
  return { error: badInput(error, raw), faults: faultsOf(error, raw) };
}
