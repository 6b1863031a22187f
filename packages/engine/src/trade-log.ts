import type { Fill } from '@candor/domain/fill';
import { signOf } from '@candor/domain/order';
import type { Trade } from '@candor/domain/trade';

/** Turns the fills of one leg into trades, from flat to flat. */
export class TradeLog {
  readonly trades: Trade[] = [];
  #open: OpenTrade | undefined;

  /** Takes a fill that does not cross zero, with what it realized; `index` is the bar it happened on. */
  add(fill: Fill, realizedMicros: number, quantityAfter: number, index: number, exitReason: Trade['exitReason']): void {
    this.#open ??= new OpenTrade(fill, index);
    const open = this.#open;
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
      this.trades.push(open.toTrade(index, fill.at, exitReason));
      this.#open = undefined;
    }
  }

  /** The trade that is still open at bar `index`, if there is one. */
  open(index: number): Trade | undefined {
    return this.#open?.toTrade(index, undefined, undefined);
  }
}

class OpenTrade {
  readonly sign: 1 | -1;
  readonly index: number;
  readonly first: Fill;
  entryQuantity = 0;
  entryValue = 0;
  exitQuantity = 0;
  exitValue = 0;
  largest = 0;
  grossMicros = 0;
  commissionMicros = 0;
  slippageMicros = 0;

  constructor(first: Fill, index: number) {
    this.first = first;
    this.sign = signOf(first.side);
    this.index = index;
  }

  toTrade(index: number, exitAt: number | undefined, exitReason: Trade['exitReason']): Trade {
    return {
      sleeveId: this.first.sleeveId,
      symbol: this.first.symbol,
      direction: this.sign > 0 ? 'long' : 'short',
      quantity: this.largest,
      entryAt: this.first.at,
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
