'use client';

import { FlaskConical } from 'lucide-react';
import { MoneyDelta } from '@/components/parts/delta';
import { Link } from '@/components/ui/link';
import { useCurrent } from '@/lib/current';
import { count, counted, price, probability, quantity } from '@/lib/format';
import { day, dayAndHour } from '@/lib/time';
import { turnoutWords, wantWords } from './decision-words';
import type { Run } from './use-chart-state';
import type { BarTimes } from './use-decision';
import { VoteMembers } from './vote-members';
import { VoteRule } from './vote-rule';

/** What a backtest decided and held at the bar under the cursor. */
export function RunPanel({
  run,
  bar,
  tickSize,
}: {
  readonly run: Run;
  readonly bar: BarTimes | undefined;
  readonly tickSize: number;
}) {
  const { href } = useCurrent();
  const { decisions, trades, manifest } = run.document;
  const untilMs = bar?.nextOpenedMs ?? Number.POSITIVE_INFINITY;
  const decision = decisions.findLast(({ at }) => Date.parse(at) <= untilMs);
  const trade = trades.findLast(({ entryAt }) => Date.parse(entryAt) <= (bar?.openedMs ?? Number.POSITIVE_INFINITY));
  const isOpen = trade !== undefined && (trade.exitAt === null || Date.parse(trade.exitAt) > (bar?.openedMs ?? 0));
  return (
    <section aria-label="Backtest at the cursor" className="flex min-h-0 flex-1 flex-col">
      <header className="flex min-h-[42px] items-center gap-2 px-4 pt-2">
        <h2 className="font-semibold">Backtest of {manifest.strategy.id}</h2>
        <FlaskConical aria-hidden className="ml-auto size-4 text-text-3" />
      </header>
      {/* It may be longer than the screen, and is then scrolled by key as well. */}
      <section
        aria-label="What the run held and said"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by key
        tabIndex={0}
        className="min-h-0 flex-1 overflow-y-auto px-4 pb-3 focus-visible:outline-offset-[-2px]"
      >
        {trade === undefined ? (
          <p className="py-2 text-text-2">No trade yet at this bar.</p>
        ) : (
          <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 py-2">
            <dt className="text-text-2">{isOpen ? 'Held at this bar' : 'Last trade'}</dt>
            <dd className="text-right font-semibold">
              {trade.direction} {quantity(trade.quantity)}
            </dd>
            <dt className="text-text-2">In</dt>
            <dd className="text-right">
              {price(trade.entryPrice, tickSize)}, {day(trade.entryAt)}
            </dd>
            <dt className="text-text-2">Out</dt>
            <dd className="text-right">
              {trade.exitAt === null || trade.exitPrice === null
                ? 'not yet, at the end of the run'
                : `${price(trade.exitPrice, tickSize)}, ${day(trade.exitAt)}, ${trade.exitReason ?? 'no reason told'}`}
            </dd>
            <dt className="text-text-2">Brought, after commission</dt>
            <dd className="text-right">
              <MoneyDelta usd={trade.grossUsd - trade.commissionUsd} />
            </dd>
            <dt className="text-text-2">Held</dt>
            <dd className="text-right">{counted(trade.barsHeld, 'bar')}</dd>
          </dl>
        )}
        {decision !== undefined && (
          <div className="border-line border-t pt-3">
            <p className="mb-1 flex items-baseline gap-2">
              <span className="font-semibold text-title">{wantWords(decision.want)}</span>
              <span className="text-small text-text-2">
                {decision.confidence !== null && `confidence ${probability(decision.confidence)}`}
              </span>
            </p>
            <p className="mb-2 text-small text-text-2">Said {dayAndHour(decision.at)}.</p>
            {decision.voteSheet === null ? (
              <ul className="text-text-2">
                {decision.reasons.map((reason) => (
                  <li key={reason}>{reason}.</li>
                ))}
              </ul>
            ) : (
              <>
                <VoteRule up={decision.voteSheet.probabilityUp} base={decision.voteSheet.base} />
                <p className="mb-3 text-text-2">{turnoutWords(decision.voteSheet)}</p>
                <VoteMembers sheet={decision.voteSheet} />
              </>
            )}
          </div>
        )}
      </section>
      <footer
        data-slot="receipt"
        className="flex min-h-[30px] items-center justify-between gap-3 border-line border-t border-dashed px-4 py-1.5 text-micro text-text-2"
      >
        <span>
          {counted(trades.length, 'trade')} of the run, {count(manifest.data.bars)} bars
        </span>
        <Link className="text-accent underline" href={href('/backtests/report', { run: run.runId })}>
          Report
        </Link>
      </footer>
    </section>
  );
}
