import type { Broker, Submission } from '@candor/domain/ports/broker';
import type { Clock } from '@candor/domain/ports/clock';
import { backoffMs } from './backoff.ts';
import type { BrokerLine } from './broker-line.ts';
import { isRetry } from './is-retry.ts';
import { askForOrder, compareBooks } from './reconciliation.ts';
import type { SessionAction, TradingSession } from './trading-session.ts';
import type { TurnDraft } from './turn-draft.ts';

// A broker's events may be on their way when its book is compared with ours: this many looks, with growing waits, are about 3 s.
const LOOKS_AT_THE_BOOKS = 6;

export interface OrderDeskParts {
  readonly session: TradingSession;
  readonly broker: Broker;
  readonly line: BrokerLine;
  readonly draft: TurnDraft;
  readonly clock: Clock;
  /** Hands to the session what the broker told. */
  readonly takeBrokerEvents: () => void;
  /** Hears that the broker's book is not ours, and how. */
  readonly onMismatch: (differences: readonly string[]) => void;
}

/**
 * Does at the broker what the session wants and a turn has written down, one after another. Where the broker does not answer, it asks again
 * later and nothing overtakes; whether an order arrived is asked for and never guessed.
 */
export class OrderDesk {
  /** When to ask the broker again; undefined while nothing holds it up. */
  askAgainAt: number | undefined;
  /** What the broker is being waited for with, in words. */
  waitingFor: string | undefined;
  readonly #parts: OrderDeskParts;
  /** Orders of which it is not known whether the broker has them. */
  readonly #doubtful = new Set<string>();
  /** Actions at the head of the session's list that a turn covers: only those may have an effect. */
  #written = 0;
  #looksLeft = 0;
  #failures = 0;

  constructor(parts: OrderDeskParts) {
    this.#parts = parts;
  }

  /** Whether there is something to be done before the next step. */
  get isBusy(): boolean {
    return this.#looksLeft > 0 || this.#written > 0;
  }

  /** Whether the session wants something done that is not written. */
  get hasUnwritten(): boolean {
    return this.#parts.session.actions.length > this.#written;
  }

  /** Notes that a turn covers everything the session wants. */
  noteWritten(): void {
    this.#written = this.#parts.session.actions.length;
  }

  /** Goes on from a snapshot: what its turn covers may have gone out or not, which only the broker knows, and its book is looked at first. */
  goOn(): void {
    this.noteWritten();
    for (const action of this.#parts.session.actions) {
      if (action.type !== 'cancel') this.#doubtful.add(action.order.clientOrderId);
    }
    this.#looksLeft = LOOKS_AT_THE_BOOKS;
  }

  /** Lets go of everything that was to be done. */
  drop(): void {
    this.#parts.session.actions.length = 0;
    this.#written = 0;
    this.#looksLeft = 0;
    this.askAgainAt = undefined;
  }

  /** Does what comes next, as far as the broker answers. */
  async work(): Promise<void> {
    if (this.#looksLeft > 0) await this.#asking(() => this.#compareBooks());
    else await this.#carryOut();
  }

  async #carryOut(): Promise<void> {
    const { broker, line, session, takeBrokerEvents } = this.#parts;
    while (this.#written > 0) {
      const action = session.actions[0]!;
      if (!(await this.#asking(() => this.#carryOutOne(action)))) return;
      session.actions.shift();
      this.#written--;
      await line.hearVenue();
      takeBrokerEvents();
      // A real venue may take its time for each, and commands come in meanwhile. A simulated one is saved only before all or after all.
      if (broker.observe === undefined) return;
    }
  }

  /** Returns whether the broker gave an answer. */
  async #carryOutOne(action: SessionAction): Promise<boolean> {
    const { broker, draft, session } = this.#parts;
    if (action.type === 'cancel') {
      await broker.cancel(action.clientOrderId, action.reason);
      return true;
    }
    const { order } = action;
    const { clientOrderId, decidedAt } = order;
    const answer = (await this.#knownAnswer(clientOrderId)) ?? (await this.#send(action));
    if (answer.outcome === 'unknown') {
      this.#holdOn(`the broker ${broker.id} to say whether it has order ${clientOrderId}: ${answer.reason}`);
      return false;
    }
    this.#doubtful.delete(clientOrderId);
    draft.takeAnswer(clientOrderId);
    if (answer.outcome === 'rejected') session.onOrderEnded(clientOrderId, 'rejected', answer.reason, decidedAt);
    return true;
  }

  /** The broker's answer to an order that may have been sent before; undefined when it does not have it. */
  async #knownAnswer(clientOrderId: string): Promise<Submission | undefined> {
    if (!this.#doubtful.has(clientOrderId)) return undefined;
    const known = await askForOrder(this.#parts.broker, clientOrderId);
    if (known === undefined) return undefined;
    const { status, reason = 'rejected' } = known;
    return status === 'rejected'
      ? { outcome: 'rejected', clientOrderId, reason }
      : { outcome: 'accepted', clientOrderId };
  }

  #send(action: Exclude<SessionAction, { readonly type: 'cancel' }>): Promise<Submission> {
    const { broker } = this.#parts;
    this.#doubtful.add(action.order.clientOrderId);
    if (action.type === 'submit') return broker.submit(action.order);
    return broker.replace(action.clientOrderId, action.order);
  }

  /** Compares the broker's book with ours. Nothing is adopted: a difference that does not go away is told. */
  async #compareBooks(): Promise<boolean> {
    const { broker, line, onMismatch, session } = this.#parts;
    const differences = await compareBooks(broker, session.portfolio.account());
    // What it told meanwhile may be the difference.
    if (line.waiting.length > 0) return true;
    this.#looksLeft = differences.length === 0 || broker.observe !== undefined ? 0 : this.#looksLeft - 1;
    if (this.#looksLeft > 0) {
      this.#holdOn(`the broker ${broker.id} to agree with our book: ${differences.join('; ')}`);
      return false;
    }
    if (differences.length > 0) onMismatch(differences);
    return true;
  }

  /** Asks the broker something; a `retry` holds everything up until later. */
  async #asking(ask: () => Promise<boolean>): Promise<boolean> {
    try {
      if (!(await ask())) return false;
      this.#failures = 0;
      this.waitingFor = undefined;
      return true;
    } catch (error) {
      if (!isRetry(error)) throw error;
      this.#holdOn(`the broker ${this.#parts.broker.id}: ${error.message}`);
      return false;
    }
  }

  #holdOn(forWhat: string): void {
    this.#failures++;
    this.waitingFor = forWhat;
    this.askAgainAt = this.#parts.clock.now() + backoffMs(this.#failures);
  }
}
