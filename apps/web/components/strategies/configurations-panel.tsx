'use client';

import { useMemo } from 'react';
import { type Column, DataTable, ExportMenu } from '@/components/parts/data-table';
import { Panel } from '@/components/parts/panel';
import { Empty } from '@/components/parts/states';
import { count, counted } from '@/lib/format';
import { dayHere } from '@/lib/time';
import { ActivityMark, activityWord } from './activity-mark';
import { type ConfigurationRow, isFound } from './strategy-rows';

/** The strategies as the person has set them: what can be started. */
export function ConfigurationsPanel({
  rows,
  find,
  openKey,
  onOpen,
}: {
  readonly rows: readonly ConfigurationRow[];
  readonly find: string;
  readonly openKey: string | undefined;
  readonly onOpen: (row: ConfigurationRow) => void;
}) {
  const shown = useMemo(
    () => rows.filter(({ configuration: { id, name }, strategyTitle }) => isFound(find, id, name, strategyTitle)),
    [rows, find],
  );
  return (
    <Panel
      title="Configurations"
      count={counted(rows.length, 'configuration')}
      flush
      actions={<ExportMenu name="configurations" columns={columns} rows={shown} />}
      receipt={
        <>
          <span>A session keeps the version it was started with; a change is a new version.</span>
          <span>
            {count(shown.length)} of {count(rows.length)} shown
          </span>
        </>
      }
    >
      {shown.length === 0 ? (
        <Empty title={rows.length === 0 ? 'No configuration yet' : 'No configuration has this in its name'}>
          {rows.length === 0
            ? 'Choose a strategy, set its parameters at the right and save them as version 1. A configuration is what a session trades by.'
            : `Nothing here contains “${find}”.`}
        </Empty>
      ) : (
        <DataTable
          label="Configurations"
          columns={columns}
          rows={shown}
          rowKey={({ configuration }) => configuration.id}
          openKey={openKey}
          onOpen={onOpen}
          phone={(row) => <ConfigurationLines row={row} />}
        />
      )}
    </Panel>
  );
}

const columns: readonly Column<ConfigurationRow>[] = [
  {
    id: 'name',
    header: 'Configuration',
    value: ({ configuration }) => configuration.name,
    cell: ({ configuration }) => <span className="font-semibold">{configuration.name}</span>,
  },
  {
    id: 'strategy',
    header: 'Strategy',
    value: ({ strategyTitle }) => strategyTitle,
    cell: ({ strategyTitle }) => <span className="whitespace-nowrap text-text-2">{strategyTitle}</span>,
  },
  {
    id: 'version',
    header: 'Version',
    align: 'right',
    value: ({ configuration }) => configuration.version,
    cell: ({ configuration }) => configuration.version,
  },
  {
    id: 'saved',
    header: 'Saved',
    from: 'wide',
    value: ({ configuration }) => configuration.createdAt,
    cell: ({ configuration }) => (
      <span className="whitespace-nowrap text-text-2">{dayHere(configuration.createdAt)}</span>
    ),
  },
  {
    id: 'runs-on',
    header: 'Runs on',
    className: 'whitespace-nowrap',
    value: ({ runsOn }) => runsOn.join(', '),
    cell: ({ runsOn }) => (runsOn.length === 0 ? <span className="text-text-3">none</span> : runsOn.join(', ')),
  },
  {
    id: 'state',
    header: 'State',
    value: ({ activity }) => activityWord(activity),
    cell: ({ activity }) => <ActivityMark activity={activity} />,
  },
];

function ConfigurationLines({ row }: { readonly row: ConfigurationRow }) {
  const { configuration, strategyTitle, runsOn, activity } = row;
  return (
    <span className="flex flex-col gap-0.5">
      <span className="flex justify-between gap-3">
        <span className="font-semibold">{configuration.name}</span>
        <ActivityMark activity={activity} />
      </span>
      <span className="flex justify-between gap-3 text-small text-text-2">
        <span>
          {strategyTitle}, version {configuration.version}
        </span>
        <span>{runsOn.join(', ')}</span>
      </span>
    </span>
  );
}
