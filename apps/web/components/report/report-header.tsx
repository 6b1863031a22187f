'use client';

import { ChevronLeft, Copy, GitCompare, Pencil, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { Chip } from '@/components/parts/chip';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { useUsableStrategies } from '@/lib/catalog/use-catalog';
import { useCurrent } from '@/lib/current';
import { counted } from '@/lib/format';
import { useConnection } from '@/lib/live/live-provider';
import { day, dayHere } from '@/lib/time';
import { LabelRunDialog } from '../lab/label-run-dialog';
import { ReportExport } from './report-export';
import { paramsInBrief, type StoredRun, strategyName } from './run-document';
import { useCopyManifest } from './use-copy-manifest';

/** What was run, on what, and what can be done with the run. */
export function ReportHeader({
  run,
  onVerify,
  isVerifying,
}: {
  readonly run: StoredRun;
  readonly onVerify: () => void;
  readonly isVerifying: boolean;
}) {
  const { href } = useCurrent();
  const all = useUsableStrategies();
  const { runId, tags, note, createdAt, document } = run;
  const { manifest } = document;
  const { data, strategy } = manifest;
  const [isLabelling, setIsLabelling] = useState(false);
  const copy = useCopyManifest(manifest);
  const isLost = useConnection().kind === 'lost';
  const name = all.find((one) => one.name === strategyName(manifest))?.title ?? strategyName(manifest);
  const title = `${name} on ${data.symbol}`;
  return (
    <header className="flex flex-wrap items-start gap-x-3 gap-y-2.5">
      <Button asChild variant="ghost" size="icon" data-print="hide">
        <Link href={href('/backtests')} aria-label="Back to the lab">
          <ChevronLeft aria-hidden />
        </Link>
      </Button>
      <div className="min-w-0 flex-1 basis-60">
        <h1 className="font-semibold text-page">{title}</h1>
        <p className="text-small text-text-2">
          {paramsInBrief(strategy.params)}
          {Object.keys(strategy.params).length > 0 && '. '}
          {day(data.from, 'UTC')} to {day(data.to, 'UTC')}, {data.timeframe === '1d' ? 'daily' : data.timeframe},{' '}
          {counted(data.bars, 'bar')}. Run {dayHere(createdAt)}.{' '}
          <span className="font-mono text-micro">run {runId.slice(0, 8)}</span>
        </p>
        <div className="mt-1 flex flex-wrap items-center gap-2">
          <Chip tone={data.provenance.synthetic ? 'warn' : 'muted'}>
            {data.provenance.synthetic ? 'Synthetic prices' : 'Real prices'}
          </Chip>
          {tags.map((tag) => (
            <span key={tag} className="rounded-mark bg-raised px-1.5 py-0.5 text-micro text-text-2">
              {tag}
            </span>
          ))}
          {note !== '' && <span className="text-small text-text-2">{note}</span>}
          <Button variant="ghost" size="small" onClick={() => setIsLabelling(true)} data-print="hide">
            <Pencil aria-hidden /> {tags.length === 0 && note === '' ? 'Add tags or a note' : 'Edit'}
          </Button>
        </div>
      </div>
      <div className="flex flex-wrap gap-2.5" data-print="hide">
        <Button asChild>
          <Link href={href('/backtests', { compare: runId })}>
            <GitCompare aria-hidden /> Compare
          </Link>
        </Button>
        <Button
          onClick={onVerify}
          disabled={isVerifying || isLost}
          title={isLost ? 'Not connected to the server, which would have to run it again.' : undefined}
        >
          <RotateCw aria-hidden /> {isVerifying ? 'Verifying' : 'Verify'}
        </Button>
        <Button onClick={copy}>
          <Copy aria-hidden /> Copy manifest
        </Button>
        <ReportExport runId={runId} document={document} />
      </div>
      <LabelRunDialog
        run={isLabelling ? { runId, title, tags, note } : undefined}
        onClose={() => setIsLabelling(false)}
      />
    </header>
  );
}
