import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import type { ExchangeId } from '@candor/domain/calendar/exchange-calendar';
import { dayFromIso, isoFromInstant } from '@candor/domain/time';
import type { Adapters } from './adapter.ts';

export const calendar: Adapters = {
  'calendar.session': (input) => {
    const { exchange, date } = input as unknown as { exchange: ExchangeId; date: string };
    const session = calendarOf(exchange).session(dayFromIso(date));
    return {
      isOpen: session !== undefined,
      open: session ? toSeconds(session.openAt) : null,
      close: session ? toSeconds(session.closeAt) : null,
    };
  },
};

// The cases write instants without milliseconds.
function toSeconds(instantMs: number): string {
  return isoFromInstant(instantMs).replace('.000Z', 'Z');
}
