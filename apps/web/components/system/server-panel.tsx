'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Missing } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Failed, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import type { Schemas } from '@/lib/api/client';
import { counted } from '@/lib/format';
import { utc } from '@/lib/time';
import { Fact, Facts } from './facts';

/** Which code runs, on what, and where it keeps its data. */
export function ServerPanel({
  system,
  error,
  onRetry,
}: {
  readonly system: Schemas['SystemShowOutput'] | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
}) {
  return (
    <Panel
      title="Server"
      receipt={<span>{system === undefined ? 'Not read yet' : `From /api/system, ${utc(system.now)}`}</span>}
    >
      {error !== null && system === undefined ? (
        <Failed title="The server could not be asked" error={error} safe="What runs goes on." onRetry={onRetry} />
      ) : system === undefined ? (
        <LoadingRows rows={4} className="px-0" />
      ) : (
        <Facts>
          <Fact name="Code">
            <CodeVersion of={system.codeVersion} />
          </Fact>
          <Fact name="Node">{system.nodeVersion}</Fact>
          <Fact name="Keeps its data in">
            {system.backing === 'embedded' ? 'its own directory, one process' : 'PostgreSQL and Redis'}
          </Fact>
          <Fact name="Broker">simulated exchange, paper</Fact>
          <Fact name="Drives">
            {system.sessionsDriven === 0 ? <Missing word="no session" /> : counted(system.sessionsDriven, 'session')}
          </Fact>
        </Facts>
      )}
    </Panel>
  );
}

/** The version as one compares it by eye, and the whole of it for a report. */
function CodeVersion({ of }: { readonly of: string }) {
  const [isCopied, setIsCopied] = useState(false);
  const [version, hash = ''] = of.split('+');
  return (
    <span className="inline-flex flex-wrap items-center justify-end gap-x-2">
      <span>
        {version} <span className="font-mono text-text-2">{hash.replace(/^sha256\./, '').slice(0, 12)}</span>
      </span>
      <Button
        size="icon-small"
        variant="ghost"
        aria-label="Copy the code version"
        onClick={() => void navigator.clipboard.writeText(of).then(() => setIsCopied(true))}
      >
        {isCopied ? <Check aria-hidden /> : <Copy aria-hidden />}
      </Button>
      <span aria-live="polite" className="sr-only">
        {isCopied && 'Copied.'}
      </span>
    </span>
  );
}
