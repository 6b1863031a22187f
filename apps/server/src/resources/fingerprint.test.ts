import { createHash } from 'node:crypto';
import { canonicalJson } from '@candor/domain/canonical-json';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprintColumns, fingerprintJson, fingerprintText } from './fingerprint.ts';

describe('fingerprintColumns', () => {
  it('hashes name, length and little-endian doubles, so that any language can recompute it', () => {
    const bytes = Buffer.concat([Buffer.from('close:2\n'), Buffer.from('000000000000f03f0000000000000440', 'hex')]);
    expect(fingerprintColumns({ close: Float64Array.of(1, 2.5) })).toBe(
      createHash('sha256').update(bytes).digest('hex'),
    );
  });

  it('changes when any value, its place, a name or the split into columns changes', () => {
    const prints = [
      { a: Float64Array.of(1, 2), b: Float64Array.of(3) },
      { a: Float64Array.of(1, 2.0000000000000004), b: Float64Array.of(3) },
      { a: Float64Array.of(2, 1), b: Float64Array.of(3) },
      { a: Float64Array.of(1), b: Float64Array.of(2, 3) },
      { a: Float64Array.of(1, 2), c: Float64Array.of(3) },
      { a: Float64Array.of(1, Number.NaN), b: Float64Array.of(3) },
    ].map((columns) => fingerprintColumns(columns));
    expect(new Set(prints).size).toBe(prints.length);
  });

  it('depends neither on the order of the names nor on the bits of a NaN', () => {
    const strange = new Float64Array(1);
    new BigUint64Array(strange.buffer)[0] = 0xfff8_0000_0000_0001n;
    expect(fingerprintColumns({ a: strange, b: Int32Array.of(1) })).toBe(
      fingerprintColumns({ b: Float64Array.of(1), a: Float64Array.of(Number.NaN) }),
    );
  });
});

describe('fingerprintJson', () => {
  it('is the same for every order of keys, at every depth', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }], a: undefined })).toBe('{"b":[{"c":2,"d":1}]}');
  });

  it('survives a round trip through JSON text', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value);
        expect(fingerprintJson(value)).toBe(fingerprintJson(JSON.parse(text)));
      }),
    );
  });

  it('keeps the order of an array', () => expect(fingerprintJson([1, 2])).not.toBe(fingerprintJson([2, 1])));
});

it('hashes text as UTF-8', () => {
  expect(fingerprintText('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
});
