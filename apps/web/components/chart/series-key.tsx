import { SERIES_COLORS, type SeriesColor } from '@/components/charts/price-chart/chart-content';

/** The key of a series: its colour and its pattern. */
export function SeriesKey({ color }: { readonly color: SeriesColor }) {
  const place = SERIES_COLORS.indexOf(color);
  return (
    <svg aria-hidden viewBox="0 0 14 3" className="h-[3px] w-3.5 shrink-0">
      <path
        d="M0 1.5h14"
        stroke={`var(--${color})`}
        strokeWidth="3"
        {...(place >= 6 ? { strokeDasharray: '2 2' } : place >= 4 ? { strokeDasharray: '5 2' } : {})}
      />
    </svg>
  );
}
