'use client';

import { Dices, EyeOff, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { ChartLegend } from '@/components/charts/chart-legend';
import { ChartTableButton } from '@/components/charts/chart-table';
import { DRAWDOWN_HEIGHT } from '@/components/charts/drawdown-pane';
import { LineChart } from '@/components/charts/line-chart';
import { useSize } from '@/components/charts/use-size';
import { Chip } from '@/components/parts/chip';
import { Delta } from '@/components/parts/delta';
import { Panel } from '@/components/parts/panel';
import { Empty, Failed, LoadingChart } from '@/components/parts/states';
import { IdentityLine } from '@/components/portfolio/identity-line';
import { Button } from '@/components/ui/button';
import { Segmented } from '@/components/ui/segmented';
import { Tooltip } from '@/components/ui/tooltip';
import { useCurrent } from '@/lib/current';
import { type DayChange, dayChange } from '@/lib/equity/day-change';
import { EQUITY_RANGES, equityRangeOf } from '@/lib/equity/equity-range';
import { count, money, moneyChange, percentChange, wholeMoney } from '@/lib/format';
import { useConnection, useSessionTopic } from '@/lib/live/live-provider';
import type { Session } from '@/lib/live/topics';
import { day } from '@/lib/time';
import { useUrlState } from '@/lib/url-state';
import { equityChart } from './equity-chart';
import { useBenchmarks } from './use-benchmarks';
import { useEquityCurve } from './use-equity-curve';
import { useProvenance } from './use-provenance';

const NONE: readonly never[] = [];
const LEAST_HEIGHT = 236;
const MOST_HEIGHT = 420;
/** What the drawdown takes beneath the chart. */
const BENEATH = DRAWDOWN_HEIGHT + 8;

/** What the account is worth, what the day and the whole time have brought, and how it came there. */
export function EquityPanel({ session }: { readonly session: Session }) {
  const { account: current } = useCurrent();
  const [rangeText, setRange] = useUrlState('range');
  const [asTable, setAsTable] = useUrlState('table');
  const [spx, setSpx] = useUrlState('spx');
  const range = equityRangeOf(rangeText);
  const curve = useEquityCurve(session, range);
  const positions = useSessionTopic(session.id, 'positions').items;
  const benchmarks = useBenchmarks(session, curve.startAt, spx === 'on');
  const { synthetic } = useProvenance(session);
  const isStale = useConnection().kind === 'lost';
  const { account } = session;
  const startUsd = account?.startCashUsd ?? current?.startCashUsd ?? 0;
  const equityUsd = account?.equityUsd ?? startUsd;
  const change = dayChange(curve.latest, startUsd);

  const name = current?.name ?? session.name;
  const [box, { height: room }] = useSize();
  const height = Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, room - BENEATH));
  const chart = useMemo(
    () =>
      equityChart({
        name,
        points: curve.points ?? NONE,
        startAt: curve.startAt,
        startUsd,
        benchmarks: benchmarks.held,
      }),
    [name, curve.points, curve.startAt, startUsd, benchmarks.held],
  );

  return (
    <Panel
      title="Equity"
      bare
      flush
      receipt={
        account === null || positions === undefined ? undefined : (
          <IdentityLine account={account} positions={positions} />
        )
      }
    >
      <div className="flex flex-1 flex-col gap-2 px-3.5 pt-3 pb-2">
        <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <div className={isStale ? 'text-text-3' : undefined}>
            <p className="flex flex-wrap items-center gap-2 text-small text-text-2">
              Equity, {name}
              {synthetic !== undefined && synthetic.length > 0 && (
                <Chip tone="warn" title="A random number generator made them; no market ever had them.">
                  <Dices aria-hidden /> Synthetic prices
                </Chip>
              )}
            </p>
            <p className="font-semibold text-hero" data-testid="equity">
              {money(equityUsd)}
            </p>
          </div>
          <div className="flex flex-col items-end gap-1.5 max-phone:order-3 max-phone:w-full max-phone:items-stretch">
            <div className="flex flex-wrap items-center justify-end gap-1.5">
              <ChartTableButton
                isTable={asTable === 'equity'}
                onChange={(is) => setAsTable(is ? 'equity' : undefined)}
              />
              <Segmented
                label="Range of the chart"
                value={range}
                options={EQUITY_RANGES.map((value) => ({ value, label: value }))}
                onChange={(value) => setRange(value === 'All' ? undefined : value)}
                className="max-phone:flex-1"
              />
            </div>
            <div className="flex flex-wrap items-center justify-end gap-x-2 max-phone:justify-between">
              <ChartLegend series={chart.series} />
              {benchmarks.hasSpx && (
                <Button
                  variant="ghost"
                  size="small"
                  aria-label={spx === 'on' ? 'Hide S&P 500' : undefined}
                  onClick={() => setSpx(spx === 'on' ? undefined : 'on')}
                  className="pr-0"
                >
                  {spx === 'on' ? <EyeOff aria-hidden /> : <Plus aria-hidden />} {spx === 'on' ? 'Hide' : 'S&P 500'}
                </Button>
              )}
            </div>
          </div>
          <Changes change={change} sinceUsd={equityUsd - startUsd} startUsd={startUsd} startAt={curve.startAt} />
        </div>
        {curve.fault !== undefined && curve.points === undefined ? (
          <Failed
            title="The equity cannot be shown"
            error={new Error(curve.fault)}
            safe="The session is not affected."
          />
        ) : curve.points === undefined ? (
          <LoadingChart className="min-h-64" />
        ) : curve.points.length === 0 ? (
          <Empty title="No bar has closed yet">
            The session has not begun. The curve starts with its first bar; until then the account holds{' '}
            {money(startUsd)} in cash.
          </Empty>
        ) : (
          // What the panels beside leave in height is the chart's; what it draws does not take part in that.
          <div ref={box} className="relative min-h-[284px] flex-1">
            <div className="absolute inset-x-0 top-0">
              <LineChart
                {...chart}
                label={`Equity of ${name}`}
                spacing={curve.thinnedFrom === undefined ? 'even' : 'time'}
                height={height}
                format={money}
                formatAxis={wholeMoney}
                asTable={asTable === 'equity'}
              />
            </div>
          </div>
        )}
        <Notes
          isLog={chart.isLog}
          thinnedFrom={curve.thinnedFrom}
          drawn={curve.points?.length ?? 0}
          older={curve.olderError}
          missing={[...benchmarks.missing, ...chart.missing]}
        />
      </div>
    </Panel>
  );
}

