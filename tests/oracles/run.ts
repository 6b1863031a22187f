import { join } from 'node:path';
import { ADAPTERS } from './adapters.ts';
import { loadCases } from './load-cases.ts';
import { NOT_YET } from './not-yet.ts';
import { runCase } from './run-case.ts';

const SHOWN_PER_CASE = 5;

/** `npm run oracles -- DIR`: runs every known-answer file of the folder and exits 1 unless all that is built answers right. */
function main(folder: string): number {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  const skippedByFunction = new Map<string, number>();
  for (const oracleCase of loadCases(folder)) {
    const verdict = runCase(oracleCase, ADAPTERS, NOT_YET);
    counts[verdict.result]++;
    if (verdict.result === 'skipped') {
      skippedByFunction.set(oracleCase.fn, (skippedByFunction.get(oracleCase.fn) ?? 0) + 1);
    }
    if (verdict.result === 'failed') {
      const { id, fn, file } = oracleCase;
      for (const { path, want, got } of verdict.differences.slice(0, SHOWN_PER_CASE)) {
        console.log(`FAILED ${id} (${fn}, ${file}) at ${path || 'the answer'}: want ${want}, got ${got}`);
      }
      const more = verdict.differences.length - SHOWN_PER_CASE;
      if (more > 0) console.log(`FAILED ${id} in ${more} more places`);
    }
  }
  const skipped = [...skippedByFunction].sort(([a], [b]) => a.localeCompare(b));
  if (skipped.length > 0) console.log(`Not built yet: ${skipped.map(([fn, n]) => `${fn} (${n})`).join(', ')}`);
  console.log(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  return counts.failed > 0 ? 1 : 0;
}

try {
  process.exitCode = main(process.argv[2] ?? join(import.meta.dirname, 'cases'));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 2;
}
