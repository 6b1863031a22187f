import type { OrderRequest } from '@candor/domain/order';

/** What some limits must know beside the account. `undefined` is "not known", and a limit that needs the fact then refuses. */
export interface RiskFacts {
  sector(symbol: string): string | undefined;
  /** Shares or units a day. */
  averageDailyVolume(symbol: string): number | undefined;
  /** Of returns, in [-1,1]; the same for (a,b) and (b,a). */
  correlation(symbol: string, other: string): number | undefined;
  /** Day trades in the latest five sessions, today's included. */
  dayTrades(): number | undefined;
  /** Whether the order would complete a day trade. */
  completesDayTrade(order: OrderRequest): boolean | undefined;
}

/** Knows nothing, so that every limit that needs a fact refuses. */
export const NO_FACTS: RiskFacts = {
  sector: () => undefined,
  averageDailyVolume: () => undefined,
  correlation: () => undefined,
  dayTrades: () => undefined,
  completesDayTrade: () => undefined,
};
