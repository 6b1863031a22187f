import type { Reporter, TestModule } from 'vitest/node';

/** Closes a test run with the one line `N passed, N failed, N skipped`. Under CI a skip that is not for absent reference data fails. */
export class SummaryReporter implements Reporter {
  readonly #isCi: boolean;

  constructor({ isCi }: { readonly isCi: boolean }) {
    this.#isCi = isCi;
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly unknown[]): void {
    const tally = tallyOf(modules, unhandledErrors.length);
    const unexcused = this.#isCi ? unexcusedSkips(tally.skipped) : [];
    for (const name of unexcused) process.stdout.write(`Skipped where nothing may be: ${name}\n`);
    if (unexcused.length > 0) process.exitCode = 1;
    const failed = tally.failed + unexcused.length;
    process.stdout.write(
      `${tally.passed} passed, ${failed} failed, ${tally.skipped.length - unexcused.length} skipped\n`,
    );
  }
}

interface Tally {
  readonly passed: number;
  readonly failed: number;
  /** Full names. */
  readonly skipped: readonly string[];
}

/** Returns the counts of a run. A file that could not be loaded, an error outside any test and a test that never ended are failures. */
function tallyOf(modules: readonly TestModule[], unhandledErrors: number): Tally {
  let passed = 0;
  let failed = unhandledErrors;
  const skipped: string[] = [];
  for (const module of modules) {
    failed += module.errors().length;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state === 'passed') passed++;
      else if (state === 'skipped') skipped.push(`${module.relativeModuleId} > ${test.fullName}`);
      else failed++;
    }
  }
  return { passed, failed, skipped };
}

/** Returns the skips that are not for reference data that only some machines have. */
function unexcusedSkips(skipped: readonly string[]): readonly string[] {
  return skipped.filter((name) => !name.includes('CANDOR_REFERENCE_DATA'));
}
