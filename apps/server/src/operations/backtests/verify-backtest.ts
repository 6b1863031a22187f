import { CandorError } from '@candor/domain/candor-error';
import { z } from 'zod';
import { BacktestDocument } from '../../resources/backtests/document-schema.ts';
import { ManifestSchema } from '../../resources/backtests/manifest-schema.ts';
import { fingerprintFindings, performBacktest } from '../../resources/backtests/perform-backtest.ts';
import { prepareBacktest } from '../../resources/backtests/prepare-backtest.ts';
import { defineOperation } from '../operation.ts';

const Comparison = z.object({
  what: z.enum(['file', 'data', 'strategy source', 'code', 'result']),
  same: z.boolean(),
  kept: z.string(),
  now: z.string(),
});

export const verifyBacktest = defineOperation({
  id: 'backtests.verify',
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
    const { manifest: kept, fingerprint } = document;
    const prepared = await prepareBacktest(needs, {
      ...kept,
      strategy: { name: kept.strategy.file ?? kept.strategy.id, params: kept.strategy.params },
    });
    const again = performBacktest(prepared, caller);
    const now = again.manifest;
    const comparisons = [
      // A figure changed by hand no longer fits the print beside it.
      compare('file', fingerprint, fingerprintFindings(document)),
      compare('data', kept.data.sha256, now.data.sha256),
      ...(kept.strategy.sourceSha256 === null
        ? []
        : [compare('strategy source', kept.strategy.sourceSha256, now.strategy.sourceSha256 ?? 'none')]),
      compare('code', kept.codeVersion, now.codeVersion),
      compare('result', fingerprint, again.fingerprint),
    ];
    // Other code or another source that gives the very same result reproduces it; other bars do not, even where nothing came of them.
    const ok = comparisons.every(({ what, same }) => same || what === 'code' || what === 'strategy source');
    return { file, ok, comparisons, manifest: kept };
  },
});

function compare(what: z.infer<typeof Comparison>['what'], kept: string, now: string): z.infer<typeof Comparison> {
  return { what, same: kept === now, kept, now };
}

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
