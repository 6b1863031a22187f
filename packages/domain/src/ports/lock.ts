/** Mutual exclusion by name, across processes where there are several. */
export interface Lock {
  /** Runs `work` while holding the name, or throws `lock.taken` (conflict). The lease ends by itself after `ttlMs` when the holder dies. */
  hold<T>(name: string, ttlMs: number, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
}
