import type { OrderRequest } from './order.ts';

/** One broken limit: its code, the sentence for people, and the numbers that were compared. */
export interface Denial {
  /** In capitals and stable, for example `MAX_POSITION`. */
  readonly code: string;
  readonly message: string;
  readonly numbers: Readonly<Record<string, number>>;
}

/** An order that risk turned down, with every reason, in the order the limits are checked. */
export interface Refusal {
  readonly order: OrderRequest;
  readonly denials: readonly [Denial, ...Denial[]];
}
