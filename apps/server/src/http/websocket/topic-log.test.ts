import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Outgoing } from './outgoing.ts';
import { TopicLog } from './topic-log.ts';

const CAPACITY = 8;
const entry = (seq: number): Outgoing => new Outgoing('delta', 't', seq, -1, String(seq));

it('returns after any number all that came after it, or says that it cannot', () => {
  const action = fc.oneof(
    { weight: 6, arbitrary: fc.constant('append' as const) },
    { weight: 1, arbitrary: fc.constant('forget' as const) },
    { weight: 1, arbitrary: fc.constant('break' as const) },
  );
  fc.assert(
    fc.property(fc.nat(50), fc.array(action, { maxLength: 60 }), (base, actions) => {
      const log = new TopicLog(base, CAPACITY);
      let given = base;
      let oldest = base + 1;
      for (const [now, what] of actions.entries()) {
        if (what === 'append') {
          given += 1;
          expect(log.append(now, entry).seq).toBe(given);
          oldest = Math.max(oldest, given - CAPACITY + 1);
        } else if (what === 'forget') {
          log.forget(now);
          oldest = given + 1;
        } else {
          log.breakOff();
          given += 1;
          oldest = given + 1;
        }
        for (let seq = base - 2; seq <= given + 2; seq++) {
          const all = Array.from({ length: Math.max(0, given - seq) }, (_, i) => seq + 1 + i);
          const wanted = seq >= oldest - 1 && seq <= given ? all : undefined;
          expect(log.after(seq)?.map((message) => message.seq)).toEqual(wanted);
        }
      }
    }),
  );
});

it('keeps what arrived within the time given', () => {
  const log = new TopicLog(0, CAPACITY);
  for (const arrivedAt of [10, 20, 30]) log.append(arrivedAt, entry);
  log.forget(20);
  expect(log.after(1)?.map(({ seq }) => seq)).toEqual([2, 3]);
  expect(log.after(0), 'the first is gone').toBeUndefined();
});
