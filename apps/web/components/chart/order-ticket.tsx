'use client';

import { CircleX } from 'lucide-react';
import { useState } from 'react';
import { Field } from '@/components/parts/field';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { Link } from '@/components/ui/link';
import { Segmented } from '@/components/ui/segmented';
import { Select } from '@/components/ui/select';
import { api, once, ProblemError, read, type Schemas } from '@/lib/api/client';
import { useCurrent } from '@/lib/current';
import { money, price, quantity } from '@/lib/format';
import { useConnection } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import {
  checkDraft,
  type DraftField,
  EMPTY_DRAFT,
  type Instrument,
  needsLimit,
  needsStop,
  type OrderDraft,
  type OrderType,
} from './order-draft';
import { refusalLines } from './refusal-lines';
import { isOver } from './replay-bar';

export interface OrderTicketProps {
  readonly isOpen: boolean;
  readonly onOpenChange: (isOpen: boolean) => void;
  readonly session: Session;
  readonly instrument: Instrument;
  readonly lastPrice: number | undefined;
}

type Outcome =
  | { readonly kind: 'taken'; readonly orders: Schemas['OrdersPlaceOutput']['orders'] }
  | { readonly kind: 'refused'; readonly words: string; readonly code: string }
  | { readonly kind: 'unknown'; readonly words: string };

