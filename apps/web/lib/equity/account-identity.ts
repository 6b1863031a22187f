export interface AccountIdentity {
  readonly cashUsd: number;
  readonly longUsd: number;
  /** What is owed for shares sold short, as a positive amount. */
  readonly shortUsd: number;
  readonly equityUsd: number;
  /** What the parts say that the whole does not. */
  readonly differenceUsd: number;
  readonly ties: boolean;
}

const HALF_A_CENT = 0.005;

/** Returns whether cash and positions make up the equity to the cent; undefined where a position has no price, so that nobody knows. */
export function accountIdentity(
  account: { readonly cashUsd: number; readonly equityUsd: number },
  positions: readonly { readonly quantity: number; readonly marketValueUsd: number | null }[],
): AccountIdentity | undefined {
  let longUsd = 0;
  let shortUsd = 0;
  for (const { quantity, marketValueUsd } of positions) {
    if (quantity === 0) continue;
    if (marketValueUsd === null) return undefined;
    if (quantity > 0) longUsd += marketValueUsd;
    else shortUsd -= marketValueUsd;
  }
  const { cashUsd, equityUsd } = account;
  const differenceUsd = cashUsd + longUsd - shortUsd - equityUsd;
  return { cashUsd, longUsd, shortUsd, equityUsd, differenceUsd, ties: Math.abs(differenceUsd) < HALF_A_CENT };
}
