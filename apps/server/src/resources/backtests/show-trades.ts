import type { BarSeries } from '@candor/domain/bar';
import type { Fill } from '@candor/domain/fill';
import { toUsd } from '@candor/domain/money';
import { signOf } from '@candor/domain/order';
import { isoFromInstant } from '@candor/domain/time';
import type { Trade } from '@candor/domain/trade';
import { excursionOf } from '@candor/research/excursion';
import type { BacktestDocument } from './document-schema.ts';

type ShownTrade = BacktestDocument['trades'][number];

/** Returns the trades of a run of one instrument, as a result document has them, each without its excursions. */
export function showTrades(trades: readonly Trade[]): ShownTrade[] {
  return trades.map((trade) => {
    const { symbol, direction, quantity, entryPrice, barsHeld } = trade;
    return {
      symbol,
      direction,
      quantity,
      entryAt: isoFromInstant(trade.entryAt),
      entryPrice,
      exitAt: trade.exitAt === undefined ? null : isoFromInstant(trade.exitAt),
      exitPrice: trade.exitPrice ?? null,
      exitReason: trade.exitReason ?? null,
      grossUsd: toUsd(trade.grossMicros),
      commissionUsd: toUsd(trade.commissionMicros),
      slippageUsd: toUsd(trade.slippageMicros),
      barsHeld,
    };
  });
}

/** Returns them with how far each went for and against its holder; `fills` are all of the run's, oldest first. */
export function showTradesWithExcursions(
  trades: readonly Trade[],
  fills: readonly Fill[],
  series: BarSeries,
): ShownTrade[] {
  const ends = endsOf(fills);
  return showTrades(trades).map((shown, i) => {
    const { direction, entryPrice, exitPrice } = trades[i]!;
    const { entry, exit } = ends[i]!;
    const path = {
      direction,
      entryPrice,
      entryRow: rowOf(entry, series.time),
      entryMoment: entry.moment,
      exit:
        exit === undefined || exitPrice === undefined
          ? undefined
          : { row: rowOf(exit, series.time), moment: exit.moment, price: exitPrice },
    };
    return { ...shown, ...excursionOf(path, series) };
  });
}

interface TradeEnds {
  readonly entry: Fill;
  exit: Fill | undefined;
}

/** The fills that began and ended each trade, told again from the fills: an instant alone can be the end of one bar and the open of the next. */
function endsOf(fills: readonly Fill[]): TradeEnds[] {
  const ends: TradeEnds[] = [];
  let held = 0;
  for (const fill of fills) {
    const signed = signOf(fill.side) * fill.quantity;
    const closes = held !== 0 && held > 0 !== signed > 0;
    const crosses = closes && Math.abs(signed) > Math.abs(held);
    if (held === 0) ends.push({ entry: fill, exit: undefined });
    held += signed;
    if (closes && (crosses || held === 0)) ends.at(-1)!.exit = fill;
    if (crosses) ends.push({ entry: fill, exit: undefined });
  }
  return ends;
}

/** A fill at the open bears the open of its bar, one inside the bar its close: then it is the last bar that opened before. */
function rowOf({ at, moment }: Fill, time: Float64Array): number {
  let low = 0;
  let high = time.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (time[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return moment === 'open' ? low : low - 1;
}
