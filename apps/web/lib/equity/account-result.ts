export interface AccountFigures {
  readonly startCashUsd: number;
  readonly equityUsd: number;
  readonly realizedUsd: number;
  readonly unrealizedUsd: number;
  readonly feesUsd: number;
  readonly dividendsUsd: number;
  readonly interestUsd: number;
  readonly borrowUsd: number;
}

export interface ResultPart {
  readonly id: string;
  readonly label: string;
  /** What it adds to the result; costs are negative. */
  readonly usd: number;
}

export interface AccountResult {
  readonly parts: readonly ResultPart[];
  /** Equity less the money at the start. */
  readonly resultUsd: number;
  readonly differenceUsd: number;
  readonly ties: boolean;
}

const HALF_A_CENT = 0.005;

/** Returns what the result of an account is made of, and whether the parts make it up to the cent. */
export function accountResult(figures: AccountFigures): AccountResult {
  const parts: readonly ResultPart[] = [
    { id: 'realized', label: 'Realised by closed positions', usd: figures.realizedUsd },
    { id: 'unrealized', label: 'Unrealised in open positions', usd: figures.unrealizedUsd },
    { id: 'fees', label: 'Commissions', usd: -figures.feesUsd },
    { id: 'dividends', label: 'Dividends', usd: figures.dividendsUsd },
    { id: 'interest', label: 'Interest', usd: figures.interestUsd },
    { id: 'borrow', label: 'Borrowing of shares', usd: -figures.borrowUsd },
  ];
  const resultUsd = figures.equityUsd - figures.startCashUsd;
  const differenceUsd = parts.reduce((sum, { usd }) => sum + usd, 0) - resultUsd;
  // Not −0, which would be written with a sign.
  const clean = parts.map((part) => ({ ...part, usd: part.usd === 0 ? 0 : part.usd }));
  return { parts: clean, resultUsd, differenceUsd, ties: Math.abs(differenceUsd) < HALF_A_CENT };
}
