import fc from 'fast-check';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    readonly fastCheckSeed: number;
  }
}

// The same random cases every time, so that a red run is red for its change and not for its luck.
fc.configureGlobal({ seed: inject('fastCheckSeed') });
