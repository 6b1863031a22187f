import type { LineSeries } from '@/components/charts/line-chart-props';

const colors = ['s1', 's2', 's3', 's4', 's5', 's6'] as const;

/** Returns how the curve of a run is drawn, by its place; the pattern tells them apart as well as the colour. */
export function runColors(place: number): Pick<LineSeries, 'color' | 'style'> {
  return { color: colors[place % colors.length] ?? 's1', style: place < 4 ? 'solid' : 'dashed' };
}
