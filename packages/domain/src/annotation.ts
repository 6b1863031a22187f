import type { Json } from './json.ts';

/** Structure a plugin saw (a pivot, a range, a count, a regime), for the chart. It never enters a decision before it is confirmed. */
export interface Annotation {
  readonly kind: string;
  /** Index of the bar it refers to. */
  readonly at: number;
  /** Index of the bar whose close made it known; never before `at`. */
  readonly confirmedAt: number;
  readonly price?: number;
  readonly label?: string;
  readonly data?: Readonly<Record<string, Json>>;
}
