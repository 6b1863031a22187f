'use client';

import { type Condition, ConditionMark } from '@/components/parts/marks';
import { Panel } from '@/components/parts/panel';
import { AgeChip, Failed, LoadingRows } from '@/components/parts/states';
import { useConnection } from '@/lib/live/live-provider';
import type { Health } from '@/lib/live/topics';
import { age, utc } from '@/lib/time';
import { useNow } from '@/lib/use-now';

const parts: Readonly<Record<string, { readonly title: string; readonly does: string }>> = {
  database: { title: 'Database', does: 'keeps accounts, sessions, orders, the journal and imported bars' },
  queue: { title: 'Job queue', does: 'hands backtests and other long work to the workers' },
  redis: { title: 'Redis', does: 'carries messages and locks between processes' },
  sessions: { title: 'Sessions', does: 'drives what trades, bar by bar' },
  'market-data': { title: 'Market data', does: 'serves bars from the sources' },
};

const words: Readonly<Record<string, { readonly word: string; readonly condition: Condition }>> = {
  up: { word: 'Up', condition: 'ok' },
  degraded: { word: 'Degraded', condition: 'slow' },
  down: { word: 'Down', condition: 'down' },
};

/** How the parts of the server are, in their own words. */
export function HealthPanel({
  components,
  error,
  onRetry,
}: {
  readonly components: Health['components'] | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
}) {
  const now = useNow();
  const connection = useConnection();
  const isLost = connection.kind === 'lost';
  const faulty = components?.filter(({ state }) => state !== 'up') ?? [];
  return (
    <Panel
      title="Health"
      flush
      count={
        components === undefined
          ? undefined
          : faulty.length === 0
            ? `all ${components.length} parts are up`
            : `${faulty.length} of ${components.length} parts ${faulty.length === 1 ? 'is' : 'are'} not as they should be`
      }
      actions={isLost && <AgeChip ms={Math.max(0, now - connection.sinceMs)} />}
      receipt={
        <>
          <span>
            {isLost ? 'Last known, from before the connection was lost' : 'From the live channel, at every change'}
          </span>
          <span>the same for machines: /ready</span>
        </>
      }
    >
      {components === undefined && error !== null ? (
        <Failed title="The health is not known" error={error} safe="What runs goes on." onRetry={onRetry} />
      ) : components === undefined ? (
        <LoadingRows rows={3} />
      ) : (
        <ul>
          {components.map(({ name, state, reason, since }) => {
            const part = parts[name] ?? { title: name, does: '' };
            const { word, condition } = words[state] ?? { word: state, condition: 'off' as const };
            return (
              <li
                key={name}
                className="flex flex-wrap items-center gap-x-3 border-line border-t px-3.5 py-1.5 first:border-t-0"
              >
                <span className="w-28 font-semibold">{part.title}</span>
                <span className={isLost ? 'flex w-28 items-center gap-2 text-text-3' : 'flex w-28 items-center gap-2'}>
                  <ConditionMark of={isLost ? 'off' : condition} />
                  {word}
                  {isLost && '?'}
                </span>
                <span className="min-w-40 flex-1 text-small text-text-2">{reason ?? part.does}</span>
                <time dateTime={since} title={utc(since)} className="text-small text-text-2">
                  {now === 0 ? '' : `for ${age(now - Date.parse(since))}`}
                </time>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}
