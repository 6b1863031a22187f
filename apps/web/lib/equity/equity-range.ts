/** How far back a chart of equity goes. */
export const EQUITY_RANGES = ['1M', '6M', '1Y', 'All'] as const;

export type EquityRange = (typeof EQUITY_RANGES)[number];

const MONTHS: Record<EquityRange, number> = { '1M': 1, '6M': 6, '1Y': 12, All: Number.POSITIVE_INFINITY };

/** Returns the range that a text names; all of it where it names none. */
export function equityRangeOf(text: string | undefined): EquityRange {
  return EQUITY_RANGES.find((range) => range === text) ?? 'All';
}

/** Returns the instant at which a range that ends at `endMs` begins, by the months of the calendar. */
export function rangeStartMs(range: EquityRange, endMs: number): number {
  const months = MONTHS[range];
  if (!Number.isFinite(months)) return Number.NEGATIVE_INFINITY;
  const start = new Date(endMs);
  const day = start.getUTCDate();
  start.setUTCDate(1);
  start.setUTCMonth(start.getUTCMonth() - months);
  // The 31st of a month before is its last day where it has none.
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + 1, 0)).getUTCDate();
  start.setUTCDate(Math.min(day, lastDay));
  return start.getTime();
}