/** What the day and the whole time have brought. */
function Changes({
  change,
  sinceUsd,
  startUsd,
  startAt,
}: {
  readonly change: DayChange | undefined;
  readonly sinceUsd: number;
  readonly startUsd: number;
  readonly startAt: string | undefined;
}) {
  if (startAt === undefined) return <p className="text-text-2">No bar has been seen yet.</p>;
  return (
    <p className="-mt-1.5 flex basis-full flex-wrap max-phone:order-2 max-phone:flex-col items-center max-phone:items-start gap-x-2.5 font-[550]">
      {change !== undefined && (
        <>
          <Delta
            value={change.usd}
            text={`${moneyChange(change.usd)}${change.fraction === null ? '' : ` (${percentChange(change.fraction)})`} today`}
          />
          <span aria-hidden className="text-text-3 max-phone:hidden">
            ·
          </span>
        </>
      )}
      <Delta
        value={sinceUsd}
        text={`${moneyChange(sinceUsd)}${startUsd > 0 ? ` (${percentChange(sinceUsd / startUsd)})` : ''} since ${day(startAt)}`}
      />
    </p>
  );
}

/** What must be known to read the chart. */
function Notes({
  isLog,
  thinnedFrom,
  drawn,
  older,
  missing,
}: {
  readonly isLog: boolean;
  readonly thinnedFrom: number | undefined;
  readonly drawn: number;
  readonly older: Error | null;
  readonly missing: readonly { readonly label: string; readonly because: string }[];
}) {
  const notes = [
    ...(isLog ? ['Log scale.'] : []),
    ...(thinnedFrom === undefined
      ? []
      : [`${count(drawn)} points stand for ${count(thinnedFrom)}; every low and high of a stretch is kept.`]),
    ...(older === null ? [] : [`The chart begins late: older points could not be loaded. ${older.message}`]),
  ];
  if (notes.length === 0 && missing.length === 0) return null;
  return (
    <p className="flex flex-wrap gap-x-3 text-micro text-text-2">
      {notes.map((note) => (
        <span key={note}>{note}</span>
      ))}
      {missing.map(({ label, because }) => (
        <Tooltip key={label} says={because}>
          <button type="button" className="min-h-6 text-text-3 underline decoration-dotted">
            {label}: missing
          </button>
        </Tooltip>
      ))}
    </p>
  );
}
