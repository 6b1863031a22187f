'use client';

import { useState } from 'react';
import { useUrlState } from '@/lib/url-state';
import { GapPanel, MOST_LINES } from './gap-panel';
import { ImportPanel } from './import-panel';
import { QuarantinePanel } from './quarantine-panel';
import { SeriesPanel } from './series-panel';
import { useCoverages } from './use-coverages';
import { useHeldSeries } from './use-held-series';

/** The prices that everything stands on: what is held, what lacks, what was turned down, and the way in for files of one's own. */
export function DataScreen() {
  const view = useHeldSeries();
  const [timeframe = '1d', setTimeframe] = useUrlState('timeframe');
  const [rowsOf, setRowsOf] = useUrlState('rows');
  const [most, setMost] = useState(MOST_LINES);
  const ofTimeframe = (view.held ?? []).filter(({ timeframes }) =>
    timeframes.some((one) => one.timeframe === timeframe),
  );
  const lines = useCoverages(ofTimeframe.slice(0, most), timeframe);
  const showRows = (symbol: string) => {
    setRowsOf(symbol);
    document.getElementById('quarantine')?.scrollIntoView({ block: 'start' });
  };
  return (
    <div className="grid flex-1 grid-cols-[minmax(0,1fr)_378px] items-start gap-3.5 max-[1360px]:grid-cols-1">
      <h1 className="sr-only">Data</h1>
      <div className="flex min-w-0 flex-col gap-3.5">
        <GapPanel
          view={view}
          lines={lines}
          timeframe={timeframe}
          onTimeframe={(value) => setTimeframe(value === '1d' ? undefined : value)}
          rest={Math.max(0, ofTimeframe.length - most)}
          onMore={() => setMost(most + MOST_LINES)}
          onQuarantine={showRows}
        />
        <SeriesPanel view={view} lines={lines} timeframe={timeframe} />
        <QuarantinePanel symbol={rowsOf} onSymbol={setRowsOf} />
      </div>
      <ImportPanel onQuarantine={showRows} />
    </div>
  );
}
