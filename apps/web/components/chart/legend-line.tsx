'use client';

import { Info } from 'lucide-react';
import type { ChartBar } from '@/components/charts/price-chart/chart-bar';
import type { ChartLayer } from '@/components/charts/price-chart/chart-content';
import { Tooltip } from '@/components/ui/tooltip';
import { cn } from '@/lib/cn';
import { compact, decimal, price } from '@/lib/format';
import { day, hour } from '@/lib/time';
import { SeriesKey } from './series-key';
import type { Provenance } from './use-chart-bars';

export interface LegendLineProps {
  readonly bar: ChartBar | undefined;
  readonly place: number;
  readonly layers: readonly ChartLayer[];
  readonly tickSize: number;
  readonly isIntraday: boolean;
  readonly provenance: Provenance | undefined;
  readonly benchmark: { readonly name: string; readonly close: number | null } | undefined;
}

/** The bar at the cursor and what the layers say of it. */
export function LegendLine({ bar, place, layers, tickSize, isIntraday, provenance, benchmark }: LegendLineProps) {
  if (bar === undefined) return null;
  const figures = [
    ['O', price(bar.open, tickSize)],
    ['H', price(bar.high, tickSize)],
    ['L', price(bar.low, tickSize)],
    ['C', price(bar.close, tickSize)],
    ['Vol', bar.volume === null ? 'missing' : compact(bar.volume)],
  ];
  const ms = bar.time * 1000;
  return (
    <div className="pointer-events-none absolute top-2 left-3 z-10 max-w-[calc(100%-84px)] text-small [&>p]:w-fit [&>p]:rounded-mark [&>p]:bg-canvas/88 [&>p]:px-1">
      <p className="flex flex-wrap items-center gap-x-2">
        <span className="text-text-2">
          {bar.through === undefined || bar.through === bar.session
            ? day(ms)
            : `${day(ms)} to ${day(`${bar.through}T12:00:00Z`)}`}
          {isIntraday && `, ${hour(ms)}`}
        </span>
        {figures.map(([name, value]) => (
          <span key={name} className="whitespace-nowrap">
            <span className="text-text-2">{name}</span> <span className="font-semibold">{value}</span>
          </span>
        ))}
        <Tooltip says={<SourceOfBar bar={bar} provenance={provenance} />}>
          <button
            type="button"
            aria-label="Source of this bar"
            className={cn(
              'pointer-events-auto relative text-text-2 after:absolute after:-inset-1.5',
              bar.flag !== undefined && 'text-warn',
            )}
          >
            <Info aria-hidden className="size-3.5" />
          </button>
        </Tooltip>
        {bar.flag !== undefined && <span className="font-semibold text-warn">flagged</span>}
      </p>
      <p className="flex flex-wrap items-center gap-x-3 max-phone:hidden">
        {layers.map((layer) => {
          const value = layer.values[place] ?? null;
          return (
            <span key={layer.key} className="inline-flex items-center gap-1 whitespace-nowrap">
              <SeriesKey color={layer.color} />
              <span className="text-text-2">{layer.title}</span>
              {value === null ? (
                <span className="text-text-2">none yet</span>
              ) : (
                <span className="font-semibold">{valueWords(value, tickSize, layer)}</span>
              )}
            </span>
          );
        })}
        {benchmark !== undefined && (
          <span className="inline-flex items-center gap-1 whitespace-nowrap">
            <svg aria-hidden viewBox="0 0 14 3" className="h-[3px] w-3.5">
              <path d="M0 1.5h14" stroke="var(--text-3)" strokeWidth="2" strokeDasharray="2 2" />
            </svg>
            <span className="text-text-2">{benchmark.name}, scaled</span>
            <span className="font-semibold">{benchmark.close === null ? 'none' : price(benchmark.close)}</span>
          </span>
        )}
      </p>
    </div>
  );
}

function valueWords(value: number, tickSize: number, { pane }: ChartLayer): string {
  if (pane === 'price') return price(value, tickSize);
  return Math.abs(value) >= 100_000 ? compact(value) : decimal(value, Math.abs(value) < 1 ? 4 : 2);
}

function SourceOfBar({ bar, provenance }: { readonly bar: ChartBar; readonly provenance: Provenance | undefined }) {
  return (
    <>
      <p>
        Session {bar.session}
        {bar.through !== undefined && bar.through !== bar.session ? ` to ${bar.through}, a week made of its days` : ''}.
      </p>
      {provenance !== undefined && (
        <p className="text-text-2">
          {provenance.provider}: {provenance.source}
        </p>
      )}
      <p>
        {bar.flag === undefined ? 'The checks found nothing odd.' : `Flagged: ${bar.flag.reason} (${bar.flag.code})`}
      </p>
    </>
  );
}
