import { z } from 'zod';
import type { Container } from '../../container.ts';
import { shareSeries } from '../../resources/share-series.ts';
import type { Caller } from '../operation.ts';

/** What a person says of a check. */
export const CheckTerms = {
  file: z.string().min(1).max(200).describe('The file of the strategy, like my/first-idea.ts.'),
  params: z
    .record(z.string(), z.union([z.number(), z.boolean(), z.string()]))
    .default({})
    .describe('Parameters other than the defaults.'),
  symbol: z.string().min(1).max(40).default('AAPL').describe('Real bars to check on, beside invented ones.'),
};

/** What a check found. */
export const CheckFindings = z.object({
  file: z.string(),
  id: z.string(),
  ok: z.boolean(),
  /** Null where no TypeScript is installed. */
  typeFaults: z.array(z.object({ line: z.int(), message: z.string() })).nullable(),
  laws: z.array(z.object({ law: z.string(), ok: z.boolean(), on: z.string(), explanation: z.string() })),
});

export type CheckFindings = z.infer<typeof CheckFindings>;

export type CheckNeeds = Pick<Container, 'computePool' | 'marketData' | 'ownStrategies' | 'typeChecker'>;

const CheckInput = z.object(CheckTerms);

/** Checks the types of a strategy's file and puts it through the laws, in a thread; returns what was found and the hash of what was checked. */
export async function checkStrategyFile(
  { computePool, marketData, ownStrategies, typeChecker }: CheckNeeds,
  { file, params, symbol }: z.infer<typeof CheckInput>,
  { signal, progress }: Pick<Caller, 'signal' | 'progress'>,
): Promise<{ readonly findings: CheckFindings; readonly sourceSha256: string }> {
  const typeFaults = await typeChecker.check(ownStrategies.locate(file));
  const { series } = await marketData.load({ symbol, timeframe: '1d' });
  const { id, sourceSha256, laws } = await computePool.run(
    'strategies.check',
    { file, params, series: shareSeries(series) },
    { signal, onProgress: progress },
  );
  const ok = laws.every((law) => law.ok) && (typeFaults?.length ?? 0) === 0;
  const findings = {
    file,
    id,
    ok,
    typeFaults: typeFaults ? [...typeFaults] : null,
    laws: laws.map((law) => ({ ...law })),
  };
  return { findings, sourceSha256 };
}
