import { z } from 'zod';
import { BacktestDocument } from '../../resources/backtests/document-schema.ts';
import { fingerprintFindings } from '../../resources/backtests/perform-backtest.ts';

export const Comparison = z.object({
  what: z.enum(['file', 'data', 'strategy source', 'code', 'result']),
  same: z.boolean(),
  kept: z.string(),
  now: z.string(),
});

/** Returns what a kept result and a rerun of its manifest have in common, and whether the result is reproduced. */
export function compareWithRerun(kept: BacktestDocument, again: BacktestDocument) {
  const { manifest: then, fingerprint } = kept;
  const { manifest: now } = again;
  const comparisons = [
    // A figure changed by hand no longer fits the print beside it.
    compare('file', fingerprint, fingerprintFindings(kept)),
    compare('data', then.data.sha256, now.data.sha256),
    ...(then.strategy.sourceSha256 === null
      ? []
      : [compare('strategy source', then.strategy.sourceSha256, now.strategy.sourceSha256 ?? 'none')]),
    compare('code', then.codeVersion, now.codeVersion),
    { ...compare('result', fingerprint, again.fingerprint), same: isSameResult(kept, again) },
  ];
  // Other code or another source that gives the very same result reproduces it; other bars do not, even where nothing came of them.
  const ok = comparisons.every(({ what, same }) => same || what === 'code' || what === 'strategy source');
  return { ok, comparisons };
}

function compare(what: z.infer<typeof Comparison>['what'], kept: string, now: string): z.infer<typeof Comparison> {
  return { what, same: kept === now, kept, now };
}

function isSameResult(kept: BacktestDocument, again: BacktestDocument): boolean {
  if (kept.fingerprint === again.fingerprint) return true;
  // The print is also of the words. Percents once had a space before their sign, which is spelling and no finding.
  return fingerprintFindings(spelledAsNow(kept)) === fingerprintFindings(spelledAsNow(again));
}

function spelledAsNow(document: BacktestDocument): BacktestDocument {
  const text = JSON.stringify(document, (_, value: unknown) =>
    typeof value === 'string' ? value.replaceAll(/(\d) %/g, '$1%') : value,
  );
  return BacktestDocument.parse(JSON.parse(text));
}
