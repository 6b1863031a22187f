import type { RecordedEvent } from '@candor/domain/events';
import type { EventTally } from '@candor/domain/ports/repositories';

/** Returns the events of sleeves, counted: those that say the same for one sleeve are one count. A refusal counts for each limit. */
export function talliesOf(events: readonly RecordedEvent[]): readonly EventTally[] {
  const tallies = new Map<string, EventTally>();
  for (const event of events) {
    for (const said of sayingsOf(event)) {
      const key = JSON.stringify([said.sleeveId, said.type, said.code, said.isAbstention]);
      const { count = 0, lastAt = said.lastAt, example } = tallies.get(key) ?? {};
      const latest = { lastAt: Math.max(lastAt, said.lastAt), example: said.example ?? example };
      tallies.set(key, { ...said, ...latest, count: count + 1 });
    }
  }
  return [...tallies.values()];
}

function sayingsOf(event: RecordedEvent): readonly EventTally[] {
  const said = (code: string | undefined, words: string | undefined, isAbstention = false): readonly EventTally[] =>
    'sleeveId' in event
      ? [
          {
            sleeveId: event.sleeveId,
            type: event.type,
            code: keepable(code),
            isAbstention,
            count: 1,
            lastAt: event.at,
            example: keepable(words),
          },
        ]
      : [];
  switch (event.type) {
    case 'decision': {
      const { signal } = event;
      const isAbstention = signal.want === 'abstain';
      return said(isAbstention ? signal.code : signal.want, signal.reasons[0], isAbstention);
    }
    case 'no-order':
      return said(event.code, event.reason);
    case 'order-refused':
      return event.refusal.denials.flatMap(({ code, message }) => said(code, message));
    case 'order-approved':
    case 'order-filled':
      return said(undefined, undefined);
    case 'order-cancelled':
    case 'order-expired':
    case 'order-rejected':
      return said(undefined, event.reason);
    default:
      return [];
  }
}

/** A database keeps no character 0 and no half of a surrogate pair in a text. */
function keepable(text: string | undefined): string | undefined {
  return text?.replaceAll('\0', '\ufffd').toWellFormed();
}
