'use client';

import { HeadroomBar } from '@/components/parts/headroom-bar';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { useConnection } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { useHeadroom } from '@/lib/use-headroom';
import { restWords, tightest, usedWords } from './headroom-words';

const SHOWN = 6;

/** The limits that are used most, with what is left of each. */
export function HeadroomPanel({ session }: { readonly session: Session }) {
  const { href } = useCurrent();
  const { data, error, isDriven, refetch } = useHeadroom(session);
  const isLost = useConnection().kind === 'lost';
  const limits = tightest(data?.limits ?? [], SHOWN);
  return (
    <Panel
      title="Headroom"
      actions={
        <Link href={href('/risk')} className="text-accent text-small hover:underline">
          All limits
        </Link>
      }
      receipt={
        data === undefined ? undefined : (
          <>
            <span>{isLost ? 'Last known, the connection is lost' : 'Asked for every 2 s'}</span>
            <span>thin tick warns, thick refuses</span>
          </>
        )
      }
    >
      {!isDriven ? (
        <Empty title="No limit is in use" className="py-5">
          {session.name} is {session.state}: nothing trades, so nothing is measured against the limits.
        </Empty>
      ) : error !== null && data === undefined ? (
        <Failed
          title="The headroom cannot be shown"
          error={error}
          safe="The limits hold, whether they are shown or not."
          onRetry={() => void refetch()}
        />
      ) : data === undefined ? (
        <LoadingRows rows={4} className="px-0" />
      ) : limits.length === 0 ? (
        <p className="text-text-2">No limit of this account has a use that could be measured.</p>
      ) : (
        <ul className="flex flex-col gap-2.5">
          {limits.map((use, place) => (
            <li key={use.id} className={place >= 3 ? 'max-phone:hidden' : undefined}>
              <HeadroomBar
                title={use.title}
                used={use.value}
                limit={use.limit}
                usedText={usedWords(use)}
                restText={restWords(use)}
              />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
