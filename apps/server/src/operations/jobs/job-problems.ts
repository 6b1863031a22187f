import { CandorError } from '@candor/domain/candor-error';

export const UNKNOWN_JOB = { code: 'jobs.unknown', kind: 'not-found', when: 'there is no such job' } as const;

/** Returns the error for an id that is no job's. */
export function unknownJob(id: string): CandorError {
  return new CandorError('jobs.unknown', { kind: 'not-found', message: `There is no job "${id}".` });
}
