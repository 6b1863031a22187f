'use client';

import { useRouter } from 'next/navigation';
import { DataTable, ExportMenu } from '@/components/parts/data-table';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { PositionPhone, positionColumns } from '@/components/portfolio/position-columns';
import { PositionTotals } from '@/components/portfolio/position-totals';
import { useHeldPositions } from '@/components/portfolio/use-held-positions';
import { useSleeves } from '@/components/portfolio/use-sleeves';
import { Link } from '@/components/ui/link';
import { useCurrent, useMarketTime } from '@/lib/current';
import { percent } from '@/lib/format';
import type { Session } from '@/lib/live/topics';
import { dayAndHour } from '@/lib/time';
import { type Provenance, useProvenance } from './use-provenance';

/** What is held now. */
export function PositionsPanel({ session }: { readonly session: Session }) {
  const router = useRouter();
  const { href } = useCurrent();
  const marketAt = useMarketTime();
  const { all, open, fault } = useHeldPositions(session);
  const provenance = useProvenance(session);
  const sleeves = useSleeves(session);
  const columns = positionColumns(sleeves);
  const equityUsd = session.account?.equityUsd ?? 0;
  const grossUsd = open.reduce((sum, { marketValueUsd }) => sum + Math.abs(marketValueUsd ?? 0), 0);
  return (
    <Panel
      title="Positions"
      count={
        all === undefined
          ? undefined
          : open.length === 0
            ? 'none open'
            : `${open.length} open${equityUsd > 0 ? `, ${percent(grossUsd / equityUsd)} gross` : ''}`
      }
      flush
      actions={<ExportMenu name={`positions-${session.id}`} columns={columns} rows={open} />}
      receipt={
        <>
          <span>
            {marketAt === undefined ? 'Not marked yet' : 'Marked at the close of '}
            {marketAt !== undefined && <span className="font-[550] text-text">{dayAndHour(marketAt)}</span>}
          </span>
          <Link href={href('/data')} className="min-h-6 content-center hover:text-text hover:underline">
            {provenanceWords(session, provenance)}
          </Link>
        </>
      }
    >
      {all === undefined && fault !== undefined ? (
        <Failed title="The positions cannot be shown" error={new Error(fault)} safe="They are kept as they are." />
      ) : all === undefined ? (
        <LoadingRows rows={3} />
      ) : open.length === 0 ? (
        <Empty title="Nothing is held" className="py-6">
          The account is all in cash. A position opens when a strategy wants one and risk lets it pass; the decisions
          say why not.
        </Empty>
      ) : (
        <div className="@container overflow-x-auto">
          <DataTable
            label="Positions"
            columns={columns}
            rows={open}
            rowKey={({ sleeveId, symbol }) => `${sleeveId} ${symbol}`}
            onOpen={({ symbol }) => router.push(href('/chart', { symbol }))}
            phone={(position) => (
              <PositionPhone position={position} strategy={sleeves.get(position.sleeveId)?.strategy} />
            )}
            totals={<PositionTotals positions={open} columns={columns} />}
          />
        </div>
      )}
    </Panel>
  );
}

function provenanceWords({ feed }: Session, { synthetic, sources }: Provenance): string {
  const what = `Replay of ${feed.series.map(({ symbol }) => symbol).join(', ')}`;
  if (synthetic === undefined) return what;
  if (synthetic.length === feed.series.length) return `${what}: synthetic prices, no market had them`;
  return sources.length === 1 ? `${what} from ${sources[0]}` : `${what} from ${sources.length} sources`;
}
