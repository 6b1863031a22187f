import { NO_COSTS } from '@candor/brokers/paper/costs';
import {
  type Book,
  type ExchangeListener,
  PaperExchange,
  type PaperExchangeOptions,
} from '@candor/brokers/paper/paper-exchange';
import type { ApprovedOrder } from '@candor/domain/approved-order';
import { type Bar, BarCursor } from '@candor/domain/bar';
import type { Fill } from '@candor/domain/fill';
import { GrowingBarSeries } from '@candor/domain/growing-bar-series';
import type { Instrument } from '@candor/domain/instrument';
import { toMicros } from '@candor/domain/money';
import type { Denial } from '@candor/domain/refusal';
import { MS_PER_DAY } from '@candor/domain/time';
import type { Timeframe } from '@candor/domain/timeframe';
import { approved, type OrderWish } from './approved.ts';

/** Round-the-clock, so that any day is a session; prices in whole cents. */
export const PLAIN: Instrument = {
  symbol: 'PLAIN',
  name: 'Plain test instrument',
  kind: 'synthetic',
  exchange: 'ALWAYS',
  currency: 'USD',
  tickSize: 0.01,
  lotSize: 1,
  fractional: false,
  tradable: true,
};

export type Ending = {
  readonly id: string;
  readonly status: 'cancelled' | 'expired' | 'rejected';
  readonly reason: string;
  readonly at: number;
};

export type Happening = { readonly fill: Fill; readonly complete: boolean } | { readonly ended: Ending };

export interface Prices {
  readonly open: number;
  readonly high: number;
  readonly low: number;
  readonly close: number;
  readonly volume?: number;
}

export interface VenueOptions extends Partial<Omit<PaperExchangeOptions, 'startCashMicros'>> {
  readonly instrument?: Instrument;
  readonly timeframe?: Timeframe;
  readonly startCashUsd?: number;
}

/** The real paper exchange with one instrument, fed bar by bar, that remembers what its listener heard. */
export class Venue implements ExchangeListener {
  readonly instrument: Instrument;
  exchange: PaperExchange;
  book: Book;
  readonly happenings: Happening[] = [];
  /** Answers the review of an all-in fill. */
  denial: Denial | undefined = undefined;
  readonly #bars: GrowingBarSeries;
  readonly #cursor: BarCursor;
  readonly #options: PaperExchangeOptions;

  constructor({ instrument = PLAIN, timeframe = '1d', startCashUsd = 1_000_000, ...options }: VenueOptions = {}) {
    this.instrument = instrument;
    this.#bars = new GrowingBarSeries(instrument, timeframe);
    this.#cursor = new BarCursor(this.#bars.series);
    this.#options = {
      accountType: 'margin',
      costs: NO_COSTS,
      fillOnTouch: false,
      maxVolumeShare: undefined,
      remembersEnded: true,
      ...options,
      startCashMicros: toMicros(startCashUsd),
    };
    this.exchange = new PaperExchange(this.#options, this);
    this.book = this.exchange.list(instrument);
  }

  /** Goes on with a fresh exchange that was given what the old one had written down. */
  resume(): void {
    const text = JSON.stringify(this.exchange.snapshot());
    this.exchange = new PaperExchange(this.#options, this);
    this.book = this.exchange.list(this.instrument);
    this.exchange.restore(JSON.parse(text));
  }

  submit(wish: OrderWish): ApprovedOrder {
    const order = approved(this.instrument, wish);
    this.exchange.submit(order);
    return order;
  }

  /** Lets a bar happen, on the day after the last one unless an instant is named; returns the fills it made. */
  bar(prices: Prices, at: Pick<Bar, 'time' | 'session'> = this.#nextDay()): Fill[] {
    const before = this.happenings.length;
    this.#bars.append({ volume: 1e9, ...prices, ...at });
    BarCursor.rebind(this.#cursor, this.#bars.series);
    BarCursor.move(this.#cursor, this.#bars.length - 1);
    this.exchange.match(this.book, this.#cursor);
    this.exchange.mark(this.book, prices.close);
    return this.happenings.slice(before).flatMap((happening) => ('fill' in happening ? happening.fill : []));
  }

  get fills(): Fill[] {
    return this.happenings.flatMap((happening) => ('fill' in happening ? happening.fill : []));
  }

  get endings(): Ending[] {
    return this.happenings.flatMap((happening) => ('ended' in happening ? happening.ended : []));
  }

  onFill(fill: Fill, complete: boolean): void {
    this.happenings.push({ fill, complete });
  }

  onOrderEnded(id: string, status: Ending['status'], reason: string, at: number): void {
    this.happenings.push({ ended: { id, status, reason, at } });
  }

  reviewFill(): Denial | undefined {
    return this.denial;
  }

  #nextDay(): Pick<Bar, 'time' | 'session'> {
    return { time: this.#bars.length * MS_PER_DAY, session: this.#bars.length };
  }
}
