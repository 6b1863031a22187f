/** How far a computation is. */
export interface ComputeStep {
  readonly done: number;
  readonly total: number;
  /** What is being counted, in words: `bars`. */
  readonly of: string;
}
