'use client';

import { useCallback, useRef, useState } from 'react';
import { once, ProblemError } from '@/lib/api/client';

export type StepState = 'waiting' | 'busy' | 'done' | 'failed';

export interface Step {
  readonly title: string;
  /** Does it and returns what came of it, in words. The header makes a repeated request be done once. */
  readonly work: (header: ReturnType<typeof once>) => Promise<string>;
}

export interface StepResult {
  readonly title: string;
  readonly state: StepState;
  /** What came of it, or why it failed. */
  readonly words: string | undefined;
}

/**
 * Does several things one after the other and tells of each what came of it. After a failure the next run goes on where the last one
 * ended; what was done is not done again.
 */
export function useSteps() {
  const [results, setResults] = useState<readonly StepResult[]>([]);
  const done = useRef<ReadonlyMap<string, string>>(new Map());
  const keys = useRef(new Map<string, ReturnType<typeof once>>());

  const run = useCallback(async (steps: readonly Step[]): Promise<boolean> => {
    const told = steps.map(
      ({ title }): StepResult => ({
        title,
        state: done.current.has(title) ? 'done' : 'waiting',
        words: done.current.get(title),
      }),
    );
    const tell = (place: number, state: StepState, words?: string) => {
      const title = told[place]?.title ?? '';
      told[place] = { title, state, words };
      setResults([...told]);
    };
    for (const [place, { title, work }] of steps.entries()) {
      if (done.current.has(title)) continue;
      tell(place, 'busy');
      const header = keys.current.get(title) ?? once();
      keys.current.set(title, header);
      try {
        const words = await work(header);
        done.current = new Map([...done.current, [title, words]]);
        tell(place, 'done', words);
      } catch (error) {
        // A refusal is an answer: what is asked for next is another request. Silence is not, and the same request may be repeated.
        if (error instanceof ProblemError) keys.current.delete(title);
        tell(place, 'failed', error instanceof Error ? error.message : String(error));
        return false;
      }
    }
    return true;
  }, []);
  const reset = useCallback(() => {
    done.current = new Map();
    keys.current.clear();
    setResults([]);
  }, []);
  return {
    results,
    run,
    reset,
    isDone: (title: string) => done.current.has(title),
    isBusy: results.some(({ state }) => state === 'busy'),
    hasFailed: results.some(({ state }) => state === 'failed'),
  };
}
