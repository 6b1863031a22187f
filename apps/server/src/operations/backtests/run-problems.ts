import { CandorError } from '@candor/domain/candor-error';
import type { Repositories, RunRow } from '@candor/domain/ports/repositories';
import { z } from 'zod';

/** The field by which every operation on a run names it. */
export const RunId = z.string().min(1).max(80).describe('Which run.');

export const UNKNOWN_RUN = { code: 'backtests.unknown', kind: 'not-found', when: 'there is no such run' } as const;

/** Returns the run with that id. Throws `backtests.unknown` (not-found). */
export async function findRun({ runs }: Repositories, id: string): Promise<RunRow> {
  const run = await runs.find(id);
  if (run) return run;
  throw unknownRun(id);
}

export function unknownRun(id: string): CandorError {
  return new CandorError('backtests.unknown', {
    kind: 'not-found',
    message: `There is no backtest "${id}": it was never finished, or it was deleted.`,
  });
}
