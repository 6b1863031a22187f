'use client';

import { useMemo } from 'react';
import { type Column, ExportMenu } from '@/components/parts/data-table';
import { Missing } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Segmented } from '@/components/ui/segmented';
import { count, probability } from '@/lib/format';
import { day, dayAndHour } from '@/lib/time';
import { useUrlState } from '@/lib/url-state';
import { LongTable } from './long-table';
import type { Decision } from './run-document';

type Row = Decision & { readonly key: string };

const wants: Readonly<Record<Decision['want'], string>> = {
  long: 'be long',
  short: 'be short',
  flat: 'hold nothing',
  abstain: 'no opinion',
};

const columns: readonly Column<Row>[] = [
  {
    id: 'at',
    header: 'At the close of',
    className: 'whitespace-nowrap',
    cell: ({ at }) => <span title={dayAndHour(at)}>{day(at)}</span>,
    value: ({ at }) => at,
  },
  {
    id: 'want',
    header: 'Wanted',
    className: 'whitespace-nowrap',
    cell: ({ want }) => <span className={want === 'abstain' ? 'text-text-2' : 'font-[550]'}>{wants[want]}</span>,
    value: ({ want }) => want,
  },
  {
    id: 'confidence',
    header: 'Confidence',
    align: 'right',
    cell: ({ confidence }) => (confidence === null ? <Missing word="none" /> : probability(confidence)),
    value: ({ confidence }) => confidence,
  },
  { id: 'why', header: 'Why', cell: whyOf, value: whyOf },
];

/** What the strategy said at every close at which it said something, and why. */
export function DecisionsPanel({
  decisions,
  isPrinting,
  name,
}: {
  readonly decisions: readonly Decision[];
  readonly isPrinting: boolean;
  readonly name: string;
}) {
  const [shown, setShown] = useUrlState('decisions');
  const rows = useMemo(() => {
    const all = decisions.map((decision, place) => ({ ...decision, key: String(place) }));
    if (shown === 'opinions') return all.filter(({ want }) => want !== 'abstain');
    return shown === 'abstained' ? all.filter(({ want }) => want === 'abstain') : all;
  }, [decisions, shown]);
  const abstained = decisions.filter(({ want }) => want === 'abstain').length;
  return (
    <Panel
      title="Decisions"
      count={`${count(decisions.length)}, ${count(abstained)} without an opinion`}
      flush
      // Longer than a sheet, it begins where the one before ends.
      className="print:block print:break-inside-auto print:[&>div]:block"
      actions={
        <span className="contents" data-print="hide">
          {abstained > 0 && (
            <Segmented
              label="Decisions shown"
              value={shown ?? 'all'}
              options={[
                { value: 'all', label: 'All' },
                { value: 'opinions', label: 'Opinions' },
                { value: 'abstained', label: 'Why not' },
              ]}
              onChange={(next) => setShown(next === 'all' ? undefined : next)}
            />
          )}
          <ExportMenu name={name} columns={columns} rows={rows} />
        </span>
      }
    >
      {decisions.length === 0 ? (
        <p className="px-3.5 pb-3.5 text-small text-text-2">
          None: the strategy never had enough bars behind it, or nothing changed its opinion.
        </p>
      ) : (
        <LongTable
          key={shown}
          label="Decisions"
          columns={columns}
          rows={rows}
          rowKey={({ key }) => key}
          isPrinting={isPrinting}
          phone={(row) => (
            <p>
              <span className="font-[550]">{wants[row.want]}</span>, {day(row.at)}
              <span className="block text-small text-text-2">{whyOf(row)}</span>
            </p>
          )}
        />
      )}
    </Panel>
  );
}

function whyOf({ reasons, code, voteSheet }: Decision): string {
  const said = reasons.length > 0 ? reasons.join('; ') : (code ?? 'no reason given');
  if (voteSheet === null || voteSheet.probabilityUp === null) return said;
  const voted = voteSheet.votes.filter(({ probabilityUp }) => probabilityUp !== null).length;
  return `${said}. ${probability(voteSheet.probabilityUp)} up, ${voted} of ${voteSheet.votes.length} members voted`;
}
