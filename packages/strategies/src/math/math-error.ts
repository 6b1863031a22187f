import { CandorError } from '@candor/domain/candor-error';

/** Returns the error for a parameter outside its domain. */
export function badParam(message: string): CandorError {
  return new CandorError('strategies.bad-param', { kind: 'invalid', message });
}

/** Returns the error for data that cannot be worked with: not finite, outside [0,1], a state that does not exist. */
export function badInput(message: string): CandorError {
  return new CandorError('strategies.bad-input', { kind: 'invalid', message });
}

/** Returns the error for parallel arrays of different length. */
export function lengthMismatch(message: string): CandorError {
  return new CandorError('strategies.length-mismatch', { kind: 'invalid', message });
}

/** Returns the error for a call that is meaningless as a whole with so little data. */
export function insufficientData(message: string): CandorError {
  return new CandorError('strategies.insufficient-data', { kind: 'invalid', message });
}
