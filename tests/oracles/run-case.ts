import type { Adapters } from './adapter.ts';
import { compareCase, type Difference, type Outcome } from './compare.ts';
import type { OracleCase } from './load-cases.ts';

export type Verdict =
  | { readonly result: 'passed' }
  | { readonly result: 'failed'; readonly differences: readonly Difference[] }
  | { readonly result: 'skipped' };

/** Returns how a case went. A function must either be mapped or be listed as not built yet: neither and both are failures. */
export function runCase(oracleCase: OracleCase, adapters: Adapters, notYet: readonly string[]): Verdict {
  const { fn, input, data } = oracleCase;
  const adapter = Object.hasOwn(adapters, fn) ? adapters[fn] : undefined;
  const listed = notYet.includes(fn);
  if (adapter && listed) return failed(`${fn} mapped or listed as not built yet`, 'both: take it off the list');
  if (!adapter) {
    if (listed || oracleCase.optional) return { result: 'skipped' };
    return failed(`${fn} mapped or listed as not built yet`, 'neither');
  }
  let outcome: Outcome;
  try {
    outcome = { returned: adapter(input, data) };
  } catch (error) {
    outcome = { thrown: error };
  }
  const differences = compareCase(oracleCase, outcome);
  return differences.length === 0 ? { result: 'passed' } : { result: 'failed', differences };
}

function failed(want: string, got: string): Verdict {
  return { result: 'failed', differences: [{ path: 'fn', want, got }] };
}
