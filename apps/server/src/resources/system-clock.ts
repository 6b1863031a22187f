import { setTimeout as wait } from 'node:timers/promises';
import type { Clock } from '@candor/domain/ports/clock';

// setTimeout counts milliseconds in 31 bits; a longer wait is made of several.
const LONGEST_WAIT_MS = 2 ** 31 - 1;

/** The clock of the machine, for drivers. */
export const systemClock: Clock = {
  now: () => Date.now(),
  until: async (instantMs, signal) => {
    signal?.throwIfAborted();
    for (let left = instantMs - Date.now(); left > 0; left = instantMs - Date.now()) {
      await wait(Math.min(left, LONGEST_WAIT_MS), undefined, signal ? { signal } : {});
    }
  },
};
