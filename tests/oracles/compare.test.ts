import { CandorError } from '@candor/domain/candor-error';
import type { Json } from '@candor/domain/json';
import { describe, expect, it } from 'vitest';
import { compareCase, sharedErrorCode } from './compare.ts';

type Fields = { readonly [key: string]: Json };

const TOLERANCE = { abs: 1e-6, rel: 1e-6 };

function paths(expect_: Fields, returned: unknown, tol: Fields = TOLERANCE): string[] {
  return compareCase({ expect: expect_, tol }, { returned }).map(({ path }) => path);
}

describe('values', () => {
  it('pass within abs plus rel times the wanted size, and not beyond', () => {
    expect(paths({ a: 100 }, { a: 100.0001 })).toEqual([]);
    expect(paths({ a: 100 }, { a: 100.00011 })).toEqual(['a']);
    expect(paths({ a: 0 }, { a: 1.1e-6 })).toEqual(['a']);
    expect(paths({ a: -100.5 }, { a: -100.5002 })).toEqual(['a']);
    expect(paths({ a: 1.5 }, { a: 1.5000000001 }, {}), 'without tolerance').toEqual(['a']);
  });

  it('are missed by their path where they are absent, however deep', () => {
    expect(paths({ a: 1, b: 2 }, { a: 1 })).toEqual(['b']);
    expect(paths({ a: { b: [1, { c: 2 }] } }, { a: { b: [1, {}] } })).toEqual(['a.b[1].c']);
    expect(paths({ a: 1 }, undefined)).toEqual(['']);
    expect(paths({ a: 1 }, null)).toEqual(['']);
  });

  it('are never NaN, and null is null only', () => {
    expect(paths({ a: 1 }, { a: Number.NaN })).toEqual(['a']);
    expect(paths({ a: null }, { a: Number.NaN })).toEqual(['a']);
    expect(paths({ a: null }, { a: 0 })).toEqual(['a']);
    expect(paths({ a: null }, { a: undefined })).toEqual(['a']);
    expect(paths({ a: 0 }, { a: null })).toEqual(['a']);
    expect(paths({ a: null }, { a: null })).toEqual([]);
  });

  it('keep strings, booleans and the length of lists exact', () => {
    expect(paths({ a: 'long' }, { a: 'short' })).toEqual(['a']);
    expect(paths({ a: true }, { a: 1 })).toEqual(['a']);
    expect(paths({ a: 1 }, { a: '1' })).toEqual(['a']);
    expect(paths({ a: [1, 2] }, { a: [1, 2, 3] })).toEqual(['a.length']);
    expect(paths({ a: [] }, { a: [1] })).toEqual(['a.length']);
    expect(paths({ a: [1, 2] }, { a: Float64Array.of(1, 2) })).toEqual([]);
  });

  it('keep counts and indices exact under any tolerance', () => {
    expect(paths({ peakIndex: 6 }, { peakIndex: 6.4 }, { abs: 1, rel: 1 })).toEqual(['peakIndex']);
    expect(paths({ viterbi: [0, 1] }, { viterbi: [0, 0] }, { abs: 1 })).toEqual(['viterbi[1]']);
    expect(paths({ peak: 6 }, { peak: 6.4 }, { abs: 1 })).toEqual([]);
    expect(paths({ k: 6 }, { k: 6.4 }, { abs: 1 })).toEqual(['k']);
    expect(paths({ series: { k: { at: { 0: 6 } } } }, { k: [6.4] }, { abs: 1 }), '%K of a stochastic').toEqual([]);
  });

  it('let Infinity match Infinity alone', () => {
    const infinite = { value: Number.POSITIVE_INFINITY };
    expect(paths(infinite, Number.POSITIVE_INFINITY)).toEqual([]);
    expect(paths(infinite, Number.NEGATIVE_INFINITY)).toEqual(['value']);
    expect(paths(infinite, 1e300)).toEqual(['value']);
    expect(paths({ value: 1 }, Number.POSITIVE_INFINITY)).toEqual(['value']);
  });

  it('may come bare where only the value is asked for, and more fields do no harm', () => {
    expect(paths({ value: 2 }, 2)).toEqual([]);
    expect(paths({ value: [1, 2] }, [1, 3])).toEqual(['value[1]']);
    expect(paths({ value: { u: 1 } }, { u: 1 })).toEqual([]);
    expect(paths({ value: { u: 1 } }, { value: { u: 2 } })).toEqual(['value.u']);
    expect(paths({ value: 2 }, { value: 2, other: 3 })).toEqual([]);
    expect(paths({ value: 2, reason: 'X' }, 2)).toEqual(['']);
    expect(paths({ a: { 3: 7 } }, { a: [0, 0, 0, 7] }), 'a list answers for an object of its indices').toEqual([]);
  });

  it('fail a case that expects nothing', () => {
    expect(paths({}, { a: 1 })).toEqual(['']);
  });
});

