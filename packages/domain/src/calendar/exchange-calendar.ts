import type { SessionDay } from '../time.ts';

/** XNYS: New York Stock Exchange. ALWAYS: open around the clock, a session being a UTC day. */
export type ExchangeId = 'XNYS' | 'ALWAYS';

export interface ExchangeSession {
  readonly day: SessionDay;
  /** UTC milliseconds. */
  readonly openAt: number;
  /** UTC milliseconds. */
  readonly closeAt: number;
  readonly isHalfDay: boolean;
}

/** When an exchange trades. Pure data and arithmetic. */
export interface ExchangeCalendar {
  readonly id: ExchangeId;
  /** IANA zone of the exchange's own dates. */
  readonly timeZone: string;
  /** The rules hold from here on; earlier days throw `calendar.before-first-day`. */
  readonly firstDay: SessionDay;
  /** Returns the session of that exchange-local date, or undefined when it is closed. */
  session(day: SessionDay): ExchangeSession | undefined;
  /** Returns the session whose [open, close) holds the instant, or undefined when it is closed. */
  sessionAt(instantMs: number): ExchangeSession | undefined;
  /** Returns the first session after the day. */
  next(day: SessionDay): ExchangeSession;
  /** Returns the last session before the day. */
  previous(day: SessionDay): ExchangeSession;
}
