import type { Fill, LiveBar, Position } from '../live/topics';
import { EXCHANGE_ZONE } from '../time';

export interface HeldPosition extends Position {
  /** What the session day has brought so far, before commissions; null where it cannot be known. */
  readonly todayUsd: number | null;
  /** Closes of the latest bars, oldest first. */
  readonly closes: readonly number[];
}

const CLOSES = 30;

/** Returns the positions that are open with what the day brought them. Bars and fills are oldest first, with the newest there are. */
export function heldPositions(
  positions: readonly Position[],
  bars: readonly LiveBar[],
  fills: readonly Fill[],
): readonly HeldPosition[] {
  const open = positions.filter(({ quantity }) => quantity !== 0);
  const recent = recentBars(bars, new Set(open.map(({ symbol }) => symbol)));
  return open
    .map((position) => {
      const known = recent.get(position.symbol);
      return { ...position, todayUsd: todayOf(position, known, fills), closes: known?.closes ?? [] };
    })
    .sort((one, other) => one.symbol.localeCompare(other.symbol) || one.sleeveId.localeCompare(other.sleeveId));
}

interface Recent {
  readonly session: string;
  /** Last close of the session before; undefined where no bar of it is known. */
  closeBefore: number | undefined;
  readonly closes: number[];
}

function recentBars(bars: readonly LiveBar[], symbols: ReadonlySet<string>): ReadonlyMap<string, Recent> {
  const recent = new Map<string, Recent>();
  let open = symbols.size;
  for (let at = bars.length - 1; at >= 0 && open > 0; at--) {
    const bar = bars[at];
    if (bar === undefined || !symbols.has(bar.symbol)) continue;
    const known = recent.get(bar.symbol) ?? { session: bar.session, closeBefore: undefined, closes: [] };
    recent.set(bar.symbol, known);
    if (known.closes.length >= CLOSES && known.closeBefore !== undefined) continue;
    if (known.closes.length < CLOSES) known.closes.unshift(bar.close);
    if (bar.session !== known.session) known.closeBefore ??= bar.close;
    if (known.closes.length >= CLOSES && known.closeBefore !== undefined) open -= 1;
  }
  return recent;
}

function todayOf(
  { sleeveId, symbol, quantity, marketValueUsd }: Position,
  recent: Recent | undefined,
  fills: readonly Fill[],
): number | null {
  if (recent === undefined || marketValueUsd === null) return null;
  let held = quantity;
  let paidUsd = 0;
  for (let at = fills.length - 1; at >= 0; at--) {
    const fill = fills[at];
    if (fill === undefined || dayOf(fill.at) < recent.session) break;
    if (fill.sleeveId !== sleeveId || fill.symbol !== symbol) continue;
    const signed = fill.side === 'buy' ? fill.quantity : -fill.quantity;
    held -= signed;
    paidUsd += signed * fill.price;
  }
  // Quantities are sums of doubles where fractions are allowed.
  const before = Math.abs(held) < 1e-9 ? 0 : held;
  if (before !== 0 && recent.closeBefore === undefined) return null;
  return marketValueUsd - before * (recent.closeBefore ?? 0) - paidUsd;
}

const isoDay = new Intl.DateTimeFormat('en-CA', { timeZone: EXCHANGE_ZONE });

function dayOf(at: string): string {
  return isoDay.format(new Date(at));
}
