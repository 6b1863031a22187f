import type { ExchangeId } from '@candor/domain/calendar/exchange-calendar';

/** By which returns of sessions are annualised. */
export const SESSIONS_PER_YEAR: Readonly<Record<ExchangeId, number>> = { XNYS: 252, ALWAYS: 365 };
