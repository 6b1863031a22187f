'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { DataTable, ExportMenu } from '@/components/parts/data-table';
import { Panel } from '@/components/parts/panel';
import { AgeChip, Empty, LoadingRows } from '@/components/parts/states';
import { StopDialog } from '@/components/strategies/stop-dialog';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { api, read } from '@/lib/api/client';
import { useCurrent } from '@/lib/current';
import { count, counted } from '@/lib/format';
import { useConnection, useTopic } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { useNow } from '@/lib/use-now';
import { SessionActions } from './session-actions';
import { type SessionLine, SessionName, SessionState, sessionColumns } from './session-columns';

const ASK_EVERY_MS = 5_000;

/** The sessions of all accounts, those that trade first. */
export function SessionsPanel() {
  const { accounts, href } = useCurrent();
  const { items, fault } = useTopic('sessions');
  const connection = useConnection();
  const now = useNow();
  const canAct = connection.kind === 'open';
  const [stopping, setStopping] = useState<string | undefined>(undefined);
  // What only the driver of a session knows is asked for; the live channel does not tell it.
  const driven = useQuery({
    queryKey: ['driven sessions'],
    queryFn: () => read(api.GET('/api/sessions')),
    refetchInterval: ASK_EVERY_MS,
    enabled: canAct,
  });
  const lines = useMemo(() => {
    const names = new Map(accounts.map(({ id, name }) => [id, name]));
    const known = new Map(driven.data?.sessions.map(({ id, live }) => [id, live]));
    return items
      ?.map((session): SessionLine => {
        const live = known.get(session.id);
        return {
          session,
          account: names.get(session.accountId) ?? session.accountId,
          turnLatencyMs: live?.turnLatencyMs ?? null,
          waitingFor: live?.waitingFor ?? null,
        };
      })
      .sort(
        (one, other) =>
          Number(isOver(one.session)) - Number(isOver(other.session)) ||
          other.session.createdAt.localeCompare(one.session.createdAt),
      );
  }, [items, accounts, driven.data]);
  const columns = useMemo(() => sessionColumns(href, canAct, ({ id }) => setStopping(id)), [href, canAct]);
  const running = lines?.filter(({ session }) => session.state === 'running').length ?? 0;
  const asked = items?.find(({ id }) => id === stopping);
  return (
    <Panel
      title="Sessions"
      flush
      count={lines === undefined ? undefined : `${count(running)} of ${count(lines.length)} running`}
      actions={
        <>
          <ExportMenu name="sessions" columns={columns} rows={lines ?? []} />
          {connection.kind === 'lost' && <AgeChip ms={Math.max(0, now - connection.sinceMs)} />}
        </>
      }
      receipt={
        <>
          <span>
            {counted(lines?.length ?? 0, 'session')} of {counted(accounts.length, 'account')}, all on paper
          </span>
          <span className="max-phone:hidden">from the live channel; turn times every 5 s</span>
        </>
      }
    >
      {lines === undefined && fault !== undefined ? (
        <Empty title="The sessions could not be read">{fault} What runs goes on; only this view failed.</Empty>
      ) : lines === undefined ? (
        <LoadingRows rows={3} />
      ) : lines.length === 0 ? (
        <Empty
          title="No session yet"
          actions={
            <Button variant="default" asChild>
              <Link href={href('/strategies')}>Start a strategy</Link>
            </Button>
          }
        >
          A session begins when a configuration of a strategy is started on an account.
        </Empty>
      ) : (
        <DataTable
          label="Sessions"
          columns={columns}
          rows={lines}
          rowKey={({ session }) => session.id}
          rowHeight={51}
          phone={(line) => (
            <div className="flex flex-col gap-2">
              <div className="flex items-start justify-between gap-3">
                <div className="min-w-0">
                  <SessionName line={line} href={href} />
                </div>
                <SessionState line={line} isKnown={canAct} />
              </div>
              <div className="flex flex-wrap items-center justify-between gap-2 text-small text-text-2">
                <span>
                  bar {count(line.session.position)} of {count(line.session.length)},{' '}
                  {count(line.session.feed.barsPerSecond)} bars/s
                </span>
                <SessionActions session={line.session} canAct={canAct} onStop={({ id }) => setStopping(id)} />
              </div>
            </div>
          )}
        />
      )}
      {asked !== undefined && <StopDialog session={asked} onClose={() => setStopping(undefined)} />}
    </Panel>
  );
}

function isOver({ state }: Session): boolean {
  return state === 'finished' || state === 'stopped';
}
