export type Side = 'buy' | 'sell';
export type TimeInForce = 'day' | 'gtc';

/** Why the order exists: to open or add, to close, or to protect what is held. */
export type OrderIntent = 'enter' | 'exit' | 'protect';

interface OrderTerms {
  /** Unique in the account and made by us: sending it twice is sending it once. */
  readonly clientOrderId: string;
  readonly sleeveId: string;
  readonly symbol: string;
  readonly side: Side;
  /** Shares or units, above 0. With `allIn` it is the estimate at the decision; the fill decides. */
  readonly quantity: number;
  /** The quantity is found at the fill, as what the cash then buys, and reviewed again. */
  readonly allIn: boolean;
  readonly timeInForce: TimeInForce;
  readonly intent: OrderIntent;
  /** Orders of one group cancel each other when one of them fills. */
  readonly ocoGroup: string | undefined;
  /** The entry this order protects: it sleeps until that fills, and takes the filled quantity. */
  readonly parentId: string | undefined;
  /** Market time of the decision, UTC milliseconds. */
  readonly decidedAt: number;
}

/** What a session asks risk to review. Every kind has every field, so the matching loop sees one shape. */
export type OrderRequest = OrderTerms &
  (
    | { readonly type: 'market'; readonly limitPrice: undefined; readonly stopPrice: undefined }
    | { readonly type: 'limit'; readonly limitPrice: number; readonly stopPrice: undefined }
    | { readonly type: 'stop'; readonly limitPrice: undefined; readonly stopPrice: number }
    | { readonly type: 'stop-limit'; readonly limitPrice: number; readonly stopPrice: number }
  );

export type OrderType = OrderRequest['type'];

/** Returns +1 for a buy and -1 for a sell. */
export function signOf(side: Side): 1 | -1 {
  return side === 'buy' ? 1 : -1;
}
