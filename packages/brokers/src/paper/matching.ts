import type { OrderType } from '@candor/domain/order';

/** What one bar does to one order. Reused: read it before the next order is matched. */
export interface MatchResult {
  filled: boolean;
  /** Before slippage and tick rounding; meaningless unless filled. */
  price: number;
  moment: 'open' | 'intrabar';
  /** Whether slippage applies: it does where the order takes what the market gives. */
  slips: boolean;
  /** True once filled, or once a stop has been touched. */
  triggered: boolean;
}

/** The terms matching needs; an order has them, and so has an exit in a table of cases. */
export interface MatchTerms {
  readonly type: OrderType;
  readonly sign: 1 | -1;
  readonly limitPrice: number;
  readonly stopPrice: number;
  /** A stop or stop-limit whose stop was touched on an earlier bar. */
  readonly triggered: boolean;
}

/**
 * Matches an order at the open of a bar (specification 8.3): a market order fills; a limit fills when the open is at it or better;
 * a stop when the open is at it or beyond, and one that was touched before and is still not filled whole is a market order; a stop-limit
 * opened at or beyond its stop is a limit from here on.
 */
export function matchAtOpen(terms: MatchTerms, open: number, result: MatchResult): void {
  result.filled = false;
  result.moment = 'open';
  result.slips = false;
  result.triggered = terms.triggered;
  const { type, sign } = terms;
  if (type === 'market') {
    fill(result, open, true);
  } else if (type === 'stop') {
    if (terms.triggered || sign * (open - terms.stopPrice) >= 0) fill(result, open, true);
  } else if (type === 'limit' || terms.triggered || sign * (open - terms.stopPrice) >= 0) {
    if (type === 'stop-limit') result.triggered = true;
    if (sign * (terms.limitPrice - open) >= 0) fill(result, open, false);
  }
}

/**
 * Matches an order inside a bar whose open did not fill it: a stop is triggered by a touch; a limit needs a trade through it, or a touch
 * with `fillOnTouch`. A stop-limit triggered here fills at its stop when its limit allows that price, else it works as a limit from the next bar.
 */
export function matchInside(
  terms: MatchTerms,
  high: number,
  low: number,
  fillOnTouch: boolean,
  result: MatchResult,
): void {
  result.filled = false;
  result.moment = 'intrabar';
  result.slips = false;
  result.triggered = terms.triggered;
  const { type, sign, limitPrice, stopPrice } = terms;
  if (type === 'limit' || (type === 'stop-limit' && terms.triggered)) {
    const beyond = sign > 0 ? limitPrice - low : high - limitPrice;
    if (beyond > 0 || (fillOnTouch && beyond === 0)) fill(result, limitPrice, false);
  } else if (type === 'stop' || type === 'stop-limit') {
    const touched = sign > 0 ? high >= stopPrice : low <= stopPrice;
    if (!touched) return;
    result.triggered = true;
    if (type === 'stop') fill(result, stopPrice, true);
    else if (sign * (limitPrice - stopPrice) >= 0) fill(result, stopPrice, false);
  }
}

function fill(result: MatchResult, price: number, slips: boolean): void {
  result.filled = true;
  result.price = price;
  result.slips = slips;
  result.triggered = true;
}
