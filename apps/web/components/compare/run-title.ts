import { paramsInBrief } from '../report/run-document';
import type { ComparedRun } from './use-comparison';

/** Returns what tells a run from the others: AAPL sma-crossover, fast 10, slow 30. */
export function runTitle({ headline, strategy }: ComparedRun): string {
  const params = paramsInBrief(strategy.params);
  const isShort = params.length <= 48;
  return `${headline.symbol} ${headline.strategy}${params === '' || !isShort ? '' : `, ${params}`}`;
}
