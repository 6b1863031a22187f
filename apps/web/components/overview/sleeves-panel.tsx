'use client';

import { MoneyDelta } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Failed, LoadingRows } from '@/components/parts/states';
import { useAttribution } from '@/components/portfolio/use-attribution';
import { useSleeves } from '@/components/portfolio/use-sleeves';
import { useTrades } from '@/components/portfolio/use-trades';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { count, counted, percent } from '@/lib/format';
import type { Session } from '@/lib/live/topics';

/** What each sleeve has of the account and what it brought. */
export function SleevesPanel({ session }: { readonly session: Session }) {
  const { href } = useCurrent();
  const sleeves = useSleeves(session);
  const { data, error, refetch } = useAttribution(session);
  const { data: trades } = useTrades(session);
  const results = new Map(data?.sleeves.map((result) => [result.sleeveId, result]));
  return (
    <Panel
      title="Sleeves"
      count={counted(sleeves.size, 'strategy', 'strategies')}
      flush
      actions={
        <Link href={href('/portfolio')} className="text-accent text-small hover:underline">
          Attribution
        </Link>
      }
      receipt={
        data === undefined ? undefined : <span>Result is realised + unrealised − commissions, asked for every 2 s</span>
      }
    >
      {error !== null && data === undefined ? (
        <Failed
          title="The sleeves cannot be shown"
          error={error}
          safe="They go on trading."
          onRetry={() => void refetch()}
        />
      ) : data === undefined ? (
        <LoadingRows rows={2} />
      ) : (
        <table data-slot="table" aria-label="Sleeves" className="w-full border-collapse">
          <thead>
            <tr className="h-7 border-line border-b text-micro text-text-2">
              <th scope="col" className="px-3.5 text-left font-[550]">
                Sleeve
              </th>
              <th scope="col" className="px-2 text-right font-[550]">
                Share
              </th>
              <th scope="col" className="px-2 text-right font-[550] max-phone:hidden">
                Realised
              </th>
              <th scope="col" className="px-2 text-right font-[550] max-phone:hidden">
                Unrealised
              </th>
              <th scope="col" className="px-2 text-right font-[550] max-phone:hidden">
                Trades
              </th>
              <th scope="col" className="px-3.5 text-right font-[550]">
                Result
              </th>
            </tr>
          </thead>
          <tbody>
            {[...sleeves.values()].map(({ id, name, capitalShare }) => {
              const result = results.get(id);
              const closed = trades?.filter(({ sleeveId }) => sleeveId === id).length;
              return (
                <tr key={id} className="h-[34px] border-line border-b last:border-b-0">
                  <td className="px-3.5 py-1">{name}</td>
                  <td className="px-2 text-right">{percent(capitalShare)}</td>
                  <td className="px-2 text-right max-phone:hidden">
                    {result === undefined ? <None /> : <MoneyDelta usd={result.realizedUsd} />}
                  </td>
                  <td className="px-2 text-right max-phone:hidden">
                    {result?.unrealizedUsd === undefined || result.unrealizedUsd === null ? (
                      <None />
                    ) : (
                      <MoneyDelta usd={result.unrealizedUsd} />
                    )}
                  </td>
                  <td className="px-2 text-right max-phone:hidden">
                    {closed === undefined ? <None /> : count(closed)}
                  </td>
                  <td className="px-3.5 text-right font-[550]">
                    {result?.resultUsd === undefined || result.resultUsd === null ? (
                      <None />
                    ) : (
                      <MoneyDelta usd={result.resultUsd} />
                    )}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function None() {
  return <span className="text-text-3">none yet</span>;
}
