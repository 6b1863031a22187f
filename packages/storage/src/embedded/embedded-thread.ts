import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FromThread, ThreadData, ToThread } from './thread-messages.ts';

/** The thread in which the embedded database runs. */
export interface EmbeddedThread {
  /** The port it listens on, where it is one. */
  readonly port: number | undefined;
  /** Resolves with the reason when the thread has ended without being asked to. Until then nobody else may open the directory. */
  readonly lost: Promise<string>;
  /** Copies the cluster as it is at one moment to a folder that does not exist; statements wait meanwhile. */
  copy(target: string): Promise<void>;
  /** Answers what has arrived, closes the database and ends the thread. */
  close(): Promise<void>;
}

// PostgreSQL bounds its own depth at two megabytes of its own stack; with less than this the thread's stack ends before.
const STACK_MB = 32;

/** Starts the thread and returns it once it listens. Throws with the reason when the database cannot be opened. */
export async function startEmbeddedThread(data: ThreadData, signal: AbortSignal | undefined): Promise<EmbeddedThread> {
  const thread = spawn(data);
  const { worker } = thread;
  const requests = new Map<number, { resolve(): void; reject(error: Error): void }>();
  let lastId = 0;
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'copied') requests.get(message.id)?.resolve();
    else if (message.kind === 'not-copied') requests.get(message.id)?.reject(new Error(message.reason));
  });
  const first = await thread.firstOf(['ready'], signal);
  void thread.ended.then((reason) => {
    for (const { reject } of requests.values()) reject(new Error(reason));
  });
  return {
    port: first.kind === 'ready' ? first.port : undefined,
    lost: thread.ended,
    copy: (target) =>
      new Promise<void>((resolve, reject) => {
        lastId += 1;
        requests.set(lastId, { resolve, reject });
        post(worker, { kind: 'copy', id: lastId, target });
      }),
    close: async () => {
      post(worker, { kind: 'close' });
      // Lost before it was closed, it is recovered when it is opened the next time.
      await thread.firstOf(['closed'], undefined).catch(() => {});
      await worker.terminate();
    },
  };
}

/** Opens a cluster in a thread and closes it again, which creates it in an empty folder and recovers one that was not closed. */
export async function openOnce(directory: string, signal: AbortSignal | undefined): Promise<void> {
  const thread = spawn({ directory });
  await thread.firstOf(['closed'], signal);
  await thread.worker.terminate();
}

interface Thread {
  readonly worker: Worker;
  /** Resolves with the reason when the thread has ended. */
  readonly ended: Promise<string>;
  /** Resolves with the first message of these kinds. Rejects, with the thread ended, when it will not come. */
  firstOf(kinds: readonly FromThread['kind'][], signal: AbortSignal | undefined): Promise<FromThread>;
}

function spawn(data: ThreadData): Thread {
  const worker = new Worker(new URL('./embedded-database-thread.ts', import.meta.url), {
    workerData: data,
    resourceLimits: { stackSizeMb: STACK_MB },
    // What the process was started with, such as the kind of its own entry, is not for the thread.
    execArgv: [],
  });
  let reason = 'the thread ended';
  worker.on('error', (error) => {
    reason = error instanceof Error ? error.message : String(error);
  });
  worker.on('message', (message: FromThread) => {
    if (message.kind === 'broken') reason = message.reason;
    if (message.kind === 'broken' || message.kind === 'cannot-open') void worker.terminate();
  });
  const ended = once(worker, 'exit').then(() => reason);
  return {
    worker,
    ended,
    firstOf: (kinds, signal) =>
      new Promise((resolve, reject) => {
        const stop = (): void => void worker.terminate();
        const settle = (): void => signal?.removeEventListener('abort', stop);
        signal?.addEventListener('abort', stop);
        if (signal?.aborted) stop();
        worker.on('message', (message: FromThread) => {
          if (message.kind === 'cannot-open') reason = message.reason;
          if (!kinds.includes(message.kind)) return;
          settle();
          resolve(message);
        });
        void ended.then(() => {
          settle();
          reject(signal?.aborted ? signal.reason : new Error(reason));
        });
      }),
  };
}

function post(worker: Worker, message: ToThread): void {
  worker.postMessage(message);
}
