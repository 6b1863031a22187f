import { defineConfig, mergeConfig } from 'vitest/config';
import base from './vitest.config.ts';

/** Many deaths at random moments; a run is repeated as far as it can be with the seed that it prints: CANDOR_TEST_SEED=7 npm run test:chaos */
export default mergeConfig(
  base,
  defineConfig({
    test: {
      provide: {
        randomDeaths: { count: 110, seed: Number(process.env['CANDOR_TEST_SEED'] ?? Date.now() % 1_000_000) },
      },
      testTimeout: 3_600_000,
    },
  }),
);
