'use client';

import { useQuery } from '@tanstack/react-query';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { api, read } from '@/lib/api/client';
import { useCurrent } from '@/lib/current';
import { money, price, quantity } from '@/lib/format';
import { day } from '@/lib/time';
import { isWorking, type OrderLine, orderTitle } from './order-line';
import { OrderState } from './order-state';
import { stepsOfOrder, stepsOfRefusal } from './order-steps';
import { OrderTimeline } from './order-timeline';
import { RefusalBox } from './refusal-box';

export interface OrderDetailProps {
  readonly line: OrderLine | undefined;
  /** There are orders, and none is chosen. */
  readonly hasOrders: boolean;
  readonly canAct: boolean;
  /** Who asked for it, in words, by sleeve. */
  readonly originOf: (sleeveId: string) => string;
  readonly onCancel: (line: OrderLine) => void;
}

/** One order's life: why it was refused, or what became of it, step by step, ours and the broker's side. */
export function OrderDetail({ line, hasOrders, canAct, originOf, onCancel }: OrderDetailProps) {
  const { account, href } = useCurrent();
  const isStored = line !== undefined && line.state !== 'refused';
  const stored = useQuery({
    queryKey: ['order', account?.id, line?.key, line?.state, line?.filledQuantity],
    enabled: isStored && account !== undefined,
    queryFn: () =>
      read(
        api.GET('/api/accounts/{accountId}/orders/{clientOrderId}', {
          params: { path: { accountId: account?.id ?? '', clientOrderId: line?.key ?? '' } },
        }),
      ),
    placeholderData: (before) => (before?.order.clientOrderId === line?.key ? before : undefined),
  });
  if (line === undefined) {
    return (
      <Panel title="Order">
        <Empty title={hasOrders ? 'No order is open' : 'Nothing to show'}>
          {hasOrders
            ? 'Choose one in the list: its whole life is shown here, from the question to the last fill.'
            : 'An order appears once a strategy or a person asks for one.'}
        </Empty>
      </Panel>
    );
  }
  const origin = originOf(line.sleeveId);
  const steps =
    line.state === 'refused'
      ? stepsOfRefusal(line, origin)
      : stored.data === undefined
        ? undefined
        : stepsOfOrder(stored.data, origin);
  const filledUsd = stored.data?.fills.reduce((sum, fill) => sum + fill.quantity * fill.price, 0) ?? 0;
  return (
    <Panel title={orderTitle(line)} bare receipt={<OrderReceipt line={line} />}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <p className="font-semibold text-title">{orderTitle(line)}</p>
        <span className="break-all font-mono text-micro text-text-3">{line.key}</span>
      </div>
      <div className="mt-1 mb-3">
        <OrderState state={line.state} isKnown={canAct} />
        {line.state === 'refused' && <span className="text-text-2">, nothing was sent</span>}
      </div>
      {line.denials.length > 0 && <RefusalBox denials={line.denials} />}
      <div className="my-3 flex flex-wrap gap-2">
        {isWorking(line) && (
          <Button
            size="small"
            disabled={!canAct}
            title={canAct ? undefined : 'The server cannot be asked now.'}
            onClick={() => onCancel(line)}
          >
            Cancel the order…
          </Button>
        )}
        <Button size="small" asChild>
          <Link href={href('/chart', { symbol: line.symbol, at: line.decidedAt })}>Show on the chart</Link>
        </Button>
      </div>
      <h3 className="mb-2 text-small text-text-2">Lifecycle</h3>
      {stored.error !== null ? (
        <Failed title="The order could not be read" error={stored.error} onRetry={() => void stored.refetch()} />
      ) : steps === undefined ? (
        <LoadingRows rows={4} className="px-0" />
      ) : (
        <OrderTimeline steps={steps} />
      )}
      {stored.data !== undefined && isStored && (
        <dl className="mt-4 grid grid-cols-2 gap-x-4 gap-y-1 border-line border-t pt-3 text-small">
          <dt className="text-text-2">Filled</dt>
          <dd className="text-right font-semibold">
            {quantity(line.filledQuantity)} of {quantity(line.quantity)}
          </dd>
          <dt className="text-text-2">Average price</dt>
          <dd className="text-right font-semibold">
            {line.averageFillPrice === null ? 'none' : price(line.averageFillPrice)}
          </dd>
          <dt className="text-text-2">Worth</dt>
          <dd className="text-right font-semibold">{filledUsd === 0 ? 'none' : money(filledUsd)}</dd>
          <dt className="text-text-2">Commission and slippage</dt>
          <dd className="text-right font-semibold">
            {money(stored.data.fills.reduce((sum, fill) => sum + fill.commissionUsd + fill.slippageUsd, 0))}
          </dd>
        </dl>
      )}
    </Panel>
  );
}

function OrderReceipt({ line }: { readonly line: OrderLine }) {
  return (
    <>
      <span>
        Decided at the close of {day(line.decidedAt)}, session <span className="font-mono">{line.sessionId}</span>
      </span>
      <span>simulated exchange</span>
    </>
  );
}
