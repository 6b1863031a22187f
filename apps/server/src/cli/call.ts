import type { Container } from '../container.ts';
import { invoke } from '../operations/invoke.ts';
import type { Caller, Operation } from '../operations/operation.ts';
import { callRemote } from './remote-call.ts';

/** Where operations of a command run. */
export interface CallPlace {
  readonly container: Container;
  /** Returns the address of the server that owns the data, or undefined when nobody does. */
  readonly findServer: () => Promise<string | undefined>;
  /** Sees to it that jobs are worked on here. */
  readonly beforeJobs: (() => Promise<void>) | undefined;
}

/**
 * Returns the caller of a command. An operation that is mounted on HTTP runs in the server when one owns the data, since nobody else may
 * open it then; every other runs here.
 */
export function createCommandCaller(
  { container, findServer, beforeJobs }: CallPlace,
  signal: AbortSignal,
  progress: Caller['progress'],
): Caller {
  let found: Promise<string | undefined> | undefined;
  const caller: Caller = {
    door: 'cli',
    userId: 'local',
    signal,
    progress,
    call: async (operation, input, ownSignal = signal) => {
      if (operation.http !== undefined) {
        found ??= findServer();
        const server = await found;
        if (server !== undefined) return callRemote(server, operation, input, ownSignal);
      }
      if (operation.needs.some((need) => need === 'jobDesk')) await beforeJobs?.();
      // What an operation may need is a part of the container, whichever part that is.
      return invoke(operation as unknown as Operation<unknown, never>, container, input, {
        ...caller,
        signal: ownSignal,
      });
    },
  };
  return caller;
}
