import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { CandorError } from '@candor/domain/candor-error';
import { Piscina } from 'piscina';
import type { ComputeStep } from './compute-step.ts';
import type {
  ComputeReply,
  ComputeRequest,
  ComputeTaskName,
  ComputeTasks,
  ComputeThreadSettings,
  ThreadError,
  ThreadMessage,
} from './compute-task.ts';

export interface ComputeOptions {
  /** Ends the thread that is at it, whatever it is doing; the promise rejects with the reason. */
  readonly signal: AbortSignal;
  readonly onProgress?: (step: ComputeStep) => void;
}

/** Runs heavy work in threads of its own, so that the main loop stays free. */
export interface ComputePool {
  readonly threads: number;
  /** Tasks running and waiting for a thread. */
  readonly load: { readonly running: number; readonly waiting: number };
  /** Throws what the task throws, and `compute.thread-died` (retry) when its thread does not live to answer. */
  run<Name extends ComputeTaskName>(
    name: Name,
    input: ComputeTasks[Name]['input'],
    options: ComputeOptions,
  ): Promise<ComputeTasks[Name]['output']>;
  /** Ends every thread; what still runs is rejected. */
  close(): Promise<void>;
}

export interface ComputePoolSettings extends ComputeThreadSettings {
  /** One less than there are cores otherwise, and at least one. */
  readonly threads?: number | undefined;
  /** How large a thread's heap may grow. */
  readonly maxHeapMb?: number | undefined;
  /** How long a thread waits for more work before it ends and gives its memory back. */
  readonly idleMs?: number | undefined;
}

const ENTRY = fileURLToPath(new URL('../workers/compute.ts', import.meta.url));

/** Returns a pool whose threads start when they are first needed. */
export function createComputePool(settings: ComputePoolSettings): ComputePool {
  const { home, workingDirectory, maxHeapMb = 2048, idleMs = 30_000 } = settings;
  const threads = settings.threads ?? Math.max(1, availableParallelism() - 1);
  const piscina = new Piscina({
    filename: ENTRY,
    workerData: { home, workingDirectory } satisfies ComputeThreadSettings,
    minThreads: 0,
    maxThreads: threads,
    idleTimeout: idleMs,
    resourceLimits: { maxOldGenerationSizeMb: maxHeapMb },
    // Between tasks a thread would block in Atomics.wait, where a strategy's own timers and imports stand still.
    atomics: 'disabled',
  });
  // Tasks that no thread has taken yet, each with what gives it up.
  const unbegun = new Set<AbortController>();
  // A thread died without a task. When that was while it started, Piscina would keep the task it was started for without end.
  piscina.on('error', (error: unknown) => {
    for (const task of unbegun) task.abort(threadDied(error, maxHeapMb));
  });
  const turns = createTurns(threads);
  const closing = new AbortController();

  return {
    threads,
    get load() {
      return turns.load();
    },
    run: async (name, input, { signal, onProgress }) => {
      const wanted = AbortSignal.any([signal, closing.signal]);
      // Piscina hands a waiting task to a new thread only when another one comes, so no task waits inside it.
      await turns.take(wanted);
      const task = new AbortController();
      const given = AbortSignal.any([wanted, task.signal]);
      unbegun.add(task);
      const { port1, port2 } = new MessageChannel();
      port1.on('message', (message: ThreadMessage) => {
        if (message === 'begun') unbegun.delete(task);
        else onProgress?.(message);
      });
      try {
        const request = { name, input, port: port2 } satisfies ComputeRequest<typeof name>;
        const reply: ComputeReply<typeof name> = await piscina
          .run(request, { transferList: [port2], signal: given })
          .catch((error: unknown) => {
            given.throwIfAborted();
            throw threadDied(error, maxHeapMb);
          });
        if (!reply.ok) throw errorOf(reply.error);
        return reply.output;
      } finally {
        unbegun.delete(task);
        port1.close();
        turns.giveBack();
      }
    },
    close: async () => {
      closing.abort(
        new CandorError('compute.closed', { kind: 'retry', message: 'The server is stopping. Run it again.' }),
      );
      await piscina.destroy();
    },
  };
}

function threadDied(cause: unknown, maxHeapMb: number): CandorError {
  const isOutOfMemory = cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';
  return new CandorError('compute.thread-died', {
    kind: 'retry',
    message: isOutOfMemory
      ? `The computation needed more than the ${maxHeapMb} MB a thread may have.`
      : 'The thread that computed this ended before it was done.',
    cause,
  });
}

function errorOf({ name, message, stack, code, kind }: ThreadError): Error {
  const error = code && kind ? new CandorError(code, { kind, message }) : new Error(message);
  if (!(error instanceof CandorError)) error.name = name;
  // The place it happened in the thread, for the log.
  if (stack !== undefined) error.stack = stack;
  return error;
}

/** First come, first served: so many at a time. */
function createTurns(places: number) {
  let running = 0;
  const waiting = new Set<() => void>();
  return {
    load: () => ({ running, waiting: waiting.size }),
    take: async (signal: AbortSignal): Promise<void> => {
      signal.throwIfAborted();
      if (running < places) {
        running++;
        return;
      }
      await new Promise<void>((resolve, reject) => {
        const begin = (): void => {
          signal.removeEventListener('abort', leave);
          resolve();
        };
        const leave = (): void => {
          waiting.delete(begin);
          reject(signal.reason);
        };
        waiting.add(begin);
        signal.addEventListener('abort', leave, { once: true });
      });
    },
    giveBack: (): void => {
      const [next] = waiting;
      // The place goes straight to the next, so nobody who comes now can take it in between.
      if (next === undefined) running--;
      else {
        waiting.delete(next);
        next();
      }
    },
  };
}
