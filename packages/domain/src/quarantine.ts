/** A row that did not pass, kept with its reason; nothing is dropped without one. */
export interface Quarantined {
  /** 1-based line of a file, or 0-based row of a batch; `unit` says which. */
  readonly row: number;
  readonly unit: 'line' | 'row';
  /** Stable, for example `HIGH_BELOW_LOW`. */
  readonly code: string;
  /** Names field, value and rule. */
  readonly reason: string;
  /** The row as it came, for the eye. */
  readonly raw: string;
}

/** A row that passed but deserves a look: an outlier is flagged, never changed. */
export interface Flagged {
  readonly index: number;
  readonly time: number;
  readonly code: string;
  readonly reason: string;
}
