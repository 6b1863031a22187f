import type { PaperBroker } from '@candor/brokers/paper/paper-broker';
import { CandorError } from '@candor/domain/candor-error';
import type { FeedBar } from '@candor/domain/ports/bar-feed';
import type { Broker } from '@candor/domain/ports/broker';
import type { Tape } from '@candor/engine/tape';
import type { MarketReplay } from '@candor/market-data/market-replay';
import { never } from './live-life.ts';

/**
 * What becomes of one call to the venue. `lost` and `unheard` leave the caller in doubt: it did not arrive, or its answer did not; `away`
 * throws; the others end the process that called, before the call arrived or after.
 */
export type CallFate = 'fine' | 'lost' | 'unheard' | 'away' | 'dies-before' | 'dies-after';

/** Why a replacement is turned down. */
export const TOO_LATE = 'what it replaces is over';

/** A venue of its own, as a real broker is: it outlives those who trade there, sees its own tape, and calls when something happens. */
export class OutsideVenue {
  readonly paper: PaperBroker;
  /** How often an order arrived, by its id. */
  readonly arrived = new Map<string, number>();
  readonly #tape: Tape;
  #seen = 0;

  constructor(paper: PaperBroker, tape: Tape) {
    this.paper = paper;
    this.#tape = tape;
  }

  /** Lets the venue see each instant of a feed, once, just before the feed hands it out. */
  watch(feed: MarketReplay): MarketReplay {
    const take = (): readonly FeedBar[] | undefined => {
      const position = feed.position;
      const bars = feed.take();
      if (bars !== undefined && position === this.#seen) {
        this.#seen++;
        this.paper.observe(this.#tape.append(bars));
      }
      return bars;
    };
    return new Proxy<MarketReplay>(feed, {
      get: (target, name) => {
        if (name === 'take') return take;
        const value: unknown = Reflect.get(target, name, target);
        return typeof value === 'function' ? value.bind(target) : value;
      },
    });
  }

  /** Returns one process's line to the venue. `fateOf` is asked at each call. */
  connect(fateOf: () => CallFate, onDeath: () => void): Broker {
    const { paper } = this;
    let isDead = false;
    const dead = (): Promise<never> => {
      isDead = true;
      onDeath();
      return never;
    };
    const call = async <T>(run: () => Promise<T>, inDoubt: () => T): Promise<T> => {
      if (isDead) return never;
      const fate = fateOf();
      if (fate === 'dies-before') return dead();
      if (fate === 'away') throw away();
      if (fate === 'lost') return inDoubt();
      const answer = await run();
      if (fate === 'dies-after') return dead();
      return fate === 'unheard' ? inDoubt() : answer;
    };
    const ask = <T>(run: () => Promise<T>): Promise<T> =>
      call(run, () => {
        throw away();
      });
    const doubt = (clientOrderId: string) => () =>
      ({ outcome: 'unknown', clientOrderId, reason: 'no answer came' }) as const;
    return {
      id: 'outside',
      submit: (order) =>
        call(() => {
          this.#note(order.clientOrderId);
          return paper.submit(order);
        }, doubt(order.clientOrderId)),
      replace: (clientOrderId, replacement) =>
        call(async () => {
          this.#note(replacement.clientOrderId);
          try {
            return await paper.replace(clientOrderId, replacement);
          } catch {
            return {
              outcome: 'rejected',
              clientOrderId: replacement.clientOrderId,
              reason: TOO_LATE,
            };
          }
        }, doubt(replacement.clientOrderId)),
      cancel: (clientOrderId, reason) => ask(() => paper.cancel(clientOrderId, reason)),
      orders: () => ask(() => paper.orders()),
      positions: () => ask(() => paper.positions()),
      account: () => ask(() => paper.account()),
      events: (after, signal) => paper.events(after, signal),
    };
  }

  #note(clientOrderId: string): void {
    this.arrived.set(clientOrderId, (this.arrived.get(clientOrderId) ?? 0) + 1);
  }
}

function away(): CandorError {
  return new CandorError('brokers.away', { kind: 'retry', message: 'The venue does not answer.' });
}
