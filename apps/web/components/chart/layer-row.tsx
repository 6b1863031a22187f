'use client';

import { ChartColumn, EyeOff, Layers, Plus, Triangle } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/lib/cn';
import type { IndicatorChoice } from './indicator-choice';
import { SeriesKey } from './series-key';
import { type Indicator, nameOf } from './use-indicators';

/** What can be shown besides the candles, and is not an indicator. */
export const PLAIN_LAYERS = ['volume', 'fills', 'orders'] as const;
export type PlainLayer = (typeof PLAIN_LAYERS)[number];

export interface LayerRowProps {
  readonly choices: readonly IndicatorChoice[];
  readonly catalog: ReadonlyMap<string, Indicator> | undefined;
  readonly onChoices: (choices: readonly IndicatorChoice[]) => void;
  readonly onPick: (place: number | undefined) => void;
  readonly plain: readonly PlainLayer[];
  readonly off: ReadonlySet<PlainLayer>;
  readonly onPlain: (layer: PlainLayer) => void;
  /** Why indicators are not drawn, where they are not. */
  readonly absentBecause: string | undefined;
  readonly children?: ReactNode;
  readonly className?: string;
}

const PLAIN: Readonly<Record<PlainLayer, { readonly title: string; readonly glyph: ReactNode }>> = {
  volume: { title: 'Volume', glyph: <ChartColumn aria-hidden /> },
  fills: { title: 'Fills', glyph: <Triangle aria-hidden /> },
  orders: {
    title: 'Orders',
    glyph: (
      <svg aria-hidden viewBox="0 0 16 16">
        <path d="M1 8h14" stroke="currentColor" strokeWidth="2" strokeDasharray="2 2.5" />
      </svg>
    ),
  },
};

/** What lies over the prices: shown with its own key, or put away. */
export function LayerRow(props: LayerRowProps) {
  const { choices, catalog, onChoices, onPick, plain, off, onPlain, absentBecause, children, className } = props;
  const toggle = (place: number) =>
    onChoices(choices.map((choice, at) => (at === place ? { ...choice, isHidden: !choice.isHidden } : choice)));
  return (
    <section
      aria-label="Layers"
      className={cn('flex min-h-[43px] flex-wrap items-center gap-1.5 border-line border-b px-4 py-1.5', className)}
    >
      <span className="mr-1 flex items-center gap-1.5 text-small text-text-2">
        <Layers aria-hidden className="size-4" /> Layers
      </span>
      {choices.map((choice, place) => {
        const indicator = catalog?.get(choice.id);
        if (indicator === undefined) return null;
        const name = nameOf(indicator, choice.params);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same indicator may be there twice, and only its place tells them apart
          <span key={`${place} ${choice.id}`} className="inline-flex">
            <LayerToggle
              isOn={!choice.isHidden && absentBecause === undefined}
              glyph={<SeriesKey color={choice.color} />}
              onToggle={() => toggle(place)}
              className="rounded-r-none border-r-0"
            >
              {name}
            </LayerToggle>
            <Button
              size="small"
              aria-label={`Change ${name}`}
              onClick={() => onPick(place)}
              className="w-7 rounded-l-none border-line-strong/60 px-0 text-text-2"
            >
              <svg aria-hidden viewBox="0 0 16 16">
                <path d="M3 8h.01M8 8h.01M13 8h.01" stroke="currentColor" strokeWidth="2.4" strokeLinecap="round" />
              </svg>
            </Button>
          </span>
        );
      })}
      {plain.map((layer) => (
        <LayerToggle key={layer} isOn={!off.has(layer)} glyph={PLAIN[layer].glyph} onToggle={() => onPlain(layer)}>
          {PLAIN[layer].title}
        </LayerToggle>
      ))}
      {absentBecause !== undefined && choices.length > 0 && (
        <span className="text-micro text-text-2">{absentBecause}</span>
      )}
      <span className="ml-auto flex flex-wrap items-center gap-2">
        {children}
        <Button variant="ghost" size="small" onClick={() => onPick(undefined)}>
          <Plus aria-hidden /> Indicator
        </Button>
      </span>
    </section>
  );
}

function LayerToggle({
  isOn,
  glyph,
  onToggle,
  className,
  children,
}: {
  readonly isOn: boolean;
  readonly glyph: ReactNode;
  readonly onToggle: () => void;
  readonly className?: string;
  readonly children: ReactNode;
}) {
  return (
    <Button
      size="small"
      aria-pressed={isOn}
      onClick={onToggle}
      className={cn('gap-1.5', isOn ? 'border-line-strong/60' : 'border-transparent text-text-2', className)}
    >
      {isOn ? glyph : <EyeOff aria-hidden />}
      {children}
    </Button>
  );
}
