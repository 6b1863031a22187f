import { CandorError } from '@candor/domain/candor-error';
import type { Clock } from '@candor/domain/ports/clock';
import type { Lock } from '@candor/domain/ports/lock';
import type { TradingManager } from '@candor/engine/trading-manager';
import type { HealthBoard } from './health-board.ts';

export interface TradingSeatSettings {
  readonly lock: Lock;
  readonly clock: Clock;
  readonly health: Pick<HealthBoard, 'report'>;
  /** Returns a new manager; there is one at a time. */
  readonly createManager: () => TradingManager;
  readonly onTrouble: (error: unknown) => void;
}

const SEAT = 'trading';
const LEASE_MS = 15_000;
const RETRY_MS = 2_000;

/**
 * The place from which sessions are driven. Of all processes one holds it; what keeps two from writing the same session is not this lease
 * but the epoch in the session's row.
 */
export class TradingSeat {
  readonly #settings: TradingSeatSettings;
  #manager: TradingManager | undefined;
  #isWaiting = false;

  constructor(settings: TradingSeatSettings) {
    this.#settings = settings;
  }

  /** Throws `server.not-running` or `trading.elsewhere` (conflict) in a process that does not hold the seat. */
  get manager(): TradingManager {
    if (this.#manager !== undefined) return this.#manager;
    throw this.#isWaiting
      ? new CandorError('trading.elsewhere', {
          kind: 'conflict',
          message: 'The sessions are driven by another process, or by none for a moment. Ask that one, or try again.',
        })
      : new CandorError('server.not-running', {
          kind: 'conflict',
          message: 'Sessions live in a running server, and none runs here. Start one with: npm start.',
        });
  }

  /** What is known here of live sessions. */
  get status(): Pick<TradingManager, 'find' | 'list'> {
    return {
      find: (sessionId) => this.#manager?.find(sessionId),
      list: () => this.#manager?.list() ?? [],
    };
  }

  /**
   * Takes the seat, waiting while another process has it, and drives the sessions that were running, until the signal aborts. Whoever takes
   * it begins with `begin`, before it is ready; trouble with that is told and stands in nobody's way.
   */
  async hold(signal: AbortSignal, begin: () => Promise<void> = async () => {}): Promise<void> {
    const { lock, clock, health, onTrouble } = this.#settings;
    this.#isWaiting = true;
    while (!signal.aborted) {
      try {
        await lock.hold(SEAT, LEASE_MS, (lease) => this.#drive(AbortSignal.any([signal, lease]), begin));
      } catch (error) {
        const isTaken = error instanceof CandorError && error.code === 'lock.taken';
        health.report(
          'sessions',
          isTaken ? 'up' : 'down',
          isTaken ? 'Another process drives the sessions.' : undefined,
        );
        if (!isTaken) onTrouble(error);
      }
      if (!signal.aborted) await clock.until(clock.now() + RETRY_MS, signal).catch(() => {});
    }
  }

  async #drive(signal: AbortSignal, begin: () => Promise<void>): Promise<void> {
    const { createManager, health, onTrouble } = this.#settings;
    const manager = createManager();
    this.#manager = manager;
    const aborted = new Promise<void>((resolve) => {
      if (signal.aborted) resolve();
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    let begun = Promise.resolve();
    try {
      // Not ready before: whoever commands a session that is not in hand yet would hear that it does not run.
      health.report('sessions', 'down', 'Sessions are taken up again.');
      await Promise.race([manager.recover(), aborted]);
      if (!signal.aborted) begun = begin().catch(onTrouble);
      await Promise.race([begun, aborted]);
      health.report('sessions', 'up');
      await aborted;
    } finally {
      this.#manager = undefined;
      await manager.shutdown();
      await begun;
    }
  }
}
