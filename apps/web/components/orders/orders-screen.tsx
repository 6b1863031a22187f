'use client';

import { useCallback, useMemo, useRef, useState } from 'react';
import { DataTable, ExportMenu } from '@/components/parts/data-table';
import { Panel } from '@/components/parts/panel';
import { AgeChip, Empty, Failed, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { useCurrent } from '@/lib/current';
import { count, counted } from '@/lib/format';
import { useConnection } from '@/lib/live/live-provider';
import { useUrlState } from '@/lib/url-state';
import { useNow } from '@/lib/use-now';
import { type Sleeve, useSleeves } from '../portfolio/use-sleeves';
import { CancelDialog } from './cancel-order';
import { OrderOnPhone, orderColumns } from './order-columns';
import { OrderDetail } from './order-detail';
import { isWorking, type OrderLine, originText } from './order-line';
import { useOrderLines } from './use-order-lines';

type Show = 'working' | 'all' | 'refused';

/** Every order of the session with its whole life, those that risk refused among them. */
export function OrdersScreen() {
  const { session, isLoading, href } = useCurrent();
  const connection = useConnection();
  const now = useNow();
  const [show = 'all', setShow] = useUrlState('show');
  const [open, setOpen] = useUrlState('order');
  const [sleeve, setSleeve] = useUrlState('sleeve');
  const [asked, setAsked] = useState<readonly OrderLine[]>([]);
  const { lines, error, retry, hasOlder, isLoadingOlder, loadOlder } = useOrderLines(session);
  const isKnown = connection.kind === 'open';
  const named = useSleeves(session);
  const nameOf = useCallback((id: string) => originText(id, named.get(id)?.name), [named]);
  const originOf = useCallback((id: string) => originText(id, shortNameOf(named, id)), [named]);
  const columns = useMemo(() => orderColumns(isKnown, originOf, nameOf), [isKnown, originOf, nameOf]);

  const working = useMemo(() => (lines ?? []).filter(isWorking), [lines]);
  const refused = useMemo(() => (lines ?? []).filter(({ state }) => state === 'refused'), [lines]);
  const sleeves = useMemo(() => [...new Set((lines ?? []).map(({ sleeveId }) => sleeveId))].sort(), [lines]);
  const ofShow = show === 'working' ? working : show === 'refused' ? refused : (lines ?? []);
  const shown = sleeve === undefined ? ofShow : ofShow.filter(({ sleeveId }) => sleeveId === sleeve);
  const line = lines?.find(({ key }) => key === open);
  const detail = useRef<HTMLDivElement>(null);
  const openLine = useCallback(
    (one: OrderLine) => {
      setOpen(one.key, true);
      // Beside the list it is in sight anyway; below it, it has to be brought there.
      requestAnimationFrame(() => detail.current?.scrollIntoView({ block: 'nearest' }));
    },
    [setOpen],
  );
  const askToCancel = useCallback((one: OrderLine) => isWorking(one) && isKnown && setAsked([one]), [isKnown]);

  return (
    <div className="grid flex-1 grid-cols-[minmax(0,1fr)_420px] items-start gap-3.5 max-wide:grid-cols-1">
      <h1 className="sr-only">Orders</h1>
      <Panel
        title="Orders"
        flush
        actions={
          <>
            <Segmented<Show>
              label="Which orders"
              value={show as Show}
              onChange={(value) => setShow(value === 'all' ? undefined : value)}
              options={[
                { value: 'working', label: `Working ${count(working.length)}` },
                { value: 'all', label: `All ${count(lines?.length ?? 0)}${hasOlder ? '+' : ''}` },
                { value: 'refused', label: `Refused ${count(refused.length)}` },
              ]}
            />
            {sleeves.length > 1 && (
              <Select
                aria-label="From which sleeve"
                className="w-44"
                value={sleeve ?? ''}
                onChange={({ target }) => setSleeve(target.value || undefined)}
              >
                <option value="">Every sleeve</option>
                {sleeves.map((id) => (
                  <option key={id} value={id}>
                    {nameOf(id)}
                  </option>
                ))}
              </Select>
            )}
            <ExportMenu name="orders" columns={columns} rows={shown} />
            <Button size="small" disabled={working.length === 0 || !isKnown} onClick={() => setAsked(working)}>
              Cancel all working…
            </Button>
            {connection.kind === 'lost' && <AgeChip ms={now - connection.sinceMs} />}
          </>
        }
        receipt={
          <>
            <span>
              {session === undefined
                ? isLoading
                  ? 'Reading the orders'
                  : 'From our own journal, once there is a session'
                : lines === undefined
                  ? 'Reading the orders'
                  : `${counted(shown.length, 'order')} of ${session.name}, from our own journal; a simulated exchange holds the same list`}
            </span>
            <span className="max-phone:hidden">j / k to move, Enter to open, x to cancel</span>
          </>
        }
      >
        {error !== null && lines === undefined ? (
          <Failed
            title="The orders could not be read"
            error={error}
            safe="Orders at the broker are untouched; only this view failed."
            onRetry={retry}
          />
        ) : session === undefined && !isLoading ? (
          <Empty
            title="No session, so no orders"
            actions={
              <Button variant="default" asChild>
                <Link href={href('/strategies')}>Start a strategy</Link>
              </Button>
            }
          >
            Orders appear once a strategy trades on this account.
          </Empty>
        ) : lines === undefined ? (
          <LoadingRows rows={12} />
        ) : shown.length === 0 ? (
          <Empty
            title={
              show === 'working' ? 'Nothing is working' : show === 'refused' ? 'Nothing was refused' : 'No orders yet'
            }
          >
            {show === 'all'
              ? 'A strategy asks for an order when its opinion changes and the risk checks pass.'
              : show === 'working'
                ? 'Market orders fill at the open of the next bar, so they work only briefly.'
                : 'Every order that was asked for passed the limits of the account.'}
          </Empty>
        ) : (
          <DataTable
            label="Orders"
            columns={columns}
            rows={shown}
            rowKey={(one) => one.key}
            onOpen={openLine}
            onCancel={askToCancel}
            openKey={open}
            phone={(one) => <OrderOnPhone line={one} isKnown={isKnown} origin={originOf(one.sleeveId)} />}
          />
        )}
        {hasOlder && show !== 'working' && (
          <div className="flex justify-center p-2.5">
            <Button size="small" disabled={isLoadingOlder} onClick={loadOlder}>
              {isLoadingOlder ? 'Loading' : 'Load older orders'}
            </Button>
          </div>
        )}
      </Panel>
      <div ref={detail} className="sticky top-[72px] scroll-mt-16 scroll-mb-24 max-wide:static">
        <OrderDetail
          line={line}
          hasOrders={(lines?.length ?? 0) > 0}
          canAct={isKnown}
          originOf={nameOf}
          onCancel={(one) => setAsked([one])}
        />
      </div>
      <CancelDialog lines={asked} onClose={() => setAsked([])} />
    </div>
  );
}

/** Returns the strategy of a sleeve, which says where an order came from as long as no other sleeve has the same; or else its name. */
function shortNameOf(sleeves: ReadonlyMap<string, Sleeve>, id: string): string | undefined {
  const sleeve = sleeves.get(id);
  const alike = [...sleeves.values()].filter(({ strategy }) => strategy === sleeve?.strategy);
  return alike.length === 1 ? (sleeve?.strategy ?? sleeve?.name) : sleeve?.name;
}
