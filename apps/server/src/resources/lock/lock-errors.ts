import { CandorError } from '@candor/domain/candor-error';

export function lockTaken(name: string): CandorError {
  return new CandorError('lock.taken', {
    kind: 'conflict',
    message: `${name} is being worked on already. Try again when that has ended.`,
  });
}

export function lockUnavailable(name: string, cause: unknown): CandorError {
  return new CandorError('lock.unavailable', {
    kind: 'retry',
    message: `Whether ${name} is being worked on cannot be known while Redis is away. Try again in a moment.`,
    cause,
  });
}

export function lockLost(name: string): CandorError {
  return new CandorError('lock.lost', {
    kind: 'retry',
    message: `The lock on ${name} ran out before the work had ended, so somebody else may have begun it. Try again.`,
  });
}
