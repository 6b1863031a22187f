import { expect, it } from 'vitest';
import { systemClock } from './system-clock.ts';

it('never comes back before the instant', async () => {
  const instant = systemClock.now() + 15;
  await systemClock.until(instant);
  expect(systemClock.now()).toBeGreaterThanOrEqual(instant);
});

it('comes back at once for an instant that has passed', async () => {
  await expect(systemClock.until(systemClock.now() - 1000)).resolves.toBeUndefined();
});

it('gives up when the signal aborts, before or during the wait', async () => {
  const stop = new AbortController();
  const far = systemClock.until(systemClock.now() + 2 ** 40, stop.signal);
  stop.abort();
  await expect(far).rejects.toThrow(/abort/i);
  await expect(systemClock.until(0, stop.signal)).rejects.toThrow(/abort/i);
});
