import { CandorError } from '@candor/domain/candor-error';
import type { Broker, BrokerCursor, BrokerEvent } from '@candor/domain/ports/broker';
import type { Clock } from '@candor/domain/ports/clock';
import { backoffMs } from './backoff.ts';

/**
 * The line on which a broker tells what became of the orders. A simulated venue is heard when it was spoken to, up to the cursor it names,
 * so that what is heard when depends on nothing but the bars; a real one calls at any time, and its events wait here.
 */
export class BrokerLine {
  /** Events that came in and were not taken yet, oldest first. */
  readonly waiting: BrokerEvent[] = [];
  readonly #broker: Broker;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #onCall: () => void;
  #heardUpTo: BrokerCursor;
  #asked: AsyncIterator<BrokerEvent> | undefined;
  #failure: { readonly error: unknown } | undefined;

  /** Continues after the cursor, until the signal aborts. `onCall` tells that events wait, or that the line broke for good. */
  constructor(broker: Broker, clock: Clock, after: BrokerCursor, signal: AbortSignal, onCall: () => void) {
    this.#broker = broker;
    this.#clock = clock;
    this.#heardUpTo = after;
    this.#signal = signal;
    this.#onCall = onCall;
  }

  /** Begins to listen. */
  open(): void {
    if (this.#broker.observe === undefined) void this.#listen();
    else this.#broker.tell?.((event) => this.#take(event));
  }

  /** Adds to `waiting` everything up to the cursor, where the venue has not told it at once. */
  async hear(cursor: BrokerCursor): Promise<void> {
    while (this.#heardUpTo < cursor) {
      this.#asked ??= this.#broker.events(this.#heardUpTo, this.#signal)[Symbol.asyncIterator]();
      const next = await this.#asked.next();
      if (next.done === true) throw brokenOff(this.#broker);
      this.#take(next.value);
    }
  }

  /** Adds to `waiting` what a simulated venue has to say by now. A real one says it when it likes. */
  async hearVenue(): Promise<void> {
    if (this.#broker.observe !== undefined) await this.hear(this.#broker.observe([]));
  }

  /** Throws what broke the line for good. */
  check(): void {
    if (this.#failure !== undefined) throw this.#failure.error;
  }

  async #listen(): Promise<void> {
    for (let attempt = 1; !this.#signal.aborted; attempt++) {
      try {
        for await (const event of this.#broker.events(this.#heardUpTo, this.#signal)) {
          this.#take(event);
          this.#onCall();
          attempt = 0;
        }
        if (this.#signal.aborted) return;
        throw brokenOff(this.#broker);
      } catch (error) {
        if (this.#signal.aborted) return;
        if (!(error instanceof CandorError && error.kind === 'retry')) {
          this.#failure = { error };
          this.#onCall();
          return;
        }
        await this.#clock.until(this.#clock.now() + backoffMs(attempt), this.#signal).catch(() => {});
      }
    }
  }

  /** A stream that was resumed may say again what was heard already. */
  #take(event: BrokerEvent): void {
    if (event.cursor <= this.#heardUpTo) return;
    this.#heardUpTo = event.cursor;
    this.waiting.push(event);
  }
}

function brokenOff({ id }: Broker): CandorError {
  return new CandorError('engine.broker-silent', {
    kind: 'retry',
    message: `The broker ${id} ended its stream of events.`,
  });
}
