import type { Schemas } from '@/lib/api/client';

export type OrderBody = Schemas['OrdersPlaceBody'];
export type OrderType = NonNullable<OrderBody['type']>;

/** An order as somebody types it. */
export interface OrderDraft {
  readonly side: OrderBody['side'];
  readonly type: OrderType;
  readonly timeInForce: NonNullable<OrderBody['timeInForce']>;
  readonly quantity: string;
  readonly limitPrice: string;
  readonly stopPrice: string;
  readonly stopLossPrice: string;
  readonly takeProfitPrice: string;
}

export type DraftField = 'quantity' | 'limitPrice' | 'stopPrice' | 'stopLossPrice' | 'takeProfitPrice';

export const EMPTY_DRAFT: OrderDraft = {
  side: 'buy',
  type: 'market',
  timeInForce: 'day',
  quantity: '',
  limitPrice: '',
  stopPrice: '',
  stopLossPrice: '',
  takeProfitPrice: '',
};

export interface Instrument {
  readonly symbol: string;
  readonly tickSize: number;
  readonly lotSize: number;
}

const TITLES: Readonly<Record<DraftField, string>> = {
  quantity: 'Quantity',
  limitPrice: 'Limit price',
  stopPrice: 'Stop price',
  stopLossPrice: 'Stop-loss',
  takeProfitPrice: 'Take-profit',
};

export type Checked =
  | { readonly ok: true; readonly body: OrderBody }
  | { readonly ok: false; readonly faults: Readonly<Partial<Record<DraftField, string>>> };

export function needsLimit(type: OrderType): boolean {
  return type === 'limit' || type === 'stop-limit';
}

export function needsStop(type: OrderType): boolean {
  return type === 'stop' || type === 'stop-limit';
}

/** Returns the order that a draft asks for, or what is wrong with it field by field. Whether it may be sent is for the server to say. */
export function checkDraft(draft: OrderDraft, { symbol, tickSize, lotSize }: Instrument): Checked {
  const faults: Partial<Record<DraftField, string>> = {};
  const take = (field: DraftField, step: number, isAsked: boolean, unit: string): number | undefined => {
    const text = draft[field].trim();
    if (text === '' && !isAsked) return undefined;
    const value = Number(text);
    const title = TITLES[field];
    if (text === '') faults[field] = `"${title}" is missing.`;
    else if (!Number.isFinite(value) || value <= 0) faults[field] = `"${title}" must be a number above 0.`;
    else if (!isMultiple(value, step)) faults[field] = `"${title}" must be in ${unit} of ${step}.`;
    else return value;
    return undefined;
  };
  const quantity = take('quantity', lotSize, true, 'lots');
  const limitPrice = needsLimit(draft.type) ? take('limitPrice', tickSize, true, 'ticks') : undefined;
  const stopPrice = needsStop(draft.type) ? take('stopPrice', tickSize, true, 'ticks') : undefined;
  const stopLossPrice = take('stopLossPrice', tickSize, false, 'ticks');
  const takeProfitPrice = take('takeProfitPrice', tickSize, false, 'ticks');
  if (quantity === undefined || Object.keys(faults).length > 0) return { ok: false, faults };
  return {
    ok: true,
    body: {
      symbol,
      side: draft.side,
      quantity,
      type: draft.type,
      timeInForce: draft.timeInForce,
      ...(limitPrice === undefined ? {} : { limitPrice }),
      ...(stopPrice === undefined ? {} : { stopPrice }),
      ...(stopLossPrice === undefined ? {} : { stopLossPrice }),
      ...(takeProfitPrice === undefined ? {} : { takeProfitPrice }),
    },
  };
}

function isMultiple(value: number, step: number): boolean {
  // No step: any price will do.
  if (step === 0) return true;
  const steps = value / step;
  return Math.abs(steps - Math.round(steps)) < 1e-6;
}
