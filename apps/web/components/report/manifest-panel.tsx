'use client';

import { Copy } from 'lucide-react';
import { Panel } from '@/components/parts/panel';
import { Button } from '@/components/ui/button';
import { counted, money } from '@/lib/format';
import { paramsInWords, type RunDocument } from './run-document';
import { useCopyManifest } from './use-copy-manifest';
import type { Verification } from './use-verification';
import { short } from './verification-result';

/** Everything it takes to have the same run again. */
export function ManifestPanel({
  document,
  verification,
}: {
  readonly document: RunDocument;
  readonly verification: Verification | undefined;
}) {
  const { manifest, fingerprint, schema } = document;
  const { data, strategy, sizing, costs, account, execution, limits, seed, trials, codeVersion } = manifest;
  const copy = useCopyManifest(manifest);
  const { commission, slippageBps } = costs;
  const lines: readonly (readonly [string, string])[] = [
    ['bars', `${data.symbol} ${data.timeframe} ${data.from} to ${data.to}, ${counted(data.bars, 'bar')}`],
    ['data', `sha256 ${short(data.sha256)}`],
    ['source', data.provenance.source],
    ['code', short(codeVersion)],
    [
      'strategy',
      `${strategy.file ?? strategy.id}${strategy.sourceSha256 === null ? '' : ` sha256 ${short(strategy.sourceSha256)}`}`,
    ],
    ['parameters', paramsInWords(strategy.params) || 'none'],
    ['sizing', [sizing.id, paramsInWords(sizing.params)].filter((text) => text !== '').join(': ')],
    [
      'costs',
      commission.kind === 'bps'
        ? `${slippageBps} bp slippage, ${commission.bps} bp commission`
        : `${slippageBps} bp slippage, $${commission.feePerShareUsd}/share, min $${commission.minimumUsd}`,
    ],
    ['account', `${account.type}, ${money(account.startCashUsd)}`],
    [
      'execution',
      `${execution.allowShort ? 'short allowed' : 'long only'}, ${execution.maxVolumeShare === null ? 'no volume cap' : `at most ${execution.maxVolumeShare * 100}% of a bar’s volume`}`,
    ],
    ['limits', Object.keys(limits).join(', ')],
    ['seed', String(seed)],
    ['tries', trials === null ? 'not counted' : String(trials)],
    ['result', `${schema}, sha256 ${short(fingerprint)}`],
  ];
  return (
    <Panel
      title="Manifest"
      actions={
        <Button variant="ghost" size="small" onClick={copy} data-print="hide">
          <Copy aria-hidden /> Copy
        </Button>
      }
      receipt={
        <span>
          {verification === undefined
            ? 'Not verified on this page yet.'
            : verification.ok
              ? 'Verified just now: it gives the same result.'
              : 'Verified just now: something is different.'}
        </span>
      }
    >
      <dl className="grid grid-cols-[88px_minmax(0,1fr)] gap-y-0.5 font-mono text-micro">
        {lines.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-text-2">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
}
