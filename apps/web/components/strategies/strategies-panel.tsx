'use client';

import { Plus, Search, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { type Column, DataTable, ExportMenu } from '@/components/parts/data-table';
import { Panel } from '@/components/parts/panel';
import { Empty } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { count, counted } from '@/lib/format';
import { changeSearch } from '@/lib/url-state';
import { VerdictChip, verdictTitle } from '../report/verdict-chip';
import { ActivityMark, activityWord } from './activity-mark';
import { isFound, type StrategyRow } from './strategy-rows';

export interface StrategiesPanelProps {
  readonly rows: readonly StrategyRow[];
  readonly find: string;
  readonly onFind: (find: string) => void;
  readonly openKey: string | undefined;
  readonly onOpen: (row: StrategyRow) => void;
  /** Newest verdict of a backtest, by strategy. */
  readonly verdicts: ReadonlyMap<string, string>;
}

/** What can trade: the strategies that come with Candor, the person's own, and what cannot be used and why. */
export function StrategiesPanel({ rows, find, onFind, openKey, onOpen, verdicts }: StrategiesPanelProps) {
  const shown = useMemo(() => rows.filter((row) => isFound(find, row.name, row.title, row.summary)), [rows, find]);
  const columns = useMemo(() => columnsWith(verdicts), [verdicts]);
  const usable = rows.filter(({ group }) => group !== 'Cannot be used');
  const on = usable.filter(({ activity }) => activity !== 'off' && activity !== 'created').length;
  return (
    <Panel
      title="Strategies"
      count={`${counted(usable.length, 'strategy', 'strategies')}, ${count(on)} switched on`}
      flush
      actions={
        <>
          <span className="w-[180px] max-phone:w-full">
            <Input
              type="search"
              aria-label="Filter strategies and configurations"
              placeholder="Filter"
              value={find}
              onChange={({ target }) => onFind(target.value)}
              unit={<Search aria-hidden className="size-3.5" />}
              className="h-[30px]"
            />
          </span>
          <Button size="small" onClick={() => changeSearch({ make: 'strategy' }, true)}>
            <Plus aria-hidden /> From a file…
          </Button>
          <ExportMenu name="strategies" columns={columns} rows={shown} />
        </>
      }
      receipt={
        <>
          <span>
            Bundled strategies are tested against the look-ahead laws with every release; your own trade only after they
            pass.
          </span>
          <span>
            {count(shown.length)} of {count(rows.length)} shown
          </span>
        </>
      }
    >
      {shown.length === 0 ? (
        <Empty title="Nothing has this in its name" actions={<Button onClick={() => onFind('')}>Show all</Button>}>
          No strategy or description contains “{find}”.
        </Empty>
      ) : (
        <DataTable
          label="Strategies"
          columns={columns}
          rows={shown}
          rowKey={({ name }) => name}
          rowHeight={46}
          groupOf={({ group }) => group}
          openKey={openKey}
          onOpen={onOpen}
          phone={(row) => <StrategyLines row={row} verdict={verdicts.get(row.name)} />}
        />
      )}
    </Panel>
  );
}

function columnsWith(verdicts: ReadonlyMap<string, string>): readonly Column<StrategyRow>[] {
  return [
    {
      id: 'strategy',
      header: 'Strategy',
      value: ({ title }) => title,
      cell: (row) => <NameAndSummary row={row} />,
      className: 'w-[46%] py-1',
    },
    {
      id: 'verdict',
      header: 'Latest backtest',
      value: ({ name }) => {
        const verdict = verdicts.get(name);
        return verdict === undefined ? null : verdictTitle(verdict);
      },
      cell: ({ name, group }) => {
        const verdict = verdicts.get(name);
        if (group === 'Cannot be used') return null;
        return verdict === undefined ? <span className="text-text-3">none yet</span> : <VerdictChip of={verdict} />;
      },
    },
    {
      id: 'configurations',
      header: 'Configurations',
      align: 'right',
      className: 'whitespace-nowrap',
      value: ({ configurations }) => configurations,
      cell: ({ configurations, group }) =>
        group === 'Cannot be used' ? null : configurations === 0 ? (
          <span className="text-text-3">none</span>
        ) : (
          configurations
        ),
    },
    {
      id: 'runs-on',
      header: 'Runs on',
      className: 'whitespace-nowrap',
      value: ({ runsOn }) => runsOn.join(', '),
      cell: ({ runsOn, group }) =>
        group === 'Cannot be used' ? null : runsOn.length === 0 ? (
          <span className="text-text-3">none</span>
        ) : (
          runsOn.join(', ')
        ),
    },
    {
      id: 'state',
      header: 'State',
      value: ({ activity, group }) => (group === 'Cannot be used' ? 'Unusable' : activityWord(activity)),
      cell: ({ activity, group }) => (group === 'Cannot be used' ? <Unusable /> : <ActivityMark activity={activity} />),
    },
  ];
}

function NameAndSummary({ row }: { readonly row: StrategyRow }) {
  const isFile = row.group !== 'Come with Candor';
  return (
    <>
      <span className="block font-semibold">
        {row.title}
        {isFile && row.title !== row.name && (
          <span className="ml-2 font-mono font-normal text-micro text-text-3">{row.name}</span>
        )}
      </span>
      <span className="block text-micro text-text-2">{row.summary}</span>
    </>
  );
}

function StrategyLines({ row, verdict }: { readonly row: StrategyRow; readonly verdict: string | undefined }) {
  return (
    <span className="flex flex-col gap-0.5">
      <span className="flex justify-between gap-3">
        <span className="font-semibold">{row.title}</span>
        {row.group === 'Cannot be used' ? <Unusable /> : <ActivityMark activity={row.activity} />}
      </span>
      <span className="text-small text-text-2">{row.summary}</span>
      {row.group !== 'Cannot be used' && (
        <span className="text-small text-text-3">
          {verdict === undefined ? 'No backtest yet' : `Latest backtest: ${verdictTitle(verdict)}`};{' '}
          {counted(row.configurations, 'configuration')}
          {row.runsOn.length > 0 && `; runs on ${row.runsOn.join(', ')}`}
        </span>
      )}
    </span>
  );
}

function Unusable() {
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-warn">
      <TriangleAlert aria-hidden className="size-3.5" /> Unusable
    </span>
  );
}