/** Gives an order by hand. What becomes of it is said here and in its timeline, never assumed. */
export function OrderTicket({ isOpen, onOpenChange, session, instrument, lastPrice }: OrderTicketProps) {
  const [draft, setDraft] = useState<OrderDraft>(EMPTY_DRAFT);
  // One key for one order: asking again after a lost answer is no second order.
  const [key, setKey] = useState(once);
  const [isSending, setIsSending] = useState(false);
  const [hasTried, setHasTried] = useState(false);
  const [outcome, setOutcome] = useState<Outcome | undefined>(undefined);
  const isLost = useConnection().kind === 'lost';
  const checked = checkDraft(draft, instrument);
  const locked = lockedBecause(session, isLost);

  const change = (part: Partial<OrderDraft>) => {
    setDraft((known) => ({ ...known, ...part }));
    setKey(once());
    setOutcome(undefined);
  };
  const send = async () => {
    setHasTried(true);
    if (!checked.ok || locked !== undefined) return;
    setIsSending(true);
    try {
      const { orders } = await read(
        api.POST('/api/sessions/{sessionId}/orders', {
          params: { path: { sessionId: session.id }, header: key },
          body: checked.body,
        }),
      );
      setOutcome({ kind: 'taken', orders });
      setKey(once());
    } catch (error) {
      if (error instanceof ProblemError) {
        setOutcome({ kind: 'refused', words: error.problem.detail, code: error.problem.code });
        setKey(once());
      } else {
        setOutcome({ kind: 'unknown', words: error instanceof Error ? error.message : '' });
      }
    } finally {
      setIsSending(false);
    }
  };
  const shares = Number(draft.quantity);
  const at = needsLimit(draft.type) && Number(draft.limitPrice) > 0 ? Number(draft.limitPrice) : lastPrice;
  return (
    <Dialog open={isOpen} onOpenChange={onOpenChange}>
      <DialogContent
        kind="sheet"
        title={`Order ${instrument.symbol}`}
        description="Simulated money. It passes the same limits as every other order and is matched from the next bar on."
      >
        <form
          className="flex flex-col gap-3.5 pt-1"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <Segmented
            label="Side"
            value={draft.side}
            options={[
              { value: 'buy', label: 'Buy' },
              { value: 'sell', label: 'Sell' },
            ]}
            onChange={(side) => change({ side })}
          />
          <PriceField
            field="quantity"
            label="Quantity"
            unit="shares"
            hint={`lots of ${quantity(instrument.lotSize)}`}
            {...{ draft, change, checked, hasTried }}
          />
          <div className="grid grid-cols-2 gap-3">
            <Field id="order-type" label="Type">
              <Select
                id="order-type"
                value={draft.type}
                onChange={({ currentTarget }) => change({ type: currentTarget.value as OrderType })}
              >
                <option value="market">Market</option>
                <option value="limit">Limit</option>
                <option value="stop">Stop</option>
                <option value="stop-limit">Stop-limit</option>
              </Select>
            </Field>
            <Field id="order-tif" label="Good for">
              <Select
                id="order-tif"
                value={draft.timeInForce}
                onChange={({ currentTarget }) => change({ timeInForce: currentTarget.value === 'gtc' ? 'gtc' : 'day' })}
              >
                <option value="day">The next session</option>
                <option value="gtc">Until cancelled</option>
              </Select>
            </Field>
          </div>
          {needsStop(draft.type) && (
            <PriceField
              field="stopPrice"
              label="Stop price"
              hint="sleeps until here"
              {...{ draft, change, checked, hasTried }}
            />
          )}
          {needsLimit(draft.type) && (
            <PriceField
              field="limitPrice"
              label="Limit price"
              hint="no worse than this"
              {...{ draft, change, checked, hasTried }}
            />
          )}
          <div className="grid grid-cols-2 gap-3">
            <PriceField
              field="stopLossPrice"
              label="Stop-loss"
              hint="optional"
              {...{ draft, change, checked, hasTried }}
            />
            <PriceField
              field="takeProfitPrice"
              label="Take-profit"
              hint="optional"
              {...{ draft, change, checked, hasTried }}
            />
          </div>
          <p className="text-small text-text-2">
            {shares > 0 && at !== undefined
              ? `About ${money(shares * at)} at ${price(at, instrument.tickSize)}, before commission and slippage. The price of the fill decides.`
              : 'Costs and the limit check are told after sending; nothing is filled before the next bar.'}
          </p>
          {locked !== undefined && (
            <p role="status" className="text-small text-warn">
              {locked}
            </p>
          )}
          <OutcomeBox outcome={outcome} />
          <Button variant="default" type="submit" disabled={isSending || locked !== undefined}>
            {isSending
              ? 'Sending'
              : outcome?.kind === 'unknown'
                ? 'Ask again'
                : `${draft.side === 'buy' ? 'Buy' : 'Sell'}${shares > 0 ? ` ${quantity(shares)}` : ''}`}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function lockedBecause(session: Session, isLost: boolean): string | undefined {
  if (isLost) return 'The connection is lost: orders are locked until it is back.';
  if (isOver(session)) return 'The session is over: nothing trades any more.';
  if (session.state === 'created') return 'The session has not begun. Start it first.';
  const [halt] = session.halts ?? [];
  if (halt !== undefined && halt.level === 'all') return `Trading is halted: ${halt.reason}`;
  return undefined;
}

interface PriceFieldProps {
  readonly field: DraftField;
  readonly label: string;
  readonly hint?: string;
  readonly unit?: string;
  readonly draft: OrderDraft;
  readonly change: (part: Partial<OrderDraft>) => void;
  readonly checked: ReturnType<typeof checkDraft>;
  readonly hasTried: boolean;
}

function PriceField({ field, label, hint, unit = 'USD', draft, change, checked, hasTried }: PriceFieldProps) {
  const id = `order-${field}`;
  const fault = checked.ok ? undefined : checked.faults[field];
  // What was not typed yet is not wrong before somebody asks.
  const error = hasTried || draft[field] !== '' ? fault : undefined;
  return (
    <Field id={id} label={label} {...(hint === undefined ? {} : { hint })} error={error}>
      <Input
        id={id}
        inputMode="decimal"
        autoComplete="off"
        value={draft[field]}
        unit={unit}
        aria-invalid={error !== undefined}
        aria-describedby={`${id}-error`}
        onChange={({ currentTarget }) => change({ [field]: currentTarget.value })}
      />
    </Field>
  );
}

function OutcomeBox({ outcome }: { readonly outcome: Outcome | undefined }) {
  const { href } = useCurrent();
  if (outcome === undefined) return null;
  if (outcome.kind === 'taken') {
    return (
      <div role="status" className="rounded-control border border-line-strong/60 p-3 text-small">
        <p className="font-semibold">Sent, waiting for the broker.</p>
        <ul className="mt-1 text-text-2">
          {outcome.orders.map(({ clientOrderId, side, intent, type, status, ...order }) => (
            <li key={clientOrderId}>
              {intent === 'protect' ? 'Protection' : side === 'buy' ? 'Buy' : 'Sell'} {quantity(order.quantity)}, {type}
              : {status} <span className="font-mono text-micro">{clientOrderId}</span>
            </li>
          ))}
        </ul>
        <Link className="mt-1 inline-block min-h-6 text-accent underline" href={href('/orders')}>
          Its timeline in Orders
        </Link>
      </div>
    );
  }
  const isRefused = outcome.kind === 'refused';
  return (
    <div role="alert" className="rounded-control border border-halt/70 p-3 text-small">
      <p className="flex items-center gap-1.5 font-semibold">
        <CircleX aria-hidden className="size-4 text-halt" />
        {isRefused ? 'Refused. Nothing was sent.' : 'Unknown: the answer was lost.'}
      </p>
      {refusalLines(outcome.words).map(({ code, words }) => (
        <p key={words} className="mt-1.5 text-text-2">
          {words} {code !== undefined && <span className="font-mono text-micro">{code}</span>}
        </p>
      ))}
      {isRefused ? (
        <p className="mt-1.5 font-mono text-micro text-text-2">{outcome.code}</p>
      ) : (
        <p className="mt-1 text-text-2">Asking again is safe: it is the same order, and it is placed once.</p>
      )}
    </div>
  );
}
