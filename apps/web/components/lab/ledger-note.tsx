'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Hash } from 'lucide-react';
import { api, read } from '@/lib/api/client';
import { counted, ratio } from '@/lib/format';
import type { BacktestDraft } from './backtest-draft';

/** What a run does to the ledger of tries, and how much luck has already had a chance on these bars. */
export function LedgerNote({ draft }: { readonly draft: BacktestDraft }) {
  const { symbol, timeframe, from, to } = draft;
  const asked = {
    symbol,
    timeframe,
    ...(from === '' ? {} : { from }),
    ...(to === '' ? {} : { to }),
  };
  const { data } = useQuery({
    queryKey: ['trials', asked],
    queryFn: () => read(api.GET('/api/trials', { params: { query: asked } })),
    enabled: symbol !== '' && (from === '' || to === '' || from <= to),
    placeholderData: keepPreviousData,
  });
  const bar = data?.sharpeToBeat ?? undefined;
  return (
    <p className="flex gap-2.5 text-small text-text-2">
      <Hash aria-hidden className="mt-0.5 size-3.5 shrink-0 text-text-3" />
      <span>
        A setting not tried before adds <strong className="font-semibold text-text">1 try</strong> to the ledger
        {data === undefined
          ? '.'
          : `, now ${counted(data.total, 'try', 'tries')}, ${data.overlapping} of them on these bars.`}{' '}
        {bar !== undefined && bar.value > 0 ? (
          <span title={bar.explanation}>
            The best of {counted(data?.overlapping ?? 0, 'try', 'tries')} without any skill reaches a Sharpe of about{' '}
            <strong className="font-semibold text-text">{ratio(bar.value)}</strong>.
          </span>
        ) : (
          'More tries raise the bar for all of them.'
        )}
      </span>
    </p>
  );
}
