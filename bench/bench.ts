export interface Measurement {
  /** In the unit of the bench. */
  readonly value: number;
  /** Of everything the work produced: a speed-up that changes it is a bug. */
  readonly fingerprint: string;
}

/** One row of the table. `run` does the work once, timed inside; the runner repeats it. */
export interface Bench {
  readonly id: string;
  readonly unit: 'ns/bar' | 'bars/s' | 'requests/s' | 'messages/s' | 'frames/s' | 's' | 'ms' | 'us' | 'ns';
  /** What was done and how much of it. */
  readonly work: string;
  run(): Measurement | Promise<Measurement>;
  /** Runs before it counts as warm; 8 unless more code than a loop has to be compiled. */
  readonly warmUpRuns?: number;
  /** The same work by a library that users would otherwise pick, in the same run. */
  readonly peer?: { readonly name: string; run(): Measurement | Promise<Measurement> };
  /** Lets go of what the runs held open. */
  close?(): Promise<void>;
}
