import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { unknownFields } from './unknown-fields.ts';

interface Tree {
  readonly name: string;
  readonly children?: readonly Tree[] | undefined;
}
const Tree: z.ZodType<Tree> = z.lazy(() => z.object({ name: z.string(), children: z.array(Tree).optional() }));

const found = (schema: z.ZodType, value: unknown): string[] =>
  unknownFields(schema, value).flatMap(({ path, keys }) => keys.map((key) => [...path, key].join('.')));

describe('unknown fields', () => {
  it('are found behind everything that only says what happens without a value', () => {
    const Inner = z.object({ known: z.int() });
    for (const schema of [
      Inner.optional(),
      Inner.nullable(),
      Inner.default({ known: 1 }),
      Inner.readonly(),
      Inner.catch({ known: 1 }),
    ]) {
      expect(found(z.object({ inner: schema }), { inner: { known: 1, other: 2 } })).toEqual(['inner.other']);
    }
    expect(found(Inner.transform(String), { known: 1, other: 2 })).toEqual(['other']);
  });

  it('are found in lists, in values of a record, and at any depth of what contains itself', () => {
    expect(found(z.record(z.string(), z.object({ a: z.int() })), { x: { a: 1 }, y: { a: 1, b: 1 } })).toEqual(['y.b']);
    expect(found(z.tuple([z.string(), z.object({})]), ['x', { y: 1 }])).toEqual(['1.y']);
    const tree = { name: 'a', children: [{ name: 'b' }, { name: 'c', children: [{ name: 'd', nmae: 'e' }] }] };
    expect(found(Tree, tree)).toEqual(['children.1.children.0.nmae']);
  });

  it('of a choice are those that the fitting member does not know', () => {
    const Cost = z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('bps'), bps: z.number() }),
      z.object({ kind: z.literal('fixed'), usd: z.number() }),
    ]);
    expect(found(Cost, { kind: 'bps', bps: 1 })).toEqual([]);
    expect(found(Cost, { kind: 'bps', bps: 1, usd: 2 })).toEqual(['usd']);
    expect(found(z.union([z.object({ a: z.int() }), z.object({ a: z.int(), b: z.int() })]), { a: 1, b: 2 })).toEqual(
      [],
    );
  });

  it('may stand where a schema lets anything in, and are not looked for in what is no object', () => {
    expect(found(z.looseObject({ a: z.int() }), { a: 1, b: 2 })).toEqual([]);
    expect(found(z.json(), { a: { b: [1] } })).toEqual([]);
    for (const value of [null, 1, 'text', [], undefined]) expect(found(z.object({ a: z.int() }), value)).toEqual([]);
  });
});
