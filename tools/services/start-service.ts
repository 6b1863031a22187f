import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type ServiceName = 'postgres' | 'redis';

/** A server of one's own on a free port of 127.0.0.1, its data in memory. It ends with the process that started it, however that ends. */
export interface Service {
  readonly url: string;
  /** Kills it as `kill -9` does. */
  kill(): Promise<void>;
  /** Starts it again after a kill, on the same port: PostgreSQL with its data, Redis empty. */
  start(): Promise<void>;
  /** Freezes it: connections stay open and nothing answers. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends it for good. */
  stop(): Promise<void>;
}

/** Starts a server out of the services root and resolves when it answers. */
export async function startService(root: string, name: ServiceName): Promise<Service> {
  const port = await freePort();
  const supervisor = spawn(
    'unshare',
    [...OWN_NAMESPACE, 'bash', SCRIPT, root, name === 'redis' ? 'valkey' : name, String(port)],
    // Not of our process group: Ctrl-C must not take the server from under tests that are still ending.
    { stdio: ['pipe', 'pipe', 'inherit'], detached: true },
  );
  // Writing to one that has ended fails, and so does waiting for its answer, which says it better.
  supervisor.stdin.on('error', () => {});
  const ended = new Promise<{ readonly done: true }>((resolve) => {
    supervisor.on('error', () => resolve({ done: true })).on('close', () => resolve({ done: true }));
  });
  const answers = createInterface({ input: supervisor.stdout })[Symbol.asyncIterator]();
  const answer = async (): Promise<void> => {
    const { done } = await Promise.race([answers.next(), ended]);
    if (done) throw new Error(`The ${name} server for tests on port ${port} ended or could not be started.`);
  };
  const say = async (word: string): Promise<void> => {
    supervisor.stdin.write(`${word}\n`);
    await answer();
  };
  await answer();
  return {
    url: name === 'redis' ? `redis://127.0.0.1:${port}` : `postgres://postgres@127.0.0.1:${port}/postgres`,
    kill: () => say('kill'),
    start: () => say('start'),
    pause: () => say('pause'),
    resume: () => say('resume'),
    stop: async () => {
      supervisor.stdin.end();
      await ended;
    },
  };
}

const OWN_NAMESPACE = ['--mount', '--pid', '--fork', '--kill-child', '--propagation', 'private', '--'];
const SCRIPT = join(import.meta.dirname, '../../scripts/run-service.sh');

/** Returns a port that nobody listens on at this moment. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
