import { z } from 'zod';
import { BacktestDocument } from '../../resources/backtests/document-schema.ts';
import { Headline, headlineOf } from '../../resources/backtests/headline-of.ts';
import { ManifestSchema } from '../../resources/backtests/manifest-schema.ts';
import { defineOperation } from '../operation.ts';
import { findRun, UNKNOWN_RUN } from './run-problems.ts';

const MOST_COMPARED = 6;

export const compareBacktests = defineOperation({
  id: 'backtests.compare',
  summary: 'Put up to six backtests side by side: what was chosen, what came out, and where they differ.',
  input: z.object({
    runIds: z
      .array(z.string().min(1).max(80))
      .min(2)
      .max(MOST_COMPARED)
      .describe('Which runs, in the order of the columns.'),
  }),
  output: z.object({
    runs: z.array(
      z.object({
        runId: z.string(),
        headline: Headline,
        strategy: ManifestSchema.shape.strategy,
        sizing: ManifestSchema.shape.sizing,
        costs: ManifestSchema.shape.costs,
      }),
    ),
    metrics: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        unit: z.string(),
        explanation: z.string(),
        /** One a run, in their order; null where it is not defined. */
        values: z.array(z.number().nullable()),
      }),
    ),
    /** What makes them hard to compare, in words. */
    differences: z.array(z.string()),
  }),
  scope: 'backtests:read',
  needs: ['unitOfWork'],
  cli: {
    command: 'backtest compare',
    positionals: [],
    examples: [{ line: 'candor backtest compare --run-ids 0198c7c2,0198c7d0', shows: 'two runs side by side' }],
  },
  http: {
    method: 'GET',
    path: '/backtest-comparison',
    examples: [{ summary: 'Two runs', input: { runIds: ['0198c7c2', '0198c7d0'] } }],
    problems: [UNKNOWN_RUN],
  },
  run: async ({ unitOfWork }, { runIds }) => {
    const documents = await unitOfWork.run(async (repositories) => {
      const found: BacktestDocument[] = [];
      for (const id of runIds) found.push(BacktestDocument.parse((await findRun(repositories, id)).document));
      return found;
    });
    const [first] = documents;
    return {
      runs: documents.map((document, i) => ({
        runId: runIds[i]!,
        headline: headlineOf(document),
        strategy: document.manifest.strategy,
        sizing: document.manifest.sizing,
        costs: document.manifest.costs,
      })),
      metrics: (first?.assessment.metrics ?? []).map(({ id, label, unit, explanation }) => ({
        id,
        label,
        unit,
        explanation,
        values: documents.map(({ assessment }) => assessment.metrics.find((metric) => metric.id === id)?.value ?? null),
      })),
      differences: differencesOf(documents),
    };
  },
});

function differencesOf(documents: readonly BacktestDocument[]): string[] {
  const differ = (of: (document: BacktestDocument) => unknown): boolean =>
    new Set(documents.map((document) => JSON.stringify(of(document)))).size > 1;
  return [
    ...(differ(({ manifest }) => [manifest.data.symbol, manifest.data.timeframe, manifest.data.sha256])
      ? ['They ran on different bars.']
      : []),
    ...(differ(({ manifest }) => manifest.costs) ? ['They paid different costs.'] : []),
    ...(differ(({ manifest }) => manifest.codeVersion) ? ['They were computed by different versions.'] : []),
    ...(differ(({ manifest }) => manifest.trials)
      ? ['They counted different numbers of tries, so the later ones are judged more strictly.']
      : []),
  ];
}
