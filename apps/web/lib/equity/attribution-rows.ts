import type { Schemas } from '../api/client';

type Attribution = Pick<Schemas['PositionsListOutput'], 'attribution' | 'sleeves' | 'ofNoSleeveUsd' | 'account'>;

export interface AttributionRow {
  readonly id: string;
  /** A sleeve, a symbol of it, what belongs to no sleeve, or all of it. */
  readonly level: 'sleeve' | 'symbol' | 'none' | 'all';
  readonly sleeveId: string | undefined;
  readonly symbol: string | undefined;
  /** Undefined where the row has none of its own. */
  readonly fills: number | undefined;
  readonly realizedUsd: number | undefined;
  /** Null where a price is missing. */
  readonly unrealizedUsd: number | null | undefined;
  readonly feesUsd: number | undefined;
  readonly slippageUsd: number | undefined;
  readonly resultUsd: number | null;
  /** Of the cash at the start; null where that, or the result, is not known. */
  readonly ofStart: number | null;
  /** Of the largest gain or loss in the table, −1 to 1. */
  readonly ofLargest: number;
}

export interface AttributionTable {
  readonly rows: readonly AttributionRow[];
  /** What the parts say that the account does not; null where a price is missing. */
  readonly differenceUsd: number | null;
  /** What the account counts as unrealised beyond the parts; null where a price is missing. It keeps one average cost a symbol, each sleeve its own. */
  readonly unrealizedBeyondUsd: number | null;
}

/** Returns attribution as a table: each sleeve, the largest result first, with its symbols; what belongs to none; and the whole that they must add up to. */
export function attributionRows({ attribution, sleeves, ofNoSleeveUsd, account }: Attribution): AttributionTable {
  const startUsd = account?.startCashUsd ?? 0;
  const largest = Math.max(
    ...attribution.map(({ resultUsd }) => Math.abs(resultUsd ?? 0)),
    ...sleeves.map(({ resultUsd }) => Math.abs(resultUsd ?? 0)),
    0,
  );
  const shares = (resultUsd: number | null) => ({
    resultUsd,
    ofStart: resultUsd === null || startUsd <= 0 ? null : resultUsd / startUsd,
    ofLargest: resultUsd === null || largest === 0 ? 0 : resultUsd / largest,
  });
  const rows = sleeves
    .toSorted((one, other) => (other.resultUsd ?? 0) - (one.resultUsd ?? 0))
    .flatMap((sleeve): readonly AttributionRow[] => {
      const { sleeveId } = sleeve;
      const symbols = attribution
        .filter((each) => each.sleeveId === sleeveId)
        .toSorted((one, other) => (other.resultUsd ?? 0) - (one.resultUsd ?? 0));
      return [
        { ...sleeve, ...shares(sleeve.resultUsd), id: sleeveId, level: 'sleeve', symbol: undefined },
        ...symbols.map(
          (each): AttributionRow => ({
            ...each,
            ...shares(each.resultUsd),
            id: `${sleeveId} ${each.symbol}`,
            level: 'symbol',
          }),
        ),
      ];
    });
  if (account === null || rows.length === 0) {
    const unknown = rows.length === 0 ? 0 : null;
    return { rows, differenceUsd: unknown, unrealizedBeyondUsd: unknown };
  }
  const wholeUsd = account.equityUsd - account.startCashUsd;
  const noneUsd = ofNoSleeveUsd ?? 0;
  const partsUsd = sumOf(sleeves.map(({ resultUsd }) => resultUsd));
  const unrealizedUsd = sumOf(sleeves.map((each) => each.unrealizedUsd));
  const bare = {
    sleeveId: undefined,
    symbol: undefined,
    fills: undefined,
    realizedUsd: undefined,
    unrealizedUsd: undefined,
    feesUsd: undefined,
    slippageUsd: undefined,
  };
  const whole: AttributionRow = {
    ...bare,
    ...shares(wholeUsd),
    id: '=',
    level: 'all',
    fills: sleeves.reduce((sum, { fills }) => sum + fills, 0),
    realizedUsd: sumOf(sleeves.map(({ realizedUsd }) => realizedUsd)) ?? undefined,
    unrealizedUsd,
    feesUsd: account.feesUsd,
    slippageUsd: sleeves.reduce((sum, { slippageUsd }) => sum + slippageUsd, 0),
  };
  return {
    rows: [
      ...rows,
      ...(noneUsd === 0 ? [] : [{ ...bare, ...shares(noneUsd), id: '-', level: 'none' } satisfies AttributionRow]),
      whole,
    ],
    differenceUsd: partsUsd === null ? null : partsUsd + noneUsd - wholeUsd,
    unrealizedBeyondUsd: unrealizedUsd === null ? null : account.unrealizedUsd - unrealizedUsd,
  };
}

function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce<number | null>((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
