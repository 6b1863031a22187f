/** What is held of one instrument. Quantity is signed: short positions are negative. */
export interface Position {
  readonly symbol: string;
  readonly quantity: number;
  /** Average cost in quote currency; 0 when flat. Fees stand beside it, not in it. */
  readonly averagePrice: number;
  /** Latest closed price; NaN before the first bar. Never leaves the room as NaN. */
  readonly lastPrice: number;
}
