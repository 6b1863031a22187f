'use client';

import { type Condition, ConditionMark } from '@/components/parts/marks';
import { Panel } from '@/components/parts/panel';
import { LoadingRows } from '@/components/parts/states';
import { Link } from '@/components/ui/link';
import type { Schemas } from '@/lib/api/client';
import { useCurrent } from '@/lib/current';
import { useConnection, useTopic } from '@/lib/live/live-provider';

type Component = Schemas['SystemShowOutput']['components'][number];

/** How the parts of the server are, in a line. */
export function HealthLine() {
  const { href } = useCurrent();
  const health = useTopic('health').items?.[0];
  const isLost = useConnection().kind === 'lost';
  return (
    <Panel
      title="System"
      count={health === undefined ? undefined : isLost ? 'last known' : health.isReady ? 'ready' : 'not ready'}
      actions={
        <Link href={href('/system')} className="text-accent text-small hover:underline">
          Details
        </Link>
      }
    >
      {health === undefined ? (
        <LoadingRows rows={1} className="px-0 py-0" />
      ) : (
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-small">
          {health.components.map((component) => (
            <li key={component.name} className="flex items-center gap-1.5">
              <ConditionMark of={conditionOf(component, isLost)} word={component.state} />
              <span className="capitalize">{component.name}</span>
              <span className="text-text-2">{component.reason ?? component.state}</span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function conditionOf({ state }: Component, isLost: boolean): Condition {
  if (isLost) return 'off';
  return state === 'up' ? 'ok' : state === 'down' ? 'down' : 'slow';
}
