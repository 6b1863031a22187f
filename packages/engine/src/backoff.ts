// The first try again is quick, since most failures are a blip; then patience grows, so that a server that is down is not hammered.
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/** Returns how long to wait before trying again after so many failures in a row: 100 ms, doubling up to 5 s. */
export function backoffMs(failures: number): number {
  return Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(failures - 1, 30));
}
