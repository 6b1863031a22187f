'use client';

import { useRouter } from 'next/navigation';
import type { ReactNode } from 'react';
import { type Column, DataTable, ExportMenu } from '@/components/parts/data-table';
import { MoneyDelta } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { Segmented } from '@/components/ui/segmented';
import { useCurrent } from '@/lib/current';
import { counted, money } from '@/lib/format';
import type { Fill, Session } from '@/lib/live/topics';
import { useUrlState } from '@/lib/url-state';
import { FillPhone, fillColumns } from './fill-columns';
import { netOf, TradePhone, tradeColumns } from './trade-columns';
import { useFills } from './use-fills';
import { useSleeves } from './use-sleeves';
import { type Trade, useTrades } from './use-trades';

/** What is over: the closed trades, or the single fills. */
export function HistoryPanel({ session }: { readonly session: Session }) {
  const [list, setList] = useUrlState('list');
  const choice = (
    <Segmented
      label="What the list shows"
      value={list === 'fills' ? 'fills' : 'trades'}
      options={[
        { value: 'trades', label: 'Closed trades' },
        { value: 'fills', label: 'Fills' },
      ]}
      onChange={(value) => setList(value === 'fills' ? 'fills' : undefined)}
    />
  );
  return list === 'fills' ? (
    <FillList session={session} choice={choice} />
  ) : (
    <TradeList session={session} choice={choice} />
  );
}

interface ListProps {
  readonly session: Session;
  readonly choice: ReactNode;
}

function TradeList({ session, choice }: ListProps) {
  const { data: trades, error, refetch } = useTrades(session);
  const columns = tradeColumns(useSleeves(session));
  const netUsd = trades?.reduce((sum, trade) => sum + netOf(trade), 0);
  const won = trades?.filter((trade) => netOf(trade) > 0).length ?? 0;
  return (
    <List<Trade>
      title="Closed trades"
      name={`trades-${session.id}`}
      count={trades === undefined ? undefined : counted(trades.length, 'trade')}
      choice={choice}
      rows={trades}
      columns={columns}
      rowKey={({ sleeveId, symbol, entryAt, exitAt }) => `${sleeveId} ${symbol} ${entryAt} ${exitAt}`}
      atOf={({ entryAt }) => entryAt}
      symbolOf={({ symbol }) => symbol}
      phone={(trade) => <TradePhone trade={trade} />}
      sort={{ column: 'exit', descending: true }}
      error={error}
      retry={() => void refetch()}
      empty="A trade is closed when a position is flat again. The first one will appear here."
      receipt={
        trades === undefined || trades.length === 0 || netUsd === undefined ? undefined : (
          <>
            <span className="flex items-center gap-1.5">
              Together <MoneyDelta usd={netUsd} /> after commissions; {won} of {trades.length} gained
            </span>
            <span>from flat to flat, asked for every 2 s while it runs</span>
          </>
        )
      }
    />
  );
}

function FillList({ session, choice }: ListProps) {
  const { fills, isCut, error, retry } = useFills(session);
  const columns = fillColumns(useSleeves(session));
  return (
    <List<Fill>
      title="Fills"
      name={`fills-${session.id}`}
      count={fills === undefined ? undefined : counted(fills.length, 'fill')}
      choice={choice}
      rows={fills}
      columns={columns}
      rowKey={({ clientOrderId, sequence }) => `${clientOrderId} ${sequence}`}
      atOf={({ at }) => at}
      symbolOf={({ symbol }) => symbol}
      phone={(fill) => <FillPhone fill={fill} />}
      error={error}
      retry={retry}
      empty="An approved order fills at the next bar. The first fill will appear here."
      receipt={
        fills === undefined || fills.length === 0 ? undefined : (
          <>
            <span>
              Commissions {money(fills.reduce((sum, { commissionUsd }) => sum + commissionUsd, 0))}, slippage{' '}
              {money(fills.reduce((sum, { slippageUsd }) => sum + slippageUsd, 0))}
              {isCut && ' of those shown'}
            </span>
            <span>{isCut ? 'the latest 5,000; older ones are on the server' : 'all there are'}</span>
          </>
        )
      }
    />
  );
}

interface TheListProps<Row> {
  readonly title: string;
  readonly name: string;
  readonly count: string | undefined;
  readonly choice: ReactNode;
  readonly rows: readonly Row[] | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rowKey: (row: Row) => string;
  readonly atOf: (row: Row) => string;
  readonly symbolOf: (row: Row) => string;
  readonly phone: (row: Row) => ReactNode;
  readonly sort?: { readonly column: string; readonly descending: boolean };
  readonly error: Error | null;
  readonly retry: () => void;
  readonly empty: string;
  readonly receipt: ReactNode;
}

function List<Row>(props: TheListProps<Row>) {
  const { title, name, count: howMany, choice, rows, columns, rowKey, atOf, symbolOf, phone, sort, error } = props;
  const router = useRouter();
  const { href } = useCurrent();
  return (
    <Panel
      title={title}
      {...(howMany === undefined ? {} : { count: howMany })}
      flush
      actions={
        <>
          {choice}
          <ExportMenu name={name} columns={columns} rows={rows ?? []} />
        </>
      }
      receipt={props.receipt}
    >
      {error !== null && rows === undefined ? (
        <Failed
          title={`The ${title.toLowerCase()} cannot be shown`}
          error={error}
          safe="They are kept on the server."
          onRetry={props.retry}
        />
      ) : rows === undefined ? (
        <LoadingRows rows={6} />
      ) : rows.length === 0 ? (
        <Empty title="None yet" className="py-6">
          {props.empty}
        </Empty>
      ) : (
        <DataTable
          label={title}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          onOpen={(row) => router.push(href('/chart', { symbol: symbolOf(row), at: atOf(row) }))}
          phone={phone}
          {...(sort === undefined ? {} : { sort })}
        />
      )}
    </Panel>
  );
}
