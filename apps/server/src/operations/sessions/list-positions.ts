import type { AccountSnapshot } from '@candor/domain/account';
import { toUsd } from '@candor/domain/money';
import type { FillSum } from '@candor/domain/ports/repositories';
import { z } from 'zod';
import { WireAccount, wireAccount } from '../../resources/wire/wire-account.ts';
import { WirePosition, wirePosition } from '../../resources/wire/wire-position.ts';
import { defineOperation } from '../operation.ts';
import { findSession, SessionId, UNKNOWN_SESSION } from './session-problems.ts';

const Result = z.object({
  sleeveId: z.string(),
  fills: z.int(),
  realizedUsd: z.number(),
  unrealizedUsd: z.number().nullable(),
  feesUsd: z.number(),
  /** What the fills cost beyond the prices they were measured by; it is in the realized and unrealized results already. */
  slippageUsd: z.number(),
  /** Realized + unrealized - fees; null where something is held and has no price. */
  resultUsd: z.number().nullable(),
});

const ResultOfSymbol = Result.extend({ symbol: z.string() });

export const listPositions = defineOperation({
  id: 'positions.list',
  summary: 'List what each sleeve of a session holds or has closed, with the account it adds up to.',
  input: z.object({ sessionId: SessionId }),
  output: z.object({
    /** Those that are closed stay, with a quantity of 0 and what they brought. */
    positions: z.array(WirePosition),
    /** What each sleeve made with each symbol it ever traded. */
    attribution: z.array(ResultOfSymbol),
    /** The same by sleeve. Their results and what belongs to none add up to the equity of the account less its start cash. */
    sleeves: z.array(Result),
    /** Dividends + interest - borrow; null before the first turn. */
    ofNoSleeveUsd: z.number().nullable(),
    /** Null before the first turn. */
    account: WireAccount.nullable(),
  }),
  scope: 'orders:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'positions',
    positionals: ['sessionId'],
    examples: [{ line: 'candor positions first-run', shows: 'what is held, and what each sleeve brought' }],
  },
  http: {
    method: 'GET',
    path: '/sessions/{sessionId}/positions',
    examples: [{ summary: 'Positions of a session', input: { sessionId: 'first-run' } }],
    problems: [UNKNOWN_SESSION],
  },
  run: ({ unitOfWork }, { sessionId }) =>
    unitOfWork.run(async (repositories) => {
      const { account } = await findSession(repositories, sessionId);
      const positions = (await repositories.positions.list(sessionId)).map(wirePosition);
      const attribution = resultsOf(positions, await repositories.fills.sums(sessionId));
      return {
        positions,
        attribution,
        sleeves: [...Map.groupBy(attribution, ({ sleeveId }) => sleeveId).values()].map(sumOf),
        ofNoSleeveUsd: account === undefined ? null : ofNoSleeve(account),
        account: account === undefined ? null : wireAccount(account),
      };
    }),
});

type Result = z.infer<typeof Result>;

interface Leg {
  readonly sleeveId: string;
  readonly symbol: string;
}

/** A position that came out even is not kept among the others; its fills, and what they cost, are. */
function resultsOf(positions: readonly WirePosition[], sums: readonly FillSum[]): z.infer<typeof ResultOfSymbol>[] {
  const keyOf = ({ sleeveId, symbol }: Leg) => JSON.stringify([sleeveId, symbol]);
  const byLeg = new Map(positions.map((position) => [keyOf(position), position]));
  const sumByLeg = new Map(sums.map((sum) => [keyOf(sum), sum]));
  return [...new Map<string, Leg>([...byLeg, ...sumByLeg])].map(([key, { sleeveId, symbol }]) => {
    const { fills = 0, commissionMicros = 0, slippageMicros = 0 } = sumByLeg.get(key) ?? {};
    const { realizedUsd = 0, unrealizedUsd = 0 } = byLeg.get(key) ?? {};
    const feesUsd = toUsd(commissionMicros);
    const resultUsd = unrealizedUsd === null ? null : realizedUsd + unrealizedUsd - feesUsd;
    const slippageUsd = toUsd(slippageMicros);
    return { sleeveId, symbol, fills, realizedUsd, unrealizedUsd, feesUsd, slippageUsd, resultUsd };
  });
}

function sumOf(ofSleeve: readonly Result[]): Result {
  const total = (amountOf: (result: Result) => number): number =>
    ofSleeve.reduce((sum, result) => sum + amountOf(result), 0);
  // One price that is missing leaves the sum unknown.
  const known = (amountOf: (result: Result) => number | null): number | null =>
    ofSleeve.some((result) => amountOf(result) === null) ? null : total((result) => amountOf(result) ?? 0);
  return {
    sleeveId: ofSleeve[0]!.sleeveId,
    fills: total(({ fills }) => fills),
    realizedUsd: total(({ realizedUsd }) => realizedUsd),
    unrealizedUsd: known(({ unrealizedUsd }) => unrealizedUsd),
    feesUsd: total(({ feesUsd }) => feesUsd),
    slippageUsd: total(({ slippageUsd }) => slippageUsd),
    resultUsd: known(({ resultUsd }) => resultUsd),
  };
}

function ofNoSleeve({ dividendsMicros, interestMicros, borrowMicros }: AccountSnapshot): number {
  return toUsd(dividendsMicros + interestMicros - borrowMicros);
}
