import { CandorError } from '@candor/domain/candor-error';

/** Returns whether the same thing may be tried again. */
export function isRetry(error: unknown): error is CandorError {
  return error instanceof CandorError && error.kind === 'retry';
}
