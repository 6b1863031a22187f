import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ADAPTERS } from './adapters.ts';
import { loadCases } from './load-cases.ts';
import { NOT_YET } from './not-yet.ts';
import { runCase } from './run-case.ts';

const kept = loadCases(join(import.meta.dirname, 'cases'));
const reference = join(
  process.env['CANDOR_REFERENCE_DATA'] ?? join(import.meta.dirname, '../../../shared'),
  'spec',
  'oracles',
);

const tooEarly = kept.filter(({ fn, optional }) => !Object.hasOwn(ADAPTERS, fn) && (NOT_YET.includes(fn) || optional));

describe('known answers', () => {
  for (const oracleCase of kept.filter((one) => !tooEarly.includes(one))) {
    it(`${oracleCase.id}: ${oracleCase.fn}`, () => {
      expect(runCase(oracleCase, ADAPTERS, NOT_YET)).toEqual({ result: 'passed' });
    });
  }

  it(`leaves out ${tooEarly.length} cases of functions not built yet, and no other`, () => {
    expect(tooEarly.every((one) => runCase(one, ADAPTERS, NOT_YET).result === 'skipped')).toBe(true);
  });

  it('names in the list of what is not built only functions that a case asks for', () => {
    const asked = new Set(kept.map(({ fn }) => fn));
    expect(NOT_YET.filter((fn) => !asked.has(fn) || NOT_YET.indexOf(fn) !== NOT_YET.lastIndexOf(fn))).toEqual([]);
  });

  it('answers for no function that no case asks for, but one that the specification names', () => {
    const asked = new Set(['indicators.zscore', ...kept.map(({ fn }) => fn)]);
    expect(Object.keys(ADAPTERS).filter((fn) => !asked.has(fn))).toEqual([]);
  });
});

describe.skipIf(!existsSync(reference))('known answers of the reference (needs CANDOR_REFERENCE_DATA)', () => {
  it('are as many as the kept ones, and go the same way', () => {
    const cases = existsSync(reference) ? loadCases(reference) : [];
    const outcomes = (some: typeof cases) => some.map((one) => `${one.id} ${runCase(one, ADAPTERS, NOT_YET).result}`);
    expect(outcomes(cases)).toEqual(outcomes(kept));
    // Every case twice.
  }, 180_000);
});
