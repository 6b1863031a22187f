import { createRng } from '@candor/domain/rng';
import { describe, expect, it } from 'vitest';
import { sharpeRatio } from '../metrics/ratios.ts';
import { bootstrapSharpe, defaultMeanBlock, stationaryIndices } from './stationary.ts';

const normals = (seed: number, n: number, mean = 0): Float64Array => {
  const rng = createRng(seed);
  return Float64Array.from({ length: n }, () => mean + rng.normal() * 0.01);
};

describe('indices', () => {
  it('stay in range and follow each other in blocks of the mean length', () => {
    const indices = new Int32Array(20_000);
    stationaryIndices(indices, 10, createRng(3));
    let follows = 0;
    for (let t = 1; t < indices.length; t++) {
      expect(indices[t]! >= 0 && indices[t]! < indices.length).toBe(true);
      if (indices[t] === (indices[t - 1]! + 1) % indices.length) follows++;
    }
    // Binomial with p = .9: four standard errors are .0085.
    expect(follows / (indices.length - 1)).toBeCloseTo(0.9, 2);
  });

  it('visit every place about equally often', () => {
    const n = 50;
    const visits = new Int32Array(n);
    const indices = new Int32Array(n);
    const rng = createRng(8);
    for (let b = 0; b < 4_000; b++) {
      stationaryIndices(indices, 5, rng);
      for (const index of indices) visits[index]!++;
    }
    for (const count of visits) expect(Math.abs(count / 4_000 - 1)).toBeLessThan(0.25);
  });

  it('ask for blocks of at least 1', () => {
    expect(() => stationaryIndices(new Int32Array(3), 0.5, createRng(1))).toThrow(
      '"meanBlock" must be at least 1; it is 0.5.',
    );
  });
});

describe('interval of the Sharpe ratio', () => {
  it('is the same for the same seed, and holds its median', () => {
    const returns = normals(5, 300, 0.0005);
    const draw = (seed: number) =>
      bootstrapSharpe(returns, { periodsPerYear: 252, resamples: 200, rng: createRng(seed) })!;
    expect(draw(1)).toEqual(draw(1));
    expect(draw(2)).not.toEqual(draw(1));
    const { low, high, median } = draw(1);
    expect(low).toBeLessThan(median);
    expect(median).toBeLessThan(high);
  });

  it('covers a true ratio of 0 in 80 to 97 % of 100 series at a level of 90 %', () => {
    let covered = 0;
    for (let seed = 0; seed < 100; seed++) {
      const options = { periodsPerYear: 252, resamples: 200, rng: createRng(seed) };
      const { low, high } = bootstrapSharpe(normals(500 + seed, 250), options)!;
      if (low <= 0 && high >= 0) covered++;
    }
    expect(covered).toBeGreaterThanOrEqual(80);
    expect(covered).toBeLessThanOrEqual(97);
  });

  it('widens with the level and centres on the ratio of the sample', () => {
    const returns = normals(9, 500, 0.001);
    const at = (level: number) =>
      bootstrapSharpe(returns, { periodsPerYear: 252, resamples: 400, level, rng: createRng(4) })!;
    expect(at(0.99).low).toBeLessThan(at(0.8).low);
    expect(at(0.99).high).toBeGreaterThan(at(0.8).high);
    const ratio = sharpeRatio(returns, 252).value!;
    expect(Math.abs(at(0.9).median - ratio)).toBeLessThan(0.3);
  });

  it('does not exist for returns that do not vary', () => {
    expect(bootstrapSharpe(new Float64Array(50), { periodsPerYear: 252, rng: createRng(1) })).toBeUndefined();
    expect(bootstrapSharpe(Float64Array.of(0.1), { periodsPerYear: 252, rng: createRng(1) })).toBeUndefined();
  });

  it('takes the cube root of the length for a block, also where that is whole', () => {
    expect([1, 8, 27, 28, 1_000, 1_001, 64].map(defaultMeanBlock)).toEqual([1, 2, 3, 4, 10, 11, 4]);
  });
});
