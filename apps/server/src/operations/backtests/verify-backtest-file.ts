import { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';
import { BacktestDocument } from '../../resources/backtests/document-schema.ts';
import { ManifestSchema } from '../../resources/backtests/manifest-schema.ts';
import { performBacktest } from '../../resources/backtests/perform-backtest.ts';
import { planAgain, prepareBacktest } from '../../resources/backtests/prepare-backtest.ts';
import { defineOperation } from '../operation.ts';
import { Comparison, compareWithRerun } from './compare-with-rerun.ts';

export const verifyBacktestFile = defineOperation({
  id: 'backtests.verify-file',
  summary: 'Run a kept backtest again from its manifest and compare data, code and every number of the result.',
  input: z.object({
    file: z.string().min(1).describe('A result that candor backtest wrote with --out or --json.'),
  }),
  output: z.object({
    file: z.string(),
    /** Whether the file is as it was written and the same bars give the same result again, bit for bit. */
    ok: z.boolean(),
    comparisons: z.array(Comparison),
    manifest: ManifestSchema,
  }),
  scope: 'backtests:read',
  needs: ['clock', 'codeVersion', 'files', 'marketData', 'ownStrategies'],
  cli: {
    command: 'verify',
    positionals: ['file'],
    examples: [{ line: 'candor verify run.json', shows: 'whether the result can be reproduced here' }],
    exitOne: 'the result is not the same',
  },
  run: async (needs, { file }, caller) => {
    const document = readDocument(file, await needs.files.read(file));
    const { manifest } = document;
    const prepared = await prepareBacktest(needs, planAgain(manifest));
    return { file, ...compareWithRerun(document, performBacktest(prepared, caller, document.schema)), manifest };
  },
});

function readDocument(file: string, bytes: Uint8Array): BacktestDocument {
  const wrong = (why: string, cause: unknown): CandorError =>
    new CandorError('backtests.bad-result-file', {
      kind: 'invalid',
      message: `${file} is no result of candor backtest: ${why} Make one with: candor backtest … --out run.json.`,
      cause,
    });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder().decode(bytes));
  } catch (error) {
    throw wrong('it is not JSON.', error);
  }
  const parsed = BacktestDocument.safeParse(json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrong(`"${issue?.path.join('.')}": ${issue?.message}.`, parsed.error);
}
