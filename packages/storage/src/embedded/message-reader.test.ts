import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createMessageReader } from './message-reader.ts';

const message = (type: string, body: Uint8Array): Buffer => {
  const length = Buffer.alloc(4);
  length.writeInt32BE(4 + body.length);
  return Buffer.concat([Buffer.from(type), length, body]);
};

function readAll(
  stream: Buffer,
  cuts: readonly number[],
): { bytes: Buffer; wholeEachTime: boolean; isGoodbye: boolean } {
  const reader = createMessageReader();
  const parts: Buffer[] = [];
  let wholeEachTime = true;
  let isGoodbye = false;
  const edges = [0, ...cuts.map((cut) => cut % (stream.length + 1)).toSorted((a, b) => a - b), stream.length];
  for (let index = 1; index < edges.length && !isGoodbye; index += 1) {
    const read = reader.push(stream.subarray(edges[index - 1], edges[index]));
    if (read === undefined) continue;
    parts.push(read.bytes);
    isGoodbye = read.isGoodbye;
    let at = 0;
    while (at < read.bytes.length) at += 1 + read.bytes.readInt32BE(at + 1);
    wholeEachTime &&= at === read.bytes.length;
  }
  return { bytes: Buffer.concat(parts), wholeEachTime, isGoodbye };
}

it('gives whole messages only, and all of them, however the stream is cut', () => {
  const bodies = fc.array(fc.tuple(fc.constantFrom('P', 'B', 'Q', 'S'), fc.uint8Array({ maxLength: 40 })));
  fc.assert(
    fc.property(bodies, fc.array(fc.nat()), (messages, cuts) => {
      const stream = Buffer.concat(messages.map(([type, body]) => message(type, body)));
      const read = readAll(stream, cuts);
      expect(read.bytes.equals(stream)).toBe(true);
      expect(read.wholeEachTime).toBe(true);
    }),
  );
});

it('ends at a goodbye and gives what came before it', () => {
  const before = message('S', new Uint8Array());
  const stream = Buffer.concat([before, message('X', new Uint8Array()), message('Q', Buffer.from('late'))]);
  expect(readAll(stream, [])).toMatchObject({ bytes: before, isGoodbye: true });
});

it('refuses a stream that cannot be PostgreSQL’s', () => {
  for (const length of [0, 3, -1, 2 ** 31 - 1]) {
    const bytes = Buffer.from('Q    ');
    bytes.writeInt32BE(length, 1);
    expect(() => createMessageReader().push(bytes), `${length}`).toThrow(RangeError);
  }
});
