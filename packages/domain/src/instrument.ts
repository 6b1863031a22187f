import type { ExchangeId } from './calendar/exchange-calendar.ts';

export type InstrumentKind = 'stock' | 'etf' | 'index' | 'crypto' | 'fx' | 'synthetic';

/** What is traded, or only charted: an index can be compared with, never ordered. */
export interface Instrument {
  readonly symbol: string;
  readonly name: string;
  readonly kind: InstrumentKind;
  readonly exchange: ExchangeId;
  readonly currency: string;
  /** Smallest price step in quote currency; 0 means prices are continuous and never rounded. */
  readonly tickSize: number;
  /** Smallest quantity step in shares or units. */
  readonly lotSize: number;
  /** Whether a quantity below one lot may be ordered. */
  readonly fractional: boolean;
  readonly tradable: boolean;
}

// A quotient such as 0.3 / 0.1 falls just short of its integer; this slack, far below any real lot, puts it back.
const LOT_SLACK = 1e-9;

/** Returns the largest whole number of lots not above `quantity`, in shares or units; 0 for a negative or unusable one. */
export function floorToLot(quantity: number, lotSize: number): number {
  if (!(quantity > 0) || quantity === Number.POSITIVE_INFINITY) return 0;
  const lots = Math.floor(quantity / lotSize + LOT_SLACK);
  // Dividing by the reciprocal keeps 0.001 lots on the decimal grid: 5 * 0.001 is exact as 5 / 1000.
  return lotSize >= 1 ? lots * lotSize : lots / Math.round(1 / lotSize);
}
