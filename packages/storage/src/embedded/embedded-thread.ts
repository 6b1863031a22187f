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
  const { worker, ended } = thread;
  let lastCopy = 0;
  const ready = await thread.first('ready', signal);
  return {
    port: ready.kind === 'ready' ? ready.port : undefined,
    lost: ended,
    copy: (target) =>
      new Promise<void>((resolve, reject) => {
        lastCopy += 1;
        const id = lastCopy;
        const listener = (message: FromThread): void => {
          if (!('id' in message) || message.id !== id) return;
          worker.off('message', listener);
          if (message.kind === 'copied') resolve();
          else reject(new Error(message.reason));
        };
        worker.on('message', listener);
        void ended.then((reason) => reject(new Error(reason)));
        post(worker, { kind: 'copy', id, target });
      }),
    close: async () => {
      post(worker, { kind: 'close' });
      // Lost before it was closed, it is recovered when it is opened the next time.
      await thread.first('closed', undefined).catch(() => {});
      await worker.terminate();
    },
  };
}

/** Opens a cluster in a thread and closes it again, which creates it in an empty folder and recovers one that was not closed. */
export async function openOnce(directory: string, signal: AbortSignal | undefined): Promise<void> {
  const thread = spawn({ directory });
  await thread.first('closed', signal);
  await thread.worker.terminate();
}

interface Thread {
  readonly worker: Worker;
  /** Resolves with the reason when the thread has ended. */
  readonly ended: Promise<string>;
  /** Resolves with the first message of a kind. Rejects, with the thread ended, when none will come. */
  first(kind: FromThread['kind'], signal: AbortSignal | undefined): Promise<FromThread>;
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
    if (message.kind !== 'broken' && message.kind !== 'cannot-open') return;
    reason = message.reason;
    void worker.terminate();
  });
  const ended = new Promise<string>((resolve) => worker.once('exit', () => resolve(reason)));
  return {
    worker,
    ended,
    first: (kind, signal) =>
      new Promise((resolve, reject) => {
        const stop = (): void => void worker.terminate();
        const settle = (): void => signal?.removeEventListener('abort', stop);
        signal?.addEventListener('abort', stop);
        if (signal?.aborted) stop();
        worker.on('message', (message: FromThread) => {
          if (message.kind !== kind) return;
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
