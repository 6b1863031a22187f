'use client';

import { useMutation } from '@tanstack/react-query';
import { Archive, TriangleAlert } from 'lucide-react';
import { Panel } from '@/components/parts/panel';
import { Button } from '@/components/ui/button';
import { api, read } from '@/lib/api/client';
import { useConnection } from '@/lib/live/live-provider';
import { utc } from '@/lib/time';

/** Writes everything that is kept into one file, while the server goes on. */
export function BackupPanel({ isEmbedded }: { readonly isEmbedded: boolean | undefined }) {
  const isLost = useConnection().kind === 'lost';
  const backup = useMutation({ mutationFn: () => read(api.POST('/api/system/backups')) });
  return (
    <Panel title="Backup" receipt={<span>Restore it with: candor restore, and the file</span>}>
      <p className="mb-2.5 text-small text-text-2">
        {isEmbedded === false
          ? 'The data is on a PostgreSQL server; back it up there.'
          : 'Accounts, sessions, orders, the journal, runs and imported bars, as they are at one moment, in one file on the machine of the server. Trading goes on meanwhile.'}
      </p>
      {isEmbedded !== false && (
        <Button disabled={backup.isPending || isLost || isEmbedded === undefined} onClick={() => backup.mutate()}>
          <Archive aria-hidden /> {backup.isPending ? 'Writing the backup' : 'Back up now'}
        </Button>
      )}
      {isLost && <p className="mt-2 text-small text-warn">The server does not answer; nothing can be backed up now.</p>}
      <div aria-live="polite">
        {backup.data !== undefined && (
          <p className="mt-2.5 text-small">
            Written at {utc(backup.data.createdAt)}:{' '}
            <span className="break-all font-mono text-micro text-text-2">{backup.data.file}</span>
          </p>
        )}
        {backup.error !== null && (
          <p className="mt-2.5 flex gap-1.5 text-halt text-small">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
            No backup was written. {backup.error.message}
          </p>
        )}
      </div>
    </Panel>
  );
}
