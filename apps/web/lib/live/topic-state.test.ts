import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TopicState } from './topic-state.ts';

interface Thing {
  readonly id: string;
  readonly value?: number;
  readonly other?: number;
}

const rule = { name: ({ id }: Thing) => id, most: 5 };
const message = (type: 'snapshot' | 'delta' | 'event', seq: number, data: unknown) => ({
  topic: 'things',
  seq,
  at: '2017-09-01T20:00:00.000Z',
  recordedAt: '2017-09-01T20:00:00.000Z',
  type,
  data,
});

describe('the state of a topic', () => {
  it('is not known before the first snapshot', () => {
    expect(new TopicState(rule).list).toBeUndefined();
    expect(new TopicState(rule).resumePoint).toBeUndefined();
  });

  it('holds what the latest delta of each thing says, oldest thing first', () => {
    const change = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), value: fc.integer() });
    fc.assert(
      fc.property(fc.array(change), fc.array(change, { maxLength: 30 }), (first, later) => {
        const state = new TopicState<Thing>(rule);
        state.apply(message('snapshot', 7, first), 0);
        later.forEach((data, index) => {
          state.apply(message('delta', 8 + index, data), 0);
        });
        const expected = new Map([...first, ...later].map((thing) => [thing.id, thing]));
        expect(state.list).toEqual([...expected.values()]);
        expect(state.resumePoint).toEqual({ seq: 7 + later.length });
      }),
    );
  });

  it('takes a delta of some fields into what is known, and knows a message that it has seen', () => {
    const state = new TopicState<Thing>(rule);
    state.apply(message('snapshot', 3, [{ id: 'a', value: 1, other: 2 }]), 0);
    state.apply(message('delta', 4, { id: 'a', value: 9 }), 0);
    expect(state.list).toEqual([{ id: 'a', value: 9, other: 2 }]);
    const before = state.list;
    state.apply(message('delta', 4, { id: 'a', value: 5 }), 0);
    expect(state.list).toBe(before);
  });

  it('lets the oldest go when there are too many, and asks for a snapshot once it has fallen behind', () => {
    const state = new TopicState<Thing>(rule);
    state.apply(message('snapshot', 0, []), 0);
    for (let seq = 1; seq <= 8; seq++) state.apply(message('event', seq, { id: `t${seq}` }), 0);
    expect(state.list?.map(({ id }) => id)).toEqual(['t4', 't5', 't6', 't7', 't8']);
    state.isBehind = true;
    expect(state.resumePoint).toBeUndefined();
    state.apply(message('snapshot', 20, [{ id: 'z' }]), 0);
    expect(state.resumePoint).toEqual({ seq: 20 });
  });
});
