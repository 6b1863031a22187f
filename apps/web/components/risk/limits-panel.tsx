'use client';

import { TriangleAlert } from 'lucide-react';
import { LimitRule, WARN_FROM } from '@/components/parts/headroom-bar';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Link } from '@/components/ui/link';
import { cn } from '@/lib/cn';
import { useCurrent, useMarketTime } from '@/lib/current';
import { count, percent } from '@/lib/format';
import { dayAndHour } from '@/lib/time';
import { useHeadroom } from '@/lib/use-headroom';
import { amountText, groupOf, type Limit, type LimitGroup, roomText, settingText, type Use } from './limit-groups';
import { useLimits } from './use-risk';

const groups: readonly LimitGroup[] = ['Size', 'Loss', 'Conduct'];

/** The limits of the account: what is used, where each warns and refuses, and how much room is left. */
export function LimitsPanel() {
  const { account, session, href } = useCurrent();
  const limits = useLimits();
  const headroom = useHeadroom(session);
  const at = useMarketTime();
  const set = account?.limits ?? {};
  const inForce = (limits.data?.limits ?? []).filter(({ id, presence }) => presence === 'always' || id in set);
  const uses = new Map((headroom.data?.limits ?? []).map((use) => [use.id, use]));
  const error = limits.error ?? headroom.error;
  return (
    <Panel
      title="Limits"
      count={
        limits.data === undefined || account === undefined
          ? undefined
          : `${count(inForce.length)} on this account, all in force`
      }
      flush
      receipt={
        account === undefined ? undefined : (
          <>
            <span className="flex flex-wrap items-center gap-x-4">
              <Key className="bg-text-2" word="used" />
              <Key className="hatched" word="held for working orders" />
              <span>thin mark: warns at {percent(WARN_FROM)}</span>
              <span>thick mark: refuses</span>
            </span>
            <span>{at === undefined ? 'nothing is traded now' : `as of ${dayAndHour(at)}, every 2 s`}</span>
          </>
        )
      }
    >
      {error !== null && limits.data === undefined ? (
        <Failed
          title="The limits could not be read"
          error={error}
          safe="They stand on the server whether they are shown or not."
          onRetry={() => void limits.refetch()}
        />
      ) : limits.data === undefined ? (
        <LoadingRows rows={10} />
      ) : account === undefined ? (
        <Empty
          title="No account yet"
          actions={
            <Button variant="default" asChild>
              <Link href={href('/strategies', { make: 'account' })}>Make an account</Link>
            </Button>
          }
        >
          Limits belong to an account. Make one, or start the demo on the overview.
        </Empty>
      ) : (
        <table aria-label="Limits" className="w-full table-fixed border-collapse max-phone:table-auto">
          <thead>
            <tr className="h-7 text-micro text-text-2">
              <th scope="col" className="w-[30%] pl-3.5 text-left font-[550] max-phone:w-auto">
                Limit
              </th>
              <th scope="col" className="px-2 text-left font-[550] max-phone:hidden">
                Used, held
              </th>
              {['Now', 'Warns', 'Refuses', 'Room left'].map((head) => (
                <th
                  key={head}
                  scope="col"
                  className={cn(
                    'w-[104px] px-2 text-right font-[550] last:w-[118px] last:pr-3.5 max-phone:w-auto',
                    (head === 'Warns' || head === 'Refuses') && 'max-phone:hidden',
                  )}
                >
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          {groups.map((group) => (
            <LimitRows
              key={group}
              group={group}
              limits={inForce.filter((limit) => groupOf(limit) === group)}
              uses={uses}
              set={set}
            />
          ))}
        </table>
      )}
    </Panel>
  );
}

function Key({ className, word }: { readonly className: string; readonly word: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <span aria-hidden className={cn('h-2 w-4 rounded-mark', className)} /> {word}
    </span>
  );
}

interface LimitRowsProps {
  readonly group: LimitGroup;
  readonly limits: readonly Limit[];
  readonly uses: ReadonlyMap<string, Use>;
  readonly set: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

function LimitRows({ group, limits, uses, set }: LimitRowsProps) {
  // What has a measure comes first, the fullest at the top.
  const rows = limits.toSorted((one, other) => shareOf(uses.get(other.id)) - shareOf(uses.get(one.id)));
  if (rows.length === 0) return null;
  return (
    <tbody>
      <tr className="h-[27px] border-line border-t border-b">
        <th scope="rowgroup" colSpan={6} className="pl-3.5 text-left font-[450] text-small text-text-2">
          {group}
          {group === 'Conduct' && ', checked on every order'}
        </th>
      </tr>
      {rows.map((limit) => (
        <LimitRow key={limit.id} limit={limit} use={uses.get(limit.id)} setting={set[limit.id] ?? {}} />
      ))}
    </tbody>
  );
}

function LimitRow({
  limit,
  use,
  setting,
}: {
  readonly limit: Limit;
  readonly use: Use | undefined;
  readonly setting: Readonly<Record<string, unknown>>;
}) {
  const share = shareOf(use);
  const state = share > 1 ? 'breached' : share >= WARN_FROM ? 'near' : 'ample';
  const name = (
    <th scope="row" className="py-1.5 pl-3.5 text-left align-middle font-[450]">
      <span className="block font-semibold">{limit.title}</span>
      <span className={cn('block text-micro text-text-2', use !== undefined && 'max-phone:hidden')}>
        {limit.params.length === 0 ? (use === undefined ? '' : limit.summary) : settingText(limit, setting)}
      </span>
      {use !== undefined && (
        <span className="block phone:hidden">
          <LimitRule share={share} state={state} />
          <span className="block text-micro text-text-2">refuses at {amountText(use.limit, use.unit)}</span>
        </span>
      )}
    </th>
  );
  if (use === undefined) {
    return (
      <tr className="h-11 border-line border-b last:border-b-0">
        {name}
        <td colSpan={5} className="px-2 py-1.5 pr-3.5 text-small text-text-2">
          {limit.summary}
        </td>
      </tr>
    );
  }
  return (
    <tr className="h-12 border-line border-b last:border-b-0" data-use={state}>
      {name}
      <td className="px-2 max-phone:hidden">
        <LimitRule share={share} state={state} />
      </td>
      <td
        className={cn(
          'whitespace-nowrap px-2 text-right font-semibold',
          state === 'near' && 'text-warn',
          state === 'breached' && 'text-halt',
        )}
      >
        {state !== 'ample' && <TriangleAlert aria-hidden className="mr-1 inline size-3.5 align-[-2px]" />}
        {amountText(use.value, use.unit)}
        {state !== 'ample' && <span className="sr-only">, {state}</span>}
      </td>
      <td className="whitespace-nowrap px-2 text-right text-text-2 max-phone:hidden">
        {amountText(use.limit * WARN_FROM, use.unit)}
      </td>
      <td className="whitespace-nowrap px-2 text-right max-phone:hidden">{amountText(use.limit, use.unit)}</td>
      <td className="whitespace-nowrap pr-3.5 pl-2 text-right font-semibold">{roomText(use.headroom, use.unit)}</td>
    </tr>
  );
}

function shareOf(use: Use | undefined): number {
  if (use === undefined) return -1;
  return use.limit > 0 ? use.value / use.limit : Number(use.value > 0) * 2;
}
