'use client';

import {
  Ban,
  ChevronRight,
  CircleDashed,
  CircleSlash,
  Clock,
  Eye,
  type LucideIcon,
  OctagonX,
  TriangleAlert,
  Unlock,
} from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { Triangle } from '@/components/parts/marks';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { useSleeves } from '@/components/portfolio/use-sleeves';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { decisionFeed, type FeedItem, type FeedKind } from '@/lib/decisions/decision-feed';
import { useSessionTopic } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { day, hour } from '@/lib/time';
import { useThrottled } from '@/lib/use-throttled';

const SHOWN = 6;
const TOLD_EVERY_MS = 500;
const NONE: readonly never[] = [];

/** What was decided, the newest first, with why; also what was not done, and what was refused. */
export function DecisionsPanel({ session }: { readonly session: Session }) {
  const { href } = useCurrent();
  const events = useSessionTopic(session.id, 'events');
  const decisions = useSessionTopic(session.id, 'decisions');
  const sleeves = useSleeves(session);
  // A person reads no faster than that.
  const told = useThrottled(events.items, TOLD_EVERY_MS);
  const spoken = useThrottled(decisions.items, TOLD_EVERY_MS);
  const feed = useMemo(() => decisionFeed(told ?? NONE, spoken ?? NONE, SHOWN), [told, spoken]);
  return (
    <Panel
      title="Decisions"
      count={feed.length === 0 ? undefined : 'newest first'}
      flush
      className="flex-1"
      actions={
        <Link href={href('/strategies')} className="text-accent text-small hover:underline">
          Why no trade?
        </Link>
      }
      receipt={feed.length === 0 ? undefined : <span>From the journal of {session.name}; times of New York</span>}
    >
      {events.items === undefined && events.fault !== undefined ? (
        <Failed title="The decisions cannot be shown" error={new Error(events.fault)} safe="They are in the journal." />
      ) : told === undefined ? (
        <LoadingRows rows={5} />
      ) : feed.length === 0 ? (
        <Empty title="Nothing was decided yet" className="py-6">
          Strategies speak once they have seen enough bars. What they decide, and why, appears here.
        </Empty>
      ) : (
        <ul>
          {feed.map((item) => (
            <li key={item.id} className="border-line border-t">
              <Item item={item} by={item.sleeveId === undefined ? undefined : sleeves.get(item.sleeveId)?.name} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

function Item({ item, by }: { readonly item: FeedItem; readonly by: string | undefined }) {
  const { href } = useCurrent();
  const { kind, at, symbol, title, reason, clientOrderId } = item;
  const target =
    kind === 'refused' && clientOrderId !== undefined
      ? href('/orders', { order: clientOrderId })
      : symbol === undefined
        ? href('/risk')
        : href('/chart', { symbol, at });
  return (
    <Link
      href={target}
      className="grid min-h-[51px] grid-cols-[70px_16px_minmax(0,1fr)_14px] items-center gap-x-2.5 px-3.5 py-1.5 hover:bg-inset focus-visible:outline-offset-[-2px]"
    >
      <span className="text-micro text-text-2">
        <span className="block whitespace-nowrap">{day(at)}</span>
        {hour(at)}
      </span>
      <KindMark kind={kind} />
      <span className="min-w-0">
        <span className="block truncate">
          {symbol !== undefined && <span className="font-semibold">{symbol} </span>}
          <span className="font-[550]">{title}</span>
        </span>
        <span className="line-clamp-2 text-micro text-text-2">
          {reason}
          {by !== undefined && <span className="text-text-3"> {by}</span>}
        </span>
      </span>
      <ChevronRight aria-hidden className="size-3.5 text-text-3" />
    </Link>
  );
}

const icons: Record<Exclude<FeedKind, 'bought' | 'sold'>, { readonly icon: LucideIcon; readonly color: string }> = {
  sent: { icon: Clock, color: 'text-text-2' },
  refused: { icon: Ban, color: 'text-halt' },
  'no-order': { icon: CircleDashed, color: 'text-text-2' },
  opinion: { icon: Eye, color: 'text-text-2' },
  abstained: { icon: CircleSlash, color: 'text-text-3' },
  ended: { icon: CircleSlash, color: 'text-text-2' },
  halted: { icon: OctagonX, color: 'text-halt' },
  resumed: { icon: Unlock, color: 'text-text-2' },
  breached: { icon: TriangleAlert, color: 'text-warn' },
};

function KindMark({ kind }: { readonly kind: FeedKind }): ReactNode {
  if (kind === 'bought') return <Triangle of={1} className="size-3.5 text-up" />;
  if (kind === 'sold') return <Triangle of={-1} className="size-3.5 text-down" />;
  const { icon: Icon, color } = icons[kind];
  return <Icon aria-hidden className={`size-4 ${color}`} />;
}
