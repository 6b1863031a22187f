import { momentsOf, ratioToDeviation } from './metrics/moments.ts';
import { returnsFromEquity } from './metrics/return-series.ts';
import type { CostRun, RunToAssess } from './run-to-assess.ts';
import { atSessionCloses, untilRuin } from './session-closes.ts';

/** What a run came to at a multiple of its costs. */
export interface CostFinding {
  readonly multiple: number;
  readonly totalReturn: number;
  /** Null where the returns do not vary. */
  readonly sharpe: number | null;
}

/** Returns what each rerun at other costs came to, in rising order of the costs. */
export function costFindingsOf(
  costRuns: readonly CostRun[],
  { startEquityUsd, session, periodsPerYear }: Pick<RunToAssess, 'startEquityUsd' | 'session' | 'periodsPerYear'>,
): CostFinding[] {
  return costRuns
    .map(({ multiple, equityUsd }) => {
      const { equity } = atSessionCloses(startEquityUsd, equityUsd, session);
      const moments = momentsOf(returnsFromEquity(untilRuin(equity)));
      return {
        multiple,
        totalReturn: equity.at(-1)! / startEquityUsd - 1 + 0,
        sharpe: ratioToDeviation(moments, Math.sqrt(periodsPerYear)).value,
      };
    })
    .toSorted((a, b) => a.multiple - b.multiple);
}