describe('named tolerances', () => {
  it('loosen only the fields that begin with their name', () => {
    const tol = { abs: 0, rel: 0, p_abs: 0.1 };
    expect(paths({ pUpper: 0.25, V: 2.5 }, { pUpper: 0.3, V: 2.5 }, tol)).toEqual([]);
    expect(paths({ pUpper: 0.25, V: 2.5 }, { pUpper: 0.25, V: 2.55 }, tol)).toEqual(['V']);
    expect(paths({ pUpper: 0.25 }, { pUpper: 0.36 }, tol)).toEqual(['pUpper']);
  });

  it('may differ from element to element', () => {
    const tol = { abs: null, rel: null, abs_matrix: [[0.1, 0.01]] };
    expect(paths({ P: [[0.5, 0.5]] }, { P: [[0.59, 0.509]] }, tol)).toEqual([]);
    expect(paths({ P: [[0.5, 0.5]] }, { P: [[0.59, 0.59]] }, tol)).toEqual(['P[0][1]']);
  });

  it('let the truth stand for the estimate, near enough', () => {
    const tol = { means_abs: [0.1, 0.2], sds_rel: 0.1, transmat_abs: 0.03 };
    const expected = { meansTrue: [1.5, 2.5], sdsTrue: [0.5], logLikAtLeast: 100 };
    expect(paths(expected, { means: [1.55, 2.65], sds: [0.54], logLik: 99.96 }, tol)).toEqual([]);
    expect(paths(expected, { means: [1.65, 2.5], sds: [0.56], logLik: 99.9 }, tol)).toEqual([
      'meansTrue[0]',
      'sdsTrue[0]',
      'logLikAtLeast',
    ]);
  });

  it('hold published figures to their printed digits', () => {
    const tol = { abs: 1e-9, rel: 0, paperAbs: 0.01 };
    expect(paths({ years: 2.7309, paperYears: 2.73 }, { years: 2.7309 }, tol)).toEqual([]);
    expect(paths({ years: 2.7309, paperYears: 2.7 }, { years: 2.7309 }, tol)).toEqual(['paperYears']);
    expect(paths({ value: 0.9134, paper: 0.913 }, 0.9134, tol)).toEqual([]);
    expect(paths({ value: 0.9134, paper: 0.8 }, 0.9134, tol)).toEqual(['paper']);
    const both = { sr0: 0.11317, value: 0.90039, paper: { sr0: 0.1132, dsr: 0.9004 } };
    expect(paths(both, { sr0: 0.11317, value: 0.90039 }, tol)).toEqual([]);
    expect(paths({ ...both, paper: { dsr: 0.5 } }, { sr0: 0.11317, value: 0.90039 }, tol)).toEqual(['paper.dsr']);
    expect(paths({ weights: [0.3836], paper: [0.384] }, { weights: [0.3836] }, tol)).toEqual([]);
  });
});

describe('series', () => {
  const want = { series: { value: { length: 4, firstIndex: 1, nonNull: 3, at: { 1: 2, 3: 4 }, sum: 9 } } };

  it('are checked by length, first index, count, places and sum', () => {
    expect(paths(want, { value: [null, 2, 3, 4] })).toEqual([]);
    expect(paths(want, [null, 2, 3, 4]), 'bare').toEqual([]);
    expect(paths(want, { value: [null, 2, 3.1, 4] })).toEqual(['series.value.sum']);
    expect(paths(want, { value: [null, 2, 3, 4, null] })).toEqual(['series.value.length']);
    expect(paths(want, { value: [0, 2, 3, 4] })).toEqual(['series.value.firstIndex', 'series.value.nonNull']);
    expect(paths(want, { value: [null, 2.1, 2.9, 4] })).toEqual(['series.value.at.1']);
    expect(paths(want, { other: [null, 2, 3, 4] })).toEqual(['series.value']);
  });

  it('hold null for what is not available, never NaN or undefined', () => {
    expect(paths(want, { value: [Number.NaN, 2, 3, 4] })).toEqual(['series.value[0]']);
    expect(paths(want, { value: [undefined, 2, 3, 4] })).toEqual(['series.value[0]']);
    expect(paths({ series: { value: { length: 1, at: { 0: null } } } }, { value: [null] })).toEqual([]);
    expect(paths({ series: { value: { length: 1, at: { 0: null } } } }, { value: [1] })).toEqual(['series.value.at.0']);
  });
});

describe('errors and properties', () => {
  const thrown = new CandorError('indicators.bad-param', { kind: 'invalid', message: 'No.' });

  it('know an error by the last part of its code', () => {
    expect(sharedErrorCode('strategies.not-ergodic')).toBe('NOT_ERGODIC');
    expect(compareCase({ expect: { error: 'BAD_PARAM' }, tol: {} }, { thrown })).toEqual([]);
    expect(compareCase({ expect: { error: 'BAD_INPUT' }, tol: {} }, { thrown })).toHaveLength(1);
  });

  it('fail where an error is wanted and an answer came, where another error came, and the other way round', () => {
    expect(compareCase({ expect: { error: 'BAD_PARAM' }, tol: {} }, { returned: 'BAD_PARAM' })).toHaveLength(1);
    expect(compareCase({ expect: { error: 'BAD_PARAM' }, tol: {} }, { thrown: new Error('BAD_PARAM') })).toHaveLength(
      1,
    );
    expect(compareCase({ expect: { value: 1 }, tol: {} }, { thrown })).toHaveLength(1);
  });

  it('take nothing but true for a property, and its numbers where it has some', () => {
    expect(paths({ property: 'holds' }, true)).toEqual([]);
    expect(paths({ property: 'holds' }, 1)).toEqual(['property']);
    expect(paths({ property: 'holds' }, {})).toEqual(['property']);
    expect(paths({ property: 'holds', norm2: 1.5 }, { norm2: 1.5 })).toEqual([]);
    expect(paths({ property: 'holds', norm2: 1.5 }, true)).toEqual(['']);
  });
});
