import { calendarOf } from '@candor/domain/calendar/calendar-catalog';
import type { ExchangeId } from '@candor/domain/calendar/exchange-calendar';
import { dayFromIso, isoFromInstant } from '@candor/domain/time';
import type { Adapters } from './adapter.ts';
import { stringIn } from './read-input.ts';

export const calendar: Adapters = {
  'calendar.session': (input) => {
    const exchange = stringIn(input, 'exchange') as ExchangeId;
    const session = calendarOf(exchange).session(dayFromIso(stringIn(input, 'date')));
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
