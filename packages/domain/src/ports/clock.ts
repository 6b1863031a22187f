/** Time is given, never taken. Only drivers and the server hold one; the step reads the time on the bar. */
export interface Clock {
  /** Now, UTC milliseconds. */
  now(): number;
  /** Resolves at the instant, or rejects when the signal aborts. */
  until(instantMs: number, signal?: AbortSignal): Promise<void>;
}
