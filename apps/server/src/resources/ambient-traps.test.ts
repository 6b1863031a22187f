import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AmbientTraps, setAmbientTraps } from './ambient-traps.ts';

const watched = () => [
  Date,
  Math.random,
  globalThis.fetch,
  performance.now,
  setTimeout,
  setInterval,
  crypto.randomUUID,
];
const untouched = watched();

describe('ambient traps', () => {
  let traps: AmbientTraps;
  beforeEach(() => {
    traps = setAmbientTraps();
  });
  afterEach(() => traps.release());

  it.each<[string, () => unknown]>([
    ['Date.now', () => Date.now()],
    ['new Date()', () => new Date()],
    ['new Date()', () => Date()],
    ['Math.random', () => Math.random()],
    ['performance.now', () => performance.now()],
    ['crypto', () => crypto.randomUUID()],
    ['crypto', () => globalThis.crypto.getRandomValues(new Uint8Array(1))],
    ['fetch', () => fetch('data:,').catch(() => undefined)],
    ['setTimeout', () => clearTimeout(setTimeout(() => {}, 0))],
    ['setInterval', () => clearInterval(setInterval(() => {}, 1000))],
  ])('name %s', (use, act) => {
    act();
    expect(traps.take()).toContain(use);
    expect(traps.take()).toEqual([]);
  });

  it('name nothing for code that takes only what it is given', () => {
    const text = new Date(Date.UTC(2020, 0, 1)).toISOString();
    expect([text, new Date(0) instanceof Date, Math.sqrt(4)]).toEqual(['2020-01-01T00:00:00.000Z', true, 2]);
    expect(traps.take()).toEqual([]);
  });

  it('still name what code kept for later', () => {
    const kept = Math.random;
    traps.release();
    kept();
    expect(traps.take()).toEqual(['Math.random']);
  });

  it('put everything back', () => {
    expect(watched()).not.toEqual(untouched);
    traps.release();
    expect(watched().every((value, i) => value === untouched[i])).toBe(true);
  });
});
