import { OctagonX } from 'lucide-react';
import { useMemo } from 'react';
import type { Column } from '@/components/parts/data-table';
import { Panel } from '@/components/parts/panel';
import { counted } from '@/lib/format';
import { day, dayAndHour } from '@/lib/time';
import { LongTable } from './long-table';
import type { NotPlaced, RunDocument } from './run-document';

type Row = NotPlaced & { readonly key: string };

const columns: readonly Column<Row>[] = [
  {
    id: 'at',
    header: 'When',
    className: 'whitespace-nowrap',
    cell: ({ at }) => <span title={dayAndHour(at)}>{day(at)}</span>,
    value: ({ at }) => at,
  },
  { id: 'reason', header: 'Why', cell: ({ reason }) => reason, value: ({ reason }) => reason },
  {
    id: 'code',
    header: 'Code',
    from: 'wide',
    cell: ({ code }) => <span className="font-mono text-micro text-text-2">{code}</span>,
    value: ({ code }) => code,
  },
];

/** Wishes that led to no order and orders that came to nothing, and where trading was halted. */
export function NotPlacedPanel({
  document,
  isPrinting,
}: {
  readonly document: RunDocument;
  readonly isPrinting: boolean;
}) {
  const { notPlaced, halts } = document;
  const rows = useMemo(() => notPlaced.map((one, place) => ({ ...one, key: String(place) })), [notPlaced]);
  return (
    <Panel title="Not placed" count={`${counted(notPlaced.length, 'order')}, ${counted(halts.length, 'halt')}`} flush>
      {halts.length > 0 && (
        <ul aria-label="Halts" className="flex flex-col gap-1.5 px-3.5 pb-2.5">
          {halts.map(({ at, code, reason }) => (
            <li key={`${at} ${code}`} className="flex gap-2 text-small">
              <OctagonX aria-hidden className="mt-0.5 size-4 shrink-0 text-halt" />
              <span>
                <span className="font-semibold">Halted {day(at)}.</span> {reason}{' '}
                <span className="font-mono text-micro text-text-2">{code}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {notPlaced.length === 0 ? (
        <p className="px-3.5 pb-3.5 text-small text-text-2">No wish was refused, and no order was rejected.</p>
      ) : (
        <LongTable
          label="Not placed"
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          isPrinting={isPrinting}
          phone={({ at, reason }) => (
            <p>
              {reason}
              <span className="block text-small text-text-2">{dayAndHour(at)}</span>
            </p>
          )}
        />
      )}
    </Panel>
  );
}
