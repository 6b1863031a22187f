import type { RunDocument, Trade } from './run-document';

/** Returns what a closed trade returned on its entry price, before commission; undefined while it is open. */
export function tradeReturn({ direction, entryPrice, exitPrice }: Trade): number | undefined {
  if (exitPrice === null || entryPrice === 0) return undefined;
  return (direction === 'long' ? 1 : -1) * (exitPrice / entryPrice - 1);
}

/** Returns what a closed trade made after commission; undefined while it is open. */
export function tradeProfit({ exitAt, grossUsd, commissionUsd }: Trade): number | undefined {
  return exitAt === null ? undefined : grossUsd - commissionUsd;
}

export interface TradeSum {
  readonly closedUsd: number;
  readonly openUsd: number;
  readonly totalUsd: number;
  /** Closed and open together are what the equity gained, to the cent. */
  readonly ties: boolean;
}

/** Returns what the trades make together, beside what the equity gained. */
export function sumOfTrades({ trades, account }: Pick<RunDocument, 'trades' | 'account'>): TradeSum {
  let closedUsd = 0;
  let openUsd = account.unrealizedUsd;
  for (const trade of trades) {
    const net = trade.grossUsd - trade.commissionUsd;
    if (trade.exitAt === null) openUsd += net;
    else closedUsd += net;
  }
  const totalUsd = account.equityUsd - account.startCashUsd;
  return { closedUsd, openUsd, totalUsd, ties: Math.abs(closedUsd + openUsd - totalUsd) < 0.01 };
}

/** Returns the range that all whiskers share, as fractions of the entry price around 0; undefined where no trade has excursions. */
export function whiskerRange(trades: readonly Trade[]): { readonly low: number; readonly high: number } | undefined {
  let low = 0;
  let high = 0;
  let isKnown = false;
  for (const { worst, best } of trades) {
    if (worst === undefined || best === undefined) continue;
    isKnown = true;
    low = Math.min(low, worst);
    high = Math.max(high, best);
  }
  return isKnown && high > low ? { low, high } : undefined;
}
