import { useSyncExternalStore } from 'react';
import type { BacktestTerms } from './backtest-draft';

/** A backtest that was asked for from this page, with what it takes to ask again. */
export interface StartedBacktest {
  readonly jobId: string;
  readonly title: string;
  readonly terms: BacktestTerms;
}

const NONE: readonly StartedBacktest[] = [];
const MOST = 50;
let started: readonly StartedBacktest[] = NONE;
const listeners = new Set<() => void>();

/** Remembers it for as long as the page is open: the server tells of a job, but not what was asked. */
export function rememberStarted(one: StartedBacktest): void {
  change([...started.slice(1 - MOST), one]);
}

/** Takes it from what is shown. */
export function forgetStarted(jobId: string): void {
  change(started.filter((one) => one.jobId !== jobId));
}

/** Returns what was started from here, oldest first. */
export function useStartedBacktests(): readonly StartedBacktest[] {
  return useSyncExternalStore(
    subscribe,
    () => started,
    () => NONE,
  );
}

function change(next: readonly StartedBacktest[]): void {
  started = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
