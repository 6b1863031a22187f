'use client';

import { Database, GitCompareArrows, Sparkles, Table2 } from 'lucide-react';
import { memo } from 'react';
import { Chip } from '@/components/parts/chip';
import { Delta } from '@/components/parts/delta';
import { Button } from '@/components/ui/button';
import { Menu, MenuContent, MenuLabel, MenuRadioGroup, MenuRadioItem, MenuTrigger } from '@/components/ui/menu';
import { Segmented } from '@/components/ui/segmented';
import { percentChange, price } from '@/lib/format';
import type { ChartTimeframe } from './timeframes';
import type { Provenance } from './use-chart-bars';

export interface ChartHeaderProps {
  readonly symbol: string;
  readonly name: string | undefined;
  readonly close: number | undefined;
  readonly closeBefore: number | undefined;
  readonly tickSize: number;
  readonly provenance: Provenance | undefined;
  readonly controls: ChartControls;
}

export interface ChartControls {
  readonly timeframe: ChartTimeframe;
  readonly timeframes: readonly ChartTimeframe[];
  readonly onTimeframe: (timeframe: ChartTimeframe) => void;
  readonly isLog: boolean;
  readonly onLog: (isLog: boolean) => void;
  readonly benchmark: string | undefined;
  readonly benchmarks: readonly { readonly symbol: string; readonly name: string }[];
  readonly onBenchmark: (symbol: string | undefined) => void;
  readonly isTable: boolean;
  readonly onTable: (isTable: boolean) => void;
  /** Opens the order ticket; undefined where nobody trades the symbol. */
  readonly onOrder: (() => void) | undefined;
}

const TIMEFRAME_WORDS: Readonly<Record<ChartTimeframe, string>> = {
  '1m': '1m',
  '5m': '5m',
  '15m': '15m',
  '30m': '30m',
  '1h': '1h',
  '1d': '1D',
  '1w': '1W',
};

/** What is looked at, what it costs, and how it is shown. */
export function ChartHeader(props: ChartHeaderProps) {
  const { symbol, name, provenance, controls } = props;
  return (
    <header className="flex min-h-[52px] flex-wrap items-center gap-x-3.5 gap-y-2 border-line border-b px-4 py-2 max-phone:px-3">
      <h1 className="flex items-baseline gap-2">
        <span className="font-semibold text-page">{symbol}</span>
        <span className="text-text-2">{name}</span>
      </h1>
      <Price {...props} />
      {provenance !== undefined && (
        <Chip tone={provenance.synthetic ? 'warn' : 'plain'} className="max-phone:order-last max-phone:ml-auto">
          {provenance.synthetic ? <Sparkles aria-hidden /> : <Database aria-hidden />}
          {provenanceWords(provenance, controls.timeframe)}
        </Chip>
      )}
      <Controls {...controls} />
    </header>
  );
}

/** They stay as they are however fast prices come. */
const Controls = memo(function Controls(props: ChartControls) {
  const { timeframe, timeframes, onTimeframe, isLog, onLog, onOrder } = props;
  return (
    <div className="ml-auto flex flex-wrap items-center gap-2 max-phone:ml-0">
      <Segmented
        label="Timeframe"
        value={timeframe}
        options={timeframes.map((value) => ({
          value,
          label: value === '1w' ? <span title="Made in the browser, of days">1W</span> : TIMEFRAME_WORDS[value],
        }))}
        onChange={onTimeframe}
      />
      <Segmented
        label="Scale"
        value={isLog ? 'log' : 'linear'}
        options={[
          { value: 'linear', label: 'Linear' },
          { value: 'log', label: 'Log' },
        ]}
        onChange={(value) => onLog(value === 'log')}
        className="max-phone:hidden"
      />
      <Compare {...props} />
      <Button
        size="small"
        aria-pressed={props.isTable}
        onClick={() => props.onTable(!props.isTable)}
        className="max-phone:hidden aria-pressed:bg-raised"
      >
        <Table2 aria-hidden /> Table
      </Button>
      {onOrder !== undefined && (
        <Button variant="default" size="small" onClick={onOrder} className="max-phone:hidden">
          Order
        </Button>
      )}
    </div>
  );
});

function Price({ close, closeBefore, tickSize }: ChartHeaderProps) {
  if (close === undefined) return null;
  const change = closeBefore === undefined ? undefined : close - closeBefore;
  return (
    <p className="flex items-baseline gap-2">
      <span className="font-semibold text-page">{price(close, tickSize)}</span>
      {change !== undefined && closeBefore !== undefined && (
        <Delta
          value={change}
          text={`${change > 0 ? '+' : ''}${price(change, tickSize)} (${percentChange(change / closeBefore)})`}
        />
      )}
    </p>
  );
}

function Compare({ benchmark, benchmarks, onBenchmark }: ChartControls) {
  if (benchmarks.length === 0) return null;
  return (
    <Menu>
      <MenuTrigger asChild>
        <Button size="small" className="max-phone:hidden">
          <GitCompareArrows aria-hidden /> {benchmark === undefined ? 'Compare' : benchmark}
        </Button>
      </MenuTrigger>
      <MenuContent align="end">
        <MenuLabel>Over the price, scaled to the first bar in sight</MenuLabel>
        <MenuRadioGroup
          value={benchmark ?? ''}
          onValueChange={(value) => onBenchmark(value === '' ? undefined : value)}
        >
          <MenuRadioItem value="">Nothing</MenuRadioItem>
          {benchmarks.map((one) => (
            <MenuRadioItem key={one.symbol} value={one.symbol}>
              {one.symbol} <span className="text-text-2">{one.name}</span>
            </MenuRadioItem>
          ))}
        </MenuRadioGroup>
      </MenuContent>
    </Menu>
  );
}

const ADJUSTMENTS: Readonly<Record<string, string>> = {
  raw: 'not adjusted',
  splits: 'split-adjusted',
  'splits-and-dividends': 'adjusted for splits and dividends',
};

function provenanceWords({ provider, adjustment, synthetic }: Provenance, timeframe: ChartTimeframe): string {
  const span = timeframe === '1d' ? 'daily' : timeframe === '1w' ? 'weekly, of days' : timeframe;
  if (synthetic) return `synthetic, ${span}`;
  return [provider, span, ADJUSTMENTS[adjustment]].filter((part) => part !== undefined).join(', ');
}
