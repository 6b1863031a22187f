import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import type { Clock } from '@candor/domain/ports/clock';
import type { IdempotencyRow, UnitOfWork } from '@candor/domain/ports/repositories';

export interface Answer {
  readonly status: number;
  readonly body: Json;
}

export interface RepeatableRequest {
  readonly key: string;
  readonly operation: string;
  /** Of everything that was asked for. */
  readonly sha256: string;
}

/** 8 to 128 visible characters. */
const KEY = /^[\x21-\x7e]{8,128}$/;

/** Returns the key as given. Throws `http.bad-idempotency-key` for one that is too short to be anybody's own, or not plain text. */
export function parseIdempotencyKey(text: string): string {
  if (KEY.test(text)) return text;
  throw new CandorError('http.bad-idempotency-key', {
    kind: 'invalid',
    message: 'Idempotency-Key must be 8 to 128 visible ASCII characters without a space, such as a UUID.',
  });
}

/**
 * Requests that are carried out once, however often they are sent. A key is reserved before the work and holds its answer afterwards;
 * work that may succeed when it is tried again gives the key back.
 */
export class IdempotentRequests {
  readonly #unitOfWork: UnitOfWork;
  readonly #clock: Clock;
  readonly #abandonedAfterMs: number;
  readonly #running = new Set<string>();

  /** `abandonedAfterMs` is when a reservation without an answer belongs to nobody any more, because its process died. */
  constructor(unitOfWork: UnitOfWork, clock: Clock, abandonedAfterMs: number) {
    this.#unitOfWork = unitOfWork;
    this.#clock = clock;
    this.#abandonedAfterMs = abandonedAfterMs;
  }

  /**
   * Runs the work, or returns what it once gave. `answerTo` turns a failure into the answer to keep, or into undefined when the next
   * try may go better. Throws `http.key-reused` (invalid) for another request under the key and `http.still-running` (conflict).
   */
  async once(
    request: RepeatableRequest,
    work: () => Promise<Answer>,
    answerTo: (error: unknown) => Answer | undefined,
    warn: (error: unknown) => void,
  ): Promise<Answer & { readonly isReplayed: boolean }> {
    const { key, operation } = request;
    const earlier = await this.#reserve(request);
    if (earlier !== undefined) return { ...earlier, isReplayed: true };
    const name = nameOf(request);
    this.#running.add(name);
    try {
      const answer = await work().catch(async (error: unknown) => {
        const kept = answerTo(error);
        if (kept !== undefined) return kept;
        await this.#unitOfWork.run(({ idempotency }) => idempotency.release(key, operation)).catch(warn);
        throw error;
      });
      // What is done is done: when its answer cannot be kept, the one who asked still gets it.
      await this.#unitOfWork.run(({ idempotency }) => idempotency.settle(key, operation, answer)).catch(warn);
      return { ...answer, isReplayed: false };
    } finally {
      this.#running.delete(name);
    }
  }

  #reserve(request: RepeatableRequest): Promise<Answer | undefined> {
    const { key, operation, sha256 } = request;
    return this.#unitOfWork.run(async ({ idempotency }) => {
      const now = this.#clock.now();
      const reservation = { key, operation, requestSha256: sha256, createdAt: now };
      let earlier = await idempotency.reserve(reservation);
      if (earlier !== undefined && this.#isAbandoned(earlier, now)) {
        await idempotency.release(key, operation);
        earlier = await idempotency.reserve(reservation);
      }
      if (earlier === undefined) return undefined;
      if (earlier.requestSha256 !== sha256) {
        throw new CandorError('http.key-reused', {
          kind: 'invalid',
          message: 'This Idempotency-Key belongs to another request. Use a new key for a new request.',
        });
      }
      if (earlier.answer !== undefined) return earlier.answer;
      throw new CandorError('http.still-running', {
        kind: 'conflict',
        message: 'The first request with this Idempotency-Key is still being worked on. Ask again in a moment.',
      });
    });
  }

  #isAbandoned(row: IdempotencyRow, now: number): boolean {
    return row.answer === undefined && now - row.createdAt > this.#abandonedAfterMs && !this.#running.has(nameOf(row));
  }
}

function nameOf({ key, operation }: { readonly key: string; readonly operation: string }): string {
  return `${operation} ${key}`;
}
