import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './tools/summary-reporter.ts';

export default defineConfig({
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['./tools/fast-check-seed.ts'],
    // To look for new counterexamples: CANDOR_TEST_SEED=7 npm test
    provide: { fastCheckSeed: Number(process.env['CANDOR_TEST_SEED'] ?? 20_130_513) },
    testTimeout: 60_000,
    reporters: ['default', new SummaryReporter({ isCi: process.env['CI'] === 'true' })],
  },
});
