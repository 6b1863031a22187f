import { setTimeout as wait } from 'node:timers/promises';

const LONGEST_WAIT_MS = 120_000;
const BETWEEN_LOOKS_MS = 25;

/** Looks until it is so, and passes on what looking throws. */
export async function until(isSo: () => Promise<boolean> | boolean, longestMs = LONGEST_WAIT_MS): Promise<void> {
  const end = performance.now() + longestMs;
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It was not so within ${longestMs} ms: ${isSo}`);
    await wait(BETWEEN_LOOKS_MS);
  }
}

/** Returns what the work gives as soon as it does not fail any more in a way that is to be waited out. */
export async function eventually<T>(
  work: () => Promise<T>,
  isToBeWaitedOut: (error: unknown) => boolean,
  longestMs = LONGEST_WAIT_MS,
): Promise<T> {
  const end = performance.now() + longestMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!isToBeWaitedOut(error) || performance.now() > end) throw error;
    }
    await wait(BETWEEN_LOOKS_MS);
  }
}
