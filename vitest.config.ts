import { defineConfig } from 'vitest/config';
import { SummaryReporter } from './tools/summary-reporter.ts';

export default defineConfig({
  resolve: { alias: { '@/': new URL('apps/web/', import.meta.url).pathname } },
  test: {
    include: ['packages/**/*.test.ts', 'apps/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['./tools/fast-check-seed.ts'],
    globalSetup: ['./tools/test-services.ts'],
    provide: {
      // To look for new counterexamples: CANDOR_TEST_SEED=7 npm test
      fastCheckSeed: Number(process.env['CANDOR_TEST_SEED'] ?? 20_130_513),
      // Servers that are there are used as they are; without them the run starts its own.
      postgresUrl: process.env['DATABASE_URL'],
      redisUrl: process.env['REDIS_URL'],
      chromiumPath: process.env['CHROME_PATH'],
    },
    testTimeout: 60_000,
    reporters: ['default', new SummaryReporter({ isCi: process.env['CI'] === 'true' })],
  },
});
