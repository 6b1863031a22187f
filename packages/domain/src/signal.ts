export interface DirectionalSignal {
  readonly want: 'long' | 'short' | 'flat';
  /** In [0,1]. */
  readonly confidence: number;
  /** P(close after the horizon > now), when the strategy claims one. */
  readonly probabilityUp?: number;
  readonly horizonBars?: number;
  /** Price at which the position is given up. */
  readonly stop?: number;
  /** Prices at which a profit is taken, nearest first. */
  readonly targets?: readonly number[];
  /** Price that proves the idea wrong, whatever the stop. */
  readonly invalidation?: number;
  readonly reasons: readonly string[];
  readonly features?: Readonly<Record<string, number>>;
}

export interface Abstention {
  readonly want: 'abstain';
  /** Stable, in capitals: why there is no opinion. */
  readonly code: string;
  readonly reasons: readonly string[];
  readonly features?: Readonly<Record<string, number>>;
}

/**
 * An opinion. `flat` leaves the position; `abstain` has no opinion, so position and orders stay. A strategy that returns
 * `undefined` instead lets its last opinion stand.
 */
export type Signal = DirectionalSignal | Abstention;

type Opinion = Omit<DirectionalSignal, 'want' | 'reasons'> & { readonly reason: string };

/** Returns the wish to hold a long position. */
export function long({ reason, ...opinion }: Opinion): DirectionalSignal {
  return { want: 'long', ...opinion, reasons: [reason] };
}

/** Returns the wish to hold a short position. */
export function short({ reason, ...opinion }: Opinion): DirectionalSignal {
  return { want: 'short', ...opinion, reasons: [reason] };
}

/** Returns the wish to hold no position. */
export function flat({ reason }: { readonly reason: string }): DirectionalSignal {
  return { want: 'flat', confidence: 1, reasons: [reason] };
}

/** Returns the statement that there is no opinion, and why. */
export function abstain({ code, reason }: { readonly code: string; readonly reason: string }): Abstention {
  return { want: 'abstain', code, reasons: [reason] };
}
