'use client';

import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { Label } from '@/components/ui/label';
import { Select } from '@/components/ui/select';
import { api, read, type Schemas } from '@/lib/api/client';
import type { Configuration } from '@/lib/catalog/use-catalog';
import { useCurrent } from '@/lib/current';
import { count, counted } from '@/lib/format';
import type { Session } from '@/lib/live/topics';
import { day } from '@/lib/time';
import { isActive } from './strategy-rows';

type Reasons = Schemas['SessionsReasonsOutput'];
type Reason = Reasons['reasons'][number];

const FRESH_MS = 3_000;

/** In the order in which a wish becomes a fill. */
const stages: readonly { readonly kind: Reason['kind']; readonly title: string }[] = [
  { kind: 'abstention', title: 'No opinion' },
  { kind: 'opinion', title: 'What it wanted' },
  { kind: 'no-order', title: 'Wanted, but nothing to order' },
  { kind: 'refused', title: 'Refused by risk' },
  { kind: 'approved', title: 'Sent' },
  { kind: 'filled', title: 'Traded' },
  { kind: 'ended', title: 'Sent, but not filled' },
];

/** These have a code of the machine; the others say themselves. */
const HINDERED: readonly Reason['kind'][] = ['abstention', 'no-order', 'refused'];

/** Why a configuration did or did not trade in a session, counted by reason. */
export function WhyTab({
  configuration,
  runs,
}: {
  readonly configuration: Configuration;
  readonly runs: readonly Session[];
}) {
  const { session: current } = useCurrent();
  const [chosen, choose] = useState<string>();
  const session =
    runs.find(({ id }) => id === chosen) ?? runs.find(({ id }) => id === current?.id) ?? runs.find(isActive) ?? runs[0];
  const { data, error, refetch } = useQuery({
    queryKey: ['why-no-trade', session?.id],
    queryFn: () =>
      read(api.GET('/api/sessions/{sessionId}/why-no-trade', { params: { path: { sessionId: session?.id ?? '' } } })),
    enabled: session !== undefined && session.state !== 'created',
    refetchInterval: session?.state === 'running' ? FRESH_MS : false,
    staleTime: FRESH_MS,
  });
  if (session === undefined) {
    return (
      <Empty title="It has not run yet">
        Start it on an account; from then on every bar on which it did not trade is counted here with its reason.
      </Empty>
    );
  }
  return (
    <div className="min-h-0 flex-1 overflow-y-auto">
      {runs.length > 1 && (
        <div className="flex flex-col gap-1.5 border-line border-b px-3.5 py-3">
          <Label htmlFor="why-session">Session</Label>
          <Select id="why-session" value={session.id} onChange={({ target }) => choose(target.value)}>
            {runs.map(({ id, name, state }) => (
              <option key={id} value={id}>
                {name} ({state})
              </option>
            ))}
          </Select>
        </div>
      )}
      {session.state === 'created' ? (
        <Empty title="It has not begun">The session is prepared and waits for its start.</Empty>
      ) : error !== null && data === undefined ? (
        <Failed title="The reasons could not be counted" error={error} onRetry={() => void refetch()} />
      ) : data === undefined ? (
        <LoadingRows rows={5} />
      ) : (
        <ReasonList configurationId={configuration.id} session={session} counted={data} />
      )}
    </div>
  );
}

function ReasonList({
  configurationId,
  session,
  counted: { reasons, instants },
}: {
  readonly configurationId: string;
  readonly session: Session;
  readonly counted: Reasons;
}) {
  const sleeves = session.sleeves.filter((sleeve) => sleeve.configurationId === configurationId);
  const own = reasons.filter(({ sleeveId }) => sleeves.some(({ id }) => id === sleeveId));
  const totalOf = (...kinds: readonly Reason['kind'][]) =>
    own.reduce((sum, { kind, count: times }) => sum + (kinds.includes(kind) ? times : 0), 0);
  const most = Math.max(1, ...own.map(({ count: times }) => times));
  const spoken = totalOf('opinion', 'abstention');
  const oneSymbol = sleeves.length === 1 && sleeves[0]?.symbols.length === 1;
  const left = (session.length ?? 0) - session.position;
  return (
    <>
      <p className="border-line border-b px-3.5 py-3 text-small text-text-2">
        In {counted(instants, 'bar')} it had something new to say {count(spoken)} times, sent{' '}
        {counted(totalOf('approved'), 'order')} and got {counted(totalOf('filled'), 'fill')}.{' '}
        {oneSymbol &&
          spoken < instants &&
          `On the other ${counted(instants - spoken, 'bar')}, history before its start included, its last opinion stood and there was nothing to do.`}
      </p>
      {own.length === 0 && (
        <Empty title="Nothing is decided yet">
          {isActive(session)
            ? 'It waits for enough bars to have an opinion, or has had none so far.'
            : 'The session ended before the strategy had an opinion.'}
        </Empty>
      )}
      {stages.map(({ kind, title }) => {
        const lines = own.filter((reason) => reason.kind === kind);
        if (lines.length === 0) return null;
        return (
          <section key={kind} aria-label={title} className="border-line border-b px-3.5 py-3">
            <h3 className="mb-1.5 font-semibold text-small">{title}</h3>
            <ul className="flex flex-col gap-2">
              {lines.map((reason) => (
                <ReasonLine key={`${reason.sleeveId} ${reason.code}`} reason={reason} most={most} />
              ))}
            </ul>
          </section>
        );
      })}
      <p className="px-3.5 py-3 text-micro text-text-2">
        Counted from the journal of {session.name}; bar {count(session.position)} of {count(session.length ?? 0)}
        {left > 0 && isActive(session) ? ', still running' : ''}.
      </p>
    </>
  );
}

function ReasonLine({ reason, most }: { readonly reason: Reason; readonly most: number }) {
  const isTrade = reason.kind === 'filled' || reason.kind === 'approved';
  return (
    <li>
      <div className="grid grid-cols-[minmax(0,1fr)_100px_40px] items-center gap-3 text-small">
        <span className="text-text-2">{reason.title}</span>
        <span aria-hidden className="h-1.5 overflow-hidden rounded-mark bg-raised">
          <span
            className={isTrade ? 'block h-full rounded-mark bg-text' : 'block h-full rounded-mark bg-text-3'}
            style={{ width: `${(reason.count / most) * 100}%` }}
          />
        </span>
        <span className="text-right font-semibold">{count(reason.count)}</span>
      </div>
      <p className="text-micro text-text-3">
        Last {day(reason.lastAt)}
        {reason.example !== null && `: ${reason.example}`}
        {HINDERED.includes(reason.kind) && <span className="ml-1.5 font-mono">{reason.code}</span>}
      </p>
    </li>
  );
}
