import { describe, expect, it } from 'vitest';
import { withAmbientTraps } from './ambient-traps.ts';

describe('withAmbientTraps', () => {
  it.each<[string, () => unknown]>([
    ['Date.now', () => Date.now()],
    ['new Date()', () => new Date()],
    ['new Date()', () => Date()],
    ['Math.random', () => Math.random()],
    ['performance.now', () => performance.now()],
    ['crypto', () => crypto.randomUUID()],
    ['crypto', () => globalThis.crypto.getRandomValues(new Uint8Array(1))],
    ['setTimeout', () => clearTimeout(setTimeout(() => {}, 0))],
  ])('names %s', async (use, work) => {
    expect((await withAmbientTraps(work)).used).toEqual([use]);
  });

  it('names nothing for work that takes only what it is given', async () => {
    const { value, used } = await withAmbientTraps(() => new Date(Date.UTC(2020, 0, 1)).toISOString());
    expect({ value, used }).toEqual({ value: '2020-01-01T00:00:00.000Z', used: [] });
    expect(new Date(0)).toBeInstanceOf(Date);
  });

  it('sees code that keeps a function before it calls it', async () => {
    const { used } = await withAmbientTraps(() => {
      const { random } = Math;
      return random();
    });
    expect(used).toEqual(['Math.random']);
  });

  it('puts everything back, also after a throw', async () => {
    const before = [Date, Math.random, globalThis.fetch, performance.now, setTimeout, crypto.randomUUID];
    await expect(
      withAmbientTraps(() => {
        throw new Error('broken');
      }),
    ).rejects.toThrow('broken');
    expect([Date, Math.random, globalThis.fetch, performance.now, setTimeout, crypto.randomUUID]).toEqual(before);
  });
});
