'use client';

import dynamic from 'next/dynamic';
import { useCallback, useMemo, useRef, useState } from 'react';
import { PRICE_PANE } from '@/components/charts/price-chart/chart-content';
import { PriceChart, type PriceChartHandle } from '@/components/charts/price-chart/price-chart';
import { Empty, Failed, LoadingChart } from '@/components/parts/states';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent } from '@/components/ui/dialog';
import { Link } from '@/components/ui/link';
import { Segmented } from '@/components/ui/segmented';
import { cn } from '@/lib/cn';
import { useCurrent } from '@/lib/current';
import { useShortcuts } from '@/lib/keys';
import { useUrlState } from '@/lib/url-state';
import { useIsPhone } from '@/lib/use-is-phone';
import { ChartHeader } from './chart-header';
import { ChartReceipt } from './chart-receipt';
import { summaryOf } from './chart-summary';
import { DecisionPanel } from './decision-panel';
import { DecisionPeek } from './decision-peek';
import { LayerRow, PLAIN_LAYERS, type PlainLayer } from './layer-row';
import { LegendLine } from './legend-line';
import { PhoneControls } from './phone-controls';
import { isOver, ReplayBar } from './replay-bar';
import { heldFor } from './timeframes';
import { useBenchmark } from './use-benchmark';
import { useChartBars } from './use-chart-bars';
import { useChartCursor } from './use-chart-cursor';
import { useChartState } from './use-chart-state';
import { useStandingDecision } from './use-decision';
import { useIndicatorCatalog, useIndicatorChoices, useIndicators } from './use-indicators';
import { fillsOfTrades, useSessionFills, useSessionLevels } from './use-session-marks';
import { useSleeve } from './use-sleeve';

// Not part of what one sees first.
const BarTable = dynamic(async () => (await import('./bar-table')).BarTable);
const IndicatorPicker = dynamic(async () => (await import('./indicator-picker')).IndicatorPicker);
const OrderTicket = dynamic(async () => (await import('./order-ticket')).OrderTicket);
const RunPanel = dynamic(async () => (await import('./run-panel')).RunPanel);

const CHART_ID = 'price-chart';
/** Longer than this, equal changes are better seen as equal shares. */
const LOG_FROM_DAYS = 366;

