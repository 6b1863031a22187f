import type { Fill } from '@candor/domain/fill';
import { signOf } from '@candor/domain/order';
import type { Trade } from '@candor/domain/trade';
import { z } from 'zod';

/** The saved state of a trade that is open. */
export const OpenTradeState = z.strictObject({
  openedAt: z.number(),
  sign: z.literal([1, -1]),
  index: z.int(),
  entryQuantity: z.number(),
  entryValue: z.number(),
  exitQuantity: z.number(),
  exitValue: z.number(),
  largest: z.number(),
  grossMicros: z.number(),
  commissionMicros: z.number(),
  slippageMicros: z.number(),
});

/** Whose trade it is, and when it began. */
type TradeStart = Pick<Fill, 'sleeveId' | 'symbol' | 'at'>;

/** Turns the fills of one leg into trades, from flat to flat. */
export class TradeLog {
  readonly trades: Trade[] = [];
  // One for all trades: it is emptied when the next one begins.
  readonly #latest = new OpenTrade();

  /** Takes a fill that does not cross zero, with what it realized; `index` is the bar it happened on. */
  add(fill: Fill, realizedMicros: number, quantityAfter: number, index: number, exitReason: Trade['exitReason']): void {
    const open = this.#latest;
    if (open.first === undefined) open.begin(fill, index);
    open.commissionMicros += fill.commissionMicros;
    open.slippageMicros += fill.slippageMicros;
    if (signOf(fill.side) === open.sign) {
      open.entryQuantity += fill.quantity;
      open.entryValue += fill.quantity * fill.price;
      open.largest = Math.max(open.largest, Math.abs(quantityAfter));
    } else {
      open.exitQuantity += fill.quantity;
      open.exitValue += fill.quantity * fill.price;
      open.grossMicros += realizedMicros;
    }
    if (quantityAfter === 0) {
      this.trades.push(open.toTrade(open.first ?? fill, index, fill.at, exitReason));
      open.first = undefined;
    }
  }

  /** The trade that is still open at bar `index`, if there is one. */
  open(index: number): Trade | undefined {
    const { first } = this.#latest;
    return first && this.#latest.toTrade(first, index, undefined, undefined);
  }

  /** Returns the open trade, or null. Closed ones are not part of the state: they are handed over. */
  snapshot(): z.infer<typeof OpenTradeState> | null {
    const { first, sign, index, entryQuantity, entryValue, exitQuantity, exitValue, largest } = this.#latest;
    if (first === undefined) return null;
    const { grossMicros, commissionMicros, slippageMicros } = this.#latest;
    return {
      openedAt: first.at,
      sign,
      index,
      entryQuantity,
      entryValue,
      exitQuantity,
      exitValue,
      largest,
      grossMicros,
      commissionMicros,
      slippageMicros,
    };
  }

  restore(sleeveId: string, symbol: string, saved: z.infer<typeof OpenTradeState> | null): void {
    this.trades.length = 0;
    this.#latest.first = undefined;
    if (saved === null) return;
    const { openedAt, ...numbers } = saved;
    Object.assign(this.#latest, numbers);
    this.#latest.first = { sleeveId, symbol, at: openedAt };
  }
}

class OpenTrade {
  /** Undefined while nothing is open. */
  first: TradeStart | undefined = undefined;
  sign: 1 | -1 = 1;
  index = 0;
  entryQuantity = 0;
  entryValue = 0;
  exitQuantity = 0;
  exitValue = 0;
  largest = 0;
  grossMicros = 0;
  commissionMicros = 0;
  slippageMicros = 0;

  begin(first: Fill, index: number): void {
    this.first = first;
    this.sign = signOf(first.side);
    this.index = index;
    this.entryQuantity = 0;
    this.entryValue = 0;
    this.exitQuantity = 0;
    this.exitValue = 0;
    this.largest = 0;
    this.grossMicros = 0;
    this.commissionMicros = 0;
    this.slippageMicros = 0;
  }

  toTrade(first: TradeStart, index: number, exitAt: number | undefined, exitReason: Trade['exitReason']): Trade {
    return {
      sleeveId: first.sleeveId,
      symbol: first.symbol,
      direction: this.sign > 0 ? 'long' : 'short',
      quantity: this.largest,
      entryAt: first.at,
      entryPrice: this.entryValue / this.entryQuantity,
      exitAt,
      exitPrice: this.exitQuantity > 0 ? this.exitValue / this.exitQuantity : undefined,
      grossMicros: this.grossMicros,
      commissionMicros: this.commissionMicros,
      slippageMicros: this.slippageMicros,
      barsHeld: index - this.index,
      exitReason,
    };
  }
}
