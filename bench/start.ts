import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Bench, Measurement } from './bench.ts';
import { startServer } from './started-server.ts';

let kept: string | undefined;

/** From the start of the process to its word that it is ready, on the embedded default. */
export const startBenches: readonly Bench[] = [
  {
    id: 'start.first',
    unit: 's',
    work: 'npm start on an empty data directory, until it is ready',
    warmUpRuns: 1,
    run: async () => {
      const directory = mkdtempSync(join(tmpdir(), 'candor-bench-'));
      return start(directory).finally(() => rmSync(directory, { recursive: true }));
    },
  },
  {
    id: 'start.later',
    unit: 's',
    work: 'npm start on a data directory that is there, until it is ready',
    warmUpRuns: 1,
    run: () => {
      kept ??= mkdtempSync(join(tmpdir(), 'candor-bench-'));
      return start(kept);
    },
    close: async () => {
      if (kept !== undefined) rmSync(kept, { recursive: true });
    },
  },
];

async function start(directory: string): Promise<Measurement> {
  const beganAt = performance.now();
  const server = await startServer(directory, { demo: 'on' });
  const value = (performance.now() - beganAt) / 1000;
  const ready = await fetch(`${server.url}/ready`);
  await server.stop();
  return { value, fingerprint: `ready ${ready.status}` };
}
