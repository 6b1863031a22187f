export interface Measurement {
  /** In the unit of the bench. */
  readonly value: number;
  /** Of everything the work produced: a speed-up that changes it is a bug. */
  readonly fingerprint: string;
}

/** One row of the table. `run` does the work once, timed inside; the runner repeats it. */
export interface Bench {
  readonly id: string;
  readonly unit:
    | 'ns/bar'
    | 'bytes/bar'
    | 'kB'
    | 'relative'
    | 'bars/s'
    | 'requests/s'
    | 'messages/s'
    | 'frames/s'
    | 's'
    | 'ms'
    | 'us'
    | 'ns'
    | 'kB';
  /** What was done and how much of it. */
  readonly work: string;
  run(): Measurement | Promise<Measurement>;
  /** Runs before it counts as warm; 8 unless more code than a loop has to be compiled. */
  readonly warmUpRuns?: number;
  /** Runs that are measured, where not as many as are asked for; one that needs no warming up is the first and only one. */
  readonly runs?: number;
  /** The same work by a library that users would otherwise pick, in the same run. */
  readonly peer?: { readonly name: string; run(): Measurement | Promise<Measurement> };
  /** The same work by several: the fastest whose values are right is the row's peer, and all of them are named below it. */
  readonly peers?: readonly RankedPeer[];
  /** Lets go of what the runs held open. */
  close?(): Promise<void>;
}

export interface RankedPeer {
  readonly name: string;
  run(): Measurement;
  /** Called after it has run. */
  judge(): PeerVerdict;
}

/** Whether a peer's values are the same as ours, and if not, why. */
export interface PeerVerdict {
  /** A peer whose values are wrong has not done the work, however fast. */
  readonly counts: boolean;
  readonly values: string;
}
