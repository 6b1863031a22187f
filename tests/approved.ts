import type { ApprovedOrder } from '@candor/domain/approved-order';
import type { Instrument } from '@candor/domain/instrument';
import type { OrderIntent, OrderRequest, OrderType, Side, TimeInForce } from '@candor/domain/order';
import { createLimits } from '@candor/risk/limit-catalog';
import { RiskManager } from '@candor/risk/risk-manager';
import { StatedAccount } from '@candor/risk/stated-account';

/** What a test wants to say about an order; the rest is the plainest order there is. */
export interface OrderWish {
  readonly id: string;
  readonly type: OrderType;
  readonly side: Side;
  readonly quantity: number;
  readonly limitPrice?: number | undefined;
  readonly stopPrice?: number | undefined;
  readonly timeInForce?: TimeInForce;
  readonly intent?: OrderIntent;
  readonly allIn?: boolean;
  readonly ocoGroup?: string;
  readonly parentId?: string;
  readonly sleeveId?: string;
  readonly decidedAt?: number;
}

const AMPLE_USD = 5e9;
const ANY_MULTIPLE = 1e9;

/** Returns the order as a risk manager with the widest limits approves it. Throws what it says against it. */
export function approved(instrument: Instrument, wish: OrderWish): ApprovedOrder {
  const order = requestOf(instrument, wish);
  // The last price is put where a stop makes sense, so that a test may place one anywhere.
  const distance = wish.side === 'buy' ? 0.99 : 1.01;
  const lastPrice = wish.stopPrice === undefined ? (wish.limitPrice ?? 100) : wish.stopPrice * distance;
  const account = new StatedAccount({
    type: 'margin',
    cashUsd: AMPLE_USD,
    equityUsd: AMPLE_USD,
    dayStartEquityUsd: AMPLE_USD,
    peakEquityUsd: AMPLE_USD,
    buyingPowerUsd: AMPLE_USD,
    quantities: {},
    lastPrices: { [instrument.symbol]: lastPrice },
    pricedAt: order.decidedAt,
  });
  const review = new RiskManager({ limits: wideLimits() }).review(order, instrument, account, order.decidedAt);
  if (review.ok) return review.order;
  throw new Error(review.refused.denials.map(({ code, message }) => `${code}: ${message}`).join(' '));
}

/** Returns limits that only refuse what makes no sense. */
function wideLimits() {
  return createLimits({
    'known-price': { maxStaleMs: Number.MAX_VALUE },
    'daily-loss': { fraction: 1 },
    'max-position': { fraction: ANY_MULTIPLE },
    'max-gross': { fraction: ANY_MULTIPLE },
    'buying-power': {},
  });
}

function requestOf({ symbol }: Instrument, wish: OrderWish): OrderRequest {
  const terms = {
    clientOrderId: wish.id,
    sleeveId: wish.sleeveId ?? 'sleeve',
    symbol,
    side: wish.side,
    quantity: wish.quantity,
    allIn: wish.allIn ?? false,
    timeInForce: wish.timeInForce ?? 'gtc',
    intent: wish.intent ?? 'enter',
    ocoGroup: wish.ocoGroup,
    parentId: wish.parentId,
    decidedAt: wish.decidedAt ?? 0,
  };
  const { type, limitPrice = Number.NaN, stopPrice = Number.NaN } = wish;
  if (type === 'market') return { ...terms, type, limitPrice: undefined, stopPrice: undefined };
  if (type === 'limit') return { ...terms, type, limitPrice, stopPrice: undefined };
  if (type === 'stop') return { ...terms, type, limitPrice: undefined, stopPrice };
  return { ...terms, type, limitPrice, stopPrice };
}
