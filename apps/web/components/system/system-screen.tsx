'use client';

import { useQuery } from '@tanstack/react-query';
import { api, read } from '@/lib/api/client';
import { useTopic } from '@/lib/live/live-provider';
import { BackupPanel } from './backup-panel';
import { HealthPanel } from './health-panel';
import { JobsPanel } from './jobs-panel';
import { LinksPanel } from './links-panel';
import { PagePanel } from './page-panel';
import { ServerPanel } from './server-panel';
import { SessionsPanel } from './sessions-panel';

const ASK_EVERY_MS = 30_000;

/** What runs: the parts of the server and how they are, the sessions and jobs, the versions, and this page's connection. */
export function SystemScreen() {
  const system = useQuery({
    queryKey: ['system'],
    queryFn: () => read(api.GET('/api/system')),
    refetchInterval: ASK_EVERY_MS,
  });
  const health = useTopic('health').items?.[0];
  const retry = () => void system.refetch();
  return (
    <div className="grid flex-1 grid-cols-[minmax(0,1fr)_378px] items-start gap-3.5 max-[1360px]:grid-cols-1">
      <h1 className="sr-only">System</h1>
      <div className="flex min-w-0 flex-col gap-3.5">
        <HealthPanel components={health?.components ?? system.data?.components} error={system.error} onRetry={retry} />
        <SessionsPanel />
        <JobsPanel />
      </div>
      <div className="flex min-w-0 flex-col gap-3.5 max-[1360px]:grid max-[1360px]:grid-cols-2 max-[1360px]:items-start max-phone:flex max-phone:items-stretch">
        <ServerPanel system={system.data} error={system.error} onRetry={retry} />
        <BackupPanel isEmbedded={system.data === undefined ? undefined : system.data.backing === 'embedded'} />
        <PagePanel />
        <LinksPanel />
      </div>
    </div>
  );
}
