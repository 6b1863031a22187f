import { setTimeout as wait } from 'node:timers/promises';
import type { Rng } from '@candor/domain/ports/rng';
import type { ServerProcess } from './server-process.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Deaths at random moments, instead of the fixed ones. */
    readonly randomDeaths: { readonly count: number; readonly seed: number } | undefined;
  }
}

/** When a process dies. Each `share` is of the time that its phase takes. */
export interface Moment {
  readonly phase: 'start-up' | 'work' | 'shutdown';
  readonly share: number;
}

export interface Phases {
  /** From the launch until it is ready. */
  readonly startUpMs: number;
  /** After it is ready, as long as a life is let be. */
  readonly workMs: number;
  /** From Ctrl-C to the end of the process. */
  readonly shutdownMs: number;
}

/** Returns a moment of any phase; most die at work, where most can be lost. */
export function randomMoment(rng: Rng): Moment {
  const phase = (['start-up', 'work', 'work', 'work', 'shutdown'] as const)[rng.index(5)]!;
  return { phase, share: rng.next() };
}

/** Kills a process at that moment of its life. What `whenMortal` waits for it is given first. */
export async function strike(
  server: ServerProcess,
  { phase, share }: Moment,
  { startUpMs, workMs, shutdownMs }: Phases,
  whenMortal: () => Promise<void>,
): Promise<void> {
  if (phase === 'start-up') await wait(share * startUpMs);
  else {
    await server.whenReady();
    await whenMortal();
    // The end of one that is at work in full.
    await wait(phase === 'work' ? share * workMs : workMs / 2);
    if (phase === 'shutdown') {
      server.signal('SIGINT');
      await wait(share * shutdownMs);
    }
  }
  await server.kill();
}
