'use client';

import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { cn } from '@/lib/cn';
import type { PriceChartContent, PriceChartEvents, PriceChartView } from './price-chart-view';

export interface PriceChartHandle {
  /** Moves the crosshair to a bar; undefined takes it away. */
  readonly point: (place: number | undefined) => void;
}

export interface PriceChartProps extends PriceChartContent, PriceChartEvents {
  /** What the chart shows, in a sentence. */
  readonly summary: string;
  readonly handle?: Ref<PriceChartHandle>;
  readonly id?: string;
  readonly className?: string;
}

/** Candles with their volume, indicators, fills and levels. It draws what it is given and fetches nothing. */
export function PriceChart({ summary, handle, id, className, ...props }: PriceChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  const [view, setView] = useState<PriceChartView | undefined>(undefined);

  useEffect(() => {
    latest.current = props;
    view?.show(props);
  });
  useEffect(() => {
    let made: PriceChartView | undefined;
    let isGone = false;
    // The library is large and of use here alone.
    void import('./price-chart-view').then(({ PriceChartView: View }) => {
      if (isGone || box.current === null) return;
      made = new View(box.current, {
        onHover: (place) => latest.current.onHover(place),
        onPick: (place) => latest.current.onPick(place),
        onNeedOlder: () => latest.current.onNeedOlder(),
      });
      setView(made);
    });
    return () => {
      isGone = true;
      made?.remove();
      setView(undefined);
    };
  }, []);
  useImperativeHandle(handle, () => ({ point: (place) => view?.point(place) }), [view]);

  return (
    <section
      id={id}
      aria-label={summary}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: the cursor on the bars is moved with the arrow keys
      tabIndex={0}
      onMouseLeave={() => latest.current.onHover(undefined)}
      className={cn('group relative min-h-0 min-w-0 focus-visible:outline-none', className)}
    >
      <div ref={box} aria-hidden className="absolute inset-0" data-ready={view !== undefined} />
      {/* The canvases would cover the ring of the section itself. */}
      <div
        aria-hidden
        className="pointer-events-none absolute inset-0 z-20 hidden outline-2 outline-focus outline-offset-[-2px] group-focus-visible:block"
      />
    </section>
  );
}
