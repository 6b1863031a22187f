'use client';

import { Check, TriangleAlert } from 'lucide-react';
import { Missing, MoneyDelta } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingRows } from '@/components/parts/states';
import { type AttributionRow, attributionRows } from '@/lib/equity/attribution-rows';
import { count, money, percentChange } from '@/lib/format';
import type { Session } from '@/lib/live/topics';
import { ResultBar } from './result-bar';
import { useAttribution } from './use-attribution';
import { useSleeves } from './use-sleeves';

/** Which sleeve and which symbol brought how much of the result. */
export function AttributionPanel({ session }: { readonly session: Session }) {
  const sleeves = useSleeves(session);
  const { data, error, refetch } = useAttribution(session);
  const told = data === undefined ? undefined : attributionRows(data);
  return (
    <Panel
      title="Attribution"
      count="by sleeve and symbol"
      flush
      receipt={
        told === undefined ? undefined : (
          <>
            <span>
              Result is realised + unrealised − commissions; slippage is in the prices already
              <SplitNote beyondUsd={told.unrealizedBeyondUsd} />
            </span>
            <Tie differenceUsd={told.differenceUsd} />
          </>
        )
      }
    >
      {error !== null && data === undefined ? (
        <Failed
          title="The attribution cannot be shown"
          error={error}
          safe="The trades and their results are kept."
          onRetry={() => void refetch()}
        />
      ) : told === undefined ? (
        <LoadingRows rows={3} />
      ) : told.rows.length === 0 ? (
        <Empty title="Nothing was traded yet" className="py-6">
          With its first fill a sleeve appears here.
        </Empty>
      ) : (
        <>
          <Wide rows={told.rows} nameOf={(id) => sleeves.get(id)?.name ?? id} />
          <Phone rows={told.rows} nameOf={(id) => sleeves.get(id)?.name ?? id} />
        </>
      )}
    </Panel>
  );
}

interface RowsProps {
  readonly rows: readonly AttributionRow[];
  readonly nameOf: (sleeveId: string) => string;
}

const head = 'px-1.5 text-right font-[550]';

function Wide({ rows, nameOf }: RowsProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section tabIndex={0} aria-label="Attribution, as a table" className="overflow-x-auto max-phone:hidden">
      <table data-slot="table" aria-label="Attribution" className="w-full border-collapse">
        <thead>
          <tr className="h-7 border-line border-b text-micro text-text-2">
            <th scope="col" className="px-3.5 text-left font-[550]">
              Sleeve and symbol
            </th>
            <th scope="col" className={head}>
              Fills
            </th>
            <th scope="col" className={head}>
              Realised
            </th>
            <th scope="col" className={head}>
              Unrealised
            </th>
            <th scope="col" className={`${head} max-wide:hidden`}>
              Commissions
            </th>
            <th scope="col" className={`${head} max-wide:hidden`}>
              Slippage
            </th>
            <th scope="col" className={head}>
              Result
            </th>
            <th scope="col" className={`${head} max-wide:pr-3.5`}>
              Of start
            </th>
            <th scope="col" className="w-24 pr-3.5 pl-2 text-left font-[550] max-wide:hidden">
              <span className="sr-only">Drawn: loss to the left, gain to the right</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.id}
              className={`h-[34px] border-line border-b last:border-b-0 ${row.level === 'symbol' ? 'text-text-2' : 'font-[550]'}`}
            >
              <th
                scope="row"
                className={`min-w-36 py-1 text-left font-[inherit] ${row.level === 'symbol' ? 'pl-8' : 'pl-3.5'}`}
              >
                <span className="line-clamp-2" title={labelOf(row, nameOf)}>
                  {labelOf(row, nameOf)}
                </span>
              </th>
              <td className="px-1.5 text-right">{row.fills === undefined ? '' : count(row.fills)}</td>
              <Amount usd={row.realizedUsd} />
              <Amount usd={row.unrealizedUsd} />
              <td className="px-1.5 text-right max-wide:hidden">
                {row.feesUsd === undefined ? '' : money(row.feesUsd === 0 ? 0 : -row.feesUsd)}
              </td>
              <td className="px-1.5 text-right text-text-2 max-wide:hidden">
                {row.slippageUsd === undefined ? '' : money(row.slippageUsd)}
              </td>
              <Amount usd={row.resultUsd} />
              <td className="px-1.5 text-right max-wide:pr-3.5">
                {row.ofStart === null ? <Missing /> : percentChange(row.ofStart)}
              </td>
              <td className="pr-3.5 pl-2 max-wide:hidden">
                {row.resultUsd !== null && row.level !== 'all' && <ResultBar share={row.ofLargest} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Phone({ rows, nameOf }: RowsProps) {
  return (
    <ul aria-label="Attribution" className="phone:hidden">
      {rows.map((row) => (
        <li
          key={row.id}
          className={`flex flex-col gap-1 border-line border-t py-2.5 pr-3.5 ${row.level === 'symbol' ? 'pl-7 text-text-2' : 'pl-3.5'}`}
        >
          <span className="flex justify-between gap-3 text-lead">
            <span className="min-w-0 truncate">{labelOf(row, nameOf)}</span>
            {row.resultUsd === null ? <Missing /> : <MoneyDelta usd={row.resultUsd} className="font-[550]" />}
          </span>
          {row.fills !== undefined && (
            <span className="text-small text-text-2">
              {count(row.fills)} fills,{' '}
              {row.ofStart === null ? 'share missing' : `${percentChange(row.ofStart)} of the start`}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}

function labelOf({ level, sleeveId, symbol }: AttributionRow, nameOf: RowsProps['nameOf']): string {
  if (level === 'all') return 'Equity less the start';
  if (level === 'none') return 'Dividends, interest and borrowing';
  return level === 'symbol' ? (symbol ?? '') : nameOf(sleeveId ?? '');
}

function Amount({ usd }: { readonly usd: number | null | undefined }) {
  return (
    <td className="px-1.5 text-right">
      {usd === undefined ? '' : usd === null ? <Missing because="A price is missing." /> : <MoneyDelta usd={usd} />}
    </td>
  );
}

/** Why the account splits the same result another way: two sleeves that held a symbol at once have two average costs, the account one. */
function SplitNote({ beyondUsd }: { readonly beyondUsd: number | null }) {
  if (beyondUsd === null || Math.abs(beyondUsd) < 0.005) return null;
  return (
    <>
      . The account keeps one average cost a symbol, each sleeve its own: of the same result it counts{' '}
      {money(Math.abs(beyondUsd))} more as {beyondUsd > 0 ? 'unrealised' : 'realised'}
    </>
  );
}

function Tie({ differenceUsd }: { readonly differenceUsd: number | null }) {
  if (differenceUsd === null) return <span>cannot be added up: a price is missing</span>;
  if (Math.abs(differenceUsd) < 0.005) {
    return (
      <span className="flex items-center gap-1.5 text-up">
        <Check aria-hidden className="size-3.5" /> sums to equity less the start
      </span>
    );
  }
  return (
    <span className="flex items-center gap-1.5 font-semibold text-halt">
      <TriangleAlert aria-hidden className="size-3.5" /> does not add up: {money(Math.abs(differenceUsd))} apart
    </span>
  );
}
