import { type Column, DataTable } from '@/components/parts/data-table';
import { PercentDelta } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { counted, percentChange } from '@/lib/format';
import { day } from '@/lib/time';
import type { Assessment } from './run-document';

type Drawdown = Assessment['drawdowns'][number];

const columns: readonly Column<Drawdown>[] = [
  {
    id: 'depth',
    header: 'Depth',
    cell: ({ depth }) => <PercentDelta fraction={depth} />,
    value: ({ depth }) => depth,
  },
  { id: 'started', header: 'From', cell: ({ startedOn }) => on(startedOn), value: ({ startedOn }) => startedOn },
  { id: 'trough', header: 'Lowest', cell: ({ troughOn }) => on(troughOn), value: ({ troughOn }) => troughOn },
  {
    id: 'recovered',
    header: 'Recovered',
    cell: ({ recoveredOn }) => (recoveredOn === null ? <span className="text-text-3">not yet</span> : on(recoveredOn)),
    value: ({ recoveredOn }) => recoveredOn,
  },
  {
    id: 'sessions',
    header: 'Peak to recovery',
    align: 'right',
    cell: ({ sessions }) => counted(sessions, 'session'),
    value: ({ sessions }) => sessions,
  },
];

/** The deepest falls from an earlier peak. */
export function DrawdownsPanel({ drawdowns }: { readonly drawdowns: readonly Drawdown[] }) {
  return (
    <Panel title="Drawdowns" count={drawdowns.length === 0 ? undefined : `the ${drawdowns.length} deepest`} flush>
      {drawdowns.length === 0 ? (
        <p className="px-3.5 pb-3.5 text-small text-text-2">None: the equity never fell below an earlier peak.</p>
      ) : (
        <DataTable
          label="Drawdowns"
          columns={columns}
          rows={drawdowns}
          rowKey={({ startedOn }) => startedOn}
          rowHeight={30}
          phone={({ depth, startedOn, recoveredOn, sessions }) => (
            <p className="flex justify-between gap-3">
              <span>
                {on(startedOn)} to {recoveredOn === null ? 'not yet recovered' : on(recoveredOn)}
                <span className="block text-small text-text-2">{counted(sessions, 'session')} since the peak</span>
              </span>
              <span>{percentChange(depth)}</span>
            </p>
          )}
        />
      )}
    </Panel>
  );
}

function on(date: string): string {
  return day(date, 'UTC');
}
