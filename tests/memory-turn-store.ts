import type { AccountSnapshot } from '@candor/domain/account';
import { CandorError } from '@candor/domain/candor-error';
import type { RecordedEvent } from '@candor/domain/events';
import type { Fill } from '@candor/domain/fill';
import type { Halt } from '@candor/domain/halt';
import type { Json } from '@candor/domain/json';
import type { EquityPoint, SessionState, SleevePosition, TurnAnswer } from '@candor/domain/ports/repositories';
import type { Trade } from '@candor/domain/trade';
import type { Turn, TurnOrder, TurnStore } from '@candor/engine/turn';

/** What a store does with the turn it is given. `lose-answer`: written, and whoever asked never hears of it. */
export type Fault = 'none' | 'refuse' | 'lose-answer' | 'break';

/** A store in memory, whose rows survive the crashes that a test makes. Everything in it went through JSON, as in a database. */
export class MemoryTurnStore implements TurnStore {
  readonly events: RecordedEvent[] = [];
  readonly fills: Fill[] = [];
  readonly trades: Trade[] = [];
  readonly equity: EquityPoint[] = [];
  readonly orders = new Map<string, TurnOrder>();
  /** Numbers of the turns as they came, also those that were not written. */
  readonly asked: number[] = [];
  positions: readonly SleevePosition[] = [];
  halts: readonly Halt[] = [];
  account: AccountSnapshot | undefined;
  snapshot: Json | undefined;
  epoch = 0;
  turn = 0;
  position = 0;
  state: SessionState = 'created';
  reason: string | undefined;
  /** Asked for every turn, and again when the same one comes again. */
  fault: (turn: Turn, tries: number) => Fault | Promise<Fault> = () => 'none';
  onWritten: (turn: Turn) => void = () => {};
  #tries = 0;

  async commit(turn: Turn): Promise<TurnAnswer> {
    this.asked.push(turn.number);
    this.#tries++;
    const fault = await this.fault(turn, this.#tries);
    if (fault === 'refuse')
      throw new CandorError('storage.unavailable', { kind: 'retry', message: 'The store is away.' });
    if (fault === 'break') throw new CandorError('storage.broken', { kind: 'halt', message: 'The store is broken.' });
    const answer = this.#write(turn);
    if (fault === 'lose-answer') {
      throw new CandorError('storage.unavailable', { kind: 'retry', message: 'The answer was lost.' });
    }
    this.#tries = 0;
    return answer;
  }

  /** Takes the session in hand, as its next owner does. */
  claim(): number {
    this.#tries = 0;
    return ++this.epoch;
  }

  get resumeFrom() {
    if (this.snapshot === undefined) return undefined;
    const state = this.state === 'paused' ? ('paused' as const) : ('running' as const);
    return { turn: this.turn, state, snapshot: structuredClone(this.snapshot) };
  }

  /** Everything but the times of writing and the numbers of turns. */
  digest(): unknown {
    const { account, positions, halts, state, reason, position, trades, fills, equity } = this;
    const events = this.events.map(({ recordedAt: _, ...event }) => event);
    const orders = [...this.orders.values()].toSorted((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
    return { account, positions, halts, state, reason, position, trades, fills, equity, orders, events };
  }

  #write(given: Turn): TurnAnswer {
    if (given.epoch !== this.epoch) return 'stale';
    if (given.number === this.turn) return 'written-before';
    if (given.number !== this.turn + 1) throw new Error(`Turn ${given.number} came after turn ${this.turn}.`);
    const turn: Turn = JSON.parse(JSON.stringify(given));
    this.events.push(...turn.events);
    for (const fill of turn.fills) {
      const isKnown = this.fills.some(
        (one) => one.clientOrderId === fill.clientOrderId && one.sequence === fill.sequence,
      );
      if (isKnown) throw new Error(`Fill ${fill.sequence} of ${fill.clientOrderId} came twice.`);
      this.fills.push(fill);
    }
    this.trades.push(...turn.trades);
    this.equity.push(...turn.equity);
    for (const order of turn.orders) this.orders.set(idOf(order), order);
    this.positions = turn.positions;
    this.halts = turn.halts;
    this.account = turn.account;
    this.snapshot = turn.snapshot;
    this.turn = turn.number;
    this.position = turn.position;
    this.state = turn.state;
    this.reason = turn.reason;
    this.onWritten(turn);
    return 'written';
  }
}

function idOf({ state }: TurnOrder): string {
  return state.order.clientOrderId;
}