/** Prices, what was decided at them, and what became of it. */
export function ChartScreen() {
  const { href } = useCurrent();
  const state = useChartState();
  const { symbol = '', instrument, timeframe, held, session, trading, run } = state;
  const tickSize = instrument?.tickSize ?? 0.01;
  const isIntraday = timeframe !== '1d' && timeframe !== '1w';

  const chart = useChartBars({ symbol, timeframe, held, session });
  const { bars } = chart;
  const catalog = useIndicatorCatalog();
  const [choices, setChoices] = useIndicatorChoices(symbol);
  const indicators = useIndicators({ symbol, timeframe, bars, until: session?.feed.to, choices, catalog });

  const [benchmark, setBenchmark] = useUrlState('bench');
  const others = useMemo(
    () => state.listed.filter((one) => one.timeframe === heldFor(timeframe) && one.symbol !== symbol),
    [state.listed, timeframe, symbol],
  );
  const other = others.find((one) => one.symbol === benchmark);
  const benchmarkCloses = useBenchmark(other?.symbol, timeframe, other, bars);

  const [offText, setOff] = useUrlState('off');
  const off = useMemo(() => new Set(PLAIN_LAYERS.filter((layer) => offText?.split('.').includes(layer))), [offText]);
  const sessionFills = useSessionFills(session?.id, symbol, tickSize);
  const fills = useMemo(
    () => (run === undefined ? sessionFills.fills : fillsOfTrades(run.document.trades, symbol, tickSize)),
    [run, sessionFills.fills, symbol, tickSize],
  );
  const levels = useSessionLevels(session?.id, symbol, tickSize);

  const handle = useRef<PriceChartHandle>(null);
  const isStepping = session !== undefined && session.state === 'paused';
  const cursor = useChartCursor({
    bars,
    isIntraday,
    handle,
    chartId: CHART_ID,
    session,
    isStepping,
    loadOlder: chart.loadOlder,
    hasOlder: chart.hasOlder,
  });
  const sleeve = useSleeve(session, symbol);
  const standing = useStandingDecision(session?.id, sleeve.id, symbol, cursor.times);

  const [scale, setScale] = useUrlState('scale');
  const [view, setView] = useUrlState('view');
  const [, setTimeframe] = useUrlState('tf');
  const [, setSight] = useUrlState('see');
  // Once opened, a ticket stays: an order without an answer yet is asked after under its own key.
  const [isOrdering, setIsOrdering] = useState<boolean | undefined>(undefined);
  const [picking, setPicking] = useState<{ readonly place: number | undefined } | undefined>(undefined);
  const [isReading, setIsReading] = useState(false);
  const isPhone = useIsPhone();
  useShortcuts([
    {
      keys: 'l',
      does: 'layers',
      group: 'Chart',
      run: () => document.querySelector<HTMLElement>('section[aria-label="Layers"] button')?.focus(),
    },
    { keys: 'i', does: 'add an indicator', group: 'Chart', run: () => setPicking({ place: undefined }) },
    {
      keys: 't',
      does: 'chart or table',
      group: 'Chart',
      run: () => setView(view === 'table' ? undefined : 'table'),
    },
  ]);

  const first = bars?.[0];
  const last = bars?.at(-1);
  const isLong = first !== undefined && last !== undefined && last.time - first.time > LOG_FROM_DAYS * 86_400;
  const isLog = scale === undefined ? isLong : scale === 'log';
  const isTable = view === 'table';
  const layers = indicators.layers;
  const drawnBenchmark = useMemo(
    () =>
      other !== undefined && benchmarkCloses !== undefined
        ? { name: other.symbol, closes: benchmarkCloses }
        : undefined,
    [other, benchmarkCloses],
  );
  const hasFills = session !== undefined || run !== undefined;
  const isTraded = trading !== undefined;
  const isSeen = session !== undefined;
  const openTicket = useCallback(() => setIsOrdering(true), []);
  const order = isTraded && (instrument?.tradable ?? false) ? openTicket : undefined;
  const canReplay = trading !== undefined && !(isOver(trading) && session === undefined);

  const controls = useMemo(
    () => ({
      timeframe,
      timeframes: state.timeframes,
      onTimeframe: setTimeframe,
      isLog,
      onLog: (log: boolean) => setScale(log ? 'log' : 'linear'),
      benchmark: other?.symbol,
      benchmarks: others,
      onBenchmark: setBenchmark,
      isTable,
      onTable: (table: boolean) => setView(table ? 'table' : undefined),
      onOrder: order,
    }),
    [
      timeframe,
      state.timeframes,
      setTimeframe,
      isLog,
      setScale,
      other?.symbol,
      others,
      setBenchmark,
      isTable,
      setView,
      order,
    ],
  );
  const layerRow = useMemo(
    () => (
      <LayerRow
        choices={choices}
        catalog={catalog}
        onChoices={setChoices}
        onPick={(place) => setPicking({ place })}
        plain={plainLayers(isSeen, hasFills)}
        off={off}
        onPlain={(layer) => {
          const next = PLAIN_LAYERS.filter((one) => (one === layer) !== off.has(one));
          setOff(next.length === 0 ? undefined : next.join('.'));
        }}
        absentBecause={indicators.absentBecause}
      >
        {isTraded && (
          <Segmented
            label="As the session sees it, or the whole series"
            value={isSeen ? 'seen' : 'all'}
            options={[
              { value: 'seen', label: 'As seen' },
              { value: 'all', label: 'Whole series' },
            ]}
            onChange={(value) => setSight(value === 'all' ? 'all' : undefined)}
          />
        )}
      </LayerRow>
    ),
    [choices, catalog, setChoices, isSeen, hasFills, off, setOff, indicators.absentBecause, isTraded, setSight],
  );

  const panel = session !== undefined && (
    <DecisionPanel
      session={session}
      sleeves={sleeve.all}
      sleeveId={sleeve.id}
      onSleeve={sleeve.choose}
      standing={standing}
      barDay={cursor.bar?.through ?? cursor.bar?.session}
      barOpenedMs={cursor.times?.openedMs}
      isPinned={cursor.pinnedTime !== undefined}
      onUnpin={cursor.unpin}
      tickSize={tickSize}
    />
  );
  if (state.error !== null) {
    return (
      <>
        <h1 className="sr-only">Chart</h1>
        <Failed
          title={`${symbol === '' ? 'The chart' : symbol} could not be loaded.`}
          error={state.error}
          onRetry={state.retry}
        />
      </>
    );
  }
  return (
    <div
      // A chart takes what a banner above it leaves of the window; a table is as long as it is.
      className={cn('flex min-w-0 max-phone:flex-col', !isTable && 'phone:min-h-[520px] phone:flex-1')}
    >
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <ChartHeader
          symbol={symbol}
          name={instrument?.name}
          close={last?.close}
          closeBefore={bars?.at(-2)?.close}
          tickSize={tickSize}
          provenance={chart.provenance}
          controls={controls}
        />
        {isPhone ? (
          <PhoneControls session={trading} layers={choices.length + plainLayers(isSeen, hasFills).length}>
            {layerRow}
          </PhoneControls>
        ) : (
          layerRow
        )}
        {chart.error !== null ? (
          <Failed title="The bars could not be loaded." error={chart.error} onRetry={chart.retry} />
        ) : bars === undefined || state.isLoading ? (
          <LoadingChart className="p-4" />
        ) : bars.length === 0 ? (
          <Empty
            title="The session has not seen a bar yet"
            actions={
              <>
                <Button onClick={() => setSight('all')}>Show the whole series</Button>
                <Button asChild variant="ghost">
                  <Link href={href('/')}>Overview</Link>
                </Button>
              </>
            }
          >
            Prices appear here as the replay hands them out, so that nothing of the future is shown. Start it below.
          </Empty>
        ) : isTable ? (
          <div className="flex-1">
            <BarTable
              symbol={symbol}
              timeframe={timeframe}
              bars={bars}
              layers={layers}
              isIntraday={isIntraday}
              tickSize={tickSize}
              provenance={chart.provenance}
              isPhone={isPhone}
            />
          </div>
        ) : (
          <div className="relative flex min-h-0 flex-1 max-phone:h-[334px] max-phone:flex-none">
            <LegendLine
              bar={cursor.bar}
              place={cursor.place}
              layers={layers}
              tickSize={tickSize}
              isIntraday={isIntraday}
              provenance={chart.provenance}
              benchmark={
                drawnBenchmark && { name: drawnBenchmark.name, close: drawnBenchmark.closes[cursor.place] ?? null }
              }
            />
            <PriceChart
              id={CHART_ID}
              handle={handle}
              className="flex-1"
              summary={summaryOf({ symbol, timeframe, bars, isLog, layers, fills: fills.length, levels })}
              seriesKey={`${symbol} ${timeframe} ${session?.id ?? ''} ${state.runId ?? ''}`}
              bars={bars}
              isIntraday={isIntraday}
              isLog={isLog}
              tickSize={tickSize}
              hasVolume={!off.has('volume')}
              layers={isPhone ? layers.filter(({ pane }) => pane === PRICE_PANE).slice(0, 3) : layers}
              benchmark={drawnBenchmark}
              fills={off.has('fills') ? NOTHING : fills}
              levels={off.has('orders') ? NOTHING : levels}
              pinned={cursor.pinnedTime}
              firstSight={run === undefined ? (isPhone ? 46 : 104) : Math.min(bars.length, 1_000)}
              onHover={cursor.onHover}
              onPick={cursor.onPick}
              onNeedOlder={chart.loadOlder}
            />
          </div>
        )}
        <ChartReceipt
          chart={chart}
          isSeen={isSeen}
          isTrading={isTraded}
          isLog={isLog}
          run={run}
          isPartialFills={sessionFills.isPartial}
          hasIndicators={layers.length > 0}
          indicatorFault={indicators.error}
        />
        {canReplay && trading !== undefined && (
          <ReplayBar
            session={trading}
            className="sticky bottom-[30px] border-line border-t bg-canvas px-4 py-1 max-phone:hidden"
          />
        )}
      </div>
      {session !== undefined && !isPhone && (
        <aside
          className={cn(
            'w-[340px] shrink-0 border-line border-l bg-panel max-wide:w-[300px] max-phone:hidden',
            isTable ? 'sticky top-14 h-[calc(100dvh-86px)] min-h-[520px]' : 'relative',
          )}
        >
          <div className="absolute inset-0 flex flex-col">{panel}</div>
        </aside>
      )}
      {session !== undefined && isPhone && (
        <>
          <DecisionPeek standing={standing} onMore={() => setIsReading(true)} onOrder={order} />
          <Dialog open={isReading} onOpenChange={setIsReading}>
            <DialogContent kind="sheet" title="Decision at the cursor">
              {panel}
            </DialogContent>
          </Dialog>
        </>
      )}
      {run !== undefined && (
        <aside className="flex w-[340px] shrink-0 flex-col border-line border-l bg-panel max-phone:w-full max-phone:border-l-0">
          <RunPanel run={run} bar={cursor.times} tickSize={tickSize} />
        </aside>
      )}
      {picking !== undefined && (
        <IndicatorPicker
          onClose={() => setPicking(undefined)}
          catalog={catalog}
          choices={choices}
          onChoices={setChoices}
          place={picking.place}
        />
      )}
      {isOrdering !== undefined && trading !== undefined && instrument !== undefined && (
        <OrderTicket
          isOpen={isOrdering}
          onOpenChange={setIsOrdering}
          session={trading}
          instrument={instrument}
          lastPrice={session === undefined ? undefined : last?.close}
        />
      )}
    </div>
  );
}

function plainLayers(isSeen: boolean, hasFills: boolean): readonly PlainLayer[] {
  return PLAIN_LAYERS.filter((layer) => layer === 'volume' || (layer === 'fills' ? hasFills : isSeen));
}

const NOTHING: readonly never[] = [];
