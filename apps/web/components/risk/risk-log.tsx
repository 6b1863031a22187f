'use client';

import { Ban, OctagonX, Play, ShieldCheck, ShieldX, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { api, read, type Schemas } from '@/lib/api/client';
import { useCurrent } from '@/lib/current';
import { count, quantity } from '@/lib/format';
import { day, utc } from '@/lib/time';
import { useRiskLog } from './use-risk';

type Entry = Schemas['JournalListOutput']['entries'][number];
const FIRST = 8;

type Audit = Schemas['JournalAuditOutput'];

/** What risk refused, what was breached, who halted and who released, newest first. */
export function RiskLog() {
  const { account } = useCurrent();
  const log = useRiskLog(account?.id);
  const [isWhole, setIsWhole] = useState(false);
  const [audit, setAudit] = useState<Audit | Error>();
  const check = async () => {
    try {
      setAudit(
        await read(api.POST('/api/journal/audit', { body: account === undefined ? {} : { accountId: account.id } })),
      );
    } catch (error) {
      setAudit(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <Panel
      title="Refused and halted"
      flush
      actions={
        <Button size="small" variant="ghost" disabled={account === undefined} onClick={check}>
          <ShieldCheck aria-hidden /> Check the journal
        </Button>
      }
      receipt={<AuditWords audit={audit} />}
    >
      {log.error !== null && log.data === undefined ? (
        <Failed
          title="The journal could not be read"
          error={log.error}
          safe="Every entry is kept; only this view failed."
          onRetry={() => void log.refetch()}
        />
      ) : log.data === undefined && account !== undefined ? (
        <LoadingRows rows={4} />
      ) : (log.data?.entries.length ?? 0) === 0 ? (
        <Empty title={account === undefined ? 'Nothing was asked for yet' : 'Nothing was refused'}>
          {account === undefined
            ? 'What risk refuses, and every halt and release, is listed here with its reason.'
            : 'Every order that was asked for passed the limits, and nobody halted trading.'}
        </Empty>
      ) : (
        <ul aria-label="Refused and halted">
          {log.data?.entries.slice(0, isWhole ? undefined : FIRST).map((entry) => (
            <LogEntry key={entry.entry} entry={entry} />
          ))}
        </ul>
      )}
      {!isWhole && (log.data?.entries.length ?? 0) > FIRST && (
        <div className="flex justify-center p-2">
          <Button size="small" variant="ghost" onClick={() => setIsWhole(true)}>
            Show {count(log.data?.entries.length ?? 0)}
          </Button>
        </div>
      )}
    </Panel>
  );
}

function LogEntry({ entry }: { readonly entry: Entry }) {
  const { href } = useCurrent();
  const { icon, title, says, code } = words(entry);
  return (
    <li className="flex gap-3 border-line border-t px-3.5 py-2">
      <span className="mt-0.5">{icon}</span>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline justify-between gap-3">
          <span className="font-semibold">
            {entry.happening.type === 'order-refused' ? (
              <Link
                href={href('/orders', { order: `refused-${entry.seq}`, session: entry.sessionId })}
                className="hover:underline"
              >
                {title}
              </Link>
            ) : (
              title
            )}
          </span>
          <time
            dateTime={entry.at}
            title={`${utc(entry.at)}; written ${utc(entry.recordedAt)}`}
            className="shrink-0 text-micro text-text-2"
          >
            {day(entry.at)}
          </time>
        </div>
        <p className="text-small text-text-2">{says}</p>
        <p className="break-words font-mono text-micro text-text-3">{code}</p>
      </div>
    </li>
  );
}

function words({ happening }: Entry): {
  readonly icon: ReactNode;
  readonly title: string;
  readonly says: string;
  readonly code: string;
} {
  switch (happening.type) {
    case 'order-refused': {
      const { order, denials } = happening;
      return {
        icon: <Ban aria-hidden className="size-4 text-halt" />,
        title: `${order.side === 'buy' ? 'Buy' : 'Sell'} ${quantity(order.quantity)} ${order.symbol}`,
        says: denials.map(({ message }) => message).join(' '),
        code: denials.map(({ code }) => code).join(', '),
      };
    }
    case 'halted':
      return {
        icon: <OctagonX aria-hidden className="size-4 text-halt" />,
        title: happening.halt.level === 'all' ? 'Trading halted' : 'New entries halted',
        says: happening.halt.reason,
        code: happening.halt.code,
      };
    case 'resumed':
      return {
        icon: <Play aria-hidden className="size-4 text-up" />,
        title: 'Trading released',
        says: `By ${happening.by}: ${happening.reason}`,
        code: happening.halt.code,
      };
    case 'limit-breached':
      return {
        icon: <TriangleAlert aria-hidden className="size-4 text-warn" />,
        title: 'A limit was breached',
        says: 'By the market, not by an order: prices moved what was held.',
        code: happening.code,
      };
    default:
      return { icon: null, title: happening.type, says: '', code: '' };
  }
}

function AuditWords({ audit }: { readonly audit: Audit | Error | undefined }) {
  if (audit === undefined) return <span>From the journal, whose entries hold each other by their hashes</span>;
  if (audit instanceof Error) return <span className="text-halt">The journal was not checked. {audit.message}</span>;
  const [journal] = audit.journals;
  return audit.ok ? (
    <span className="flex items-center gap-1.5 text-up" role="status">
      <ShieldCheck aria-hidden className="size-3.5" /> {journal?.ok === true ? count(journal.entries) : 0} entries, no
      hash differs
    </span>
  ) : (
    <span className="flex items-center gap-1.5 text-halt" role="status">
      <ShieldX aria-hidden className="size-3.5" />
      {audit.journals.map((one) => (one.ok ? '' : `${one.accountId}, entry ${one.seq}: ${one.reason}`)).join(' ')}
    </span>
  );
}
