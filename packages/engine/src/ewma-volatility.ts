import type { SessionDay } from '@candor/domain/time';
import { z } from 'zod';

// RiskMetrics Technical Document (1996), 4th ed., p. 97: 0.94 for daily returns.
const DECAY = 0.94;
const SESSIONS_PER_YEAR = 252;
/** Sessions of returns before the estimate is used: by then under a third of it is the first return. */
const WARM_UP = 20;

/** The saved state of a volatility estimate; null is a number not there yet. */
export const EwmaState = z.strictObject({
  session: z.int().nullable(),
  close: z.number().nullable(),
  sessionClose: z.number().nullable(),
  variance: z.number().nullable(),
  returns: z.int().min(0),
});

/** Annualised volatility of session-to-session returns, exponentially weighted; intraday bars count by their session's last close. */
export class EwmaVolatility {
  #session: SessionDay | undefined;
  #close = Number.NaN;
  #sessionClose = Number.NaN;
  #variance = Number.NaN;
  #returns = 0;

  /** Takes the close of each bar. */
  next(session: SessionDay, close: number): void {
    if (session !== this.#session) {
      this.#settleSession();
      this.#session = session;
    }
    this.#close = close;
  }

  /** The estimate with the sessions finished and the present one's latest close, as a fraction; undefined during warm-up. */
  get annual(): number | undefined {
    const withPresent = this.#blend(this.#close / this.#sessionClose - 1);
    return this.#returns + 1 < WARM_UP || Number.isNaN(withPresent)
      ? undefined
      : Math.sqrt(withPresent * SESSIONS_PER_YEAR);
  }

  snapshot(): z.infer<typeof EwmaState> {
    return {
      session: this.#session ?? null,
      close: orNull(this.#close),
      sessionClose: orNull(this.#sessionClose),
      variance: orNull(this.#variance),
      returns: this.#returns,
    };
  }

  restore({ session, close, sessionClose, variance, returns }: z.infer<typeof EwmaState>): void {
    this.#session = session ?? undefined;
    this.#close = close ?? Number.NaN;
    this.#sessionClose = sessionClose ?? Number.NaN;
    this.#variance = variance ?? Number.NaN;
    this.#returns = returns;
  }

  #settleSession(): void {
    if (!Number.isNaN(this.#sessionClose)) {
      this.#variance = this.#blend(this.#close / this.#sessionClose - 1);
      this.#returns++;
    }
    this.#sessionClose = this.#close;
  }

  #blend(latest: number): number {
    return Number.isNaN(this.#variance) ? latest * latest : DECAY * this.#variance + (1 - DECAY) * latest * latest;
  }
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
