/** A position from flat to flat (or to the other side). Its realized results add up, over all trades, to the account's. */
export interface Trade {
  readonly sleeveId: string;
  readonly symbol: string;
  readonly direction: 'long' | 'short';
  /** Largest quantity held, in shares or units. */
  readonly quantity: number;
  readonly entryAt: number;
  /** Average price of all opening fills. */
  readonly entryPrice: number;
  /** Undefined while it is open. */
  readonly exitAt: number | undefined;
  /** Average price of all closing fills; undefined before the first. */
  readonly exitPrice: number | undefined;
  /** Realized, before commissions. */
  readonly grossMicros: number;
  readonly commissionMicros: number;
  readonly slippageMicros: number;
  /** Bars from the entry's to the exit's, or to the last one while it is open. */
  readonly barsHeld: number;
  /** What closed it: a signal, a stop or a target. */
  readonly exitReason: 'signal' | 'stop' | 'target' | undefined;
}
